// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/connections/connectiondraft.h"
#include "ui/connections/plainhttpconsent.h"

#include "server/secretstore.h"

#include <QDialog>

class QDialogButtonBox;

namespace owui {

class FieldNote;
class SecretEditor;

/// Asks for what one saved connection needs to sign in, where it has none or the server refused it, and stores it.
/// Show it with open().
class SignInDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignInDialog)

public:
    /// `reason` is shown, for example what the server said. `secrets` must outlive the dialog.
    SignInDialog(const Connection &connection, SecretStore &secrets, const QString &reason, QWidget *parent = nullptr);

signals:
    /// The new credential; it is stored where `connection` says, or only for this run.
    void credentialReady(const owui::Connection &connection, const owui::Credential &credential);

private:
    void takeFields();
    void save();
    void write();
    void refresh();

    SecretStore &m_secrets;
    PlainHttpConsent m_consent;
    ConnectionDraft m_draft;
    SecretEditor *m_editor;
    FieldNote *m_note;
    QDialogButtonBox *m_buttons;
};

} // namespace owui
