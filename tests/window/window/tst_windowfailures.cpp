// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/connectionsfixture.h"
#include "support/fakeserver.h"
#include "support/practicefixture.h"
#include "support/windowfixture.h"

#include "deploy/run/serversession.h"
#include "ui/connections/sessioncontroller.h"
#include "ui/parts/messagearea.h"
#include "ui/parts/windowactions.h"

#include <QAction>
#include <QJsonArray>
#include <QJsonObject>
#include <QLayout>
#include <QMessageBox>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace owui;
using namespace owui::test;

namespace {

constexpr int patience = 30'000; // milliseconds

QByteArray sample(const QString &version, const QByteArray &extra = {})
{
    return pluginText(PluginKind::Filter, u"Sample"_s, version, extra);
}

} // namespace

/// What a person is told, and offered, where a server refuses something.
class tst_WindowFailures : public QObject
{
    Q_OBJECT

public:
    static void initMain() { ConnectionsFixture::withoutKeyStore(); }

private slots:
    void initTestCase();
    void init();
    void remediesAreThoseOfTheWindow();
    void switchesTheOldVersionOnAgain();
    void switchingOnInARunIsNoDeployment();
    void asksForTheReasonOnProduction();
    void needsNoKeyWhereTheServerAsksForNone();
    void plansWhereNoKeyIsNeeded_data();
    void plansWhereNoKeyIsNeeded();
    void isBusyUntilTheModelsAreThere_data();
    void isBusyUntilTheModelsAreThere();

private:
    void use(Connection connection, const Credential &credential, ServerSession::State state);
    /// a.py, switched on, and then an update that cannot be loaded, for which the server switches it off.
    void failToUpdate(const PracticeFixture &server);
    [[nodiscard]] bool logTells(const QString &text);

    std::unique_ptr<WindowFixture> m_window;
};

void tst_WindowFailures::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void tst_WindowFailures::init()
{
    m_window = std::make_unique<WindowFixture>();
    m_window->write(u"a.py"_s, sample(u"1.0"_s));
    m_window->open(1);
}

/// Nobody who clicks has an option to give.
void tst_WindowFailures::remediesAreThoseOfTheWindow()
{
    for (const ServerErrorKind kind : allOf<ServerErrorKind>()) {
        for (const bool sent : {true, false}) {
            const QString remedy = ServerError{.kind = kind, .requestSent = sent}.remedy();
            QVERIFY2(!remedy.contains(u"--"_s) && !remedy.contains(u"owui-deploy"_s), qPrintable(remedy));
        }
    }
}

