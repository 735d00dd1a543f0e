// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/connectionsfixture.h"
#include "support/fakeopenwebui.h"

#include "ui/connections/connectiontestview.h"
#include "ui/parts/fieldnote.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace owui;
using namespace owui::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int general = 0;
constexpr int signInTab = 0;
constexpr int deploying = 1;
constexpr int network = 1;

const QByteArray key = "sk-0123456789abcdef";
const QString keyText = QString::fromLatin1(key);

/// Through the file dialog, as a person does.
void import(ConnectionsFixture &f, const QString &path)
{
    f.click(u"importEnv"_s);
    QFileDialog *files = nullptr;
    QTRY_VERIFY((files = f.dialog().findChild<QFileDialog *>(u"envFileDialog"_s)));
    auto *name = files->findChild<QLineEdit *>(u"fileNameEdit"_s);
    QVERIFY(name);
    name->setText(path);
    QTest::keyClick(name, Qt::Key_Return);
}

/// "step: state. what it says", a line for each step of the test.
QString stepsOf(const ConnectionTestView &view)
{
    QStringList lines;
    const auto *grid = view.findChild<QGridLayout *>();
    for (int row = 0; row < grid->rowCount() && grid->itemAtPosition(row, 0); ++row) {
        const auto label = [grid, row](int column) {
            return qobject_cast<QLabel *>(grid->itemAtPosition(row, column)->widget());
        };
        lines.append(u"%1: %2. %3"_s.arg(label(1)->text(), label(0)->accessibleName(), label(2)->text()));
    }
    return lines.join(u'\n');
}

} // namespace

class TestConnectionsDialog : public QObject
{
    Q_OBJECT

public:
    static void initMain() { ConnectionsFixture::withoutKeyStore(); }

private slots:
    void addsAndSaves();
    void isNamedByItsAddress();
    void findsTheServerAboveAPage();
    void writesNothingBeforeSave();
    void asksBeforeClosing_data();
    void asksBeforeClosing();
    void editsEveryField();
    void tabFollowsTheRows();
    void refusesWrongValues_data();
    void refusesWrongValues();
    void anotherOriginNeedsTheKeyAgain();
    void typedKeyDoesNotFollowTheAddress();
    void anotherPathKeepsTheKey();
    void storedKeyIsNeverShown();
    void removesTheKey();
    void keepsTheKeyWhenReplacingIsGivenUp();
    void takesTheKeyOutOfTheFile();
    void saysThatTheFileOfKeysIsBroken();
    void extraHeaderValuesAreMasked();
    void duplicates();
    void removes();
    void imports_data();
    void imports();
    void importsThroughTheFileDialog();
    void plainHttpWarns();
    void signsInWithPassword();
    void wrongPasswordSaysSo();
    void tests_data();
    void tests();
    void testOfAnotherAddressCarriesNoSecret();
    void testIsCancelled();
};

void TestConnectionsDialog::addsAndSaves()
{
    ConnectionsFixture f;
    f.openDialog();
    QVERIFY(!f.canSave());
    f.click(u"addConnection"_s);
    QVERIFY(f.find<QLineEdit>(u"url"_s)->hasFocus());
    QVERIFY2(f.note(u"urlNote"_s).isEmpty(), "nothing was typed yet");
    f.type(u"name"_s, u"Home"_s);
    QVERIFY(!f.canSave());
    f.type(u"url"_s, u"localhost:8080/api/v1/"_s);
    QVERIFY(f.note(u"urlNote"_s).contains(u"http://localhost:8080"_s));
    f.showTab(signInTab);
    f.type(u"key"_s, keyText);
    QVERIFY(f.canSave());
    f.click(u"save"_s);

    QTRY_COMPARE(f.connections->connections().size(), 1);
    const Connection saved = f.connections->connections().first();
    QCOMPARE(saved.name, u"Home"_s);
    QCOMPARE(saved.url, QUrl(u"http://localhost:8080"_s));
    QCOMPARE(f.connections->active()->id, saved.id);
    const std::optional<Credential> credential = f.stored(saved);
    QVERIFY(credential);
    QCOMPARE(credential->secret, key);
    QCOMPARE(credential->origin, u"http://localhost:8080"_s);
    // There is no key store here, and that is said.
    QTRY_VERIFY(f.note(u"dialogNote"_s).contains(u"only until the program ends"_s));
    QVERIFY(!f.visibleText().contains(keyText));
    QVERIFY(!f.settingsText().contains(key));
    QVERIFY(f.settingsText().contains("Home"));
}

