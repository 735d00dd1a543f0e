// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/connections/connectiondraftmodel.h"

#include "server/signin.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace owui {

class FieldNote;
class PlainHttpConsent;

/// How to sign in, and the key or the session. A key that was stored or entered is never shown again; one that is being
/// typed can be looked at. A password leaves its field with the request and is kept nowhere.
class SecretEditor final : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the editor.
    SecretEditor(ConnectionDraftModel &drafts, PlainHttpConsent &consent, QWidget *parent = nullptr);

    /// To choose between key and password belongs to the connection, not to a renewed session.
    void lockMethod();
    /// To the field for a new key, or for the password.
    void enterSecret();

private:
    [[nodiscard]] QWidget *keyPage();
    [[nodiscard]] QWidget *passwordPage(PlainHttpConsent &consent);
    void edit(bool typing, const ConnectionDraftModel::Change &change);
    void leaveServer();
    void signIn();
    void finishSignIn(const Answer<Credential> &answer);
    void stopSignIn();
    void explain();
    void showKey(const ConnectionDraft &draft);
    void showSession(const ConnectionDraft &draft);
    void enablePassword();

    ConnectionDraftModel &m_drafts;
    QUrl m_url;
    bool m_typing = false;      // in the field for a new key, though there is one
    SignIn *m_signIn = nullptr; // a child, while it runs

    FieldNote *m_originNote;
    FieldNote *m_keyState;
    QWidget *m_keyRow;
    QLineEdit *m_key;
    QCheckBox *m_reveal;
    FieldNote *m_keyNote;
    QPushButton *m_replace;
    QPushButton *m_remove;
    QPushButton *m_keep;
    QLineEdit *m_email;
    QLineEdit *m_password;
    QPushButton *m_signInButton;
    FieldNote *m_signInNote;
    FieldNote *m_sessionState;
    QPushButton *m_forget;
    QWidget *m_keyPage = nullptr;
    QWidget *m_passwordPage = nullptr; // one of the two is shown
    QComboBox *m_method;               // after what the pages hold, so that Tab gets there later
    FieldNote *m_place;
    QCheckBox *m_keepInFile;
};

} // namespace owui
