// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/connectionproblems.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

QString sentences(const Problem &problem)
{
    return problem.remedy.isEmpty() ? problem.text : problem.text + u' ' + problem.remedy;
}

/// A connection with which nothing is wrong. One field of a draft put into it tells that field's problems by
/// validate(), which knows the rules but not the fields.
Connection faultless()
{
    Connection connection;
    connection.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    connection.name = u"name"_s;
    connection.url = QUrl(u"http://localhost:8080"_s);
    return connection;
}

void append(QList<FieldProblem> &problems, ConnectionField field, const Connection &probe)
{
    for (const Problem &problem : validate(probe))
        problems.append({.field = field, .text = sentences(problem)});
}

} // namespace

QList<FieldProblem> problemsOf(const ConnectionDraft &draft, const QStringList &otherNames)
{
    const Connection &connection = draft.connection;
    QList<FieldProblem> problems;

    Connection probe = faultless();
    probe.name = connection.name;
    append(problems, ConnectionField::Name, probe);
    if (otherNames.contains(connection.name.trimmed(), Qt::CaseInsensitive)) {
        problems.append({.field = ConnectionField::Name,
                         .text = QCoreApplication::translate("ConnectionProblems",
                                                             "Another connection has this name. Choose a different "
                                                             "one.")});
    }

    const Result<QUrl> url = normalizedServerUrl(draft.urlText);
    if (!url)
        problems.append({.field = ConnectionField::Url, .text = sentences(url.error())});

    if (draft.secretChange == ConnectionDraft::SecretChange::Replace && draft.typedFor == SignInMethod::ApiKey &&
        connection.signIn == SignInMethod::ApiKey && !draft.typed.value.isEmpty()) {
        const Result<QByteArray> key = normalizedKey(QString::fromUtf8(draft.typed.value));
        if (!key)
            problems.append({.field = ConnectionField::Key, .text = sentences(key.error())});
    }

    probe = faultless();
    probe.signIn = connection.signIn;
    probe.email = connection.email;
    append(problems, ConnectionField::Email, probe);

    probe = faultless();
    probe.connectTimeout = connection.connectTimeout;
    probe.lookUpTimeout = connection.lookUpTimeout;
    probe.deployTimeout = connection.deployTimeout;
    probe.parallelRequests = connection.parallelRequests;
    append(problems, ConnectionField::TimeLimits, probe);

    probe = faultless();
    probe.certificateAuthorityFile = connection.certificateAuthorityFile;
    append(problems, ConnectionField::CertificateFile, probe);

    probe = faultless();
    probe.proxy = connection.proxy;
    probe.proxyHost = connection.proxyHost;
    probe.proxyPort = connection.proxyPort;
    append(problems, ConnectionField::Proxy, probe);

    probe = faultless();
    probe.keyHeader = connection.keyHeader;
    append(problems, ConnectionField::KeyHeader, probe);

    probe = faultless();
    probe.extraHeaders = connection.extraHeaders;
    append(problems, ConnectionField::ExtraHeaders, probe);

    // Fields that contradict each other only together.
    if (problems.isEmpty())
        append(problems, ConnectionField::Other, connection);
    return problems;
}

QString problemOf(const QList<FieldProblem> &problems, ConnectionField field)
{
    const auto found = std::ranges::find(problems, field, &FieldProblem::field);
    return found == problems.end() ? QString() : found->text;
}

} // namespace owui
