// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/emptyjournal.h"
#include "support/memoryfixture.h"
#include "support/undofixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

const QByteArray lookUpPath = "/api/v1/functions/id/f";
const QByteArray createPath = "/api/v1/functions/create";
const QByteArray togglePath = "/api/v1/functions/id/f/toggle";

QByteArray filter(const QString &version)
{
    return pluginText(PluginKind::Filter, u"F"_s, version);
}

/// When to cancel a create that follows a refused update.
enum class Moment { StageEntered, HistoryWrites, BodyIsMade };

/// Stores nothing, and tells when a create is begun.
class CreateWatch final : public EmptyJournal
{
public:
    void before(const JournalChange &change, std::function<void(const Result<qint64> &)> stored) override
    {
        const qint64 entry = ++m_entries;
        const bool creates = change.change == HistoryChange::Create;
        if (creates && moment == Moment::HistoryWrites) {
            cancel();
        }
        const auto answer = [this, stored = std::move(stored), entry, creates] {
            stored(entry);
            if (creates && moment == Moment::BodyIsMade) {
                cancel();
            }
        };
        QMetaObject::invokeMethod(&m_context, answer, Qt::QueuedConnection);
    }
    void after(qint64 /*entry*/, HistoryOutcome outcome, const std::optional<ServerPlugin> & /*now*/,
               const QString & /*message*/) override
    {
        outcomes.append(outcome);
    }

    Moment moment = Moment::StageEntered;
    std::function<void()> cancel;
    QList<HistoryOutcome> outcomes;

private:
    qint64 m_entries = 0;
    QObject m_context;
};

/// Cancels while a switch looks first.
class SwitchLook final : public QObject
{
public:
    SwitchLook(FakeServer &server, const std::function<void()> &cancel)
    {
        connect(&server, &FakeServer::received, this, [this, cancel](const FakeRequest &request) {
            if (m_switching && !cancelled && request.method == "GET" && request.path() == lookUpPath) {
                cancelled = true;
                cancel();
            }
        });
    }

    void enter(DeployStage stage) { m_switching = stage == DeployStage::SwitchingOn; }

    bool cancelled = false;

private:
    bool m_switching = false;
};

} // namespace

Q_DECLARE_METATYPE(Moment)

/// After Cancel no request that changes something goes out any more.
class TestCancel final : public QObject
{
    Q_OBJECT

private slots:
    void noCreateAfterARefusedUpdate_data();
    void noCreateAfterARefusedUpdate();
    void whatWasCreatedIsNotSwitchedOn();
    void whatWasNewIsNotSwitchedOff();
    void whatWentBackIsNotSwitched();
};

void TestCancel::noCreateAfterARefusedUpdate_data()
{
    QTest::addColumn<Moment>("moment");
    QTest::newRow("the stage is entered") << Moment::StageEntered;
    QTest::newRow("the history writes") << Moment::HistoryWrites;
    QTest::newRow("the body is made") << Moment::BodyIsMade;
}

void TestCancel::noCreateAfterARefusedUpdate()
{
    QFETCH(const Moment, moment);
    MemoryFixture fixture;
    CreateWatch journal;
    journal.moment = moment;
    journal.cancel = [&fixture] { fixture.cancel(); };
    fixture.journal = &journal;
    fixture.connection.order = DeployOrder::UpdateThenCreate;
    bool creating = false;
    fixture.onStage = [&](DeployStage stage) {
        creating = creating || stage == DeployStage::Creating;
        if (stage == DeployStage::Creating && moment == Moment::StageEntered) {
            fixture.cancel();
        }
    };
    const DeployResult result = fixture.deploy(fixture.write(u"f.py"_s, filter(u"1.0"_s)));
    QVERIFY(creating);
    QCOMPARE(fixture.memory.server().count("POST", createPath), 0);
    QVERIFY(!fixture.memory.has(u"f"_s));
    QVERIFY2(!result.isSuccess(), qPrintable(result.message));
    QCOMPARE(fixture.memory.server().count("POST", lookUpPath + "/update"), 1);
    QCOMPARE(journal.outcomes.value(0), HistoryOutcome::Failed);
    QCOMPARE(journal.outcomes.value(1, HistoryOutcome::NotSent), HistoryOutcome::NotSent);
}

void TestCancel::whatWasCreatedIsNotSwitchedOn()
{
    MemoryFixture fixture;
    fixture.connection.switchOnNewFunctions = true;
    SwitchLook look(fixture.memory.server(), [&fixture] { fixture.cancel(); });
    fixture.onStage = [&look](DeployStage stage) { look.enter(stage); };
    const DeployResult result = fixture.deploy(fixture.write(u"f.py"_s, filter(u"1.0"_s)));
    QVERIFY(look.cancelled);
    QCOMPARE(fixture.memory.server().count("POST", togglePath), 0);
    QVERIFY2(result.outcome == DeployOutcome::Created, qPrintable(result.message));
    QCOMPARE(result.active, std::optional(false));
}

void TestCancel::whatWasNewIsNotSwitchedOff()
{
    MemoryFixture fixture;
    UndoFixture undo(fixture);
    fixture.connection.switchOnNewFunctions = true;
    QVERIFY(fixture.deploy(fixture.write(u"f.py"_s, filter(u"1.0"_s))).isSuccess());
    QVERIFY(fixture.look(PluginSpace::Function, u"f"_s).plugin->active);
    SwitchLook look(fixture.memory.server(), [&undo] { undo.cancel(); });
    undo.onStage = [&look](DeployStage stage) { look.enter(stage); };
    const DeployResult result = undo.undoLast().value(0);
    QVERIFY(look.cancelled);
    QCOMPARE(fixture.memory.server().count("POST", togglePath), 1); // of the deployment
    QVERIFY(fixture.look(PluginSpace::Function, u"f"_s).plugin->active);
    QVERIFY2(!result.isSuccess(), qPrintable(result.message));
}

void TestCancel::whatWentBackIsNotSwitched()
{
    MemoryFixture fixture;
    UndoFixture undo(fixture);
    fixture.memory.addFunction(u"f"_s, QString::fromUtf8(filter(u"1.0"_s)));
    QVERIFY(fixture.deploy(fixture.write(u"f.py"_s, filter(u"1.1"_s))).isSuccess());
    QVERIFY(fixture.post(u"/api/v1/functions/id/f/toggle"_s));
    SwitchLook look(fixture.memory.server(), [&undo] { undo.cancel(); });
    undo.onStage = [&look](DeployStage stage) { look.enter(stage); };
    const DeployResult result = undo.undoLast().value(0);
    QVERIFY(look.cancelled);
    QCOMPARE(fixture.memory.server().count("POST", togglePath), 1); // of the other person
    const ServerPlugin now = *fixture.look(PluginSpace::Function, u"f"_s).plugin;
    QCOMPARE(now.version(), u"1.0"_s);
    QVERIFY(now.active);
    QVERIFY2(!result.isSuccess(), qPrintable(result.message));
}

QTEST_GUILESS_MAIN(TestCancel)
#include "tst_cancel.moc"
