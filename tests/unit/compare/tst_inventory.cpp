// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/seen/inventory.h"
#include "support/fakeclient.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

/// Reads a scripted server that has functions a and b and tool t.
class InventoryTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void twoRequestsReadEverything();
    void absenceIsUnknownUntilConfirmed();
    void anExportOfFunctionsShowsAll();
    void looksUpAlone_data();
    void looksUpAlone();
    void deletedAllIsNotSwitchedOff();
    void tellsTheLastLook();
    void fallsBackToTheList_data();
    void fallsBackToTheList();
    void oneSpaceMayFail_data();
    void oneSpaceMayFail();
    void exportOfToolsMayNeedAPermission();
    void deniedEverywhere();
    void keptWhileTheServerIsGone();
    void hiddenContent();
    void switchedOff_data();
    void switchedOff();
    void madeWhileItWasRead();
    void switchedOnAgain();
    void adoptOutlivesAnOlderAnswer();
    void adoptKeepsKnownContent();
    void learnForgetDoubt();
    void cancel();
    void readsTheSpacesThatAreAskedFor();
    void isRefreshingFromTheStart();
    void cancelConfirming();
    void cancelEndsNothingThatComesAfterIt();
    void destroyedWhileReading();

private:
    [[nodiscard]] FakeAnswer usual(const FakeRequest &request) const;
    bool refresh();
    void adopt(const ServerPlugin &plugin);

    std::unique_ptr<FakeServer> m_server;
    QNetworkAccessManager m_network;
    std::unique_ptr<OpenWebUi> m_client;
    std::unique_ptr<Inventory> m_inventory;
};

namespace {

constexpr PluginSpace function = PluginSpace::Function;
constexpr PluginSpace tool = PluginSpace::Tool;
const QString notFound = u"We could not find what you're looking for :/"_s;
const QString notAdmin =
    u"You do not have permission to access this resource. Please contact your administrator for assistance."_s;

QJsonObject stored(const QString &id, bool withContent = true)
{
    QJsonObject plugin{{u"id"_s, id}, {u"name"_s, id.toUpper()}, {u"type"_s, u"filter"_s}, {u"updated_at"_s, 7}};
    if (withContent) {
        plugin.insert(u"content"_s, u"class Filter: "_s + id);
    }
    return plugin;
}

} // namespace

void InventoryTest::init()
{
    m_inventory.reset();
    m_client.reset();
    m_server = std::make_unique<FakeServer>();
    m_server->setHandler([this](const FakeRequest &request) { return usual(request); });
    m_client = clientOf(*m_server, m_network);
    m_inventory = std::make_unique<Inventory>(*m_client);
}

FakeAnswer InventoryTest::usual(const FakeRequest &request) const
{
    const QByteArray path = request.path();
    const bool ofTools = path.startsWith("/api/v1/tools");
    const QStringList ids = ofTools ? QStringList{u"t"_s} : QStringList{u"a"_s, u"b"_s};
    QJsonArray all;
    QJsonArray bare;
    for (const QString &id : ids) {
        all.append(stored(id));
        bare.append(stored(id, false));
    }
    if (path.endsWith("/export")) {
        return FakeAnswer::json(all);
    }
    if (path == "/api/v1/functions/" || path == "/api/v1/tools/list") {
        return FakeAnswer::json(bare);
    }
    const QString id = QString::fromLatin1(path.mid(path.lastIndexOf('/') + 1));
    return ids.contains(id) ? FakeAnswer::json(stored(id)) : FakeAnswer::detail(401, notFound);
}

