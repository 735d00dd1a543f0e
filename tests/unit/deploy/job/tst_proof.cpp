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

const QByteArray lookUpPath = "/api/v1/functions/id/f";
const QByteArray updatePath = "/api/v1/functions/id/f/update";
const QByteArray createPath = "/api/v1/functions/create";
const QByteArray oldText = pluginText(PluginKind::Filter, u"F"_s, u"1.0"_s);
const QByteArray newText = pluginText(PluginKind::Filter, u"F"_s, u"2.0"_s);

FakeAnswer answerWith(const QJsonObject &fields)
{
    QJsonObject json{{u"id"_s, u"f"_s}};
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        json.insert(it.key(), it.value());
    }
    return FakeAnswer::json(json);
}

} // namespace

/// What the server has is told by its text, and by nothing that was answered to the change.
class TestProof final : public QObject
{
    Q_OBJECT

private slots:
    void update_data();
    void update();
    void updateThatNobodyCanLookAt_data();
    void updateThatNobodyCanLookAt();
    void create_data();
    void create();
    void createdThenContradicted_data();
    void createdThenContradicted();
    void switchThatNobodyCanLookAt();
    void switchAnsweredWrongly();

private:
    /// The POST to `path` is answered with `answer`; the server has done it where `isDone`.
    void answerPost(const QByteArray &path, const FakeAnswer &answer, bool isDone);
    DeployResult deploy() { return m_fixture->deploy(m_fixture->write(u"f.py"_s, newText)); }

    [[nodiscard]] bool switchOn();
    [[nodiscard]] QString logged() const;

    std::unique_ptr<MemoryFixture> m_fixture;
};

bool TestProof::switchOn()
{
    DeployResult subject;
    subject.id = u"f"_s;
    subject.kind = PluginKind::Filter;
    m_fixture->switchOn(subject);
    return m_fixture->waitForEnd();
}

QString TestProof::logged() const
{
    QStringList texts;
    std::ranges::transform(m_fixture->log, std::back_inserter(texts), &LogEntry::text);
    return texts.join(u'\n');
}

void TestProof::answerPost(const QByteArray &path, const FakeAnswer &answer, bool isDone)
{
    MemoryServer &memory = m_fixture->memory;
    memory.server().once("POST", path, answer);
    connect(&memory.server(), &FakeServer::received, this, [&memory, path, isDone](const FakeRequest &request) {
        if (request.path() == path && isDone) {
            memory.addFunction(u"f"_s, QString::fromUtf8(newText));
        }
    });
}

void TestProof::update_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    QTest::addColumn<bool>("isDone");
    QTest::addColumn<DeployOutcome>("outcome");
    QTest::addColumn<bool>("warns");

    const FakeAnswer other = answerWith({{u"content"_s, u"another"_s}});
    const FakeAnswer page = FakeAnswer::html(404);
    const FakeAnswer away = FakeAnswer::redirect(QUrl(u"http://127.0.0.1:9/"_s));
    using enum DeployOutcome;
    QTest::newRow("no text, done") << answerWith({}) << true << Updated << false;
    QTest::newRow("no text, not done") << answerWith({}) << false << Failed << false;
    QTest::newRow("another text, done") << other << true << Updated << false;
    QTest::newRow("another text, not done") << other << false << Failed << false;
    QTest::newRow("500 after the deed") << FakeAnswer::detail(500, u"x"_s) << true << Updated << true;
    QTest::newRow("500 instead of it") << FakeAnswer::detail(500, u"x"_s) << false << Failed << false;
    QTest::newRow("503 after the deed") << FakeAnswer::html(503) << true << Updated << true;
    QTest::newRow("page after the deed") << page << true << Updated << true;
    QTest::newRow("redirect after the deed") << away << true << Updated << true;
    QTest::newRow("refusal after the deed") << FakeAnswer::detail(400, u"odd"_s) << true << Updated << true;
}

void TestProof::update()
{
    QFETCH(const FakeAnswer, answer);
    QFETCH(const bool, isDone);
    QFETCH(const DeployOutcome, outcome);
    QFETCH(const bool, warns);
    m_fixture = std::make_unique<MemoryFixture>();
    m_fixture->memory.addFunction(u"f"_s, QString::fromUtf8(oldText));
    answerPost(updatePath, answer, isDone);
    const DeployResult result = deploy();
    QVERIFY2(result.outcome == outcome, qPrintable(result.message));
    QCOMPARE(!result.warnings.isEmpty(), warns);
    QCOMPARE(m_fixture->memory.server().count("POST", updatePath), 1);
}

void TestProof::updateThatNobodyCanLookAt_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    QTest::newRow("no text") << answerWith({});
    QTest::newRow("500") << FakeAnswer::detail(500, u"x"_s);
    QTest::newRow("page") << FakeAnswer::html(404);
    QTest::newRow("redirect") << FakeAnswer::redirect(QUrl(u"http://127.0.0.1:9/"_s));
}

