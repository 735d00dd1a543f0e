// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/memoryfixture.h"

#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

const QByteArray togglePath = "/api/v1/functions/id/f/toggle";

} // namespace

/// A function is on or off as the server says, and as nobody else does.
class TestFunctionSwitch final : public QObject
{
    Q_OBJECT

private slots:
    void answerWithoutState_data();
    void answerWithoutState();
    void againAfterAnAnswerWithoutState();

private:
    /// Answers the next switch without is_active; it was done where `isDone`.
    void answerWithoutState(MemoryFixture &fixture, bool isDone);
};

void TestFunctionSwitch::answerWithoutState(MemoryFixture &fixture, bool isDone)
{
    MemoryServer &memory = fixture.memory;
    memory.server().once("POST", togglePath, FakeAnswer::json(QJsonObject{{u"id"_s, u"f"_s}}));
    connect(&memory.server(), &FakeServer::received, &memory.server(), [&memory, isDone](const FakeRequest &request) {
        if (request.path() == togglePath && isDone) {
            memory.addFunction(u"f"_s, memory.function(u"f"_s).value(u"content"_s).toString(), true);
        }
    });
}

void TestFunctionSwitch::answerWithoutState_data()
{
    QTest::addColumn<bool>("isDone");
    QTest::newRow("it is on") << true;
    QTest::newRow("it is off all the same") << false;
}

void TestFunctionSwitch::answerWithoutState()
{
    QFETCH(const bool, isDone);
    MemoryFixture fixture;
    fixture.connection.switchOnNewFunctions = true;
    answerWithoutState(fixture, isDone);
    const DeployResult result =
        fixture.deploy(fixture.write(u"f.py"_s, pluginText(PluginKind::Filter, u"F"_s, u"1.0"_s)));
    QCOMPARE(result.outcome, DeployOutcome::Created);
    QCOMPARE(fixture.memory.server().count("POST", togglePath), 1);
    QCOMPARE(result.active.value_or(!isDone), isDone);
}

/// The old version of a function that a failed update switched off.
void TestFunctionSwitch::againAfterAnAnswerWithoutState()
{
    MemoryFixture fixture;
    fixture.memory.addFunction(u"f"_s, QString::fromUtf8(pluginText(PluginKind::Filter, u"F"_s, u"1.0"_s)));
    answerWithoutState(fixture, true);
    DeployResult deactivated;
    deactivated.path = u"f.py"_s;
    deactivated.id = u"f"_s;
    deactivated.kind = PluginKind::Filter;
    fixture.switchOn(deactivated);
    const auto isTold = [&fixture] {
        return std::ranges::any_of(fixture.log, [](const LogEntry &entry) { return entry.path == u"f.py"; });
    };
    QTRY_VERIFY(isTold());
    QVERIFY(fixture.waitForEnd());
    for (const LogEntry &entry : std::as_const(fixture.log)) {
        QVERIFY2(entry.level == LogLevel::Success || entry.path.isEmpty(), qPrintable(entry.text));
    }
    QCOMPARE(fixture.memory.server().count("POST", togglePath), 1);
}

QTEST_GUILESS_MAIN(TestFunctionSwitch)
#include "tst_functionswitch.moc"
