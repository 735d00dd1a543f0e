// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/connections/connectionsdialog.h"

#include "server/connectionstore.h"
#include "server/secretstore.h"

#include <QSettings>
#include <QTemporaryDir>

#include <memory>

namespace owui::test {

/// Stores in a temporary folder, without a key store, and a dialog on them.
class ConnectionsFixture final
{
    Q_DISABLE_COPY_MOVE(ConnectionsFixture)

public:
    ConnectionsFixture();
    ~ConnectionsFixture();

    /// So that no test reaches the key store of the person who runs it. Before the application is made.
    static void withoutKeyStore();

    /// Saves a connection, and its key where one is given.
    Connection addSaved(const QString &name, const QString &url, const QByteArray &key = {});
    /// The same with the key in the file.
    Connection addSavedInFile(const QString &name, const QString &url, const QByteArray &key);
    [[nodiscard]] QByteArray secretFileText() const;
    [[nodiscard]] std::optional<Credential> stored(const Connection &connection);
    [[nodiscard]] QByteArray settingsText();
    [[nodiscard]] QString writeFile(const QString &name, const QByteArray &text);

    /// A new dialog, open.
    void openDialog();
    [[nodiscard]] ConnectionsDialog &dialog() { return *m_dialog; }
    /// All text that can be read in the dialog and its children, hidden tabs included.
    [[nodiscard]] QString visibleText() const;

    template<typename T>
    [[nodiscard]] T *find(const QString &name) const
    {
        T *found = m_dialog->findChild<T *>(name);
        if (!found)
            qFatal("There is no %s.", qUtf8Printable(name));
        return found;
    }
    void click(const QString &button) const;
    /// Replaces the text of a line edit as a person does, and leaves it.
    void type(const QString &lineEdit, const QString &text) const;
    void showTab(int index) const;
    /// Waits for a question and presses the button whose text contains `text`.
    void answer(const QString &question, const QString &text) const;
    /// The text of a note that a person sees now; empty while it is hidden.
    [[nodiscard]] QString note(const QString &name) const;
    [[nodiscard]] bool canSave() const;
    void chooseRow(int row) const;
    [[nodiscard]] int rows() const;

    QTemporaryDir folder;
    std::unique_ptr<QSettings> settings;
    std::unique_ptr<ConnectionStore> connections;
    std::unique_ptr<SecretStore> secrets;

private:
    void writeKey(const Connection &connection, const QByteArray &key);

    std::unique_ptr<ConnectionsDialog> m_dialog;
};

} // namespace owui::test
