// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/connections/connectiondraftmodel.h"
#include "ui/connections/plainhttpconsent.h"
#include "ui/parts/fieldnote.h"

#include "server/secretstore.h"

#include <QDialog>
#include <QSet>

class QListView;
class QPushButton;

namespace owui {

class AddressSearch;
class ConnectionForm;
class ConnectionStore;
struct EnvFile;

/// Edits the connections. Nothing is written before Save. Show it with open(); it needs no event loop of its own.
class ConnectionsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Both stores must outlive the dialog.
    ConnectionsDialog(ConnectionStore &connections, SecretStore &secrets, QWidget *parent = nullptr);
    ~ConnectionsDialog() override;

    /// To a new connection, with the focus in its address.
    void addNew();
    /// To the field for the key or the password of this connection.
    void enterSecretOf(const QString &id);
    /// Where .env files are looked for first; without it at home.
    void setImportFolder(const QString &folder) { m_importFolder = folder; }

    /// Asks whether to save first where something was changed.
    void reject() override;

signals:
    /// Everything is saved, and the dialog closes; this must be known of it.
    void savedWith(const QString &remark);

private:
    void fillListSide();
    void showCurrent();
    void addDraft(const ConnectionDraft &draft);
    void addImported(const EnvFile &file);
    void askToRemove();
    void save();
    void findServer(const ConnectionDraft &draft);
    void write();
    void writeSecret(const ConnectionDraft &draft);
    void saveConnection(const QString &id);
    void takeStored(const Connection &connection, ConnectionDraft::Writing writing, const Result<SecretPlace> &result);
    void refresh();

    ConnectionStore &m_connections;
    SecretStore &m_secrets;
    PlainHttpConsent m_consent;
    ConnectionDraftModel *m_drafts;
    QSet<QString> m_waiting;           // ids of what is being saved and waits for the key store
    AddressSearch *m_search = nullptr; // a child, while it runs
    QSet<QUrl> m_searched;             // what was asked already
    QString m_importFolder;
    QStringList m_outcome; // what a person must know of the last save
    FieldNote::Kind m_outcomeKind = FieldNote::Information;
    QWidget *m_side;
    QListView *m_list;
    QPushButton *m_duplicate;
    QPushButton *m_remove;
    ConnectionForm *m_form;
    FieldNote *m_note;
    QPushButton *m_save;
    QPushButton *m_cancel;
};

} // namespace owui
