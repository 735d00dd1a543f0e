// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/seen/lookchoice.h"
#include "deploy/job/sharedlooks.h"
#include "support/memoryserver.h"

#include <QNetworkAccessManager>
#include <QTest>

#include <limits>
#include <memory>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

constexpr PluginSpace function = PluginSpace::Function;
const QByteArray exportPath = "/api/v1/functions/export";

QJsonObject entry(const QString &id, const QString &version)
{
    return {{u"id"_s, id}, {u"type"_s, u"filter"_s}, {u"name"_s, id}, {u"version_id"_s, version}};
}

} // namespace

/// Several looks are one export where that is less to ask, and tell the same.
class TestSharedLooks final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void choosesByNumbers_data();
    void choosesByNumbers();
    void proofsWaitForEachOther();
    void fewAreLookedUp();
    void whatAnExportDoesNotShow();
    void exportThatIsRefused();
    void cancelledProof();
    void looksBeforeAreShared();
    void usesALookOnce();
    void aListTellsVersions();
    void theLastOnesUseTheListToo();
    void aListProves();
    void proofsWaitForNoOtherList();
    void whereNoListProves_data();
    void whereNoListProves();
    void cancelledWhileListing();

private:
    /// A release that has no versions names none.
    [[nodiscard]] static ServerPlugin sent(const QString &id, const QString &versionId = {})
    {
        return {.space = function, .id = id, .content = u"sent"_s, .versionId = versionId};
    }
    [[nodiscard]] SharedLooks::Done into(const QString &id);
    [[nodiscard]] qsizetype exports() const { return m_server->server().count("GET", exportPath); }
    [[nodiscard]] qsizetype lookUps(const QString &id) const
    {
        return m_server->server().count("GET", "/api/v1/functions/id/" + id.toLatin1());
    }

    std::unique_ptr<MemoryServer> m_server;
    QNetworkAccessManager m_network;
    std::unique_ptr<OpenWebUi> m_client;
    std::unique_ptr<SharedLooks> m_looks;
    QHash<QString, LookUp> m_told;
};

void TestSharedLooks::init()
{
    m_looks.reset();
    m_client.reset();
    m_told.clear();
    m_server = std::make_unique<MemoryServer>("sk-memory");
    const QUrl url = m_server->server().url();
    m_client = std::make_unique<OpenWebUi>(m_network, Connection{.id = u"c"_s, .name = u"memory"_s, .url = url},
                                           Credential{.secret = "sk-memory", .origin = originOf(url)});
    m_looks = std::make_unique<SharedLooks>(*m_client);
    for (int i = 0; i < 10; ++i) {
        m_server->addFunction(u"f%1"_s.arg(i), u"class Filter: pass # %1"_s.arg(i));
    }
}

SharedLooks::Done TestSharedLooks::into(const QString &id)
{
    return [this, id](const LookUp &lookUp) { m_told.insert(id, lookUp); };
}

void TestSharedLooks::choosesByNumbers_data()
{
    QTest::addColumn<qsizetype>("wanted");
    QTest::addColumn<qsizetype>("there"); // -1: nobody counted
    QTest::addColumn<bool>("each");
    QTest::newRow("one of many") << qsizetype(1) << qsizetype(800) << true;
    QTest::newRow("one of few") << qsizetype(1) << qsizetype(0) << true;
    QTest::newRow("most of few") << qsizetype(5) << qsizetype(10) << false;
    QTest::newRow("some of many") << qsizetype(100) << qsizetype(800) << true;
    QTest::newRow("a quarter of many") << qsizetype(200) << qsizetype(800) << false;
    QTest::newRow("few of nobody knows how many") << qsizetype(5) << qsizetype(-1) << true;
    QTest::newRow("more of nobody knows how many") << qsizetype(6) << qsizetype(-1) << false;
    QTest::newRow("cannot be exported") << qsizetype(2000) << std::numeric_limits<qsizetype>::max() << true;
}

