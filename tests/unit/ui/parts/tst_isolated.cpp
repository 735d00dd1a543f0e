// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/plan/plan.h"
#include "deploy/run/runreport.h"
#include "isolated.h"
#include "plugins/finding.h"

#include <QGuiApplication>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace owui;

namespace {

const QString name = u"מסנן"_s;
const QString shownName = u'\u2068' + name + u'\u2069';

} // namespace

class tst_Isolated : public QObject
{
    Q_OBJECT

private slots:
    void isolates_data();
    void isolates();
    void isolatesAllWhereTheWindowRunsFromTheRight();
    void sentencesOfTheFolderAndTheServer();
    void machinesReadNoIsolation();
};

void tst_Isolated::isolates_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shown");
    QTest::newRow("Latin") << u"Flash Card 2 🃏"_s << u"Flash Card 2 🃏"_s;
    QTest::newRow("Chinese") << u"闪卡"_s << u"闪卡"_s;
    QTest::newRow("Hebrew") << u"מסנן"_s << u"\u2068מסנן\u2069"_s;
    QTest::newRow("Arabic behind Latin") << u"Filter مرشح"_s << u"\u2068Filter مرشح\u2069"_s;
    QTest::newRow("beyond the first plane") << u"\U0001E900\U0001E901"_s << u"\u2068\U0001E900\U0001E901\u2069"_s;
    // What would end the isolate or turn the rest of the sentence.
    QTest::newRow("a name that steers") << u"a\u202Eb\u2069\u2066c"_s << u"abc"_s;
    QTest::newRow("a Hebrew name that steers") << u"מ\u2069\u202Eס"_s << u"\u2068מס\u2069"_s;
    QTest::newRow("none") << QString() << QString();
}

void tst_Isolated::isolates()
{
    QFETCH(const QString, name);
    QFETCH(const QString, shown);
    QCOMPARE(isolated(name), shown);
}

void tst_Isolated::isolatesAllWhereTheWindowRunsFromTheRight()
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    QCOMPARE(isolated(u"Flash Card"_s), u"\u2068Flash Card\u2069"_s);
    QGuiApplication::setLayoutDirection(Qt::LayoutDirectionAuto);
}

/// Whatever part of the program makes them.
void tst_Isolated::sentencesOfTheFolderAndTheServer()
{
    const QString finding = Finding{.code = FindingCode::IdChanged, .argument = name}.text();
    QVERIFY2(finding.contains(shownName), qPrintable(finding));
    Plugin plugin;
    plugin.path = u"a.py"_s;
    plugin.id = u"a"_s;
    plugin.kind = PluginKind::Filter;
    Comparison comparison;
    comparison.state = CompareState::Missing;
    comparison.server.presence = Presence::Missing;
    const PlanRow row =
        planRow({.plugin = plugin, .comparison = comparison, .twin = ServerPlugin{.id = u"b"_s, .name = name}}, {});
    const auto tells = [](const PlanWarning &warning) { return warning.text.contains(shownName); };
    QVERIFY(std::ranges::any_of(row.warnings, tells));
}

void tst_Isolated::machinesReadNoIsolation()
{
    DeployResult result;
    result.path = u"a.py"_s;
    result.title = name;
    result.message = u"It looks like %1."_s.arg(isolated(name));
    result.remedy = u"Look at %1."_s.arg(isolated(name));
    result.notes = {u"Kept %1."_s.arg(isolated(name))};
    const RunReport report{.results = {result}};
    const QString json = QString::fromUtf8(report.toJson());
    QVERIFY2(json.contains(u"It looks like "_s + name) && json.contains(u"Kept "_s + name), qPrintable(json));
    QVERIFY2(!json.contains(u'\u2068') && !json.contains(u"2068"_s), qPrintable(json));
}

QTEST_MAIN(tst_Isolated)
#include "tst_isolated.moc"