/// Address and key are enough, and what differs from the address as typed is said once.
void TestConnectionsDialog::isNamedByItsAddress()
{
    ConnectionsFixture f;
    f.addSaved(u"chat.example.org"_s, u"https://other.example.org"_s);
    f.openDialog();
    f.dialog().addNew();
    f.dialog().addNew();
    QCOMPARE(f.rows(), 2); // the empty one is taken again
    QVERIFY(!f.note(u"dialogNote"_s).isEmpty());
    f.type(u"url"_s, u"https://chat.example.org"_s);
    QCOMPARE(f.find<QLineEdit>(u"name"_s)->text(), u"chat.example.org 2"_s);
    QVERIFY2(f.note(u"urlNote"_s).isEmpty(), qPrintable(f.note(u"urlNote"_s)));
    QVERIFY(f.canSave());
    f.type(u"name"_s, u"Team"_s);
    f.type(u"url"_s, u"https://chat.example.org/"_s);
    QCOMPARE(f.find<QLineEdit>(u"name"_s)->text(), u"Team"_s);
    QVERIFY(!f.note(u"urlNote"_s).isEmpty());
    f.type(u"url"_s, u"ftp://chat.example.org"_s);
    QVERIFY2(!f.note(u"dialogNote"_s).contains(f.note(u"urlNote"_s)), "each sentence once");
    f.type(u"url"_s, u"https://chat.example.org"_s);
    f.click(u"save"_s);
    QTRY_COMPARE(f.connections->connections().size(), 2);
    // One in which nothing was entered needs no question.
    f.openDialog();
    f.dialog().addNew();
    QTest::keyClick(&f.dialog(), Qt::Key_Escape);
    QVERIFY(!f.dialog().isVisible());
}

void TestConnectionsDialog::findsTheServerAboveAPage()
{
    FakeServer server;
    server.setHandler([](const FakeRequest &request) {
        return request.path() == "/owui/api/version" ? FakeAnswer::json(QJsonObject{{u"version"_s, u"0.12.4"_s}})
                                                     : FakeAnswer::html();
    });
    ConnectionsFixture f;
    f.openDialog();
    f.click(u"addConnection"_s);
    f.type(u"url"_s, server.url().toString() + u"/owui/admin/functions"_s);
    f.type(u"key"_s, keyText);
    f.click(u"save"_s);
    QTRY_COMPARE(f.connections->connections().size(), 1);
    QCOMPARE(f.connections->connections().first().url, QUrl(server.url().toString() + u"/owui"_s));
    QVERIFY(f.stored(f.connections->connections().first()));
    for (const FakeRequest &request : server.requests()) {
        QVERIFY(request.header("Authorization").isEmpty());
    }
}

void TestConnectionsDialog::writesNothingBeforeSave()
{
    ConnectionsFixture f;
    const Connection before = f.addSaved(u"one"_s, u"localhost:1"_s, key);
    const QSignalSpy changed(f.connections.get(), &ConnectionStore::changed);
    f.openDialog();
    f.type(u"name"_s, u"other"_s);
    f.click(u"addConnection"_s);
    f.type(u"url"_s, u"localhost:2"_s);
    f.showTab(signInTab);
    f.type(u"key"_s, u"sk-other"_s);
    f.click(u"cancel"_s);
    f.answer(u"closeQuestion"_s, u"Discard"_s);
    QTRY_VERIFY(!f.dialog().isVisible());
    QCOMPARE(changed.count(), 0);
    QCOMPARE(f.connections->connections(), QList<Connection>{before});
    QCOMPARE(f.stored(before)->secret, key);
}

void TestConnectionsDialog::asksBeforeClosing_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<QString>("name");
    QTest::newRow("save") << u"Save"_s << true << u"other"_s;
    QTest::newRow("discard") << u"Discard"_s << true << u"one"_s;
    QTest::newRow("cancel") << u"Cancel"_s << false << u"one"_s;
}

void TestConnectionsDialog::asksBeforeClosing()
{
    QFETCH(const QString, button);
    QFETCH(const bool, closes);
    QFETCH(const QString, name);
    ConnectionsFixture f;
    const Connection before = f.addSaved(u"one"_s, u"localhost:1"_s);
    f.openDialog();
    f.type(u"name"_s, u"other"_s);
    QTest::keyClick(&f.dialog(), Qt::Key_Escape);
    f.answer(u"closeQuestion"_s, button);
    QTRY_COMPARE(f.dialog().isVisible(), !closes);
    QCOMPARE(f.connections->byId(before.id)->name, name);
    // Without changes it closes at once.
    ConnectionsFixture untouched;
    untouched.openDialog();
    QTest::keyClick(&untouched.dialog(), Qt::Key_Escape);
    QVERIFY(!untouched.dialog().isVisible());
}