bool InventoryTest::refresh()
{
    QSignalSpy refreshed(m_inventory.get(), &Inventory::refreshed);
    m_inventory->refresh();
    return refreshed.wait(10'000) && refreshed.size() == 1;
}

void InventoryTest::adopt(const ServerPlugin &plugin)
{
    m_inventory->learn(plugin.space, plugin.id, {.presence = Presence::Found, .plugin = plugin});
}

void InventoryTest::twoRequestsReadEverything()
{
    QVERIFY(!m_inventory->seenAt().isValid());
    QVERIFY(!m_inventory->isContentReadable(function));
    QCOMPARE(m_inventory->find(function, u"a"_s), Sighting());
    QVERIFY(refresh());
    QCOMPARE(m_server->requests().size(), 2);
    QCOMPARE(m_inventory->plugins(function).size(), 2);
    QCOMPARE(m_inventory->plugins(function).first().id, u"a"_s);
    QCOMPARE(m_inventory->plugins(tool).size(), 1);
    QCOMPARE(m_inventory->find(tool, u"t"_s).plugin->content, u"class Filter: t"_s);
    QCOMPARE(m_inventory->find(tool, u"a"_s).presence, Presence::CannotTell); // the ids of functions are not of tools
    QVERIFY(m_inventory->isContentReadable(function) && m_inventory->isContentReadable(tool));
    QVERIFY(!m_inventory->error(function) && !m_inventory->error(tool));
    const qint64 age = m_inventory->seenAt().secsTo(QDateTime::currentDateTimeUtc());
    QVERIFY(age >= 0 && age < 60);
}

/// As with ENABLE_FUNCTIONS=false, or for another admin's tool.
void InventoryTest::absenceIsUnknownUntilConfirmed()
{
    m_server->once("GET", "/api/v1/functions/export", FakeAnswer::json(QJsonArray()));
    QVERIFY(refresh());
    QCOMPARE(m_inventory->find(function, u"a"_s).presence, Presence::CannotTell);
    QCOMPARE(m_inventory->find(function, u"nowhere"_s).presence, Presence::CannotTell);

    QSignalSpy changed(m_inventory.get(), &Inventory::changed);
    QSignalSpy confirmed(m_inventory.get(), &Inventory::confirmed);
    m_inventory->confirm(function, {u"a"_s, u"nowhere"_s});
    QVERIFY(m_inventory->isConfirming());
    QVERIFY(confirmed.wait());
    QCOMPARE(confirmed.size(), 1);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(m_inventory->find(function, u"a"_s).presence, Presence::Found);
    QCOMPARE(m_inventory->find(function, u"nowhere"_s).presence, Presence::Missing);
    QVERIFY(!m_inventory->isConfirming());

    // The next export still lacks it: a confirmed absence stays.
    QVERIFY(refresh());
    QCOMPARE(m_inventory->find(function, u"nowhere"_s).presence, Presence::Missing);
    m_inventory->confirm(function, {});
    QVERIFY(confirmed.wait());
}

/// Whoever gets it is an admin, and functions have no shares. Of 2,000 new ones none needs a look of its own.
void InventoryTest::anExportOfFunctionsShowsAll()
{
    QVERIFY(refresh());
    QCOMPARE(m_inventory->find(function, u"nowhere"_s).presence, Presence::Missing);
    QCOMPARE(m_inventory->find(tool, u"nowhere"_s).presence, Presence::CannotTell);
    m_inventory->learn(function, u"nowhere"_s, {});
    QCOMPARE(m_inventory->find(function, u"nowhere"_s).presence, Presence::CannotTell);
    m_inventory->learn(function, u"a"_s, {});
    QCOMPARE(m_inventory->find(function, u"a"_s).presence, Presence::CannotTell);
    QVERIFY(refresh());
    QCOMPARE(m_inventory->find(function, u"nowhere"_s).presence, Presence::Missing);
    QCOMPARE(m_inventory->find(function, u"a"_s).presence, Presence::Found);
    QCOMPARE(m_server->requests().size(), 4);
}

void InventoryTest::looksUpAlone_data()
{
    QTest::addColumn<QString>("release");
    QTest::addColumn<QStringList>("ids");
    QTest::addColumn<bool>("lists");
    QTest::newRow("there") << u"0.10.2"_s << QStringList{u"a"_s} << false;
    QTest::newRow("there, may be off") << u"0.12.4"_s << QStringList{u"a"_s} << true;
    QTest::newRow("missing") << u"0.10.2"_s << QStringList{u"a"_s, u"nowhere"_s} << true;
}

void InventoryTest::looksUpAlone()
{
    QFETCH(const QString, release);
    QFETCH(const QStringList, ids);
    QFETCH(const bool, lists);
    m_inventory->setRelease(ServerRelease(release));
    QSignalSpy confirmed(m_inventory.get(), &Inventory::confirmed);
    m_inventory->lookUpAlone(function, ids);
    QVERIFY(confirmed.wait());
    QCOMPARE(m_inventory->find(function, u"a"_s).presence, Presence::Found);
    QCOMPARE(m_server->count("GET", "/api/v1/functions/"), lists ? 1 : 0);
    QCOMPARE(m_server->requests().size(), ids.size() + (lists ? 1 : 0));
    QCOMPARE(m_inventory->recentPlugins(function).has_value(), lists);
    QVERIFY(!m_inventory->recentPlugins(tool));
    if (lists) {
        QCOMPARE(m_inventory->recentPlugins(function)->size(), 2);
    }
}

/// What was seen before and is gone is no sign that something is hidden.
void InventoryTest::deletedAllIsNotSwitchedOff()
{
    m_inventory->setRelease(ServerRelease(u"0.12.4"_s));
    QVERIFY(refresh());
    m_server->setHandler([](const FakeRequest &request) {
        return request.path().contains("/id/") ? FakeAnswer::detail(401, notFound) : FakeAnswer::json(QJsonArray());
    });
    QSignalSpy confirmed(m_inventory.get(), &Inventory::confirmed);
    m_inventory->lookUpAlone(function, {u"a"_s});
    QVERIFY(confirmed.wait());
    QCOMPARE(m_inventory->find(function, u"a"_s).presence, Presence::Missing);
    QVERIFY(!m_inventory->switchedOff(function));
}

void InventoryTest::tellsTheLastLook()
{
    QVERIFY(!m_inventory->lastLook(function, u"a"_s));
    QVERIFY(refresh());
    QCOMPARE(m_inventory->lastLook(function, u"a"_s)->seen, m_inventory->find(function, u"a"_s));
    QCOMPARE(m_inventory->lastLook(function, u"nowhere"_s)->seen.presence, Presence::Missing);
    QVERIFY(!m_inventory->lastLook(tool, u"nowhere"_s));
    const auto before = m_inventory->lastLook(function, u"a"_s)->askedAt;
    QSignalSpy confirmed(m_inventory.get(), &Inventory::confirmed);
    m_inventory->confirm(function, {u"a"_s});
    QVERIFY(confirmed.wait());
    QVERIFY(m_inventory->lastLook(function, u"a"_s)->askedAt > before);
    // What an answer to a change said is no look.
    adopt(*m_inventory->find(function, u"a"_s).plugin);
    QVERIFY(!m_inventory->lastLook(function, u"a"_s));
    m_inventory->learn(function, u"b"_s, {.presence = Presence::Missing, .plugin = {}});
    QVERIFY(!m_inventory->lastLook(function, u"b"_s));
}

void InventoryTest::fallsBackToTheList_data()
{
    QTest::addColumn<FakeAnswer>("answer");

    FakeAnswer truncated = FakeAnswer::json(QJsonArray{stored(u"a"_s), stored(u"b"_s)});
    truncated.cutAfter = truncated.body.size() / 2;
    FakeAnswer cutChunks = truncated;
    cutChunks.chunked = true;
    FakeAnswer huge = FakeAnswer::json(QJsonArray());
    huge.body = "[\"" + QByteArray(65 * 1024 * 1024, 'x') + "\"]";
    huge.gzip = true;

    QTest::newRow("truncated") << truncated;
    QTest::newRow("truncated in chunks") << cutChunks;
    QTest::newRow("huge") << huge;
    QTest::newRow("an object") << FakeAnswer::json(QJsonObject{{u"functions"_s, QJsonArray()}});
    QTest::newRow("a list of something else") << FakeAnswer::json(QJsonArray{1, u"a"_s});
    QTest::newRow("a plugin without an id") << FakeAnswer::json(QJsonArray{QJsonObject{{u"name"_s, u"A"_s}}});
    QTest::newRow("null") << FakeAnswer::json(QJsonValue());
    QTest::newRow("HTML") << FakeAnswer::html();
    QTest::newRow("500") << FakeAnswer::detail(500, u"boom"_s);
    QTest::newRow("405") << FakeAnswer::detail(405, u"Method Not Allowed"_s);
    QTest::newRow("403") << FakeAnswer::detail(403, notAdmin);
    QTest::newRow("not an admin's") << FakeAnswer::detail(401, notAdmin);
}

void InventoryTest::fallsBackToTheList()
{
    QFETCH(const FakeAnswer, answer);
    m_server->setHandler([this, answer](const FakeRequest &request) {
        return request.path() == "/api/v1/functions/export" ? answer : usual(request);
    });
    QSignalSpy failed(m_inventory.get(), &Inventory::failed);
    QVERIFY(refresh());
    QVERIFY(failed.isEmpty());
    QCOMPARE(m_inventory->plugins(function).size(), 2);
    QCOMPARE(m_inventory->find(function, u"b"_s).plugin->content, u"class Filter: b"_s);
    QCOMPARE(m_inventory->plugins(tool).size(), 1);
    QVERIFY(m_inventory->isContentReadable(function));
}

void InventoryTest::oneSpaceMayFail_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    QTest::addColumn<ServerErrorKind>("kind");
    QTest::newRow("restricted") << FakeAnswer::detail(403, notAdmin) << ServerErrorKind::EndpointRestricted;
    QTest::newRow("no access") << FakeAnswer::detail(401, u"401 Unauthorized"_s) << ServerErrorKind::SessionInvalid;
    QTest::newRow("HTML") << FakeAnswer::html() << ServerErrorKind::NotJson;
}

