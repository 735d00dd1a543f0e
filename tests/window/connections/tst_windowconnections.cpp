// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/connectionsfixture.h"
#include "support/fakeopenwebui.h"
#include "support/practicefixture.h"
#include "support/windowfixture.h"

#include "deploy/run/serversession.h"
#include "ui/connections/connectionmenu.h"
#include "ui/connections/connectionsdialog.h"
#include "ui/parts/edgedbutton.h"
#include "ui/parts/icons.h"
#include "ui/parts/messagearea.h"
#include "ui/parts/windowactions.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QScopeGuard>
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
        window.use(connection, {.secret = secret, .origin = {}, .expires = {}, .extraHeaders = {}});
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
    void deploysAfterSixActions();
    void takesTheKeyInTheMessage();
    void keepsTheHeadersThatItCannotRead();
    void leadsToTheKey();
    void saysThatPractisingIsOver();
    void marksProduction();
    void showsNothingOfNoServer();
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
    const auto calls = [&f] {
        return f.window.view().model()->index(0, PluginModel::DeployColumn).data(PluginModel::StrongRole).toBool();
    };
    QVERIFY2(!calls(), "nothing can be deployed there");

    server.reopen();
    f.press(Qt::Key_F5, Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(f.server().endsWith(u"· reachable"_s), patience);
    QTRY_VERIFY(f.message(u"inventory"_s).isEmpty() && f.message(u"connection"_s).isEmpty());
}

/// From the open folder, with address and key at hand, until the row says created.
void tst_WindowConnections::deploysAfterSixActions()
{
    PracticeFixture server;
    QVERIFY(server.start(u"0.12.4"_s));
    Fixture f;
    int actions = 0;
    const auto paste = [&actions](const QString &text) {
        QGuiApplication::clipboard()->setText(text);
        QTest::keySequence(QApplication::focusWidget(), QKeySequence::Paste);
        ++actions;
    };
    f.window.clickMessageButton(u"Add server…"_s);
    ++actions;
    auto &dialog = f.window.find<ConnectionsDialog>();
    dialog.activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), &dialog);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"url"_s);
    paste(server.connection.url.toString());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    ++actions;
    QCOMPARE(QApplication::focusWidget()->objectName(), u"key"_s);
    paste(QString::fromLatin1(server.credential.secret));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    ++actions;
    QTRY_COMPARE_WITH_TIMEOUT(f.window.model().counts().missing, 1, patience);
    QVERIFY(!f.window.window->findChild<ConnectionsDialog *>());
    f.window.clickDeploy(u"a.py"_s);
    ++actions;
    QTRY_COMPARE_WITH_TIMEOUT(f.window.outcome(u"a.py"_s), DeployOutcome::Created, patience);
    QVERIFY2(actions <= 6, qPrintable(QString::number(actions)));
    QVERIFY2(f.message(u"keyPlace"_s).contains(u"only until the program ends"_s), "there is no key store here");
}