void TestConnectionsDialog::editsEveryField()
{
    ConnectionsFixture f;
    const Connection before = f.addSaved(u"one"_s, u"localhost:1"_s);
    f.openDialog();
    QVERIFY2(f.find<QComboBox>(u"color"_s)->itemIcon(0).isNull(), "a ring looks like a radio button");
    f.find<QComboBox>(u"color"_s)->setFocus();
    QTest::keyClick(f.find<QComboBox>(u"color"_s), Qt::Key_Down);
    f.click(u"production"_s);
    f.showTab(deploying);
    f.find<QSpinBox>(u"connectTimeout"_s)->setValue(11);
    f.find<QSpinBox>(u"lookUpTimeout"_s)->setValue(22);
    f.find<QSpinBox>(u"deployTimeout"_s)->setValue(333);
    f.find<QSpinBox>(u"parallel"_s)->setValue(6);
    f.click(u"switchOn"_s);
    f.click(u"headerText"_s);
    QTest::keyClick(f.find<QComboBox>(u"order"_s), Qt::Key_Down);
    f.showTab(network);
    const QString certificate = QStringLiteral(OWUI_SOURCE_DIR "/tests/support/authority.pem");
    f.type(u"certificateFile"_s, certificate);
    QTest::keyClick(f.find<QComboBox>(u"proxy"_s), Qt::Key_End);
    f.type(u"proxyHost"_s, u"proxy.example.org"_s);
    f.find<QSpinBox>(u"proxyPort"_s)->setValue(3128);
    f.type(u"keyHeader"_s, u"x-api-key"_s);
    QVERIFY2(f.canSave(), qPrintable(f.note(u"dialogNote"_s)));
    f.click(u"save"_s);
    QTRY_VERIFY(!f.dialog().isVisible());

    Connection expected = before;
    expected.color = u"#d93a3a"_s;
    expected.production = true;
    expected.connectTimeout = std::chrono::seconds(11);
    expected.lookUpTimeout = std::chrono::seconds(22);
    expected.deployTimeout = std::chrono::seconds(333);
    expected.pluginsAtATime = 6;
    expected.switchOnNewFunctions = true;
    expected.alwaysTakeHeaderText = true;
    expected.order = DeployOrder::UpdateThenCreate;
    expected.certificateAuthorityFile = certificate;
    expected.proxy = ProxyMode::Custom;
    expected.proxyHost = u"proxy.example.org"_s;
    expected.proxyPort = 3128;
    expected.keyHeader = u"x-api-key"_s;
    const Connection saved = *f.connections->byId(before.id);
    QCOMPARE(saved, expected);
    // What was saved is read again by the next start.
    const ConnectionStore next(*f.settings);
    QCOMPARE(next.byId(before.id), expected);
}

void TestConnectionsDialog::tabFollowsTheRows()
{
    ConnectionsFixture f;
    f.addSaved(u"one"_s, u"localhost:1"_s);
    f.openDialog();
    f.showTab(network);
    QTest::keyClick(f.find<QComboBox>(u"proxy"_s), Qt::Key_End);
    auto *tabs = f.find<QTabWidget>(u"connectionTabs"_s);
    f.showTab(signInTab);
    QTRY_VERIFY(f.find<QLineEdit>(u"key"_s)->isVisible());
    for (int tab = 0; tab < tabs->count(); ++tab) {
        f.showTab(tab);
        QTRY_VERIFY(tabs->widget(tab)->isVisible());
        tabs->tabBar()->setFocus();
        const QWidget *page = qobject_cast<QScrollArea *>(tabs->widget(tab))->widget();
        QStringList passed;
        QPoint last(0, 0);
        for (QTest::keyClick(tabs->tabBar(), Qt::Key_Tab); tabs->widget(tab)->isAncestorOf(QApplication::focusWidget());
             QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab)) {
            const QWidget *field = QApplication::focusWidget();
            // The page scrolls to the field.
            const QPoint place = field->mapTo(page, QPoint(0, field->height() / 2));
            passed.append(field->objectName());
            QVERIFY2(place.x() > last.x() || place.y() > last.y(), qPrintable(passed.join(u' ')));
            last = place;
        }
        QVERIFY2(passed.size() >= 3, qPrintable(passed.join(u' ')));
    }
}

void TestConnectionsDialog::refusesWrongValues_data()
{
    QTest::addColumn<int>("tab");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("note");
    QTest::newRow("no name") << general << u"name"_s << u" "_s << u"nameNote"_s;
    QTest::newRow("name taken") << general << u"name"_s << u"TWO"_s << u"nameNote"_s;
    QTest::newRow("no address") << general << u"url"_s << QString() << u"urlNote"_s;
    QTest::newRow("ftp") << general << u"url"_s << u"ftp://localhost"_s << u"urlNote"_s;
    QTest::newRow("blank in the address") << general << u"url"_s << u"http://local host"_s << u"urlNote"_s;
    QTest::newRow("no host") << general << u"url"_s << u"http://"_s << u"urlNote"_s;
    QTest::newRow("blank key") << signInTab << u"key"_s << u"   "_s << u"keyNote"_s;
    QTest::newRow("blank in the key") << signInTab << u"key"_s << u"sk-01 23"_s << u"keyNote"_s;
}

