// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/seen/inventory.h"
#include "support/fakeclient.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

/// Looks at a scripted 0.12 by the versions that its list tells: it has functions f0 to f9 and the tool t.
class TestVersionTexts final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void looksByVersions();
    void anOlderReleaseIsExported();
    void whatIsKnownOtherwise();
    void readsOnlyWhatIsWanted();
    void aCancelledLookLeavesNothingWanted();
    void listsWhileTextsAreRead();
    void aCancelledLookWaitsForNothing();
    void aLookByExportWaitsForNothing();
    void anEmptyListAndWhatIsWanted();
    void looksUpWhatChanged();
    void exportsWhereMuchChanged();
    void aVersionThatIsMissingProvesNothing();
    void anEmptyListProvesNothing();
    void aListThatFailsProvesNothing();

private:
    [[nodiscard]] FakeAnswer usual(const FakeRequest &request) const;
    /// What was asked, without those of tools.
    [[nodiscard]] QStringList refresh();
    [[nodiscard]] QString textOf(const QString &id) const;

    std::unique_ptr<FakeServer> m_server;
    QNetworkAccessManager m_network;
    std::unique_ptr<OpenWebUi> m_client;
    std::unique_ptr<Inventory> m_inventory;
    QHash<QString, QString> m_versions; // of the functions
    QHash<QString, QString> m_texts;
};

namespace {

constexpr PluginSpace function = PluginSpace::Function;
const QStringList byList{u"/api/v1/functions/"_s};
const QStringList byExport{u"/api/v1/functions/export"_s};
const QStringList byListAndExport = byList + byExport;

} // namespace

void TestVersionTexts::init()
{
    m_inventory.reset();
    m_client.reset();
    m_versions.clear();
    m_texts.clear();
    for (int i = 0; i < 10; ++i) {
        m_versions.insert(u"f%1"_s.arg(i), u"version %1"_s.arg(i));
        m_texts.insert(u"f%1"_s.arg(i), u"class Filter: pass  # %1"_s.arg(i));
    }
    m_server = std::make_unique<FakeServer>();
    m_server->setHandler([this](const FakeRequest &request) { return usual(request); });
    m_client = clientOf(*m_server, m_network);
    m_inventory = std::make_unique<Inventory>(*m_client);
    m_inventory->setRelease(ServerRelease(u"0.12.4"_s));
}

FakeAnswer TestVersionTexts::usual(const FakeRequest &request) const
{
    const QString path = QString::fromLatin1(request.path());
    if (path.contains(u"/tools")) {
        return FakeAnswer::json(QJsonArray());
    }
    const auto plugin = [this](const QString &id, bool withText) {
        QJsonObject json{{u"id"_s, id}, {u"name"_s, id}, {u"type"_s, u"filter"_s}, {u"updated_at"_s, 7}};
        json.insert(u"version_id"_s, m_versions.value(id).isNull() ? QJsonValue() : m_versions.value(id));
        if (withText) {
            json.insert(u"content"_s, m_texts.value(id));
        }
        return json;
    };
    if (path.contains(u"/id/")) {
        return FakeAnswer::json(plugin(path.section(u'/', -1), true));
    }
    QJsonArray all;
    for (auto it = m_versions.cbegin(); it != m_versions.cend(); ++it) {
        all.append(plugin(it.key(), path.endsWith(u"/export")));
    }
    return FakeAnswer::json(all);
}

