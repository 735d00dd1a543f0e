// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/connectionnetwork.h"
#include "server/signin.h"

#include <QWidget>

#include <memory>

class QLineEdit;
class QPushButton;

namespace owui {

class FieldNote;
class PlainHttpConsent;

/// Signs in with e-mail and password. The password leaves the field with the request and is kept nowhere.
class PasswordForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PasswordForm)

public:
    /// `consent` must outlive the form.
    explicit PasswordForm(PlainHttpConsent &consent, QWidget *parent = nullptr);
    ~PasswordForm() override;

    /// The server to sign in to, as it is edited; another one cancels a running attempt.
    /// Of `credential` only the extra headers are used.
    void setConnection(const Connection &connection, const Credential &credential);
    /// What is wrong with the e-mail address; empty: nothing.
    void setEmailProblem(const QString &text);
    [[nodiscard]] QString email() const;
    [[nodiscard]] bool isRunning() const { return m_signIn != nullptr; }

signals:
    void emailEdited();
    void signedIn(const owui::Credential &credential);

private:
    void start();
    void send();
    void finish(const Answer<Credential> &answer);
    void stop();
    void refresh();

    PlainHttpConsent &m_consent;
    Connection m_connection;
    Credential m_credential;
    QString m_emailProblem;
    std::unique_ptr<ConnectionNetwork> m_network; // before m_signIn, which uses it
    std::unique_ptr<SignIn> m_signIn;
    QLineEdit *m_email;
    QLineEdit *m_password;
    QPushButton *m_button;
    FieldNote *m_note;
};

} // namespace owui