void TestConnectionsDialog::refusesWrongValues()
{
    QFETCH(const int, tab);
    QFETCH(const QString, field);
    QFETCH(const QString, text);
    QFETCH(const QString, note);
    ConnectionsFixture f;
    f.addSaved(u"one"_s, u"localhost:1"_s);
    f.addSaved(u"two"_s, u"localhost:2"_s);
    f.connections->setActive(f.connections->byName(u"one"_s)->id);
    f.openDialog();
    f.showTab(tab);
    QTRY_VERIFY(f.find<QLineEdit>(field)->isVisible());
    f.type(field, text);
    QVERIFY(!f.canSave());
    QVERIFY(!f.note(note).isEmpty());
    QVERIFY2(!f.note(u"dialogNote"_s).isEmpty(), "the reason is beside Save");
    QCOMPARE(f.find<QPushButton>(u"save"_s)->toolTip(), f.note(u"dialogNote"_s));
    if (field == u"key"_s)
        QVERIFY2(!f.visibleText().contains(text.trimmed()) || text.trimmed().isEmpty(), "a wrong key is a secret too");
}

void TestConnectionsDialog::anotherOriginNeedsTheKeyAgain()
{
    ConnectionsFixture f;
    const Connection before = f.addSaved(u"one"_s, u"localhost:1"_s, key);
    f.openDialog();
    f.showTab(signInTab);
    QTRY_VERIFY(f.note(u"keyState"_s).contains(u"is stored"_s));
    f.showTab(general);
    f.type(u"url"_s, u"localhost:2"_s);
    QVERIFY(f.note(u"originNote"_s).contains(u"another server"_s));
    f.showTab(signInTab);
    QVERIFY(f.note(u"keyState"_s).isEmpty());
    QVERIFY(f.find<QLineEdit>(u"key"_s)->isVisible());
    // The old address brings the old key back.
    f.showTab(general);
    f.type(u"url"_s, u"localhost:1"_s);
    QVERIFY(f.note(u"originNote"_s).isEmpty());
    QVERIFY(f.note(u"keyState"_s).contains(u"is stored"_s));

    f.type(u"url"_s, u"localhost:2"_s);
    QVERIFY(f.canSave());
    f.click(u"save"_s);
    QTRY_COMPARE(f.connections->byId(before.id)->url, QUrl(u"http://localhost:2"_s));
    QVERIFY(!f.stored(*f.connections->byId(before.id)));
    QVERIFY2(!f.stored(before), "the key of the old server is gone");
}

void TestConnectionsDialog::typedKeyDoesNotFollowTheAddress()
{
    ConnectionsFixture f;
    f.openDialog();
    f.click(u"addConnection"_s);
    f.type(u"url"_s, u"https://one.example.org"_s);
    f.showTab(signInTab);
    f.type(u"key"_s, keyText);
    f.showTab(general);
    f.type(u"url"_s, u"https://two.example.org"_s);
    f.showTab(signInTab);
    QVERIFY(f.find<QLineEdit>(u"key"_s)->text().isEmpty());
    f.click(u"save"_s);
    QTRY_COMPARE(f.connections->connections().size(), 1);
    QVERIFY(!f.stored(f.connections->connections().first()));
}

void TestConnectionsDialog::anotherPathKeepsTheKey()
{
    ConnectionsFixture f;
    const Connection before = f.addSaved(u"one"_s, u"localhost:1"_s, key);
    f.openDialog();
    f.type(u"url"_s, u"http://localhost:1/owui"_s);
    QTRY_VERIFY(f.canSave());
    f.click(u"save"_s);
    QTRY_COMPARE(f.connections->byId(before.id)->url, QUrl(u"http://localhost:1/owui"_s));
    QCOMPARE(f.stored(*f.connections->byId(before.id))->secret, key);
}

void TestConnectionsDialog::storedKeyIsNeverShown()
{
    ConnectionsFixture f;
    f.addSaved(u"one"_s, u"localhost:1"_s, key);
    f.addSaved(u"two"_s, u"localhost:2"_s);
    f.connections->setActive(f.connections->byName(u"one"_s)->id);
    f.openDialog();
    f.showTab(signInTab);
    QTRY_VERIFY(f.note(u"keyState"_s).contains(u"is stored"_s));
    QVERIFY(!f.find<QLineEdit>(u"key"_s)->isVisible());
    QVERIFY(!f.visibleText().contains(keyText));
    f.click(u"replaceKey"_s);
    QVERIFY(f.find<QLineEdit>(u"key"_s)->text().isEmpty());
    auto *reveal = f.find<QCheckBox>(u"revealKey"_s);
    QVERIFY(!reveal->isEnabled());
    f.type(u"key"_s, u"sk-new"_s);
    QVERIFY(!f.visibleText().contains(u"sk-new"_s));
    QTest::mouseClick(reveal, Qt::LeftButton);
    QVERIFY(f.visibleText().contains(u"sk-new"_s));
    // Looking at another connection ends the typing.
    f.chooseRow(1);
    f.chooseRow(0);
    QVERIFY(f.note(u"keyState"_s).contains(u"new key"_s));
    QVERIFY(!f.visibleText().contains(u"sk-new"_s));
    QVERIFY(!reveal->isChecked());
}

