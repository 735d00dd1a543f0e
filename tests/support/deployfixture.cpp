// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/deployfixture.h"

#include "plugins/pluginfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace owui::test {

DeployFixture::DeployFixture() = default;
DeployFixture::~DeployFixture() = default;

void DeployFixture::setServer(const Connection &newConnection, const Credential &newCredential)
{
    connection = newConnection;
    credential = newCredential;
    m_other = std::make_unique<OpenWebUi>(m_otherNetwork, connection, credential);
}

Plugin DeployFixture::write(const QString &path, const QByteArray &text)
{
    const QString absolute = m_folder.filePath(path);
    QDir().mkpath(QFileInfo(absolute).path());
    QFile file(absolute);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        qFatal("cannot write %s", qPrintable(absolute));
    }
    file.close();
    const auto source = readPluginSource(absolute);
    return source ? readPlugin(path, source.value()) : Plugin{.path = path};
}

QByteArray DeployFixture::textOf(const QString &path) const
{
    QFile file(m_folder.filePath(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

DeployRequest DeployFixture::request(const Plugin &plugin, const Consents &consents) const
{
    return {.root = m_folder.path(), .plugin = plugin, .consents = consents};
}

Run &DeployFixture::run()
{
    m_run.reset();
    m_server = std::make_unique<OpenWebUi>(m_network, connection, credential);
    posts = 0;
    requests = 0;
    exchanges.clear();
    story.clear();
    QObject::connect(m_server.get(), &OpenWebUi::exchanged, m_server.get(), [this](const Exchange &exchange) {
        ++requests;
        exchanges.append(exchange);
        posts += exchange.method == "POST" ? 1 : 0;
    });
    m_run = std::make_unique<Run>(*m_server, m_localCheck, journal);
    QObject::connect(m_run.get(), &Run::logged, m_run.get(), [this](const LogEntry &entry) { log.append(entry); });
    QObject::connect(m_run.get(), &Run::stageChanged, m_run.get(), [this](const QString &, DeployStage stage) {
        if (onStage) {
            onStage(stage);
        }
    });
    QObject::connect(m_run.get(), &Run::runStarted, m_run.get(), [this] { story.append(u"started"_s); });
    QObject::connect(m_run.get(), &Run::runFinished, m_run.get(), [this] {
        QStringList paths;
        for (const DeployResult &result : m_run->results()) {
            paths.append(result.path);
        }
        story.append(u"ended: "_s + paths.join(u' '));
    });
    return *m_run;
}

QHash<QString, DeployResult> DeployFixture::deploy(const QList<DeployRequest> &plugins)
{
    run();
    submit(plugins);
    if (!waitForEnd()) {
        qWarning("the run did not end");
    }
    QHash<QString, DeployResult> byPath;
    for (const DeployResult &result : m_run->results()) {
        byPath.insert(result.path, result);
    }
    return byPath;
}

DeployResult DeployFixture::deploy(const Plugin &plugin, const Consents &consents)
{
    return deploy({request(plugin, consents)}).value(plugin.path);
}

void DeployFixture::submit(const QList<DeployRequest> &plugins)
{
    (m_run ? *m_run : run()).deploy(plugins);
}

void DeployFixture::switchOn(const DeployResult &deactivated)
{
    run().switchTo({{.subject = deactivated, .wanted = true, .consents = {Consent::Production}}});
}

bool DeployFixture::waitForEnd()
{
    // The last run of the story has ended: the run itself may say so too early.
    const auto isOver = [this] { return !isRunning() && (story.isEmpty() || story.last() != u"started"); };
    return QTest::qWaitFor(isOver, static_cast<int>(patience.count()));
}

bool DeployFixture::isRunning() const
{
    return m_run && m_run->isRunning();
}

void DeployFixture::cancel()
{
    if (m_run) {
        m_run->cancelAll();
    }
}

LookUp DeployFixture::look(PluginSpace space, const QString &id)
{
    LookUp seen;
    bool done = false;
    QObject context;
    m_other->lookUp(space, id, &context, [&](const LookUp &lookUp) {
        seen = lookUp;
        done = true;
    });
    if (!QTest::qWaitFor([&] { return done; }, static_cast<int>(patience.count()))) {
        qWarning("the server did not answer");
    }
    return seen;
}

bool DeployFixture::post(const QString &path, const QJsonObject &body)
{
    QNetworkRequest request(QUrl(connection.url.toString() + path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setRawHeader("Authorization", "Bearer " + credential.secret);
    const std::unique_ptr<QNetworkReply> reply(m_otherNetwork.post(request, QJsonDocument(body).toJson()));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    return finished.wait(static_cast<int>(patience.count())) && reply->error() == QNetworkReply::NoError;
}

QByteArray pluginText(PluginKind kind, const QString &title, const QString &version, const QByteArray &extra)
{
    static constexpr const char *classes[] = {"Pipe", "Filter", "Action", "Event", "Tools"};
    return "\"\"\"\ntitle: " + title.toUtf8() + "\nversion: " + version.toUtf8() +
           "\ndescription: made for a test\n\"\"\"\n\n" + extra + "\n\nclass " + classes[static_cast<int>(kind)] +
           ":\n    def __init__(self):\n        pass\n\n# the code of " + title.toUtf8() + "\n";
}

QByteArray filterText(const QString &title, const QString &version, const QByteArray &extra)
{
    return pluginText(PluginKind::Filter, title, version, extra);
}

} // namespace owui::test
