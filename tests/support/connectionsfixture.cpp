// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/connectionsfixture.h"

#include "ui/parts/fieldnote.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace owui::test {

ConnectionsFixture::ConnectionsFixture()
    : settings(std::make_unique<QSettings>(folder.filePath(u"settings.ini"_s), QSettings::IniFormat))
    , connections(std::make_unique<ConnectionStore>(*settings))
    , secrets(std::make_unique<SecretStore>(folder.filePath(u"secrets"_s)))
{
}

ConnectionsFixture::~ConnectionsFixture() = default;

void ConnectionsFixture::withoutKeyStore()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    qunsetenv("XDG_CURRENT_DESKTOP");
    qunsetenv("KDE_FULL_SESSION");
    qunsetenv("GNOME_KEYRING_CONTROL");
}

Connection ConnectionsFixture::addSaved(const QString &name, const QString &url, const QByteArray &key)
{
    Connection connection;
    connection.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    connection.name = name;
    connection.url = normalizedServerUrl(url).value();
    connections->save(connection);
    if (!key.isEmpty()) {
        writeKey(connection, key);
    }
    return connection;
}

Connection ConnectionsFixture::addSavedInFile(const QString &name, const QString &url, const QByteArray &key)
{
    Connection connection = addSaved(name, url);
    connection.keepSecretsInFile = true;
    connections->save(connection);
    writeKey(connection, key);
    return connection;
}

void ConnectionsFixture::writeKey(const Connection &connection, const QByteArray &key)
{
    bool written = false;
    const Credential credential{.secret = key, .origin = originOf(connection.url), .expires = {}, .extraHeaders = {}};
    secrets->write(connection, credential, settings.get(),
                   [&written](const Result<SecretPlace> &result) { written = result.isOk(); });
    [&] { QTRY_VERIFY(written); }();
}

QByteArray ConnectionsFixture::secretFileText() const
{
    QFile file(folder.filePath(u"secrets/secrets.json"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::optional<Credential> ConnectionsFixture::stored(const Connection &connection)
{
    std::optional<Result<std::optional<Credential>>> answer;
    secrets->read(connection, settings.get(),
                  [&answer](const Result<std::optional<Credential>> &result) { answer = result; });
    [&] { QTRY_VERIFY(answer && answer->isOk()); }();
    return answer->value();
}

QByteArray ConnectionsFixture::settingsText()
{
    settings->sync();
    QFile file(settings->fileName());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString ConnectionsFixture::writeFile(const QString &name, const QByteArray &text)
{
    const QString path = folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("Cannot write %s.", qUtf8Printable(path));
    return path;
}

void ConnectionsFixture::openDialog()
{
    m_dialog = std::make_unique<ConnectionsDialog>(*connections, *secrets);
    m_dialog->open();
    [&] { QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get())); }();
}

QString ConnectionsFixture::visibleText() const
{
    QStringList texts;
    for (const QWidget *widget : m_dialog->findChildren<QWidget *>()) {
        texts << widget->toolTip() << widget->accessibleName() << widget->accessibleDescription()
              << widget->windowTitle();
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            texts << label->text();
        if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
            texts << edit->displayText() << edit->placeholderText();
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            texts << button->text();
        if (const auto *box = qobject_cast<const QComboBox *>(widget)) {
            for (int index = 0; index < box->count(); ++index)
                texts << box->itemText(index);
        }
        const auto *view = qobject_cast<const QAbstractItemView *>(widget);
        if (!view || !view->model())
            continue;
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            for (int column = 0; column < view->model()->columnCount(); ++column) {
                for (const int role : {Qt::DisplayRole, Qt::EditRole, Qt::ToolTipRole})
                    texts << view->model()->index(row, column).data(role).toString();
            }
        }
    }
    return texts.join(u'\n');
}

void ConnectionsFixture::click(const QString &button) const
{
    auto *found = find<QAbstractButton>(button);
    // The middle of a wide check box is beside its text, where a click does nothing.
    if (qobject_cast<QCheckBox *>(found))
        QTest::keyClick(found, Qt::Key_Space);
    else
        QTest::mouseClick(found, Qt::LeftButton);
}

void ConnectionsFixture::type(const QString &lineEdit, const QString &text) const
{
    auto *edit = find<QLineEdit>(lineEdit);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_Delete);
    QTest::keyClicks(edit, text);
    QTest::keyClick(edit, Qt::Key_Tab);
}

void ConnectionsFixture::showTab(int index) const
{
    find<QTabWidget>(u"connectionTabs"_s)->setCurrentIndex(index);
}

void ConnectionsFixture::answer(const QString &question, const QString &text) const
{
    QMessageBox *box = nullptr;
    [&] { QTRY_VERIFY((box = m_dialog->findChild<QMessageBox *>(question)) && box->isVisible()); }();
    for (QAbstractButton *button : box->buttons()) {
        if (button->text().remove(u'&').contains(text)) {
            QTest::mouseClick(button, Qt::LeftButton);
            // Gone, so that the next question is not taken for this one.
            [&] { QTRY_VERIFY(!m_dialog->findChildren<QMessageBox *>().contains(box)); }();
            return;
        }
    }
    qFatal("The question has no button %s.", qUtf8Printable(text));
}

QString ConnectionsFixture::note(const QString &name) const
{
    const auto *note = find<FieldNote>(name);
    return note->isVisibleTo(note->parentWidget()) ? note->text() : QString();
}

bool ConnectionsFixture::canSave() const
{
    return find<QAbstractButton>(u"save"_s)->isEnabled();
}

void ConnectionsFixture::chooseRow(int row) const
{
    auto *list = find<QListView>(u"connectionList"_s);
    const QRect place = list->visualRect(list->model()->index(row, 0));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, place.center());
}

int ConnectionsFixture::rows() const
{
    return find<QListView>(u"connectionList"_s)->model()->rowCount();
}

} // namespace owui::test