void TestConnectionsDialog::removesTheKey()
{
    ConnectionsFixture f;
    const Connection connection = f.addSaved(u"one"_s, u"localhost:1"_s, key);
    f.openDialog();
    f.showTab(signInTab);
    QTRY_VERIFY(f.find<QPushButton>(u"removeKey"_s)->isVisible());
    f.click(u"removeKey"_s);
    QVERIFY(f.note(u"keyState"_s).contains(u"removes"_s));
    f.click(u"keepKey"_s);
    QVERIFY(!f.canSave());
    f.click(u"removeKey"_s);
    f.click(u"save"_s);
    QTRY_VERIFY(!f.dialog().isVisible());
    QVERIFY(!f.stored(connection));
}

void TestConnectionsDialog::keepsTheKeyWhenReplacingIsGivenUp()
{
    ConnectionsFixture f;
    const Connection connection = f.addSaved(u"one"_s, u"localhost:1"_s, key);
    f.openDialog();
    f.showTab(signInTab);
    QTRY_VERIFY(f.find<QPushButton>(u"replaceKey"_s)->isVisible());
    f.click(u"replaceKey"_s);
    f.type(u"key"_s, u"sk-new"_s);
    QVERIFY(f.canSave());
    f.click(u"keepKey"_s);
    QVERIFY(!f.canSave());
    QCOMPARE(f.stored(connection)->secret, key);
}

void TestConnectionsDialog::takesTheKeyOutOfTheFile()
{
    ConnectionsFixture f;
    const Connection connection = f.addSavedInFile(u"one"_s, u"localhost:1"_s, key);
    QVERIFY(f.secretFileText().contains(key));
    f.openDialog();
    f.showTab(signInTab);
    QTRY_VERIFY(f.note(u"keyState"_s).contains(u"is stored"_s));
    QVERIFY(f.note(u"secretPlace"_s).contains(u"in a file"_s));
    f.click(u"keepInFile"_s);
    f.click(u"save"_s);
    QTRY_VERIFY(f.note(u"dialogNote"_s).contains(u"only until the program ends"_s));
    QVERIFY2(!f.secretFileText().contains(key), "the dialog says that it is not kept there");
    QVERIFY(!f.note(u"secretPlace"_s).contains(u"in a file"_s));
    QCOMPARE(f.stored(connection)->secret, key);
}

void TestConnectionsDialog::saysThatTheFileOfKeysIsBroken()
{
    ConnectionsFixture f;
    const Connection connection = f.addSavedInFile(u"one"_s, u"localhost:1"_s, key);
    const QByteArray broken = "{\"another\": {\"secret\": \"sk-another";
    const QString path = f.writeFile(u"secrets/secrets.json"_s, broken);
    f.secrets = std::make_unique<SecretStore>(f.folder.filePath(u"secrets"_s));
    f.openDialog();
    f.showTab(signInTab);
    QTRY_VERIFY(f.note(u"secretOriginNote"_s).contains(path));
    f.type(u"key"_s, u"sk-new"_s);
    f.click(u"save"_s);
    QTRY_VERIFY(f.note(u"dialogNote"_s).contains(u"is broken"_s));
    QVERIFY(f.note(u"dialogNote"_s).contains(u"for this run only"_s));
    QCOMPARE(f.secretFileText(), broken);
    QCOMPARE(f.stored(connection)->secret, QByteArray("sk-new"));
}

