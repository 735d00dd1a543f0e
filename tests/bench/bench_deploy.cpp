// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "benchtable.h"

#include "support/practicefixture.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

constexpr int pluginCount = 200;
constexpr int latency = 20; // milliseconds, of every answer
constexpr double limit = 1.15;

QList<DeployRequest> writePlugins(PracticeFixture &fixture, const QString &version, const QString &prefix)
{
    QList<DeployRequest> requests;
    for (int i = 0; i < pluginCount; ++i) {
        const QString name = u"%1_%2"_s.arg(prefix).arg(i);
        requests.append(fixture.request(fixture.write(name + u".py"_s, pluginText(PluginKind::Filter, name, version))));
    }
    return requests;
}

double measure(PracticeFixture &fixture, const QList<DeployRequest> &requests, DeployOutcome expected)
{
    QElapsedTimer timer;
    timer.start();
    const QHash<QString, DeployResult> results = fixture.deploy(requests);
    const double elapsed = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    for (const DeployResult &result : results) {
        if (result.outcome != expected) {
            qFatal("%s: %s", qPrintable(result.path), qPrintable(result.message));
        }
    }
    return elapsed;
}

int post(QNetworkAccessManager &network, const PracticeFixture &fixture, const QString &path, const QByteArray &body)
{
    QNetworkRequest request(QUrl(fixture.connection.url.toString() + path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setRawHeader("Authorization", "Bearer " + fixture.credential.secret);
    const std::unique_ptr<QNetworkReply> reply(network.post(request, body));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

// What the scripts do: update, and if that is not 200, create; one plugin after the other.
double measureScripts(const PracticeFixture &fixture, const QString &prefix)
{
    QNetworkAccessManager network;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < pluginCount; ++i) {
        const QString id = u"%1_%2"_s.arg(prefix).arg(i);
        const QJsonObject body{{u"id"_s, id},
                               {u"name"_s, id},
                               {u"content"_s, QString::fromUtf8(pluginText(PluginKind::Filter, id, u"1.0"_s))},
                               {u"meta"_s, QJsonObject()}};
        const QByteArray bytes = QJsonDocument(body).toJson();
        if (post(network, fixture, u"/api/v1/functions/id/"_s + id + u"/update"_s, bytes) != 200 &&
            post(network, fixture, u"/api/v1/functions/create"_s, bytes) != 200) {
            qFatal("the scripts' order failed");
        }
    }
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    qputenv("PATH", OWUI_PROGRAMS ":" + qgetenv("PATH"));
    PracticeFixture fixture;
    if (!fixture.start(u"0.12.4"_s, {u"--latency"_s, QString::number(latency), u"--no-syntax-check"_s})) {
        QTextStream(stderr) << "The practice server did not start.\n";
        return 1;
    }
    const double scripts = measureScripts(fixture, u"scripts"_s);
    for (const int parallel : {2, 6}) {
        fixture.connection.pluginsAtATime = parallel;
        const QString prefix = u"ours%1"_s.arg(parallel);
        const double created = measure(fixture, writePlugins(fixture, u"1.0"_s, prefix), DeployOutcome::Created);
        const double createdIdeal = 1.0 * fixture.requests * latency / parallel;
        printRatio(
            u"Create %1 plugins, %2 at a time, %3 requests"_s.arg(pluginCount).arg(parallel).arg(fixture.requests),
            created, u"latency alone"_s, createdIdeal, limit);
        printRatio(u"The same"_s, created, u"update, then create, in turn"_s, scripts, 1);
        const double updated = measure(fixture, writePlugins(fixture, u"1.1"_s, prefix), DeployOutcome::Updated);
        const double updatedIdeal = 1.0 * fixture.requests * latency / parallel;
        printRatio(
            u"Update %1 plugins, %2 at a time, %3 requests"_s.arg(pluginCount).arg(parallel).arg(fixture.requests),
            updated, u"latency alone"_s, updatedIdeal, limit);
    }
    return 0;
}