/// After a start without a key store: the cause, and a field for the key where it is said.
void tst_WindowConnections::takesTheKeyInTheMessage()
{
    FakeServer server;
    actAsOpenWebUi(server, key, {}, true);
    Fixture f;
    const Connection connection = f.use(u"live"_s, server.url(), {});
    QTRY_VERIFY_WITH_TIMEOUT(f.message(u"connection"_s).contains(u"no key store"_s), patience);
    const auto field = [&f] { return &f.window.find<QLineEdit>(u"messageKey"_s); };
    QCOMPARE(field()->echoMode(), QLineEdit::Password);
    f.window.clickMessageButton(u"Connect"_s); // nothing is entered yet
    QTRY_VERIFY(f.message(u"connection"_s).contains(u"key"_s));
    QTRY_COMPARE(f.window.find<MessageArea>().findChildren<QLineEdit *>().size(), 1);
    QTest::keyClicks(field(), QString::fromLatin1(key));
    QTest::keyClick(field(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(f.server().endsWith(u"· reachable"_s), patience);
    QTRY_VERIFY(f.message(u"connection"_s).isEmpty());
    QVERIFY(!f.message(u"keyPlace"_s).contains(QString::fromLatin1(key)));
    std::optional<Credential> kept;
    f.window.secrets.read(connection, this, [&kept](const Result<std::optional<Credential>> &answer) {
        kept = answer ? answer.value() : std::nullopt;
    });
    QTRY_VERIFY(kept);
    QCOMPARE(kept->secret, key);
}

/// They are kept beside the key, and would be lost where only the key is written.
void tst_WindowConnections::keepsTheHeadersThatItCannotRead()
{
    FakeServer server;
    actAsOpenWebUi(server, key, {}, true);
    Fixture f;
    const Connection connection{.id = u"live"_s,
                                .name = u"live"_s,
                                .url = server.url(),
                                .extraHeaders = {u"X-Token"_s},
                                .keepSecretsInFile = true};
    // By a program that ran before.
    SecretStore before(f.window.data.path());
    bool written = false;
    before.write(connection, {.secret = "sk-wrong", .extraHeaders = {{"X-Token", "token"}}}, this,
                 [&written](const Result<SecretPlace> &) { written = true; });
    QTRY_VERIFY(written);
    f.window.connections.save(connection);
    f.window.connections.setActive(connection.id);
    QTRY_VERIFY_WITH_TIMEOUT(f.window.messageButton(u"Connect"_s), patience);

    // The place of the keys cannot be read.
    const QString path = f.window.data.filePath(u"secrets.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray kept = file.readAll();
    file.close();
    const auto write = [&file](const QByteArray &bytes) {
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
    };
    QVERIFY(write(kept.first(kept.size() / 2)));
    file.close();
    f.window.find<QLineEdit>(u"messageKey"_s).setText(QString::fromLatin1(key));
    f.window.clickMessageButton(u"Connect"_s);
    QTRY_VERIFY_WITH_TIMEOUT(f.message(u"keyPlace"_s).contains(u"is broken"_s), patience);
    QVERIFY2(f.message(u"keyPlace"_s).contains(u"extra headers of live"_s), qPrintable(f.message(u"keyPlace"_s)));
    QVERIFY(write(kept));
    file.close();
    std::optional<Credential> read;
    f.window.secrets.read(connection, this, [&read](const Result<std::optional<Credential>> &answer) {
        read = answer ? answer.value() : std::nullopt;
    });
    QTRY_VERIFY(read);
    QCOMPARE(read->extraHeaders.size(), 1);
}

void tst_WindowConnections::leadsToTheKey()
{
    FakeServer server;
    actAsOpenWebUi(server, key);
    Fixture f;
    f.use(u"live"_s, server.url(), "sk-wrong");
    f.window.clickMessageButton(u"Connections…"_s);
    auto &dialog = f.window.find<ConnectionsDialog>();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QCOMPARE(dialog.focusWidget()->objectName(), u"key"_s);
}

void tst_WindowConnections::saysThatPractisingIsOver()
{
    FakeServer server;
    actAsOpenWebUi(server, key);
    Fixture f;
    f.window.practise();
    f.window.find<WindowActions>().addServer->trigger();
    auto &dialog = f.window.find<ConnectionsDialog>();
    QTest::keyClicks(dialog.findChild<QLineEdit *>(u"url"_s), server.url().toString());
    QTest::keyClicks(dialog.findChild<QLineEdit *>(u"key"_s), QString::fromLatin1(key));
    QTest::mouseClick(dialog.findChild<QPushButton *>(u"save"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(f.message(u"switched"_s).contains(u"no longer the practice server"_s), patience);
    f.window.clickMessageButton(u"Back to the practice server"_s);
    QTRY_VERIFY_WITH_TIMEOUT(f.server().startsWith(u"Practice server"_s), patience);
    QVERIFY(f.message(u"switched"_s).isEmpty());
}

void tst_WindowConnections::marksProduction()
{
    FakeServer server;
    actAsOpenWebUi(server, key);
    Fixture f;
    Connection connection = f.use(u"live"_s, server.url(), key);
    const auto edges = [&f] {
        QList<QColor> found;
        for (const EdgedButton *button : f.window.window->findChildren<EdgedButton *>()) {
            const bool told = button->accessibleDescription().contains(u"production"_s);
            if (told != button->edge().isValid()) {
                return QList<QColor>{};
            }
            found.append(button->edge());
        }
        return found;
    };
    QTRY_COMPARE_WITH_TIMEOUT(edges(), QList<QColor>(4), patience);
    connection.production = true;
    connection.color = u"#8a4fd3"_s;
    f.window.connections.save(connection);
    QTRY_COMPARE_WITH_TIMEOUT(edges(), QList<QColor>(4, QColor(connection.color)), patience);
    // In the red of the palette where it has no colour of its own, also when that changes.
    connection.color.clear();
    f.window.connections.save(connection);
    const auto inRed = [&f] { return QList<QColor>(4, toneColor(Tone::Bad, f.window.window->palette())); };
    QTRY_COMPARE_WITH_TIMEOUT(edges(), inRed(), patience);
    const QPalette before = QApplication::palette();
    const QColor lightRed = inRed().first();
    QApplication::setPalette(QPalette(QColor(40, 40, 40)));
    const auto restore = qScopeGuard([&before] { QApplication::setPalette(before); });
    QTRY_VERIFY(inRed().first() != lightRed);
    QTRY_COMPARE(edges(), inRed());
    f.window.practise();
    QTRY_COMPARE(edges(), QList<QColor>(4));
}

/// Neither columns nor, on the first page, buttons that say 0.
void tst_WindowConnections::showsNothingOfNoServer()
{
    WindowFixture window;
    window.window->show();
    window.window->start({});
    for (const EdgedButton *button : window.window->findChildren<EdgedButton *>()) {
        QVERIFY2(!button->isVisible() || qobject_cast<const ConnectionMenu *>(button), qPrintable(button->text()));
    }
    window.write(u"a.py"_s, pluginText(PluginKind::Filter, u"Sample"_s, u"1.0"_s));
    window.open(1);
    QVERIFY(window.view().isColumnHidden(PluginModel::ServerVersionColumn));
    QVERIFY(window.view().isColumnHidden(PluginModel::OnColumn));
    window.practise();
    QTRY_VERIFY(!window.view().isColumnHidden(PluginModel::ServerVersionColumn));
    QVERIFY(!window.view().isColumnHidden(PluginModel::OnColumn));
    QVERIFY(window.view().isColumnHidden(PluginModel::AuthorColumn));
}

QTEST_MAIN(tst_WindowConnections)
#include "tst_windowconnections.moc"