void TestConnectionsDialog::extraHeaderValuesAreMasked()
{
    ConnectionsFixture f;
    const Connection before = f.addSaved(u"one"_s, u"localhost:1"_s, key);
    f.openDialog();
    f.showTab(signInTab);
    QTRY_VERIFY(f.note(u"keyState"_s).contains(u"is stored"_s));
    f.showTab(network);
    f.click(u"addHeader"_s);
    auto *table = f.find<QTableView>(u"extraHeaders"_s);
    auto *nameEditor = table->findChild<QLineEdit *>();
    QVERIFY(nameEditor);
    QTest::keyClicks(nameEditor, u"X-Access"_s);
    QTest::keyClick(nameEditor, Qt::Key_Return);
    // The delegate ends the editing from the event loop.
    QTRY_VERIFY(!table->findChild<QLineEdit *>());
    table->edit(table->model()->index(0, 1));
    QLineEdit *valueEditor = nullptr;
    QTRY_VERIFY((valueEditor = table->findChild<QLineEdit *>()) && valueEditor->echoMode() == QLineEdit::Password);
    QTest::keyClicks(valueEditor, u"access-secret"_s);
    QVERIFY(!f.visibleText().contains(u"access-secret"_s));
    QTest::keyClick(valueEditor, Qt::Key_Return);
    QVERIFY(!f.visibleText().contains(u"access-secret"_s));
    f.click(u"save"_s);
    QTRY_COMPARE(f.connections->byId(before.id)->extraHeaders, QStringList{u"X-Access"_s});
    const std::optional<Credential> credential = f.stored(before);
    QCOMPARE(credential->secret, key);
    const QList<QPair<QByteArray, QByteArray>> expected{{"X-Access", "access-secret"}};
    QCOMPARE(credential->extraHeaders, expected);
    QVERIFY(!f.settingsText().contains("access-secret"));
}

void TestConnectionsDialog::duplicates()
{
    ConnectionsFixture f;
    const Connection original = f.addSaved(u"one"_s, u"localhost:1"_s, key);
    f.openDialog();
    f.click(u"duplicateConnection"_s);
    QCOMPARE(f.rows(), 2);
    QCOMPARE(f.find<QLineEdit>(u"name"_s)->text(), u"one copy"_s);
    f.click(u"save"_s);
    QTRY_COMPARE(f.connections->connections().size(), 2);
    const Connection copy = *f.connections->byName(u"one copy"_s);
    QCOMPARE(copy.url, original.url);
    QVERIFY(!f.stored(copy));
    QCOMPARE(f.stored(original)->secret, key);
}

void TestConnectionsDialog::removes()
{
    ConnectionsFixture f;
    const Connection one = f.addSaved(u"one"_s, u"localhost:1"_s, key);
    const Connection two = f.addSaved(u"two"_s, u"localhost:2"_s, "sk-two");
    f.connections->setActive(one.id);
    f.openDialog();
    f.click(u"removeConnection"_s);
    f.answer(u"removeQuestion"_s, u"Cancel"_s);
    QCOMPARE(f.rows(), 2);
    f.click(u"removeConnection"_s);
    f.answer(u"removeQuestion"_s, u"Remove"_s);
    QCOMPARE(f.rows(), 1);
    QCOMPARE(f.find<QLineEdit>(u"name"_s)->text(), u"two"_s);
    QCOMPARE(f.connections->connections().size(), 2);
    f.click(u"save"_s);
    QTRY_COMPARE(f.connections->connections(), QList<Connection>{two});
    QTRY_VERIFY(!f.dialog().isVisible());
    QVERIFY(!f.stored(one));
    QCOMPARE(f.stored(two)->secret, QByteArray("sk-two"));
}

void TestConnectionsDialog::imports_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("said");
    QTest::addColumn<bool>("added");
    QTest::newRow("both") << QByteArray("api_key=" + key + "\nurl=http://localhost:4711/\n") << u"localhost:4711"_s
                          << true;
    QTest::newRow("other names")
        << QByteArray("export OPENWEBUI_BASE_URL='http://localhost:4711'\r\nOPENWEBUI_API_KEY=\"" + key + "\"\r\n")
        << u"localhost:4711"_s << true;
    QTest::newRow("address only") << QByteArray("url=http://localhost:4711\n") << u"no key"_s << false;
    QTest::newRow("key only") << QByteArray("api_key=" + key + "\n") << u"no address"_s << false;
    QTest::newRow("neither") << QByteArray("# nothing\n") << u"neither"_s << false;
    QTest::newRow("wrong address") << QByteArray("api_key=" + key + "\nurl=ftp://localhost\n") << u"cannot be used"_s
                                   << false;
}

void TestConnectionsDialog::imports()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, said);
    QFETCH(const bool, added);
    ConnectionsFixture f;
    const QString path = f.writeFile(u".env"_s, text);
    f.openDialog();
    import(f, path);
    QMessageBox *box = nullptr;
    QTRY_VERIFY((box = f.dialog().findChild<QMessageBox *>()));
    QVERIFY2((box->text() + box->informativeText()).contains(said), qPrintable(box->text()));
    QVERIFY(!(box->text() + box->informativeText() + f.visibleText()).contains(keyText));
    f.answer(box->objectName(), added ? u"Add connection"_s : u"OK"_s);
    QCOMPARE(f.rows(), added ? 1 : 0);
    if (!added)
        return;
    QVERIFY(f.connections->connections().isEmpty());
    QVERIFY(!f.visibleText().contains(keyText));
    f.click(u"save"_s);
    QTRY_COMPARE(f.connections->connections().size(), 1);
    const Connection saved = f.connections->connections().first();
    QCOMPARE(saved.url, QUrl(u"http://localhost:4711"_s));
    QCOMPARE(f.stored(saved)->secret, key);
}

