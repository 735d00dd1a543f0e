// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/run/planmaker.h"
#include "deploy/run/serversession.h"
#include "history/historyentry.h"
#include "plugins/localcheck.h"
#include "plugins/pluginfile.h"
#include "support/emptyjournal.h"
#include "support/memoryserver.h"

#include <QFile>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

constexpr PluginSpace function = PluginSpace::Function;
constexpr int count = 7; // more than are looked up one by one
const QByteArray listPath = "/api/v1/functions/";
const QByteArray exportPath = "/api/v1/functions/export";

QString idOf(int number)
{
    return u"f%1"_s.arg(number);
}

QString textOf(const QString &id)
{
    return u"\"\"\"\ntitle: "_s + id + u"\nversion: 1.0\n\"\"\"\nclass Filter:\n    pass\n"_s;
}

} // namespace

/// Knows which text each plugin's version has, and gives those texts when it is told to.
class SlowJournal final : public EmptyJournal
{
public:
    void before(const JournalChange & /*change*/, std::function<void(const Result<qint64> &)> stored) override
    {
        stored(qint64(1));
    }
    void sentTexts(const QString & /*serverOrigin*/, std::optional<PluginSpace> /*space*/, const QString & /*id*/,
                   QObject * /*context*/, std::function<void(const SentTexts &)> done) override
    {
        SentTexts sent;
        for (int i = 0; i < count; ++i) {
            const QByteArray hash = historyHash(textOf(idOf(i)));
            sent.plugins.insert({function, idOf(i)}, {.sent = {hash}, .lastVersion = u"v1"_s, .lastText = hash});
        }
        done(sent);
    }
    void contents(const QList<QByteArray> & /*hashes*/, QObject * /*context*/,
                  std::function<void(const QHash<QByteArray, QString> &)> done) override
    {
        asked.append(std::move(done));
    }
    /// The oldest question is answered.
    void answer()
    {
        QHash<QByteArray, QString> texts;
        for (int i = 0; i < count; ++i) {
            texts.insert(historyHash(textOf(idOf(i))), textOf(idOf(i)));
        }
        asked.takeFirst()(texts);
    }

    QList<std::function<void(const QHash<QByteArray, QString> &)>> asked;
};

/// What a plan asks a server that tells versions (0.12+), while the history is read.
class TestPlanMaker final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void listsWhileTextsAreRead();
    void aCancelledPlanLeavesTheLookComplete();
    void failsWhereItsSpaceCannotBeAsked();
    void looksOnceWhereOneSpaceCannotBeRead();

private:
    void plan(PlanMaker::Scope scope);
    [[nodiscard]] int asked(const QByteArray &path) const { return m_server->server().count("GET", path); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MemoryServer> m_server;
    std::unique_ptr<SlowJournal> m_journal;
    LocalCheck m_check;
    std::unique_ptr<ServerSession> m_session;
    QList<Plugin> m_plugins;
};

/// The server has other texts than its list's versions tell, so that it can be seen where a text came from.
void TestPlanMaker::init()
{
    m_session.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<MemoryServer>("sk-memory");
    m_journal = std::make_unique<SlowJournal>();
    m_plugins.clear();
    QJsonArray list;
    for (int i = 0; i < count; ++i) {
        const QString id = idOf(i);
        m_server->addFunction(id, u"class Filter: pass # of the server"_s);
        list.append(QJsonObject{{u"id"_s, id}, {u"name"_s, id}, {u"type"_s, u"filter"_s}, {u"version_id"_s, u"v1"_s}});
        QFile file(m_folder->filePath(id + u".py"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(textOf(id).toUtf8());
        m_plugins.append(readPlugin(id + u".py"_s, {.utf8 = textOf(id).toUtf8()}));
    }
    m_server->server().once("GET", listPath, FakeAnswer::json(list));
    const QUrl url = m_server->server().url();
    m_session = std::make_unique<ServerSession>(Connection{.id = u"c"_s, .name = u"memory"_s, .url = url},
                                                Credential{.secret = "sk-memory", .origin = originOf(url)}, m_check,
                                                m_journal.get());
    m_session->learnRelease(ServerRelease(u"0.12.4"_s));
}

void TestPlanMaker::plan(PlanMaker::Scope scope)
{
    m_session->plans().start(m_folder->path(), m_plugins, m_plugins, scope);
}

void TestPlanMaker::listsWhileTextsAreRead()
{
    QSignalSpy planned(&m_session->plans(), &PlanMaker::planned);
    plan(PlanMaker::Scope::Sent);
    QTRY_COMPARE(asked(listPath), 1);
    QTest::qWait(50);
    QVERIFY(planned.isEmpty());
    QCOMPARE(m_journal->asked.size(), 1);
    m_journal->answer();
    QVERIFY(planned.wait());
    const auto rows = planned.first().first().value<QList<PlanRow>>();
    QCOMPARE(rows.size(), count);
    QCOMPARE(rows.first().action, PlanAction::None);
    QCOMPARE(asked(exportPath), 0);
}

/// Whoever plans next joins it, and is told what the server has.
void TestPlanMaker::aCancelledPlanLeavesTheLookComplete()
{
    plan(PlanMaker::Scope::Sent);
    QTRY_COMPARE(m_journal->asked.size(), 1);
    m_session->plans().cancel();
    QSignalSpy planned(&m_session->plans(), &PlanMaker::planned);
    plan(PlanMaker::Scope::Everything);
    QVERIFY(planned.wait());
    QCOMPARE(asked(exportPath), 1);
    const auto rows = planned.first().first().value<QList<PlanRow>>();
    QVERIFY(rows.first().action != PlanAction::None);
    m_journal->answer(); // too late
    QVERIFY(!m_session->plans().inventory().awaitsVersionTexts());
    QCOMPARE(planned.size(), 1);
}

void TestPlanMaker::failsWhereItsSpaceCannotBeAsked()
{
    const FakeAnswer expired =
        FakeAnswer::detail(401, u"Your session has expired or the token is invalid. Please sign in again."_s);
    m_server->server().setFront([&expired](const FakeRequest &request) {
        return request.path().startsWith("/api/v1/functions") ? std::optional(expired) : std::nullopt;
    });
    QSignalSpy failed(&m_session->plans(), &PlanMaker::failed);
    QSignalSpy planned(&m_session->plans(), &PlanMaker::planned);
    plan(PlanMaker::Scope::Sent);
    QTRY_COMPARE(m_journal->asked.size(), 1);
    m_journal->answer();
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().first().value<ServerError>().httpStatus, 401);
    QVERIFY(planned.isEmpty());
    QCOMPARE(m_server->server().count("GET", "/api/v1/tools/list"), 0);
}

/// A space that cannot be read does not make the other one be read for each plan.
void TestPlanMaker::looksOnceWhereOneSpaceCannotBeRead()
{
    m_server->server().setFront([](const FakeRequest &request) {
        return request.path().startsWith("/api/v1/tools") ? std::optional(FakeAnswer::detail(500, {})) : std::nullopt;
    });
    QSignalSpy planned(&m_session->plans(), &PlanMaker::planned);
    plan(PlanMaker::Scope::Everything);
    QTRY_COMPARE(m_journal->asked.size(), 1);
    m_journal->answer();
    QVERIFY(planned.wait());
    plan(PlanMaker::Scope::Everything);
    QVERIFY(planned.wait());
    QCOMPARE(asked(listPath) + asked(exportPath), 1);
}

QTEST_GUILESS_MAIN(TestPlanMaker)
#include "tst_planmaker.moc"
