// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/connectionsfixture.h"
#include "support/fakeopenwebui.h"

#include "ui/connections/signindialog.h"
#include "ui/parts/fieldnote.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace owui;
using namespace owui::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray token = "token-of-a-session";
const QString reason = u"The session has expired."_s;

/// A dialog for one connection with e-mail and password, before a server that knows one password.
struct Fixture
{
    Fixture()
    {
        actAsOpenWebUi(server, token, "hunter2");
        connection = saved.addSaved(u"Local"_s, server.url().toString());
        connection.signIn = SignInMethod::EmailAndPassword;
        connection.email = u"admin@example.com"_s;
        saved.connections->save(connection);
        dialog = std::make_unique<SignInDialog>(connection, *saved.secrets, reason);
        dialog->open();
    }

    template<typename T>
    T *part(const QString &name) const
    {
        T *found = dialog->findChild<T *>(name);
        if (!found)
            qFatal("There is no %s.", qUtf8Printable(name));
        return found;
    }

    void signIn(const QString &password) const
    {
        QTest::keyClicks(part<QLineEdit>(u"password"_s), password);
        QTest::mouseClick(part<QPushButton>(u"signIn"_s), Qt::LeftButton);
    }

    ConnectionsFixture saved;
    FakeServer server;
    Connection connection;
    std::unique_ptr<SignInDialog> dialog;
};

} // namespace

class TestSignInDialog : public QObject
{
    Q_OBJECT

public:
    static void initMain() { ConnectionsFixture::withoutKeyStore(); }

private slots:
    void signsIn();
    void saysWhatIsWrong();
    void cancelStoresNothing();
};

void TestSignInDialog::signsIn()
{
    Fixture f;
    QCOMPARE(f.part<FieldNote>(u"signInDialogNote"_s)->text(), reason);
    QVERIFY(!f.part<QComboBox>(u"signInMethod"_s)->isEnabled());
    QVERIFY(!f.part<QPushButton>(u"save"_s)->isEnabled());
    QVERIFY(QTest::qWaitForWindowActive(f.dialog.get()));
    QCOMPARE(f.dialog->focusWidget(), f.part<QLineEdit>(u"email"_s));
    QSignalSpy changed(f.saved.secrets.get(), &SecretStore::changed);
    f.signIn(u"hunter2"_s);
    QTRY_VERIFY(f.part<QPushButton>(u"save"_s)->isEnabled());
    QVERIFY(f.part<QLineEdit>(u"password"_s)->text().isEmpty());
    QTest::mouseClick(f.part<QPushButton>(u"save"_s), Qt::LeftButton);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toString(), f.connection.id);
    const std::optional<Credential> credential = f.saved.stored(f.connection);
    QVERIFY(credential);
    QCOMPARE(credential->secret, token);
    QCOMPARE(credential->origin, originOf(f.connection.url));
    QCOMPARE(f.dialog->result(), static_cast<int>(QDialog::Accepted));
}

void TestSignInDialog::saysWhatIsWrong()
{
    const Fixture f;
    f.signIn(u"wrong-one"_s);
    const auto *note = f.part<FieldNote>(u"signInNote"_s);
    QTRY_VERIFY2(note->text().contains(u"password"_s), qPrintable(note->text()));
    QVERIFY(!note->text().contains(u"wrong-one"_s));
    QVERIFY(!f.part<QPushButton>(u"save"_s)->isEnabled());
    // Another try with the right one.
    f.signIn(u"hunter2"_s);
    QTRY_VERIFY(f.part<QPushButton>(u"save"_s)->isEnabled());
}

void TestSignInDialog::cancelStoresNothing()
{
    Fixture f;
    QSignalSpy changed(f.saved.secrets.get(), &SecretStore::changed);
    f.signIn(u"hunter2"_s);
    QTRY_VERIFY(f.part<QPushButton>(u"save"_s)->isEnabled());
    QTest::keyClick(f.dialog.get(), Qt::Key_Escape);
    QCOMPARE(f.dialog->result(), static_cast<int>(QDialog::Rejected));
    QVERIFY(!f.saved.stored(f.connection).has_value());
    QCOMPARE(changed.size(), 0);
}

QTEST_MAIN(TestSignInDialog)
#include "tst_signindialog.moc"
