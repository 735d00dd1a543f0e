// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/plan/planner.h"
#include "plugins/pluginfile.h"
#include "support/fakeclient.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

class PlannerTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void plansInOrder();
    void asksOnlyForTheNamesOfSettings();
    void settingsThatCannotBeAsked();
    void readiesTheCheck();
    void nothingToPlan();
    void cancelledSaysNothing();
    void startAgain();

private:
    Plugin write(const QString &id, const QByteArray &version, const QByteArray &valves = "x: int = 1");
    [[nodiscard]] QList<PlanRow> plan(const QList<Plugin> &plugins);
    [[nodiscard]] Planner::Options options(const QList<Plugin> &plugins) const;

    std::unique_ptr<FakeServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    QNetworkAccessManager m_network;
    std::unique_ptr<OpenWebUi> m_client;
    std::unique_ptr<Inventory> m_inventory;
    std::unique_ptr<Planner> m_planner;
    QJsonArray m_exported;
};

namespace {

const QString notFound = u"We could not find what you're looking for :/"_s;

QByteArray text(const QString &id, const QByteArray &version, const QByteArray &valves)
{
    return "\"\"\"\ntitle: " + id.toUtf8() + "\nversion: " + version +
           "\n\"\"\"\nclass Filter:\n    class Valves(BaseModel):\n        " + valves + "\n";
}

QJsonObject stored(const QString &id, const QByteArray &version, const QByteArray &valves = "x: int = 1")
{
    const QJsonObject manifest{{u"title"_s, id}, {u"version"_s, QString::fromLatin1(version)}};
    return {{u"id"_s, id},
            {u"name"_s, id},
            {u"type"_s, u"filter"_s},
            {u"content"_s, QString::fromUtf8(text(id, version, valves))},
            {u"meta"_s, QJsonObject{{u"description"_s, u""_s}, {u"manifest"_s, manifest}}}};
}

} // namespace

void PlannerTest::init()
{
    m_planner.reset();
    m_inventory.reset();
    m_client.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<FakeServer>();
    m_exported = {};
    m_server->setHandler([this](const FakeRequest &request) {
        if (request.path() == "/api/v1/functions/export") {
            return FakeAnswer::json(m_exported);
        }
        return request.path().endsWith("/export") ? FakeAnswer::json(QJsonArray()) : FakeAnswer::detail(401, notFound);
    });
    m_client = clientOf(*m_server, m_network);
    m_inventory = std::make_unique<Inventory>(*m_client);
    m_planner = std::make_unique<Planner>(*m_inventory, *m_client);
}

Plugin PlannerTest::write(const QString &id, const QByteArray &version, const QByteArray &valves)
{
    const QByteArray utf8 = text(id, version, valves);
    QFile file(m_folder->filePath(id + u".py"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(utf8) != utf8.size()) {
        qFatal("cannot write the plugin");
    }
    return readPlugin(id + u".py"_s, {.utf8 = utf8});
}

Planner::Options PlannerTest::options(const QList<Plugin> &plugins) const
{
    return {.root = m_folder->path(), .release = ServerRelease(u"0.12.4"_s), .folder = plugins, .sentBefore = {}};
}

QList<PlanRow> PlannerTest::plan(const QList<Plugin> &plugins)
{
    QSignalSpy refreshed(m_inventory.get(), &Inventory::refreshed);
    m_inventory->refresh();
    if (!refreshed.wait()) {
        return {};
    }
    QSignalSpy finished(m_planner.get(), &Planner::finished);
    m_planner->start(plugins, options(plugins));
    if (!finished.wait()) {
        return {};
    }
    return finished.first().first().value<QList<PlanRow>>();
}

void PlannerTest::plansInOrder()
{
    m_exported = {stored(u"same"_s, "1.0"), stored(u"older"_s, "3.0"), stored(u"newer"_s, "1.0")};
    const QList<Plugin> plugins{write(u"newer"_s, "2.0"), write(u"created"_s, "1.0"), write(u"same"_s, "1.0"),
                                write(u"older"_s, "2.0")};
    const QList<PlanRow> rows = plan(plugins);
    QCOMPARE(rows.size(), 4);
    QStringList found;
    for (const PlanRow &row : rows) {
        found.append(row.plugin.id + u' ' + nameOf(row.action) + u' ' + nameOf(row.comparison.state));
    }
    QCOMPARE(found.join(u", "_s), u"newer update newer, created create missing, same none same, older update older"_s);
    // The exports told everything, and nothing was sent.
    QCOMPARE(m_server->requests().size(), 2);
    QVERIFY(!rows.first().comparison.digest.isEmpty());
    QVERIFY(rows.first().comparison.server.showsText);
}

void PlannerTest::asksOnlyForTheNamesOfSettings()
{
    m_exported = {stored(u"a"_s, "1.0", "key: str = \"\""), stored(u"b"_s, "1.0")};
    m_server->once("GET", "/api/v1/functions/id/a/valves",
                   FakeAnswer::json(QJsonObject{{u"key"_s, u"TOP-SECRET"_s}, {u"other"_s, 1}}));
    const QList<PlanRow> rows = plan({write(u"a"_s, "2.0", "key: int = 0"), write(u"b"_s, "2.0")});
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.first().warnings.size(), 2);
    QCOMPARE(rows.first().warnings.first().code, PlanWarningCode::ValvesRetyped);
    QCOMPARE(rows.first().warnings.last().code, PlanWarningCode::OriginUnknown);
    QCOMPARE(rows.first().consents(), Consents{Consent::Valves});
    QVERIFY(!rows.first().warnings.first().text.contains(u"TOP-SECRET"_s));
    QCOMPARE(rows.last().warnings.size(), 1);
    QCOMPARE(m_server->requests().size(), 3);
}