void InventoryTest::oneSpaceMayFail()
{
    QFETCH(const FakeAnswer, answer);
    QFETCH(const ServerErrorKind, kind);
    m_server->setHandler([this, answer](const FakeRequest &request) {
        return request.path().startsWith("/api/v1/tools") ? answer : usual(request);
    });
    QSignalSpy failed(m_inventory.get(), &Inventory::failed);
    QVERIFY(refresh());
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first().at(0).value<PluginSpace>(), tool);
    QCOMPARE(failed.first().at(1).value<ServerError>().kind, kind);
    QCOMPARE(m_inventory->error(tool).kind, kind);
    QVERIFY(!m_inventory->error(function));
    QCOMPARE(m_inventory->plugins(function).size(), 2);
    QCOMPARE(m_inventory->find(tool, u"t"_s).presence, Presence::CannotTell);
    QVERIFY(!m_inventory->isContentReadable(tool));
    QVERIFY(m_inventory->seenAt().isValid());
}

void InventoryTest::exportOfToolsMayNeedAPermission()
{
    m_server->once("GET", "/api/v1/tools/export", FakeAnswer::detail(401, u"401 Unauthorized"_s));
    QVERIFY(refresh());
    QVERIFY(!m_inventory->error(tool));
    QVERIFY(m_inventory->find(tool, u"t"_s).plugin->content);
}

