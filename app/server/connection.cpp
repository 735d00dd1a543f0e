// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/connection.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHostAddress>
#include <QRegularExpression>
#include <QSslCertificate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

struct ConnectionTexts
{
    Q_DECLARE_TR_FUNCTIONS(Connection)
};

Problem badUrl(const QString &text)
{
    return {.text = text,
            .remedy = ConnectionTexts::tr(
                "Enter the address that you open in the browser, for example http://localhost:3000.")};
}

bool isHttp(const QUrl &url)
{
    return url.scheme() == u"http" || url.scheme() == u"https";
}

/// The path up to, and without, a segment "api": people paste addresses of single requests.
QString basePath(const QString &path)
{
    QStringList kept;
    for (const QString &segment : path.split(u'/', Qt::SkipEmptyParts)) {
        if (segment.compare(u"api", Qt::CaseInsensitive) == 0) {
            break;
        }
        kept.append(segment);
    }
    return kept.isEmpty() ? QString() : u'/' + kept.join(u'/');
}

/// RFC 9110, 5.6.2.
bool isHeaderName(const QString &name)
{
    static const QRegularExpression token(u"\\A[!#$%&'*+.^_`|~0-9A-Za-z-]+\\z"_s);
    return token.match(name).hasMatch();
}

/// Headers that belong to the exchange itself; replacing them would break it.
bool isReserved(const QString &name)
{
    static const QStringList reserved{
        u"accept"_s, u"accept-encoding"_s,   u"connection"_s, u"content-length"_s, u"content-type"_s, u"host"_s,
        u"te"_s,     u"transfer-encoding"_s, u"upgrade"_s};
    return reserved.contains(name, Qt::CaseInsensitive);
}

void checkNetwork(const Connection &connection, QList<FieldProblem> &problems)
{
    using namespace std::chrono_literals;
    const auto add = [&problems](ConnectionField field, const QString &text, const QString &remedy) {
        problems.append({.field = field, .problem = {.text = text, .remedy = remedy}});
    };
    if (connection.connectTimeout < 1s || connection.lookUpTimeout < 1s || connection.deployTimeout < 1s) {
        add(ConnectionField::TimeLimits, ConnectionTexts::tr("A time limit is shorter than one second."),
            ConnectionTexts::tr("Enter at least one second for each time limit."));
    }
    if (connection.pluginsAtATime < 0 || connection.pluginsAtATime > Connection::mostPluginsAtATime) {
        add(ConnectionField::TimeLimits,
            ConnectionTexts::tr("The number of plugins deployed at a time must be between 1 and 6."),
            ConnectionTexts::tr("Leave it open, and the program finds the number that suits the server."));
    }
    const QString &file = connection.certificateAuthorityFile;
    const QString otherFile = ConnectionTexts::tr("Choose a file in PEM format, or leave the field empty.");
    if (!file.isEmpty() && !QFileInfo(file).isFile()) {
        add(ConnectionField::CertificateFile, ConnectionTexts::tr("The certificate file %1 is not there.").arg(file),
            otherFile);
    } else if (!file.isEmpty() && QSslCertificate::fromPath(file).isEmpty()) {
        add(ConnectionField::CertificateFile, ConnectionTexts::tr("There is no certificate in %1.").arg(file),
            otherFile);
    }
    if (connection.proxy == ProxyMode::Custom &&
        (connection.proxyHost.isEmpty() || connection.proxyPort < 1 || connection.proxyPort > 65535)) {
        add(ConnectionField::Proxy, ConnectionTexts::tr("The proxy needs a host and a port."),
            ConnectionTexts::tr("Enter both, or choose the system's proxy."));
    }
    if (!connection.keyHeader.isEmpty() && (!isHeaderName(connection.keyHeader) || isReserved(connection.keyHeader))) {
        add(ConnectionField::KeyHeader,
            ConnectionTexts::tr("The header for the key, \"%1\", cannot be used.").arg(connection.keyHeader),
            ConnectionTexts::tr("Enter the name of a header such as x-api-key, or leave the field empty."));
    }
    for (const QString &name : connection.extraHeaders) {
        if (!isHeaderName(name) || isReserved(name)) {
            add(ConnectionField::ExtraHeaders, ConnectionTexts::tr("The extra header \"%1\" cannot be used.").arg(name),
                ConnectionTexts::tr("Enter the name of a header such as CF-Access-Client-Id."));
        }
    }
}

} // namespace

template<>
WordTable<SignInMethod> wordsOf()
{
    static constexpr Word<SignInMethod> words[] = {
        {SignInMethod::ApiKey, "key", QT_TRANSLATE_NOOP("Connection", "API key")},
        {SignInMethod::EmailAndPassword, "password", QT_TRANSLATE_NOOP("Connection", "E-mail and password")},
    };
    return {.words = words, .context = "Connection"};
}