void TestProof::updateThatNobodyCanLookAt()
{
    QFETCH(const FakeAnswer, answer);
    m_fixture = std::make_unique<MemoryFixture>();
    m_fixture->memory.addFunction(u"f"_s, QString::fromUtf8(oldText));
    FakeServer &server = m_fixture->memory.server();
    const FakeAnswer present = FakeAnswer::json(m_fixture->memory.function(u"f"_s));
    server.once("GET", lookUpPath, present);
    for (int i = 0; i < 5; ++i) { // a look-up is tried again
        server.once("GET", lookUpPath, FakeAnswer::detail(500, u"x"_s));
    }
    server.once("POST", updatePath, answer);
    const DeployResult result = deploy();
    QVERIFY2(result.outcome == DeployOutcome::Unknown, qPrintable(result.message));
    QVERIFY2(result.message.startsWith(u"Nobody knows whether it was done."), qPrintable(result.message));
}

void TestProof::create_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    QTest::addColumn<bool>("isDone");
    QTest::addColumn<DeployOutcome>("outcome");

    const FakeAnswer taken =
        FakeAnswer::detail(400, u"Uh-oh! This id is already registered. Please choose another id string."_s);
    QTest::newRow("500 after the deed") << FakeAnswer::detail(500, u"x"_s) << true << DeployOutcome::Created;
    QTest::newRow("500 instead of it") << FakeAnswer::detail(500, u"x"_s) << false << DeployOutcome::Failed;
    QTest::newRow("somebody was faster with the same text") << taken << true << DeployOutcome::Unchanged;
}

void TestProof::create()
{
    QFETCH(const FakeAnswer, answer);
    QFETCH(const bool, isDone);
    QFETCH(const DeployOutcome, outcome);
    m_fixture = std::make_unique<MemoryFixture>();
    answerPost(createPath, answer, isDone);
    const DeployResult result = deploy();
    QVERIFY2(result.outcome == outcome, qPrintable(result.message));
    QCOMPARE(!result.warnings.isEmpty(), outcome == DeployOutcome::Created);
}

void TestProof::createdThenContradicted_data()
{
    QTest::addColumn<FakeAnswer>("look");
    QTest::addColumn<int>("times");
    QTest::addColumn<DeployOutcome>("outcome");

    const FakeAnswer missing = FakeAnswer::detail(401, u"We could not find what you're looking for :/"_s);
    const FakeAnswer other = answerWith({{u"content"_s, u"another"_s}});
    QTest::newRow("missing for a moment") << missing << 1 << DeployOutcome::Created;
    QTest::newRow("missing") << missing << 2 << DeployOutcome::Unknown;
    QTest::newRow("another text for a moment") << other << 1 << DeployOutcome::Created;
    QTest::newRow("another text") << other << 2 << DeployOutcome::Unknown;
}

void TestProof::createdThenContradicted()
{
    QFETCH(const FakeAnswer, look);
    QFETCH(const int, times);
    QFETCH(const DeployOutcome, outcome);
    m_fixture = std::make_unique<MemoryFixture>();
    FakeServer &server = m_fixture->memory.server();
    server.once("GET", lookUpPath, FakeAnswer::detail(401, u"We could not find what you're looking for :/"_s));
    for (int i = 0; i < times; ++i) {
        server.once("GET", lookUpPath, look);
    }
    const DeployResult result = deploy();
    QVERIFY2(result.outcome == outcome, qPrintable(result.message));
    QCOMPARE(result.warnings.isEmpty(), outcome == DeployOutcome::Created);
}

void TestProof::switchThatNobodyCanLookAt()
{
    m_fixture = std::make_unique<MemoryFixture>();
    m_fixture->memory.addFunction(u"f"_s, QString::fromUtf8(oldText));
    FakeServer &server = m_fixture->memory.server();
    const FakeAnswer off = FakeAnswer::json(m_fixture->memory.function(u"f"_s));
    server.once("GET", lookUpPath, off);
    server.once("GET", lookUpPath, off);
    for (int i = 0; i < 5; ++i) {
        server.once("GET", lookUpPath, FakeAnswer::detail(500, u"x"_s));
    }
    server.once("POST", lookUpPath + "/toggle", FakeAnswer::detail(500, u"x"_s));
    QVERIFY(switchOn());
    QVERIFY2(logged().contains(u"Nobody knows whether it was switched."), qPrintable(logged()));
}

void TestProof::switchAnsweredWrongly()
{
    m_fixture = std::make_unique<MemoryFixture>();
    m_fixture->memory.addFunction(u"f"_s, QString::fromUtf8(oldText));
    MemoryServer &memory = m_fixture->memory;
    memory.server().once("POST", lookUpPath + "/toggle", answerWith({{u"is_active"_s, u"false"_s}}));
    connect(&memory.server(), &FakeServer::received, this, [&memory](const FakeRequest &request) {
        if (request.path().endsWith("/toggle")) {
            memory.addFunction(u"f"_s, QString::fromUtf8(oldText), true);
        }
    });
    QVERIFY(switchOn());
    QVERIFY2(logged().contains(u"It is on now."), qPrintable(logged()));
}

QTEST_GUILESS_MAIN(TestProof)
#include "tst_proof.moc"