void TestConnectionsDialog::importsThroughTheFileDialog()
{
    ConnectionsFixture f;
    const QString path = f.writeFile(u".env"_s, "api_key=" + key + "\nurl=localhost:4711\n");
    f.openDialog();
    f.dialog().setImportFolder(f.folder.path());
    import(f, path);
    const auto *files = f.dialog().findChild<QFileDialog *>(u"envFileDialog"_s);
    QCOMPARE(files->directory(), QDir(f.folder.path()));
    f.answer(u"envQuestion"_s, u"Add connection"_s);
    QCOMPARE(f.rows(), 1);
    QCOMPARE(f.find<QLineEdit>(u"name"_s)->text(), u"localhost"_s);
}

void TestConnectionsDialog::plainHttpWarns()
{
    ConnectionsFixture f;
    f.openDialog();
    f.click(u"addConnection"_s);
    f.type(u"url"_s, u"http://192.0.2.1"_s); // TEST-NET-1: nobody is there
    QVERIFY(f.note(u"urlNote"_s).contains(u"https"_s));
    f.showTab(signInTab);
    f.type(u"key"_s, keyText);
    f.click(u"save"_s);
    f.answer(u"plainHttpQuestion"_s, u"Cancel"_s);
    QVERIFY(f.connections->connections().isEmpty());
    f.click(u"testConnection"_s);
    f.answer(u"plainHttpQuestion"_s, u"Cancel"_s);
    QVERIFY(!f.dialog().findChild<ConnectionTestView *>()->isRunning());
    f.click(u"save"_s);
    f.answer(u"plainHttpQuestion"_s, u"without encryption"_s);
    QTRY_COMPARE(f.connections->connections().size(), 1);
    QVERIFY(f.stored(f.connections->connections().first()));
}

void TestConnectionsDialog::signsInWithPassword()
{
    FakeServer server;
    actAsOpenWebUi(server, "session.token.1", "hunter2");
    ConnectionsFixture f;
    f.openDialog();
    f.click(u"addConnection"_s);
    f.type(u"url"_s, server.url().toString());
    f.showTab(signInTab);
    auto *method = f.find<QComboBox>(u"signInMethod"_s);
    QTest::keyClick(method, Qt::Key_Down);
    QVERIFY(!f.canSave());
    f.type(u"email"_s, u"admin@example.org"_s);
    f.type(u"password"_s, u"hunter2"_s);
    f.click(u"signIn"_s);
    QVERIFY(f.find<QLineEdit>(u"password"_s)->text().isEmpty());
    QTRY_VERIFY2(f.note(u"sessionState"_s).contains(u"Signed in"_s), qPrintable(f.note(u"signInNote"_s)));
    QVERIFY(f.note(u"sessionState"_s).contains(u"2100"_s) || f.note(u"sessionState"_s).contains(u"1/1/00"_s) ||
            f.note(u"sessionState"_s).contains(u"ends on"_s));
    QVERIFY(!f.visibleText().contains(u"session.token.1"_s));
    f.click(u"save"_s);
    QTRY_COMPARE(f.connections->connections().size(), 1);
    const Connection saved = f.connections->connections().first();
    QCOMPARE(saved.email, u"admin@example.org"_s);
    QCOMPARE(f.stored(saved)->secret, QByteArray("session.token.1"));
    QVERIFY(f.stored(saved)->expires.isValid());
    QVERIFY(!f.settingsText().contains("hunter2"));
    QVERIFY(!f.settingsText().contains("session.token.1"));
}

void TestConnectionsDialog::wrongPasswordSaysSo()
{
    FakeServer server;
    actAsOpenWebUi(server, "session.token.1", "hunter2");
    ConnectionsFixture f;
    f.openDialog();
    f.click(u"addConnection"_s);
    f.type(u"url"_s, server.url().toString());
    f.showTab(signInTab);
    QTest::keyClick(f.find<QComboBox>(u"signInMethod"_s), Qt::Key_Down);
    f.type(u"email"_s, u"admin@example.org"_s);
    f.type(u"password"_s, u"wrong-one"_s);
    f.click(u"signIn"_s);
    QTRY_VERIFY(f.find<QPushButton>(u"signIn"_s)->text().contains(u"ign in"_s));
    QTRY_VERIFY(!f.note(u"signInNote"_s).isEmpty() && !f.note(u"signInNote"_s).contains(u"Signing in"_s));
    QVERIFY(f.note(u"sessionState"_s).contains(u"Not signed in"_s));
    QVERIFY(!f.visibleText().contains(u"wrong-one"_s));
}