/// Saves the connection, as the dialog would, and waits for the window to use it.
void tst_WindowFailures::use(Connection connection, const Credential &credential, ServerSession::State state)
{
    connection.practice = false;
    m_window->use(connection, credential);
    const auto isUsed = [&] {
        return std::ranges::any_of(m_window->window->findChildren<ServerSession *>(), [&](ServerSession *session) {
            return session->connection().id == connection.id && session->state() == state;
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isUsed(), patience);
}

void tst_WindowFailures::failToUpdate(const PracticeFixture &server)
{
    Connection connection = server.connection;
    connection.switchOnNewFunctions = true;
    use(connection, server.credential, ServerSession::State::Reachable);
    m_window->clickDeploy(u"a.py"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->outcome(u"a.py"_s), DeployOutcome::Created, patience);
    m_window->write(u"a.py"_s, sample(u"1.1"_s, "# practice: load-error boom"));
    QTRY_COMPARE_WITH_TIMEOUT(m_window->model().find(u"a.py"_s)->compareState(), CompareState::Newer, patience);
    m_window->clickDeploy(u"a.py"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->outcome(u"a.py"_s), DeployOutcome::Failed, patience);
}

bool tst_WindowFailures::logTells(const QString &text)
{
    for (int row = 0; row < m_window->log().rowCount(); ++row) {
        if (m_window->log().entry(row).text.contains(text)) {
            return true;
        }
    }
    return false;
}

void tst_WindowFailures::switchesTheOldVersionOnAgain()
{
    PracticeFixture server;
    QVERIFY(server.start(u"0.11.4"_s));
    failToUpdate(server);
    const auto strip = [this] { return m_window->find<MessageArea>().text(u"deactivated"_s); };
    QVERIFY2(strip().contains(u"switched off Sample for everybody"_s), qPrintable(strip()));
    QVERIFY(!server.look(PluginSpace::Function, u"sample"_s).plugin->active);

    // Above the summary, and each request is told with its status.
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->find<MessageArea>().text(u"run"_s).isEmpty(), patience);
    auto *first = qobject_cast<MessageStrip *>(m_window->find<MessageArea>().layout()->itemAt(0)->widget());
    QCOMPARE(first->text(), strip());
    QVERIFY(logTells(u"401 not-found"_s));
    const auto onServer = [this] {
        return m_window->view().model()->index(0, PluginModel::OnColumn).data().toString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(onServer(), u"off"_s, patience);

    m_window->clickMessageButton(u"Switch the old version on again"_s);
    QTRY_VERIFY_WITH_TIMEOUT(strip().contains(u"Sample is on again"_s), patience);
    QVERIFY(server.look(PluginSpace::Function, u"sample"_s).plugin->active);
    QTRY_COMPARE_WITH_TIMEOUT(onServer(), u"on"_s, patience);
}

/// Nor does it throw away what is left to do of the deployment.
void tst_WindowFailures::switchingOnInARunIsNoDeployment()
{
    PracticeFixture server;
    QVERIFY(server.start(u"0.11.4"_s));
    failToUpdate(server);
    m_window->write(u"b.py"_s, pluginText(PluginKind::Filter, u"Slow"_s, u"1.0"_s, "# practice: sleep 2"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->messageButton(u"Retry failed"_s), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isDeploying(), patience);

    m_window->clickDeploy(u"b.py"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isDeploying(), patience);
    m_window->clickMessageButton(u"Switch the old version on again"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->outcome(u"b.py"_s), DeployOutcome::Created, patience);
    QTRY_VERIFY_WITH_TIMEOUT(server.look(PluginSpace::Function, u"sample"_s).plugin->active, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isDeploying(), patience);
    QVERIFY2(m_window->messageButton(u"Retry failed"_s), "the new version is not there yet");
}

void tst_WindowFailures::asksForTheReasonOnProduction()
{
    PracticeFixture server;
    QVERIFY(server.start(u"0.12.4"_s));
    Connection connection = server.connection;
    connection.production = true;
    use(connection, server.credential, ServerSession::State::Reachable);
    m_window->write(u"a.py"_s, sample(u"1.1"_s, "# practice: load-error No module named 'nosuch'"));
    m_window->clickDeploy(u"a.py"_s);
    m_window->agreeToPlan();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->outcome(u"a.py"_s), DeployOutcome::Failed, patience);
    const auto message = [this] { return m_window->model().find(u"a.py"_s)->result->message; };
    QVERIFY2(!message().contains(u"nosuch"_s), qPrintable(message()));

    // Whatever is sent to production passes the plan.
    m_window->clickMessageButton(u"Try again and ask for the reason"_s);
    m_window->agreeToPlan();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->model().find(u"a.py"_s)->result && message().contains(u"nosuch"_s), patience);
    QTRY_VERIFY(!m_window->isDeploying());
    QVERIFY(!m_window->messageButton(u"Try again and ask for the reason"_s));
}

void tst_WindowFailures::needsNoKeyWhereTheServerAsksForNone()
{
    FakeServer server;
    server.setHandler([](const FakeRequest &request) {
        return request.path() == "/api/v1/functions/create" ? FakeAnswer::json(QJsonObject{{u"id"_s, u"sample"_s}})
                                                            : FakeAnswer::detail(404, u"Not Found"_s);
    });
    use({.id = u"minimal"_s, .name = u"minimal"_s, .url = server.url()}, {}, ServerSession::State::Reachable);
    m_window->clickDeploy(u"a.py"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->outcome(u"a.py"_s), DeployOutcome::Created, patience);

    // One that does is not asked in vain.
    FakeServer strict;
    strict.setAnswer(FakeAnswer::detail(401, u"Not authenticated"_s));
    use({.id = u"strict"_s, .name = u"strict"_s, .url = strict.url()}, {}, ServerSession::State::Refused);
    m_window->clickDeploy(u"a.py"_s);
    QVERIFY(m_window->find<MessageArea>().text(u"server"_s).contains(u"no key"_s));
    QCOMPARE(strict.count("POST"), 0);
}

void tst_WindowFailures::plansWhereNoKeyIsNeeded_data()
{
    QTest::addColumn<QByteArray>("proxySecret");
    QTest::newRow("a proxy signs in by a header") << QByteArray("let-me-in");
    QTest::newRow("the server asks for nothing") << QByteArray();
}

/// What may be deployed one by one may also be looked at and planned.
void tst_WindowFailures::plansWhereNoKeyIsNeeded()
{
    QFETCH(const QByteArray, proxySecret);
    FakeServer server;
    server.setHandler([proxySecret](const FakeRequest &request) {
        if (request.header("X-Proxy") != proxySecret) {
            return FakeAnswer::detail(401, u"Not authenticated"_s);
        }
        return request.path().endsWith("/export")
                   ? FakeAnswer::json(QJsonArray())
                   : FakeAnswer::detail(401, u"We could not find what you're looking for :/"_s);
    });
    Credential credential;
    if (!proxySecret.isEmpty()) {
        credential = {.origin = originOf(server.url()), .extraHeaders = {{"X-Proxy", proxySecret}}};
    }
    use({.id = u"open"_s, .name = u"open"_s, .url = server.url()}, credential, ServerSession::State::Reachable);
    // The list says how the folder compares, and a plan comes.
    QTRY_COMPARE_WITH_TIMEOUT(m_window->model().counts().missing, 1, patience);
    QVERIFY(m_window->find<WindowActions>().refresh->isEnabled());
    m_window->write(u"b.py"_s, pluginText(PluginKind::Filter, u"Banana"_s, u"1.0"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_window->model().counts().plugins, 2, patience);
    m_window->find<WindowActions>().deployShown->trigger();
    QTRY_VERIFY(m_window->window->findChild<PlanDialog *>());
}

void tst_WindowFailures::isBusyUntilTheModelsAreThere_data()
{
    QTest::addColumn<bool>("closes");
    QTest::newRow("closing the window") << true;
    QTest::newRow("leaving the server") << false;
}

/// Until somebody asks for the models, chats do not find a new pipe: the request belongs to the run.
void tst_WindowFailures::isBusyUntilTheModelsAreThere()
{
    QFETCH(const bool, closes);
    FakeServer server;
    server.setHandler([](const FakeRequest &request) {
        return request.path() == "/api/v1/functions/create" ? FakeAnswer::json(QJsonObject{{u"id"_s, u"sample"_s}})
                                                            : FakeAnswer::detail(404, u"Not Found"_s);
    });
    server.once("GET", "/api/models", {.body = "{}", .latency = 1s});
    m_window->write(u"a.py"_s, pluginText(PluginKind::Pipe, u"Sample"_s, u"1.0"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_window->model().find(u"a.py"_s)->plugin.kind, PluginKind::Pipe, patience);
    use({.id = u"minimal"_s, .name = u"minimal"_s, .url = server.url()}, {}, ServerSession::State::Reachable);
    m_window->clickDeploy(u"a.py"_s);
    QTRY_COMPARE_WITH_TIMEOUT(server.count("GET", "/api/models"), 1, patience);
    QCOMPARE(m_window->outcome(u"a.py"_s), DeployOutcome::Created);
    auto &sessions = m_window->find<SessionController>();
    if (closes) {
        QVERIFY(!m_window->window->close());
        QTRY_VERIFY(m_window->find<QMessageBox>(u"closeQuestion"_s).isVisible());
    } else {
        m_window->connections.setActive({});
        QVERIFY(!sessions.session());
        QVERIFY(sessions.isBusy());
    }
    QTRY_VERIFY(!sessions.isBusy());
}

QTEST_MAIN(tst_WindowFailures)
#include "tst_windowfailures.moc"