template<>
WordTable<ProxyMode> wordsOf()
{
    static constexpr Word<ProxyMode> words[] = {
        {ProxyMode::System, "system", QT_TRANSLATE_NOOP("Connection", "The system's")},
        {ProxyMode::None, "none", QT_TRANSLATE_NOOP("Connection", "None")},
        {ProxyMode::Custom, "custom", QT_TRANSLATE_NOOP("Connection", "This one:")},
    };
    return {.words = words, .context = "Connection"};
}

template<>
WordTable<DeployOrder> wordsOf()
{
    static constexpr Word<DeployOrder> words[] = {
        {DeployOrder::LookUpFirst, "look-up-first",
         QT_TRANSLATE_NOOP("Connection", "Look first, then update or create")},
        {DeployOrder::UpdateThenCreate, "update-then-create",
         QT_TRANSLATE_NOOP("Connection", "Update, then create, without looking")},
    };
    return {.words = words, .context = "Connection"};
}

Result<QUrl> normalizedServerUrl(const QString &text)
{
    QString typed = text.trimmed();
    if (typed.isEmpty()) {
        return badUrl(ConnectionTexts::tr("The server's address is empty."));
    }
    if (std::ranges::any_of(typed, [](QChar c) { return c.isSpace() || c.category() == QChar::Other_Control; })) {
        return badUrl(ConnectionTexts::tr("The server's address contains a blank."));
    }
    static const QRegularExpression scheme(u"\\A[A-Za-z][A-Za-z0-9+.-]*://"_s);
    const bool schemeMissing = !scheme.match(typed).hasMatch();
    if (schemeMissing) {
        while (typed.startsWith(u'/')) {
            typed.remove(0, 1);
        }
        typed.prepend(u"https://"_s);
    }
    const QUrl parsed(typed, QUrl::StrictMode);
    if (!parsed.isValid() && !QUrl(typed).isValid()) {
        return badUrl(ConnectionTexts::tr("\"%1\" is not the address of a server.").arg(text.trimmed()));
    }
    const QUrl source = parsed.isValid() ? parsed : QUrl(typed);
    if (!isHttp(source)) {
        return badUrl(
            ConnectionTexts::tr("The address begins with \"%1://\", but Open WebUI is reached by http or https.")
                .arg(source.scheme()));
    }
    if (source.host().isEmpty() || source.port(1) < 1) {
        return badUrl(ConnectionTexts::tr("The server's address names no host."));
    }
    QUrl url;
    url.setScheme(schemeMissing && isThisMachine(source) ? u"http"_s : source.scheme());
    // A zone is told as %25eth0; what is set is not encoded yet.
    const bool isLiteral = source.host().contains(u':');
    url.setHost(source.host(isLiteral ? QUrl::FullyDecoded : QUrl::FullyEncoded).toLower());
    const int defaultPort = url.scheme() == u"https" ? 443 : 80;
    url.setPort(source.port(defaultPort) == defaultPort ? -1 : source.port());
    url.setPath(basePath(source.path(QUrl::FullyEncoded)), QUrl::StrictMode);
    return url;
}

QString originOf(const QUrl &url)
{
    const QString scheme = url.scheme().toLower();
    QString host = url.host(QUrl::FullyEncoded).toLower();
    if (host.contains(u':')) {
        host = u'[' + host + u']';
    }
    return scheme + u"://"_s + host + u':' + QString::number(url.port(scheme == u"https" ? 443 : 80));
}

QString hostText(const QUrl &url)
{
    const QString host = url.host();
    return host.contains(u':') ? u'[' + host + u']' : host;
}

bool isThisMachine(const QUrl &url)
{
    const QString host = url.host();
    return host.compare(u"localhost", Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

bool isReadableOnTheWay(const QUrl &url)
{
    return url.scheme() == u"http" && !isThisMachine(url);
}

bool sendsWithoutLook(const Connection &connection, PluginSpace space)
{
    return connection.order == DeployOrder::UpdateThenCreate && space == PluginSpace::Function;
}

QList<FieldProblem> validate(const Connection &connection)
{
    QList<FieldProblem> problems;
    if (connection.name.trimmed().isEmpty()) {
        problems.append({.field = ConnectionField::Name,
                         .problem = {.text = ConnectionTexts::tr("The connection has no name."),
                                     .remedy = ConnectionTexts::tr("Enter a name to know it by.")}});
    }
    if (const Result<QUrl> url = normalizedServerUrl(connection.url.toString(QUrl::FullyEncoded)); !url) {
        problems.append({.field = ConnectionField::Url, .problem = url.error()});
    }
    if (connection.signIn == SignInMethod::EmailAndPassword && !connection.email.contains(u'@')) {
        problems.append({.field = ConnectionField::Email,
                         .problem = {.text = ConnectionTexts::tr("Signing in with a password needs an e-mail address."),
                                     .remedy = ConnectionTexts::tr(
                                         "Enter the e-mail address of the account, or sign in by API key.")}});
    }
    checkNetwork(connection, problems);
    return problems;
}

} // namespace owui