QStringList TestVersionTexts::refresh()
{
    const qsizetype before = m_server->requests().size();
    QSignalSpy refreshed(m_inventory.get(), &Inventory::refreshed);
    m_inventory->refresh();
    if (refreshed.isEmpty() && !refreshed.wait(10'000)) {
        return {};
    }
    QStringList asked;
    for (const FakeRequest &request : m_server->requests().mid(before)) {
        if (!request.path().contains("/tools")) {
            asked.append(QString::fromLatin1(request.path()));
        }
    }
    return asked;
}

QString TestVersionTexts::textOf(const QString &id) const
{
    const Sighting seen = m_inventory->find(function, id);
    return seen.plugin ? seen.plugin->content.value_or(u"none"_s) : u"not seen"_s;
}

void TestVersionTexts::looksByVersions()
{
    QCOMPARE(refresh(), byExport);
    QCOMPARE(refresh(), byList);
    QCOMPARE(m_inventory->plugins(function).size(), 10);
    QVERIFY(m_inventory->isContentReadable(function));
    QCOMPARE(textOf(u"f3"_s), u"class Filter: pass  # 3"_s);
    QVERIFY(m_inventory->lastLook(function, u"f3"_s));
    QCOMPARE(m_inventory->find(function, u"nowhere"_s).presence, Presence::Missing);
    m_versions.remove(u"f3"_s);
    QCOMPARE(refresh(), byList);
    QCOMPARE(m_inventory->find(function, u"f3"_s).presence, Presence::Missing);
}

void TestVersionTexts::anOlderReleaseIsExported()
{
    m_inventory->setRelease(ServerRelease(u"0.11.4"_s));
    QCOMPARE(refresh(), byExport);
    QCOMPARE(refresh(), byExport);
}

/// Texts that were sent from here, and never read.
void TestVersionTexts::whatIsKnownOtherwise()
{
    VersionTexts texts;
    for (auto it = m_versions.cbegin(); it != m_versions.cend(); ++it) {
        texts.insert({.space = function, .id = it.key(), .versionId = it.value()}, u"sent as "_s + it.key());
    }
    m_inventory->setVersionTexts(texts, {});
    QCOMPARE(refresh(), byList);
    QCOMPARE(textOf(u"f3"_s), u"sent as f3"_s);
    // They are of that look only; what was taken from them is known from now on.
    m_inventory->learn(function, u"f3"_s, {});
    QCOMPARE(refresh(), byList + QStringList{u"/api/v1/functions/id/f3"_s});
    QCOMPARE(textOf(u"f3"_s), u"class Filter: pass  # 3"_s);
}

void TestVersionTexts::readsOnlyWhatIsWanted()
{
    m_inventory->setVersionTexts({}, WantedPlugins{{function, {u"f3"_s, u"nowhere"_s}}});
    QCOMPARE(refresh(), byList + QStringList{u"/api/v1/functions/id/f3"_s});
    QCOMPARE(textOf(u"f3"_s), u"class Filter: pass  # 3"_s);
    QCOMPARE(textOf(u"f4"_s), u"none"_s);
    QCOMPARE(m_inventory->find(function, u"nowhere"_s).presence, Presence::Missing);
    // That was of one look.
    QCOMPARE(refresh(), byListAndExport);
    QCOMPARE(textOf(u"f4"_s), u"class Filter: pass  # 4"_s);
    // Where there are no versions it takes fewer of them, of which nothing is proved.
    m_inventory->setRelease(ServerRelease(u"0.11.4"_s));
    m_inventory->learn(function, u"f3"_s, {});
    m_inventory->setVersionTexts({}, WantedPlugins{{function, {u"f3"_s}}});
    QCOMPARE(refresh(), byList + QStringList{u"/api/v1/functions/id/f3"_s});
    QSet<QString> many;
    for (int i = 0; i <= 100; ++i) {
        many.insert(u"f%1"_s.arg(i));
    }
    m_inventory->setVersionTexts({}, WantedPlugins{{function, many}});
    QCOMPARE(refresh(), byExport);
}

void TestVersionTexts::aCancelledLookLeavesNothingWanted()
{
    m_inventory->setVersionTexts({}, WantedPlugins{{function, {u"f3"_s}}});
    m_inventory->refresh();
    m_inventory->cancel();
    QCOMPARE(refresh(), byExport);
    QCOMPARE(textOf(u"f4"_s), u"class Filter: pass  # 4"_s);
}

void TestVersionTexts::listsWhileTextsAreRead()
{
    QSignalSpy refreshed(m_inventory.get(), &Inventory::refreshed);
    m_inventory->awaitVersionTexts({function, PluginSpace::Tool});
    m_inventory->refresh();
    QTRY_COMPARE(m_server->requests().size(), 2);
    QTest::qWait(50);
    QVERIFY(refreshed.isEmpty());
    QVERIFY(m_inventory->awaitsVersionTexts());
    m_inventory->setVersionTexts({}, WantedPlugins{{function, {u"f3"_s}}});
    QVERIFY(refreshed.wait());
    QCOMPARE(m_server->count("GET", "/api/v1/functions/"), 1);
    QCOMPARE(m_server->count("GET", "/api/v1/functions/id/f3"), 1);
    QCOMPARE(m_server->requests().size(), 3);
    QVERIFY(!m_inventory->awaitsVersionTexts());
    QCOMPARE(textOf(u"f3"_s), u"class Filter: pass  # 3"_s);
    // That was of one look.
    QCOMPARE(refresh(), byListAndExport);
}

void TestVersionTexts::aCancelledLookWaitsForNothing()
{
    m_inventory->awaitVersionTexts({function});
    m_inventory->refresh();
    QTRY_COMPARE(m_server->requests().size(), 2);
    m_inventory->cancel();
    QVERIFY(!m_inventory->awaitsVersionTexts());
    QCOMPARE(refresh(), byExport);
}

/// Of a release that tells no versions; texts that come afterwards are of no later look.
void TestVersionTexts::aLookByExportWaitsForNothing()
{
    m_inventory->setRelease(ServerRelease(u"0.11.4"_s));
    m_inventory->awaitVersionTexts({function});
    QCOMPARE(refresh(), byExport);
    QVERIFY(!m_inventory->awaitsVersionTexts());
}

/// Tools that are switched off are exported and not listed, so only their export tells; functions are in neither.
void TestVersionTexts::anEmptyListAndWhatIsWanted()
{
    m_server->setHandler([](const FakeRequest &) { return FakeAnswer::json(QJsonArray()); });
    const auto asked = [this](const WantedPlugins &wanted) {
        m_server->clear();
        m_inventory->setVersionTexts({}, wanted);
        (void)refresh();
        QStringList paths;
        for (const FakeRequest &request : m_server->requests()) {
            paths.append(QString::fromLatin1(request.path()).sliced(8));
        }
        paths.sort();
        return paths;
    };
    QCOMPARE(asked({{function, {u"f3"_s}}}), (QStringList{u"functions/"_s, u"tools/list"_s}));
    QCOMPARE(m_inventory->find(function, u"f3"_s).presence, Presence::CannotTell);
    QCOMPARE(asked({{PluginSpace::Tool, {u"t"_s}}}),
             (QStringList{u"functions/"_s, u"tools/export"_s, u"tools/list"_s}));
}

void TestVersionTexts::looksUpWhatChanged()
{
    QCOMPARE(refresh(), byExport);
    m_versions.insert(u"f3"_s, u"another"_s);
    m_texts.insert(u"f3"_s, u"edited there"_s);
    QCOMPARE(refresh(), byList + QStringList{u"/api/v1/functions/id/f3"_s});
    QCOMPARE(textOf(u"f3"_s), u"edited there"_s);
    QCOMPARE(textOf(u"f4"_s), u"class Filter: pass  # 4"_s);
    QVERIFY(m_inventory->isContentReadable(function));
}

void TestVersionTexts::exportsWhereMuchChanged()
{
    QCOMPARE(refresh(), byExport);
    for (int i = 0; i < 8; ++i) {
        m_versions.insert(u"f%1"_s.arg(i), u"another"_s);
        m_texts.insert(u"f%1"_s.arg(i), u"edited there"_s);
    }
    QCOMPARE(refresh(), byListAndExport);
    QCOMPARE(textOf(u"f3"_s), u"edited there"_s);
}

/// As of what was there before the server became 0.12. updated_at has whole seconds.
void TestVersionTexts::aVersionThatIsMissingProvesNothing()
{
    m_versions.insert(u"f3"_s, QString());
    QCOMPARE(refresh(), byExport);
    m_texts.insert(u"f3"_s, u"edited there"_s);
    QCOMPARE(refresh(), byList + QStringList{u"/api/v1/functions/id/f3"_s});
    QCOMPARE(textOf(u"f3"_s), u"edited there"_s);
}

void TestVersionTexts::anEmptyListProvesNothing()
{
    QCOMPARE(refresh(), byExport);
    m_server->once("GET", "/api/v1/functions/", FakeAnswer::json(QJsonArray()));
    QCOMPARE(refresh(), byListAndExport);
    QCOMPARE(textOf(u"f3"_s), u"class Filter: pass  # 3"_s);
}

void TestVersionTexts::aListThatFailsProvesNothing()
{
    QCOMPARE(refresh(), byExport);
    m_server->once("GET", "/api/v1/functions/", FakeAnswer::detail(500, u"broken"_s));
    QCOMPARE(refresh(), byListAndExport);
    QVERIFY(!m_inventory->error(function));
    // Of a key that is refused nothing more is asked.
    m_server->setHandler([](const FakeRequest &) {
        return FakeAnswer::detail(401, u"Your session has expired or the token is invalid. Please sign in again."_s);
    });
    QCOMPARE(refresh(), byList);
    QVERIFY(m_inventory->error(function));
    QCOMPARE(textOf(u"f3"_s), u"class Filter: pass  # 3"_s);
}

QTEST_GUILESS_MAIN(TestVersionTexts)
#include "tst_versiontexts.moc"