void InventoryTest::deniedEverywhere()
{
    m_server->setAnswer(
        FakeAnswer::detail(401, u"Your session has expired or the token is invalid. Please sign in again."_s));
    QSignalSpy failed(m_inventory.get(), &Inventory::failed);
    QVERIFY(refresh());
    QCOMPARE(failed.size(), 2);
    QCOMPARE(m_server->requests().size(), 2); // no list and no look-ups: they would end the same
    QVERIFY(!m_inventory->seenAt().isValid());
}

void InventoryTest::keptWhileTheServerIsGone()
{
    QVERIFY(refresh());
    const QDateTime seen = m_inventory->seenAt();
    m_server->close();
    QVERIFY(refresh());
    QVERIFY(m_inventory->error(function).serverGone());
    QCOMPARE(m_inventory->plugins(function).size(), 2);
    QCOMPARE(m_inventory->seenAt(), seen);
}

/// As 0.11 answers for a tool of another admin.
void InventoryTest::hiddenContent()
{
    m_server->once("GET", "/api/v1/tools/export", FakeAnswer::json(QJsonArray()));
    m_server->once("GET", "/api/v1/tools/id/t", FakeAnswer::json(stored(u"t"_s, false)));
    QVERIFY(refresh());
    QSignalSpy confirmed(m_inventory.get(), &Inventory::confirmed);
    m_inventory->confirm(tool, {u"t"_s});
    QVERIFY(confirmed.wait());
    QCOMPARE(m_inventory->find(tool, u"t"_s).presence, Presence::Found);
    QVERIFY(!m_inventory->find(tool, u"t"_s).plugin->content);
}

