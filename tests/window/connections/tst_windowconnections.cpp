// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/connectionsfixture.h"
#include "support/fakeopenwebui.h"
#include "support/practicefixture.h"
#include "support/windowfixture.h"

#include "deploy/run/serversession.h"
#include "ui/connections/connectionmenu.h"
#include "ui/parts/messagearea.h"

#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

constexpr int patience = 30'000; // milliseconds
const QByteArray key = "sk-0123456789abcdef";

/// With one filter in the folder.
class Fixture final
{
    Q_DISABLE_COPY_MOVE(Fixture)

public:
    Fixture()
    {
        window.write(u"a.py"_s, pluginText(PluginKind::Filter, u"Sample"_s, u"1.0"_s));
        window.open(1);
    }
    ~Fixture() = default;

    /// Saves the connection and makes it the one in use, as the dialog would.
    Connection use(const QString &name, const QUrl &url, const QByteArray &secret)
    {
        const Connection connection{.id = name, .name = name, .url = url};
        bool written = secret.isEmpty();
        if (!written) {
            window.secrets.write(connection, {.secret = secret, .origin = {}, .expires = {}, .extraHeaders = {}},
                                 window.window.get(), [&written](const Result<SecretPlace> &) { written = true; });
        }
        [&] { QTRY_VERIFY_WITH_TIMEOUT(written, patience); }();
        window.connections.save(connection);
        window.connections.setActive(connection.id);
        return connection;
    }
    [[nodiscard]] QString server() { return window.find<ConnectionMenu>().text(); }
    [[nodiscard]] QString message(const QString &subject) { return window.find<MessageArea>().text(subject); }
    void press(Qt::Key pressed, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(window.window.get(), pressed, modifiers);
    }

    WindowFixture window;
};

} // namespace

/// The server's part of the window, from the first start on.
class tst_WindowConnections : public QObject
{
    Q_OBJECT

public:
    static void initMain() { ConnectionsFixture::withoutKeyStore(); }

private slots:
    void initTestCase();
    void showsWhatTheLastExchangeSaid_data();
    void showsWhatTheLastExchangeSaid();
};

void tst_WindowConnections::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void tst_WindowConnections::showsWhatTheLastExchangeSaid_data()
{
    QTest::addColumn<bool>("deploys");
    QTest::newRow("reading the server") << false;
    QTest::newRow("deploying") << true;
}

/// Whoever asks learns that the server is gone, and that it is back.
void tst_WindowConnections::showsWhatTheLastExchangeSaid()
{
    QFETCH(const bool, deploys);
    FakeServer server;
    actAsOpenWebUi(server, key, {}, true);
    Fixture f;
    f.use(u"live"_s, server.url(), key);
    QTRY_COMPARE_WITH_TIMEOUT(f.window.model().counts().missing, 1, patience);
    QVERIFY2(f.server().endsWith(u"· reachable"_s), qPrintable(f.server()));

    server.close();
    if (deploys) {
        f.window.clickDeploy(u"a.py"_s);
        QTRY_COMPARE_WITH_TIMEOUT(f.window.outcome(u"a.py"_s), DeployOutcome::Failed, patience);
    } else {
        f.press(Qt::Key_F5, Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(f.message(u"inventory"_s).contains(u"functions and tools"_s), patience);
        QVERIFY2(f.message(u"connection"_s).isEmpty(), "the same is not told twice");
    }
    QVERIFY2(f.server().endsWith(u"· unreachable"_s), qPrintable(f.server()));

    server.reopen();
    f.press(Qt::Key_F5, Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(f.server().endsWith(u"· reachable"_s), patience);
    QTRY_VERIFY(f.message(u"inventory"_s).isEmpty() && f.message(u"connection"_s).isEmpty());
}

QTEST_MAIN(tst_WindowConnections)
#include "tst_windowconnections.moc"
