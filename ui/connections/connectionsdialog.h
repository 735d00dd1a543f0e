// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/connections/connectionsaver.h"
#include "ui/connections/plainhttpconsent.h"

#include <QDialog>

class QDialogButtonBox;
class QListView;
class QPushButton;

namespace owui {

class ConnectionDraftModel;
class ConnectionEditor;
class EnvImport;
class FieldNote;
struct EnvFile;

/// Edits the connections. Nothing is written before Save. Show it with open(); it needs no event loop of its own.
class ConnectionsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionsDialog)

public:
    /// Both stores must outlive the dialog.
    ConnectionsDialog(ConnectionStore &connections, SecretStore &secrets, QWidget *parent = nullptr);
    ~ConnectionsDialog() override;

    /// Asks whether to save first where something was changed.
    void reject() override;

signals:
    /// The store of connections does not tell of this: only the key or session of this connection is another one.
    void secretSaved(const QString &connectionId);

private:
    [[nodiscard]] QWidget *listSide();
    void connectParts();
    void select(int row);
    [[nodiscard]] int currentRow() const;
    void showCurrent();
    void askForStored(const QString &id);
    void takeDraft();
    void add();
    void duplicate();
    void askToRemove();
    void addImported(const EnvFile &file);
    void save();
    void write();
    void finishSaving(const QList<SaveOutcome> &outcomes);
    void refresh();

    ConnectionStore &m_connections;
    SecretStore &m_secrets;
    PlainHttpConsent m_consent;
    ConnectionSaver m_saver;
    ConnectionDraftModel *m_model;
    EnvImport *m_import;
    QListView *m_list;
    QPushButton *m_duplicate;
    QPushButton *m_remove;
    ConnectionEditor *m_editor;
    FieldNote *m_note;
    QDialogButtonBox *m_buttons;
};

} // namespace owui