void TestConnectionsDialog::tests_data()
{
    QTest::addColumn<QByteArray>("typedKey");
    QTest::addColumn<bool>("isOpenWebUi");
    QTest::addColumn<int>("ticks");
    QTest::addColumn<QString>("said");
    QTest::newRow("good") << key << true << 6 << u"0.12.4"_s;
    QTest::newRow("wrong key") << QByteArray("sk-wrong") << true << 2 << u"key"_s;
    QTest::newRow("not Open WebUI") << key << false << 1 << u"Open WebUI"_s;
}

void TestConnectionsDialog::tests()
{
    QFETCH(const QByteArray, typedKey);
    QFETCH(const bool, isOpenWebUi);
    QFETCH(const int, ticks);
    QFETCH(const QString, said);
    FakeServer server;
    if (isOpenWebUi)
        actAsOpenWebUi(server, key, {}, true);
    else
        server.setAnswer(FakeAnswer::html());
    ConnectionsFixture f;
    f.openDialog();
    f.click(u"addConnection"_s);
    f.type(u"url"_s, server.url().toString());
    f.showTab(signInTab);
    f.type(u"key"_s, QString::fromLatin1(typedKey));
    f.click(u"testConnection"_s);
    auto *view = f.dialog().findChild<ConnectionTestView *>();
    QTRY_VERIFY(!view->isRunning());
    QVERIFY2(stepsOf(*view).contains(said), qPrintable(stepsOf(*view)));
    QCOMPARE(f.find<FieldNote>(u"testSummary"_s)->kind(), ticks == 6 ? FieldNote::Success : FieldNote::Error);
    QVERIFY2(stepsOf(*view).count(u": passed."_s) == ticks, qPrintable(stepsOf(*view)));
    QCOMPARE(stepsOf(*view).contains(u": failed."_s), ticks < 6);
    QVERIFY(!f.visibleText().contains(QString::fromLatin1(typedKey)));
    QVERIFY2(f.connections->connections().isEmpty(), "a test saves nothing");
    // What was tested is not what stands in the fields any more.
    f.type(u"key"_s, u"sk-third"_s);
    QVERIFY(f.note(u"testSummary"_s).contains(u"changed"_s));
}

/// The address is edited and tested before anything is saved.
void TestConnectionsDialog::testOfAnotherAddressCarriesNoSecret()
{
    FakeServer home;
    FakeServer foreign;
    actAsOpenWebUi(home, key);
    actAsOpenWebUi(foreign, key);
    ConnectionsFixture f;
    Connection saved = f.addSaved(u"one"_s, home.url().toString());
    saved.extraHeaders = {u"X-Access"_s};
    f.connections->save(saved);
    bool written = false;
    f.secrets->write(saved, {.secret = key, .origin = {}, .expires = {}, .extraHeaders = {{"X-Access", "s3cret"}}},
                     this, [&written](const Result<SecretPlace> &) { written = true; });
    QTRY_VERIFY(written);
    f.openDialog();
    f.showTab(signInTab);
    QTRY_VERIFY(f.note(u"keyState"_s).contains(u"is stored"_s));
    const auto *view = f.dialog().findChild<ConnectionTestView *>();
    const auto test = [&](const FakeServer &server) {
        f.showTab(general);
        f.type(u"url"_s, server.url().toString());
        f.click(u"testConnection"_s);
        QTRY_VERIFY(!view->isRunning() && !server.requests().isEmpty());
    };
    test(foreign);
    for (const FakeRequest &request : foreign.requests()) {
        QVERIFY(request.header("Authorization").isEmpty());
        QVERIFY(request.header("X-Access").isEmpty());
    }
    test(home);
    QCOMPARE(home.requests().last().header("Authorization"), "Bearer " + key);
    QCOMPARE(home.requests().last().header("X-Access"), "s3cret");
}

void TestConnectionsDialog::testIsCancelled()
{
    FakeServer server;
    server.setAnswer(FakeAnswer::fault(FakeAnswer::Way::Silent));
    ConnectionsFixture f;
    f.openDialog();
    f.click(u"addConnection"_s);
    f.type(u"url"_s, server.url().toString());
    f.click(u"testConnection"_s);
    auto *view = f.dialog().findChild<ConnectionTestView *>();
    QTRY_COMPARE(server.requests().size(), 1);
    QVERIFY(view->isRunning());
    QVERIFY(f.find<QPushButton>(u"testConnection"_s)->text().contains(u"Cancel"_s));
    f.click(u"testConnection"_s);
    QVERIFY(!view->isRunning());
    QVERIFY(f.note(u"testSummary"_s).contains(u"cancelled"_s));
    QVERIFY(stepsOf(*view).contains(u"not tested"_s));
}

QTEST_MAIN(TestConnectionsDialog)
#include "tst_connectionsdialog.moc"
