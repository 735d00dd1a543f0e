// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/practicefixture.h"
#include "support/undofixture.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

class TestSwitch final : public QObject
{
    Q_OBJECT

private slots:
    void isInTheHistoryAndCanBeTakenBack();
    void isNoTextThatWasSent();
    void withoutHistory_data();
    void withoutHistory();
};

namespace {

/// A filter that is off, on a practice server with a history.
struct Fixture
{
    bool start()
    {
        if (!deploy.start(u"0.12.4"_s)) {
            return false;
        }
        undo = std::make_unique<UndoFixture>(deploy);
        plugin = deploy.write(u"f.py"_s, pluginText(PluginKind::Filter, u"F"_s, u"1.0"_s));
        return deploy.deploy(plugin).isSuccess();
    }

    DeployResult set(bool on)
    {
        DeployResult subject = DeployResult::of(plugin);
        Run &run = deploy.run();
        run.switchTo({{.subject = subject, .wanted = on, .consents = {Consent::Production}}});
        if (!deploy.waitForEnd()) {
            qWarning("the switch did not end");
        }
        return run.results().value(0);
    }

    std::optional<ServerPlugin> now() { return deploy.look(PluginSpace::Function, u"f"_s).plugin; }

    PracticeFixture deploy;
    std::unique_ptr<UndoFixture> undo;
    Plugin plugin;
};

} // namespace

void TestSwitch::isInTheHistoryAndCanBeTakenBack()
{
    Fixture f;
    QVERIFY(f.start());
    QCOMPARE(f.set(true).outcome, DeployOutcome::SwitchedOn);
    const HistoryEntry entry = f.undo->last(PluginSpace::Function, u"f"_s);
    QCOMPARE(entry.change, HistoryChange::Toggle);
    QCOMPARE(entry.runKind, HistoryRunKind::Other);
    QCOMPARE(entry.path, u"f.py"_s);
    QVERIFY(!entry.before->active);
    QCOMPARE(entry.after.outcome, HistoryOutcome::Done);
    QCOMPARE(entry.after.active, std::optional(true));
    QVERIFY(f.undo->runs().first().ended.isValid());

    const DeployResult back = f.undo->goBack(GoBackRequest::toBefore(entry));
    QVERIFY2(back.outcome == DeployOutcome::TakenBack, qPrintable(back.message));
    QVERIFY(!f.now()->active);

    // A switch that changes nothing is no change.
    const qsizetype known = f.undo->entries().size();
    QCOMPARE(f.set(false).outcome, DeployOutcome::Unchanged);
    QCOMPARE(f.undo->entries().size(), known);
}

void TestSwitch::isNoTextThatWasSent()
{
    Fixture f;
    QVERIFY(f.start());
    const QString edited = *f.now()->content + u"\n# edited on the server\n"_s;
    QVERIFY(
        f.deploy.post(u"/api/v1/functions/id/f/update"_s,
                      {{u"id"_s, u"f"_s}, {u"name"_s, u"F"_s}, {u"content"_s, edited}, {u"meta"_s, f.now()->meta}}));
    QCOMPARE(f.set(true).outcome, DeployOutcome::SwitchedOn);
    std::optional<QSet<QByteArray>> sent;
    f.deploy.journal->sentTexts(
        originOf(f.deploy.connection.url), PluginSpace::Function, u"f"_s, this,
        [&sent](const SentTexts &texts) { sent = texts.of(PluginSpace::Function, u"f"_s, {}).sent; });
    QTRY_VERIFY(sent);
    QCOMPARE(sent->size(), 1); // the deployed one
    QVERIFY(!sent->contains(historyHash(edited)));

    // Nor is one that was brought back: somebody else wrote it.
    QVERIFY(f.deploy.deploy(f.plugin, {Consent::EditedOnServer}).isSuccess());
    QVERIFY(f.undo->goBack(GoBackRequest::toBefore(f.undo->last(PluginSpace::Function, u"f"_s))).isSuccess());
    QCOMPARE(f.now()->content, edited);
    sent.reset();
    f.deploy.journal->sentTexts(
        originOf(f.deploy.connection.url), PluginSpace::Function, u"f"_s, this,
        [&sent](const SentTexts &texts) { sent = texts.of(PluginSpace::Function, u"f"_s, {}).sent; });
    QTRY_VERIFY(sent);
    QVERIFY(!sent->contains(historyHash(edited)));
}

void TestSwitch::withoutHistory_data()
{
    QTest::addColumn<bool>("production");
    QTest::newRow("anywhere") << false;
    QTest::newRow("production") << true;
}

void TestSwitch::withoutHistory()
{
    QFETCH(const bool, production);
    Fixture f;
    QVERIFY(f.start());
    // A history of its own, where a file stands in the way of the folder.
    UndoFixture other(f.deploy);
    QFile inTheWay(other.folder());
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    f.deploy.connection.production = production;
    const DeployResult result = f.set(true);
    QCOMPARE(result.outcome, production ? DeployOutcome::Failed : DeployOutcome::SwitchedOn);
    QVERIFY(production ? !result.remedy.isEmpty() : result.warnings.size() == 1);
    QCOMPARE(f.now()->active, !production);
}

QTEST_GUILESS_MAIN(TestSwitch)

#include "tst_switch.moc"