void InventoryTest::switchedOff_data()
{
    QTest::addColumn<QString>("release");
    QTest::addColumn<QString>("empty"); // what is answered with nothing
    QTest::addColumn<bool>("isContentShown");
    QTest::addColumn<QList<PluginSpace>>("off");
    const QString functions = u"functions/(export|list)?$"_s;
    const QString exportOfTools = u"tools/export$"_s;
    const QString toolList = u"tools/list$"_s;
    const QString tools = u"tools/(export|list)$"_s;
    QTest::newRow("functions") << u"0.12.4"_s << functions << true << QList{function};
    QTest::newRow("tools are exported all the same") << u"0.12.4"_s << toolList << true << QList{tool};
    QTest::newRow("tools, 0.11") << u"0.11.4"_s << tools << true << QList{tool};
    QTest::newRow("all") << u"0.11.4"_s << u"(export|list|functions/)$"_s << true << QList{function, tool};
    QTest::newRow("another admin's tool") << u"0.12.4"_s << tools << false << QList<PluginSpace>();
    QTest::newRow("listed") << u"0.12.4"_s << exportOfTools << true << QList<PluginSpace>();
    QTest::newRow("0.10") << u"0.10.2"_s << functions << true << QList<PluginSpace>();
    QTest::newRow("unknown") << QString() << functions << true << QList<PluginSpace>();
}

/// An id that is not there is no absence where the space is off.
void InventoryTest::switchedOff()
{
    QFETCH(const QString, release);
    QFETCH(const QString, empty);
    QFETCH(const bool, isContentShown);
    QFETCH(const QList<PluginSpace>, off);
    m_server->setHandler([this, isContentShown, wanted = QRegularExpression(empty)](const FakeRequest &request) {
        if (wanted.match(QString::fromLatin1(request.path())).hasMatch()) {
            return FakeAnswer::json(QJsonArray());
        }
        return !isContentShown && request.path().endsWith("/t") ? FakeAnswer::json(stored(u"t"_s, false))
                                                                : usual(request);
    });
    m_inventory->setRelease(ServerRelease(release));
    QVERIFY(refresh());
    QSignalSpy confirmed(m_inventory.get(), &Inventory::confirmed);
    m_inventory->confirm(function, {u"a"_s, u"none"_s});
    m_inventory->confirm(tool, {u"t"_s, u"none"_s});
    QVERIFY(confirmed.wait());
    for (const PluginSpace space : {function, tool}) {
        const bool isOff = off.contains(space);
        QCOMPARE(m_inventory->switchedOff(space).kind,
                 isOff ? ServerErrorKind::PluginsDisabled : ServerErrorKind::None);
        const Sighting there = m_inventory->find(space, space == tool ? u"t"_s : u"a"_s);
        const Sighting absent = m_inventory->find(space, u"none"_s);
        QCOMPARE(there.presence, isOff ? Presence::Failed : Presence::Found);
        QCOMPARE(absent.presence, isOff ? Presence::Failed : Presence::Missing);
        QCOMPARE(absent.error, m_inventory->switchedOff(space));
    }
    QCOMPARE(confirmed.size(), 1);
}

/// Between the export and the look-up.
void InventoryTest::madeWhileItWasRead()
{
    m_server->once("GET", "/api/v1/functions/export", FakeAnswer::json(QJsonArray()));
    m_inventory->setRelease(ServerRelease(u"0.12.4"_s));
    QVERIFY(refresh());
    QSignalSpy confirmed(m_inventory.get(), &Inventory::confirmed);
    m_inventory->confirm(function, {u"a"_s});
    QVERIFY(confirmed.wait());
    QVERIFY(!m_inventory->switchedOff(function));
    QCOMPARE(m_inventory->find(function, u"a"_s).presence, Presence::Found);
}

void InventoryTest::switchedOnAgain()
{
    m_server->once("GET", "/api/v1/tools/list", FakeAnswer::json(QJsonArray()));
    m_inventory->setRelease(ServerRelease(u"0.12.4"_s));
    QVERIFY(refresh());
    QVERIFY(m_inventory->switchedOff(tool));
    QSignalSpy changed(m_inventory.get(), &Inventory::changed);
    QSignalSpy confirmed(m_inventory.get(), &Inventory::confirmed);
    m_inventory->confirm(tool, {u"t"_s});
    QVERIFY(confirmed.wait());
    QVERIFY(!m_inventory->switchedOff(tool));
    QCOMPARE(m_inventory->find(tool, u"t"_s).presence, Presence::Found);
    QVERIFY(!changed.isEmpty());
}

