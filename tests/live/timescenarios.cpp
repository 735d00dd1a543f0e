// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "live/groups.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui::test {

namespace {

constexpr int tick = 10; // milliseconds

/// Whether the window would have stayed usable: how often the event loop came round, and how long it did nothing else
/// at a stretch. Both are taken relative to the whole time, so that a slow machine is no reason to fail.
class EventLoopWatch final : public QObject
{
public:
    EventLoopWatch()
    {
        m_whole.start();
        m_clock.start();
        connect(&m_timer, &QTimer::timeout, this, [this] {
            ++m_turns;
            m_longest = std::max(m_longest, m_clock.restart());
        });
        m_timer.start(tick);
    }
    /// At least a tenth of the turns there should have been, and no stretch as long as half of the time.
    [[nodiscard]] bool wasUsable() const
    {
        return m_turns >= m_whole.elapsed() / (10 * tick) && m_longest < m_whole.elapsed() / 2;
    }
    [[nodiscard]] QByteArray story() const
    {
        return QByteArray::number(m_turns) + " turns in " + QByteArray::number(m_whole.elapsed()) +
               " ms, the longest took " + QByteArray::number(m_longest) + " ms";
    }

private:
    QTimer m_timer;
    QElapsedTimer m_whole;
    QElapsedTimer m_clock;
    qint64 m_turns = 0;
    qint64 m_longest = 0;
};

} // namespace

/// Deployments that take their time: pip, slow imports.
class TimeScenarios final : public ScenarioTest
{
    Q_OBJECT

public:
    using ScenarioTest::ScenarioTest;

private slots:
    void s14_smallPackage();
    void s14_unknownPackage();
    void s14_commaInRange();
    void s15_slowImport();
    void s15_deadlinePasses();
};

void TimeScenarios::s14_smallPackage()
{
    const PluginCode code{.header = "requirements: pyjokes==0.8.3\n",
                          .topLevel = server().isPractice() ? "# practice: pip-sleep 1\n"_ba : "import pyjokes\n"_ba};
    const EventLoopWatch watch;
    const DeployResult result = deploy(u"needy"_s, code);
    QVERIFY2(result.outcome == DeployOutcome::Created, qUtf8Printable(result.message));
    QVERIFY(stored(PluginSpace::Function, u"needy"_s).ok());
    QVERIFY(result.elapsed.count() > 200);
    QVERIFY2(watch.wasUsable(), watch.story().constData());
}

void TimeScenarios::s14_unknownPackage()
{
    const PluginCode code{.header = "requirements: owui-no-such-package\n",
                          .topLevel = "# practice: pip-sleep 1\n# practice: pip-error\n"};
    QVERIFY(deploy(u"kept"_s, {}).isSuccess());
    QVERIFY(act(PluginSpace::Function, u"kept"_s, u"toggle"_s).ok());
    // pip fails before the code is loaded, so no release switches the function off.
    const DeployResult update = deploy(u"kept"_s, code);
    QCOMPARE(update.outcome, DeployOutcome::Failed);
    QVERIFY(!update.deactivated);
    QCOMPARE(stored(PluginSpace::Function, u"kept"_s)[u"is_active"_s], QJsonValue(true));
    if (!hidesReasons()) {
        QCOMPARE(update.error.name(), ServerError{.kind = ServerErrorKind::PipFailed}.name());
    }

    PluginCode other = code;
    other.title = u"Another"_s;
    const DeployResult create = deploy(u"needy"_s, other);
    QCOMPARE(create.outcome, DeployOutcome::Failed);
    QVERIFY(isMissing(PluginSpace::Function, u"needy"_s));
    QCOMPARE(create.message.contains(u"only in the server's log"_s), hidesReasons());
    if (!hidesReasons()) {
        QCOMPARE(create.error.name(), ServerError{.kind = ServerErrorKind::PipFailed}.name());
    }
}

void TimeScenarios::s14_commaInRange()
{
    const Plugin plugin = fixture().write(
        u"needy.py"_s,
        PluginCode{.header = "requirements: pyjokes>=0.6,<1\n", .topLevel = "# practice: pip-error\n"}.text());
    QVERIFY(std::ranges::any_of(plugin.findings,
                                [](const Finding &finding) { return finding.code == FindingCode::RequirementsComma; }));
    const DeployResult result = fixture().deploy(plugin);
    QCOMPARE(result.outcome, DeployOutcome::Failed);
    QVERIFY(isMissing(PluginSpace::Function, plugin.id));
    if (hidesReasons()) {
        QVERIFY2(result.message.contains(u"comma"_s), qUtf8Printable(result.message));
    }
}

void TimeScenarios::s15_slowImport()
{
    const PluginCode code{.topLevel = "import time\ntime.sleep(5)\n# practice: sleep 5\n"};
    const EventLoopWatch watch;
    const DeployResult result = deploy(u"slow"_s, code);
    QVERIFY2(result.outcome == DeployOutcome::Created, qUtf8Printable(result.message));
    QVERIFY(result.elapsed.count() >= 5000);
    QVERIFY2(watch.wasUsable(), watch.story().constData());
    QVERIFY(stored(PluginSpace::Function, u"slow"_s).ok());
}

void TimeScenarios::s15_deadlinePasses()
{
    fixture().connection.deployTimeout = std::chrono::seconds(1);
    const Plugin plugin = write(u"slow"_s, {.topLevel = "import time\ntime.sleep(5)\n# practice: sleep 5\n"});
    Run &run = fixture().run();
    QSignalSpy finished(&run, &Run::runFinished);
    QSignalSpy stages(&run, &Run::stageChanged);
    run.deploy({fixture().request(plugin)});
    QVERIFY(finished.wait(60'000));
    const DeployResult result = run.results().constFirst();
    QVERIFY2(result.outcome == DeployOutcome::Created, qUtf8Printable(result.message));
    QVERIFY(std::ranges::any_of(stages, [](const QList<QVariant> &stage) {
        return stage.at(1).value<DeployStage>() == DeployStage::FindingOut;
    }));
    QVERIFY(result.notes.join(u' ').contains(u"Nobody knows yet"_s));
    QCOMPARE(fixture().posts, 1);
    QVERIFY(stored(PluginSpace::Function, u"slow"_s).ok());
}

std::unique_ptr<ScenarioTest> makeTimeScenarios(LiveServer &server)
{
    return std::make_unique<TimeScenarios>(server);
}

} // namespace owui::test

#include "timescenarios.moc"