void PlannerTest::settingsThatCannotBeAsked()
{
    m_exported = {stored(u"a"_s, "1.0", "key: str = \"\"")};
    m_server->once("GET", "/api/v1/functions/id/a/valves", FakeAnswer::detail(500, u"boom"_s));
    const QList<PlanRow> rows = plan({write(u"a"_s, "2.0", "key: int = 0")});
    QCOMPARE(rows.value(0).consents(), Consents{Consent::Valves}); // nobody can tell, so it may matter
}

/// Where something will be sent, also where the plan itself checks nothing.
void PlannerTest::readiesTheCheck()
{
#ifdef Q_OS_UNIX
    QFile python(m_folder->filePath(u"python"_s));
    QVERIFY(python.open(QIODevice::WriteOnly));
    python.write("#!/bin/sh\necho started >>\"${0%/*}/starts\"\nexec python3 \"$@\"\n");
    python.close();
    QVERIFY(python.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    m_exported = {stored(u"same"_s, "1.0"), stored(u"older"_s, "1.0")};
    LocalCheck check(python.fileName());
    const auto planned = [&](const Plugin &plugin) {
        QSignalSpy finished(m_planner.get(), &Planner::finished);
        Planner::Options its = options({plugin});
        its.localCheck = &check;
        its.checksCode = false;
        m_planner->start({plugin}, its);
        return finished.wait() ? finished.first().first().value<QList<PlanRow>>() : QList<PlanRow>();
    };
    QCOMPARE(plan({}).size(), 0); // knows what the server has
    QCOMPARE(planned(write(u"same"_s, "1.0")).value(0).action, PlanAction::None);
    QTest::qWait(100);
    QVERIFY(!QFile::exists(m_folder->filePath(u"starts"_s)));
    QCOMPARE(planned(write(u"older"_s, "2.0")).value(0).action, PlanAction::Update);
    QTRY_VERIFY(QFile::exists(m_folder->filePath(u"starts"_s)));
#else
    QSKIP("The stand-in is a shell script.");
#endif
}

void PlannerTest::nothingToPlan()
{
    QSignalSpy finished(m_planner.get(), &Planner::finished);
    m_planner->start({}, options({}));
    QVERIFY(finished.wait());
    QVERIFY(finished.first().first().value<QList<PlanRow>>().isEmpty());
}

void PlannerTest::cancelledSaysNothing()
{
    m_exported = {stored(u"a"_s, "1.0", "key: str = \"\"")};
    m_server->once("GET", "/api/v1/functions/id/a/valves", FakeAnswer::fault(FakeAnswer::Way::Silent));
    const QList<Plugin> plugins{write(u"a"_s, "2.0", "key: int = 0")};
    QSignalSpy refreshed(m_inventory.get(), &Inventory::refreshed);
    m_inventory->refresh();
    QVERIFY(refreshed.wait());
    QSignalSpy finished(m_planner.get(), &Planner::finished);
    m_planner->start(plugins, options(plugins));
    QTRY_COMPARE(m_server->count("GET", "/api/v1/functions/id/a/valves"), 1);
    m_planner->cancel();
    m_planner->start({}, options({}));
    QVERIFY(finished.wait());
    QCOMPARE(finished.size(), 1);
    QVERIFY(finished.first().first().value<QList<PlanRow>>().isEmpty());
}

void PlannerTest::startAgain()
{
    m_exported = {stored(u"a"_s, "1.0"), stored(u"b"_s, "1.0")};
    const Plugin a = write(u"a"_s, "2.0");
    const Plugin b = write(u"b"_s, "2.0");
    QSignalSpy refreshed(m_inventory.get(), &Inventory::refreshed);
    m_inventory->refresh();
    QVERIFY(refreshed.wait());
    QSignalSpy finished(m_planner.get(), &Planner::finished);
    m_planner->start({a}, options({a, b}));
    m_planner->start({b}, options({a, b}));
    QVERIFY(finished.wait());
    QCOMPARE(finished.first().first().value<QList<PlanRow>>().first().plugin.id, u"b"_s);
    QCOMPARE(finished.size(), 1);
}

QTEST_GUILESS_MAIN(PlannerTest)
#include "tst_planner.moc"