void InventoryTest::adoptOutlivesAnOlderAnswer()
{
    QVERIFY(refresh());
    FakeAnswer late = FakeAnswer::json(QJsonArray{stored(u"a"_s), stored(u"b"_s)});
    late.latency = std::chrono::milliseconds(100);
    m_server->once("GET", "/api/v1/functions/export", late);
    QSignalSpy refreshed(m_inventory.get(), &Inventory::refreshed);
    m_inventory->refresh();
    ServerPlugin fresh = *m_inventory->find(function, u"a"_s).plugin;
    fresh.content = u"deployed meanwhile"_s;
    adopt(fresh);
    m_inventory->learn(function, u"b"_s, {.presence = Presence::Missing, .plugin = {}});
    QVERIFY(refreshed.wait());
    QCOMPARE(m_inventory->find(function, u"a"_s).plugin->content, u"deployed meanwhile"_s);
    QCOMPARE(m_inventory->find(function, u"b"_s).presence, Presence::Missing);
    QVERIFY(refresh()); // asked after it: now the server is right
    QCOMPARE(m_inventory->find(function, u"a"_s).plugin->content, u"class Filter: a"_s);
    QCOMPARE(m_inventory->find(function, u"b"_s).presence, Presence::Found);
}

void InventoryTest::adoptKeepsKnownContent()
{
    QVERIFY(refresh());
    ServerPlugin answer = *m_inventory->find(function, u"a"_s).plugin;
    answer.content.reset();
    answer.active = true;
    QSignalSpy changed(m_inventory.get(), &Inventory::changed);
    adopt(answer);
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_inventory->find(function, u"a"_s).plugin->content);
    QVERIFY(m_inventory->find(function, u"a"_s).plugin->active);
    adopt(answer);
    QCOMPARE(changed.size(), 1); // nothing new
    answer.updatedAt = 8;
    adopt(answer);
    QVERIFY(!m_inventory->find(function, u"a"_s).plugin->content);
}

void InventoryTest::learnForgetDoubt()
{
    QVERIFY(refresh());
    QSignalSpy changed(m_inventory.get(), &Inventory::changed);
    m_inventory->learn(function, u"a"_s, {.presence = Presence::Missing, .plugin = {}});
    QCOMPARE(m_inventory->find(function, u"a"_s).presence, Presence::Missing);
    m_inventory->learn(function, u"b"_s, {});
    QCOMPARE(m_inventory->find(function, u"b"_s).presence, Presence::CannotTell);
    m_inventory->learn(function, u"b"_s, {.presence = Presence::Failed, .plugin = {}});
    QCOMPARE(changed.size(), 2);
    QVERIFY(m_inventory->plugins(function).isEmpty());
}

void InventoryTest::cancel()
{
    m_server->setHandler([](const FakeRequest &) { return FakeAnswer::fault(FakeAnswer::Way::Silent); });
    QSignalSpy refreshed(m_inventory.get(), &Inventory::refreshed);
    QSignalSpy failed(m_inventory.get(), &Inventory::failed);
    QSignalSpy received(m_server.get(), &FakeServer::received);
    m_inventory->refresh();
    m_inventory->refresh(); // does nothing
    QTRY_COMPARE(received.size(), 2);
    QVERIFY(m_inventory->isRefreshing());
    m_inventory->cancel();
    QCOMPARE(refreshed.size(), 1);
    QVERIFY(!m_inventory->isRefreshing());
    // The answers of the cancelled requests say nothing any more, and a new refresh works.
    m_server->setHandler([this](const FakeRequest &request) { return usual(request); });
    QVERIFY(refresh());
    QVERIFY(failed.isEmpty());
    QCOMPARE(m_inventory->plugins(function).size(), 2);
}