void TestSharedLooks::choosesByNumbers()
{
    QFETCH(const qsizetype, wanted);
    QFETCH(const qsizetype, there);
    QTEST(looksUpEach(wanted, there < 0 ? std::nullopt : std::optional(there)), "each");
}

void TestSharedLooks::proofsWaitForEachOther()
{
    for (const QString &id : {u"f1"_s, u"f2"_s, u"f3"_s, u"f4"_s, u"f5"_s, u"f6"_s}) {
        m_looks->lookAfter(sent(id), this, into(id));
    }
    QTest::qWait(50);
    QVERIFY(m_server->server().requests().isEmpty());
    m_looks->flush();
    QTRY_COMPARE(m_told.size(), 6);
    QCOMPARE(m_server->server().requests().size(), 1);
    QCOMPARE(exports(), 1);
    QCOMPARE(m_told.value(u"f3"_s).presence, Presence::Found);
    QCOMPARE(m_told.value(u"f3"_s).plugin->content, u"class Filter: pass # 3"_s);
}

void TestSharedLooks::fewAreLookedUp()
{
    m_looks->lookAfter(sent(u"f1"_s), this, into(u"f1"_s));
    m_looks->lookAfter(sent(u"f2"_s), this, into(u"f2"_s));
    m_looks->flush();
    QTRY_COMPARE(m_told.size(), 2);
    QCOMPARE(exports(), 0);
    QCOMPARE(m_server->server().requests().size(), 2);
}

/// A tool of somebody else's may be hidden there.
void TestSharedLooks::whatAnExportDoesNotShow()
{
    for (int i = 0; i < 6; ++i) {
        const QString id = u"f%1"_s.arg(i);
        m_looks->lookAfter(sent(id), this, into(id));
    }
    m_looks->lookAfter(sent(u"gone"_s), this, into(u"gone"_s));
    m_looks->flush();
    QTRY_COMPARE(m_told.size(), 7);
    QCOMPARE(m_told.value(u"gone"_s).presence, Presence::Missing);
    QCOMPARE(lookUps(u"gone"_s), 1);
    QCOMPARE(m_server->server().requests().size(), 2);
}

void TestSharedLooks::exportThatIsRefused()
{
    m_server->server().once("GET", exportPath, FakeAnswer::detail(403, u"no"_s));
    for (int round = 0; round < 2; ++round) {
        m_told.clear();
        for (int i = 0; i < 6; ++i) {
            const QString id = u"f%1"_s.arg(i);
            m_looks->lookAfter(sent(id), this, into(id));
        }
        m_looks->flush();
        QTRY_COMPARE(m_told.size(), 6);
        QCOMPARE(m_told.value(u"f5"_s).presence, Presence::Found);
    }
    QCOMPARE(exports(), 1);
    QCOMPARE(lookUps(u"f5"_s), 2);
}

void TestSharedLooks::cancelledProof()
{
    QObject waits;
    QObject asks;
    m_looks->lookAfter(sent(u"f1"_s), &waits, into(u"f1"_s));
    m_looks->cancel(&waits);
    QTRY_COMPARE(m_told.value(u"f1"_s).error.kind, ServerErrorKind::Cancelled);
    m_server->server().once("GET", "/api/v1/functions/id/f2", FakeAnswer::fault(FakeAnswer::Way::Silent));
    m_looks->lookAfter(sent(u"f2"_s), &asks, into(u"f2"_s));
    m_looks->flush();
    QTRY_COMPARE(lookUps(u"f2"_s), 1);
    m_looks->cancel(&asks);
    QTRY_COMPARE(m_told.value(u"f2"_s).error.kind, ServerErrorKind::Cancelled);
    QCOMPARE(lookUps(u"f1"_s), 0);
}

