// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/connections/plainhttpconsent.h"

#include "server/secretstore.h"

#include <QDialog>

class QPushButton;

namespace owui {

class ConnectionDraftModel;
class FieldNote;

/// Asks for what one saved connection needs to sign in, where it has none or the server refused it, and stores it.
/// Show it with open().
class SignInDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `reason` is shown, for example what the server said. `secrets` must outlive the dialog.
    SignInDialog(const Connection &connection, SecretStore &secrets, const QString &reason, QWidget *parent = nullptr);

private:
    void write();
    void refresh();

    SecretStore &m_secrets;
    PlainHttpConsent m_consent;
    ConnectionDraftModel *m_drafts; // the one draft
    FieldNote *m_note;
    QPushButton *m_save;
};

} // namespace owui