void InventoryTest::readsTheSpacesThatAreAskedFor()
{
    QSignalSpy started(m_inventory.get(), &Inventory::refreshStarted);
    QSignalSpy refreshed(m_inventory.get(), &Inventory::refreshed);
    m_inventory->refresh({function});
    QVERIFY(refreshed.wait());
    QVERIFY(m_inventory->seenAt({function}).isValid());
    QVERIFY(!m_inventory->seenAt({tool}).isValid());
    QCOMPARE(m_inventory->plugins(function).size(), 2);
    QCOMPARE(m_server->requests().size(), 1);
    // Whoever joins one that is under way gets what it does not read, too, and there is one end.
    m_inventory->refresh({function});
    m_inventory->refresh();
    QVERIFY(refreshed.wait());
    QVERIFY(m_inventory->seenAt({tool}).isValid());
    QVERIFY(!m_inventory->isRefreshing());
    QCOMPARE(started.size(), 2);
    QCOMPARE(refreshed.size(), 2);
    QCOMPARE(m_server->requests().size(), 1 + 2);
}

void InventoryTest::isRefreshingFromTheStart()
{
    bool isRefreshing = false;
    connect(m_inventory.get(), &Inventory::refreshStarted, this,
            [this, &isRefreshing] { isRefreshing = m_inventory->isRefreshing(); });
    QVERIFY(refresh());
    QVERIFY(std::exchange(isRefreshing, false));
    QVERIFY(refresh());
    QVERIFY(isRefreshing);
    // What is cancelled before it began asks for nothing.
    m_server->clear();
    connect(m_inventory.get(), &Inventory::refreshStarted, m_inventory.get(), &Inventory::cancel);
    QSignalSpy refreshed(m_inventory.get(), &Inventory::refreshed);
    m_inventory->refresh();
    QCOMPARE(refreshed.size(), 1);
    QVERIFY(!refreshed.first().first().toBool());
    m_inventory->confirm(function, {u"a"_s}); // so that the server has heard what came before
    QTRY_COMPARE(m_server->requests().size(), 1);
    QVERIFY(m_server->requests().constFirst().path().endsWith("/id/a"));
}

void InventoryTest::cancelConfirming()
{
    m_server->setHandler([](const FakeRequest &) { return FakeAnswer::fault(FakeAnswer::Way::Silent); });
    QSignalSpy confirmed(m_inventory.get(), &Inventory::confirmed);
    QSignalSpy received(m_server.get(), &FakeServer::received);
    m_inventory->confirm(function, {u"a"_s, u"b"_s, u"c"_s});
    QTRY_COMPARE(received.size(), 2); // as many at a time as the connection says
    m_inventory->cancel();
    QCOMPARE(confirmed.size(), 1);
    m_server->setHandler([this](const FakeRequest &request) { return usual(request); });
    m_inventory->confirm(function, {u"a"_s});
    QVERIFY(confirmed.wait());
    QCOMPARE(m_inventory->find(function, u"a"_s).presence, Presence::Found);
}

void InventoryTest::cancelEndsNothingThatComesAfterIt()
{
    m_server->setHandler([](const FakeRequest &) { return FakeAnswer::fault(FakeAnswer::Way::Silent); });
    QSignalSpy confirmed(m_inventory.get(), &Inventory::confirmed);
    QSignalSpy refreshed(m_inventory.get(), &Inventory::refreshed);
    QSignalSpy received(m_server.get(), &FakeServer::received);
    m_inventory->refresh();
    m_inventory->confirm(function, {u"b"_s});
    QTRY_COMPARE(received.size(), 3);
    m_server->setHandler([this](const FakeRequest &request) { return usual(request); });
    // Whoever hears of the end asks for something else.
    connect(m_inventory.get(), &Inventory::refreshed, this, [this] { m_inventory->confirm(function, {u"a"_s}); });
    m_inventory->cancel();
    QCOMPARE(refreshed.size(), 1);
    QVERIFY2(!refreshed.first().first().toBool(), "a cancelled refresh is not complete");
    QVERIFY(confirmed.isEmpty());
    QVERIFY(m_inventory->isConfirming());
    QVERIFY(confirmed.wait());
    QCOMPARE(m_inventory->find(function, u"a"_s).presence, Presence::Found);
}

void InventoryTest::destroyedWhileReading()
{
    QSignalSpy received(m_server.get(), &FakeServer::received);
    m_inventory->refresh();
    QTRY_COMPARE(received.size(), 2);
    m_inventory.reset();
    m_client.reset();
    QCoreApplication::processEvents();
}

QTEST_GUILESS_MAIN(InventoryTest)
#include "tst_inventory.moc"