void TestSharedLooks::looksBeforeAreShared()
{
    m_looks->setCount(function, 10);
    m_looks->setLeft(5);
    m_looks->lookBefore(function, u"f1"_s, this, into(u"f1"_s));
    m_looks->lookBefore(function, u"f2"_s, this, into(u"f2"_s));
    QTRY_COMPARE(m_told.size(), 2);
    m_looks->lookBefore(function, u"f3"_s, this, into(u"f3"_s));
    m_looks->lookBefore(function, u"new"_s, this, into(u"new"_s));
    QTRY_COMPARE(m_told.size(), 4);
    QCOMPARE(m_told.value(u"f3"_s).presence, Presence::Found);
    QCOMPARE(m_told.value(u"new"_s).presence, Presence::Missing);
    QCOMPARE(exports(), 1);
    QCOMPARE(m_server->server().requests().size(), 2);
}

/// It tells nothing of what was done to the plugin since.
void TestSharedLooks::usesALookOnce()
{
    m_looks->setCount(function, 10);
    m_looks->setLeft(5);
    for (int round = 0; round < 2; ++round) {
        m_told.clear();
        m_looks->lookBefore(function, u"f1"_s, this, into(u"f1"_s));
        QTRY_COMPARE(m_told.size(), 1);
    }
    QCOMPARE(exports(), 1);
    QCOMPARE(lookUps(u"f1"_s), 1);
}

void TestSharedLooks::aListTellsVersions()
{
    m_server->server().once("GET", "/api/v1/functions/",
                            FakeAnswer::json(QJsonArray{entry(u"f1"_s, u"v1"_s), entry(u"f2"_s, u"other"_s)}));
    m_looks->setCount(function, 10);
    m_looks->setLeft(5);
    for (const QString &id : {u"f1"_s, u"f2"_s, u"f3"_s}) {
        m_looks->lookAgain({.space = function, .id = id, .content = u"known"_s, .versionId = u"v1"_s}, this, into(id));
    }
    QTRY_COMPARE(m_told.size(), 3);
    QCOMPARE(m_told.value(u"f1"_s).plugin->content, u"known"_s);
    QCOMPARE(lookUps(u"f1"_s), 0);
    // Another version, and none at all, are looked at.
    QCOMPARE(m_told.value(u"f2"_s).plugin->content, u"class Filter: pass # 2"_s);
    QCOMPARE(m_told.value(u"f3"_s).plugin->content, u"class Filter: pass # 3"_s);
    QCOMPARE(m_server->server().count("GET", "/api/v1/functions/"), 1);
}

/// For so few alone nobody would have asked for it.
void TestSharedLooks::theLastOnesUseTheListToo()
{
    m_server->server().once("GET", "/api/v1/functions/",
                            FakeAnswer::json(QJsonArray{entry(u"f1"_s, u"v1"_s), entry(u"f2"_s, u"v1"_s)}));
    m_looks->setCount(function, 10);
    for (const QString &id : {u"f1"_s, u"f2"_s}) {
        m_looks->setLeft(id == u"f1" ? 5 : 0);
        m_looks->lookAgain({.space = function, .id = id, .content = u"known"_s, .versionId = u"v1"_s}, this, into(id));
        QTRY_VERIFY(m_told.contains(id));
        QCOMPARE(m_told.value(id).plugin->content, u"known"_s);
    }
    QCOMPARE(m_server->server().requests().size(), 1);
}

