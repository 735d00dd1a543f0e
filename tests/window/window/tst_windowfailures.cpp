// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/connectionsfixture.h"
#include "support/fakeserver.h"
#include "support/practicefixture.h"
#include "support/windowfixture.h"

#include "deploy/run/serversession.h"
#include "ui/parts/messagearea.h"

#include <QAbstractButton>
#include <QJsonObject>
#include <QLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
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
    void switchesTheOldVersionOnAgain();
    void asksForTheReasonOnProduction();
    void needsNoKeyWhereTheServerAsksForNone();

private:
    void use(Connection connection, const Credential &credential, ServerSession::State state);
    QAbstractButton *button(const QString &text);
    void clickButton(const QString &text);
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

/// Saves the connection, as the dialog would, and waits for the window to use it.
void tst_WindowFailures::use(Connection connection, const Credential &credential, ServerSession::State state)
{
    connection.practice = false;
    bool written = credential.isEmpty();
    if (!written) {
        m_window->secrets.write(connection, credential, this,
                                [&written](const Result<SecretPlace> &) { written = true; });
    }
    QTRY_VERIFY_WITH_TIMEOUT(written, patience);
    m_window->connections.save(connection);
    m_window->connections.setActive(connection.id);
    const auto isUsed = [&] {
        return std::ranges::any_of(m_window->window->findChildren<ServerSession *>(), [&](ServerSession *session) {
            return session->connection().id == connection.id && session->state() == state;
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isUsed(), patience);
}

QAbstractButton *tst_WindowFailures::button(const QString &text)
{
    const auto buttons = m_window->find<MessageArea>().findChildren<QAbstractButton *>();
    const auto found = std::ranges::find(buttons, text, &QAbstractButton::text);
    return found == buttons.end() ? nullptr : *found;
}

void tst_WindowFailures::clickButton(const QString &text)
{
    QTRY_VERIFY_WITH_TIMEOUT(button(text), patience);
    QTest::mouseClick(button(text), Qt::LeftButton);
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
    Connection connection = server.connection;
    connection.switchOnNewFunctions = true;
    use(connection, server.credential, ServerSession::State::Reachable);
    m_window->clickDeploy(u"a.py"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->outcome(u"a.py"_s), DeployOutcome::Created, patience);

    m_window->write(u"a.py"_s, sample(u"1.1"_s, "# practice: load-error boom"));
    m_window->clickDeploy(u"a.py"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->outcome(u"a.py"_s), DeployOutcome::Failed, patience);
    const auto strip = [this] { return m_window->find<MessageArea>().text(u"deactivated"_s); };
    QVERIFY2(strip().contains(u"switched off Sample for everybody"_s), qPrintable(strip()));
    QVERIFY(!server.look(PluginSpace::Function, u"sample"_s).plugin->active);

    // Above the summary, and each request is told with its status.
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->find<MessageArea>().text(u"run"_s).isEmpty(), patience);
    auto *first = qobject_cast<MessageStrip *>(m_window->find<MessageArea>().layout()->itemAt(0)->widget());
    QCOMPARE(first->text(), strip());
    QVERIFY(logTells(u"401 not-found"_s));
    const auto onServer = [this] {
        return m_window->view().model()->index(0, PluginModel::ServerColumn).data().toString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(onServer(), u"off"_s, patience);

    clickButton(u"Switch the old version on again"_s);
    QTRY_VERIFY_WITH_TIMEOUT(strip().contains(u"Sample is on again"_s), patience);
    QVERIFY(server.look(PluginSpace::Function, u"sample"_s).plugin->active);
    QTRY_COMPARE_WITH_TIMEOUT(onServer(), u"on"_s, patience);
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
    QTest::mouseClick(&m_window->find<QPushButton>(u"deployToProduction"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->outcome(u"a.py"_s), DeployOutcome::Failed, patience);
    const auto message = [this] { return m_window->model().find(u"a.py"_s)->result->message; };
    QVERIFY2(!message().contains(u"nosuch"_s), qPrintable(message()));

    clickButton(u"Try again and ask for the reason"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->model().find(u"a.py"_s)->result && message().contains(u"nosuch"_s), patience);
    QTRY_VERIFY(!m_window->isDeploying());
    QVERIFY(!button(u"Try again and ask for the reason"_s));
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

QTEST_MAIN(tst_WindowFailures)
#include "tst_windowfailures.moc"
