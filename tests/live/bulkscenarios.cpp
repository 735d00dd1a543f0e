// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "live/groups.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui::test {

namespace {

constexpr int pluginCount = 200;
constexpr int size = 42'000; // bytes of source

// One request after the other, as a script would send them. The key stands in a file.
constexpr auto loop = R"(
while read -r method path body; do
  if [ -n "$body" ]; then
    curl -sS -o /dev/null -X "$method" -H @headers -H 'Content-Type: application/json' --data-binary @"$body" "$path"
  else
    curl -sS -o /dev/null -X "$method" -H @headers "$path"
  fi || exit 1
done <requests
)";

QString nameOf(int index)
{
    return u"bulk_%1"_s.arg(index, 3, 10, QChar(u'0'));
}

// Of ten plugins four are new and four are changed, one is broken and new, and one is changed and broken.
bool wasThere(int index)
{
    return index % 10 >= 5;
}

bool isBroken(int index)
{
    return index % 10 == 4 || index % 10 == 9;
}

PluginCode codeOf(int index, const QString &version)
{
    PluginCode code{.title = nameOf(index), .version = version};
    code.tail = "\n# " + code.title.toUtf8() + " 0123456789abcdef 0123456789abcdef 0123456789abcdef\n";
    code.tail = code.tail.repeated(size / static_cast<int>(code.tail.size()));
    return code;
}

} // namespace

/// Many plugins in one run.
class BulkScenarios final : public ScenarioTest
{
    Q_OBJECT

public:
    using ScenarioTest::ScenarioTest;

private slots:
    void s22_twoHundred();

private:
    void prepareServer();
    [[nodiscard]] QHash<QString, QString> contents();
    double curl(const QList<Exchange> &exchanges, const QHash<QString, QByteArray> &bodies);
};

void BulkScenarios::prepareServer()
{
    server().clear();
    QList<RawRequest> requests;
    for (int i = 0; i < pluginCount; ++i) {
        if (wasThere(i)) {
            requests.append(RawRequest::post(u"/api/v1/functions/create"_s,
                                             {{u"id"_s, nameOf(i)},
                                              {u"name"_s, nameOf(i)},
                                              {u"content"_s, QString::fromUtf8(codeOf(i, u"1.0"_s).text())},
                                              {u"meta"_s, QJsonObject()}}));
        }
    }
    QVERIFY(std::ranges::all_of(server().admin().sendAll(requests), &RawAnswer::ok));
}

QHash<QString, QString> BulkScenarios::contents()
{
    QHash<QString, QString> byId;
    const QJsonArray all = server().admin().get(u"/api/v1/functions/export"_s).json.toArray();
    for (const QJsonValue &function : all) {
        byId.insert(function.toObject().value(u"id"_s).toString(), function.toObject().value(u"content"_s).toString());
    }
    return byId;
}

void BulkScenarios::s22_twoHundred()
{
    prepareServer();
    QList<DeployRequest> requests;
    QHash<QString, QByteArray> bodies;
    for (int i = 0; i < pluginCount; ++i) {
        PluginCode code = codeOf(i, u"1.1"_s);
        if (isBroken(i)) {
            missingPackage().spoil(code);
        }
        requests.append(fixture().request(write(nameOf(i), code)));
        bodies.insert(nameOf(i), QJsonDocument(QJsonObject{{u"id"_s, nameOf(i)},
                                                           {u"name"_s, nameOf(i)},
                                                           {u"content"_s, QString::fromUtf8(code.text())},
                                                           {u"meta"_s, QJsonObject()}})
                                     .toJson(QJsonDocument::Compact));
    }
    QElapsedTimer clock;
    clock.start();
    const QHash<QString, DeployResult> results = fixture().deploy(requests);
    const double ours = static_cast<double>(clock.elapsed()) / 1000;

    // The report, plugin by plugin, against what the server has.
    QCOMPARE(results.size(), pluginCount);
    const QHash<QString, QString> now = contents();
    QCOMPARE(now.size(), pluginCount * 9 / 10); // all but those that are broken and new
    for (int i = 0; i < pluginCount; ++i) {
        const DeployResult &result = results.value(requests.at(i).plugin.path);
        const DeployOutcome expected = isBroken(i)   ? DeployOutcome::Failed
                                       : wasThere(i) ? DeployOutcome::Updated
                                                     : DeployOutcome::Created;
        QVERIFY2(result.outcome == expected, qUtf8Printable(result.id + u": "_s + result.message));
        const QString version = isBroken(i) ? u"1.0"_s : u"1.1"_s;
        const QString text = isBroken(i) && !wasThere(i) ? QString() : QString::fromUtf8(codeOf(i, version).text());
        QVERIFY2(now.value(result.id) == text, qUtf8Printable(result.id));
    }

    if (server().isPractice()) {
        return;
    }
    QVERIFY2(!QStandardPaths::findExecutable(u"curl"_s).isEmpty(), "There is no curl to compare with.");
    const QList<Exchange> exchanges = fixture().exchanges;
    prepareServer();
    const double theirs = curl(exchanges, bodies);
    QVERIFY(theirs > 0);
    reportMeasure(u"200 plugins of 42 KB, %1 requests: %2 s, two at a time; the same requests by curl in a loop: %3 s"_s
                      .arg(exchanges.size())
                      .arg(ours, 0, 'f', 1)
                      .arg(theirs, 0, 'f', 1));
}

double BulkScenarios::curl(const QList<Exchange> &exchanges, const QHash<QString, QByteArray> &bodies)
{
    const QTemporaryDir folder;
    const auto write = [&folder](const QString &name, const QByteArray &bytes) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    };
    QByteArray lines;
    auto creates = bodies;
    for (const Exchange &exchange : exchanges) {
        lines += exchange.method + ' ' + (server().connection().url.toString() + exchange.path).toUtf8();
        if (exchange.method == "POST") {
            // A create does not name its plugin in the path; each is created once.
            QString id = exchange.path.section(u"/id/"_s, 1).section(u'/', 0, 0);
            if (id.isEmpty()) {
                for (int i = 0; i < pluginCount && id.isEmpty(); ++i) {
                    id = !wasThere(i) && creates.contains(nameOf(i)) ? nameOf(i) : QString();
                }
                creates.remove(id);
            }
            lines += ' ' + id.toUtf8();
            (void)write(id, bodies.value(id));
        }
        lines += '\n';
    }
    if (!write(u"requests"_s, lines) ||
        !write(u"headers"_s, "Authorization: Bearer " + server().credential().secret + '\n')) {
        return 0;
    }
    QProcess process;
    process.setWorkingDirectory(folder.path());
    QElapsedTimer clock;
    clock.start();
    process.start(u"bash"_s, {u"-c"_s, QString::fromLatin1(loop)});
    if (!process.waitForFinished(300'000) || process.exitCode() != 0) {
        qWarning("%s", process.readAllStandardError().constData());
        return 0;
    }
    return static_cast<double>(clock.elapsed()) / 1000;
}

std::unique_ptr<ScenarioTest> makeBulkScenarios(LiveServer &server)
{
    return std::make_unique<BulkScenarios>(server);
}

} // namespace owui::test

#include "bulkscenarios.moc"