/// The version that the answer to a create named is the text that was sent.
void TestSharedLooks::aListProves()
{
    QJsonArray listed;
    for (int i = 0; i < 6; ++i) {
        listed.append(entry(u"f%1"_s.arg(i), i == 5 ? u"other"_s : u"v1"_s));
    }
    m_server->server().once("GET", "/api/v1/functions/", FakeAnswer::json(listed));
    m_looks->setCount(function, 100);
    const QStringList ids{u"f0"_s, u"f1"_s, u"f2"_s, u"f3"_s, u"f4"_s, u"f5"_s, u"gone"_s};
    for (const QString &id : ids) {
        m_looks->lookAfter(sent(id, u"v1"_s), this, into(id));
    }
    QTest::qWait(50);
    QVERIFY(m_server->server().requests().isEmpty());
    m_looks->flush();
    QTRY_COMPARE(m_told.size(), ids.size());
    QCOMPARE(m_told.value(u"f0"_s).plugin->content, u"sent"_s);
    QCOMPARE(m_told.value(u"f4"_s).plugin->content, u"sent"_s);
    // Another version, and none at all, are looked at.
    QCOMPARE(m_told.value(u"f5"_s).plugin->content, u"class Filter: pass # 5"_s);
    QCOMPARE(m_told.value(u"gone"_s).presence, Presence::Missing);
    QCOMPARE(m_server->server().requests().size(), 3);
}

/// Somebody else's list comes while they wait for more.
void TestSharedLooks::proofsWaitForNoOtherList()
{
    m_server->server().once("GET", "/api/v1/functions/", FakeAnswer::json(QJsonArray{entry(u"f1"_s, u"v1"_s)}));
    m_looks->setCount(function, 10);
    m_looks->setLeft(5);
    m_looks->lookAfter(sent(u"f0"_s, u"v1"_s), this, into(u"f0"_s));
    m_looks->lookAgain({.space = function, .id = u"f1"_s, .content = u"known"_s, .versionId = u"v1"_s}, this,
                       into(u"f1"_s));
    QTRY_VERIFY(m_told.contains(u"f1"_s));
    QTest::qWait(50);
    QCOMPARE(m_server->server().requests().size(), 1);
    m_looks->flush();
    QTRY_VERIFY(m_told.contains(u"f0"_s));
}

void TestSharedLooks::whereNoListProves_data()
{
    QTest::addColumn<QString>("versionOfTheLast");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("lists");
    QTest::newRow("the list is refused") << u"v1"_s << 403 << 1;
    QTest::newRow("the list names no versions") << u"v1"_s << 200 << 1;
    QTest::newRow("an answer named none") << QString() << 200 << 0;
}

void TestSharedLooks::whereNoListProves()
{
    QFETCH(const QString, versionOfTheLast);
    QFETCH(const int, status);
    if (status != 200) {
        m_server->server().once("GET", "/api/v1/functions/", FakeAnswer::detail(status, u"no"_s));
    }
    m_looks->setCount(function, 10);
    for (int i = 0; i < 6; ++i) {
        const QString id = u"f%1"_s.arg(i);
        m_looks->lookAfter(sent(id, i == 5 ? versionOfTheLast : u"v1"_s), this, into(id));
    }
    m_looks->flush();
    QTRY_COMPARE(m_told.size(), 6);
    for (int i = 0; i < 6; ++i) {
        QCOMPARE(m_told.value(u"f%1"_s.arg(i)).plugin->content, u"class Filter: pass # %1"_s.arg(i));
    }
    QTEST(static_cast<int>(m_server->server().count("GET", "/api/v1/functions/")), "lists");
    QCOMPARE(exports(), 1);
}

void TestSharedLooks::cancelledWhileListing()
{
    QObject waits;
    m_server->server().once("GET", "/api/v1/functions/", FakeAnswer::fault(FakeAnswer::Way::Silent));
    m_looks->setCount(function, 10);
    for (int i = 0; i < 6; ++i) {
        const QString id = u"f%1"_s.arg(i);
        m_looks->lookAfter(sent(id, u"v1"_s), &waits, into(id));
    }
    m_looks->flush();
    QTRY_COMPARE(m_server->server().count("GET", "/api/v1/functions/"), 1);
    m_looks->cancel(&waits);
    QTRY_COMPARE(m_told.size(), 6);
    QCOMPARE(m_told.value(u"f3"_s).error.kind, ServerErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(TestSharedLooks)
#include "tst_sharedlooks.moc"
