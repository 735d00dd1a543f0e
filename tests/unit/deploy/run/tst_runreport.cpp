// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/run/runreport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

namespace {

RunReport sample()
{
    DeployResult good;
    good.path = u"filters/good.py"_s;
    good.title = u"Good"_s;
    good.kind = PluginKind::Filter;
    good.id = u"good"_s;
    good.outcome = DeployOutcome::Updated;
    good.stage = DeployStage::Done;
    good.message = u"Updated."_s;
    good.versionBefore = u"1.0"_s;
    good.versionAfter = u"1.1"_s;
    good.active = true;
    good.elapsed = std::chrono::milliseconds(1234);
    DeployResult bad;
    bad.path = u"tools/bad.py"_s;
    bad.title = u"Bad | <b>[x](y)</b>\n# no heading"_s;
    bad.kind = PluginKind::Tool;
    bad.id = u"bad"_s;
    bad.outcome = DeployOutcome::Failed;
    bad.stage = DeployStage::Updating;
    bad.error = {.kind = ServerErrorKind::CodeImport, .httpStatus = 400, .detail = u"No module named 'x'\n# line"_s};
    bad.message = u"\u2068It\u2069 failed."_s;
    bad.remedy = u"Mend it."_s;
    return {.serverName = u"staging"_s,
            .serverUrl = u"https://example.org"_s,
            .release = u"0.12.4"_s,
            .ended = QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC),
            .elapsed = std::chrono::milliseconds(2500),
            .results = {good, bad}};
}

} // namespace

class TestRunReport final : public QObject
{
    Q_OBJECT

private slots:
    void markdown();
    void markdownStaysInItsCells();
    void json();
    void wordsOfThisMachineAreNotTheServers();
    void nothing();
};

void TestRunReport::markdown()
{
    const QString text = sample().toMarkdown();
    QVERIFY(text.startsWith(u"# Deployment to staging\n"_s));
    QVERIFY(text.contains(u"| Good | filter | good | updated | 1.0 | 1.1 | 1.2 s |\n"_s));
    QVERIFY(text.contains(u"2023-11-14T22:13:20Z"_s));
    QVERIFY(text.contains(u"0.12.4"_s));
    QVERIFY(text.contains(u"      No module named 'x'\n      # line"_s));
    QVERIFY(text.contains(u": It failed. Mend it."_s));
}

void TestRunReport::markdownStaysInItsCells()
{
    const QString text = sample().toMarkdown();
    int headings = 0;
    for (const QString &line : text.split(u'\n')) {
        headings += line.startsWith(u'#') ? 1 : 0;
        if (line.startsWith(u'|')) {
            QString plain = line;
            QCOMPARE(plain.remove(u"\\|"_s).count(u'|'), 8);
        }
    }
    QCOMPARE(headings, 2);
    QVERIFY(!text.contains(u"<b>"_s));
}

void TestRunReport::json()
{
    const QJsonObject document = QJsonDocument::fromJson(sample().toJson()).object();
    QCOMPARE(
        document.value(u"server"_s).toObject(),
        (QJsonObject{{u"name"_s, u"staging"_s}, {u"url"_s, u"https://example.org"_s}, {u"release"_s, u"0.12.4"_s}}));
    QCOMPARE(document.value(u"summary"_s)[u"updated"_s].toInt(), 1);
    QCOMPARE(document.value(u"summary"_s)[u"failed"_s].toInt(), 1);
    const QJsonObject bad = document.value(u"results"_s)[1].toObject();
    QCOMPARE(bad.value(u"outcome"_s).toString(), u"failed"_s);
    QCOMPARE(bad.value(u"stage"_s).toString(), u"updating"_s);
    QCOMPARE(bad.value(u"httpStatus"_s).toInt(), 400);
    QCOMPARE(bad.value(u"detail"_s).toString(), u"No module named 'x'\n# line"_s);
    QVERIFY(bad.value(u"versionBefore"_s).isNull());
    QVERIFY(bad.value(u"active"_s).isNull());
}

void TestRunReport::wordsOfThisMachineAreNotTheServers()
{
    RunReport report = sample();
    report.results.last().error = {.kind = ServerErrorKind::ConnectionRefused, .detail = u"Connection refused"_s};
    QVERIFY(!report.toMarkdown().contains(u"server's words"_s));
    const QJsonObject document = QJsonDocument::fromJson(report.toJson()).object();
    QVERIFY(document.value(u"results"_s)[1][u"detail"_s].isNull());
}

void TestRunReport::nothing()
{
    const RunReport empty;
    QVERIFY(!empty.toMarkdown().contains(u"What to look at"_s));
    QVERIFY(QJsonDocument::fromJson(empty.toJson()).object().value(u"results"_s).toArray().isEmpty());
}

QTEST_GUILESS_MAIN(TestRunReport)

#include "tst_runreport.moc"
