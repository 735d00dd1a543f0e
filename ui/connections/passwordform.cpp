// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/passwordform.h"

#include "ui/connections/plainhttpconsent.h"
#include "ui/parts/fieldnote.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace owui {

PasswordForm::PasswordForm(PlainHttpConsent &consent, QWidget *parent)
    : QWidget(parent)
    , m_consent(consent)
    , m_email(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_button(new QPushButton(this))
    , m_note(new FieldNote(this))
{
    m_email->setObjectName(u"email"_s);
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    m_password->setObjectName(u"password"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_button->setObjectName(u"signIn"_s);
    m_button->setAutoDefault(false);
    m_note->setObjectName(u"signInNote"_s);

    auto *passwordRow = new QHBoxLayout;
    passwordRow->addWidget(m_password, 1);
    passwordRow->addWidget(m_button);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("&E-mail:"), m_email);
    auto *passwordLabel = new QLabel(tr("Pass&word:"), this);
    passwordLabel->setBuddy(m_password);
    form->addRow(passwordLabel, passwordRow);
    form->addRow(QString(), m_note);

    connect(m_email, &QLineEdit::textEdited, this, &PasswordForm::emailEdited);
    connect(m_password, &QLineEdit::textChanged, this, &PasswordForm::refresh);
    connect(m_password, &QLineEdit::returnPressed, m_button, &QPushButton::click);
    connect(m_button, &QPushButton::clicked, this, [this] { isRunning() ? stop() : start(); });
    refresh();
}

PasswordForm::~PasswordForm() = default;

void PasswordForm::setConnection(const Connection &connection, const Credential &credential)
{
    const bool another = connection.id != m_connection.id || connection.url != m_connection.url;
    m_connection = connection;
    m_credential = credential;
    if (m_email->text().trimmed() != connection.email)
        m_email->setText(connection.email);
    if (another) {
        stop();
        m_password->clear();
        m_note->clear();
    }
    refresh();
}

void PasswordForm::setEmailProblem(const QString &text)
{
    m_emailProblem = text;
    refresh();
}

QString PasswordForm::email() const
{
    return m_email->text().trimmed();
}

void PasswordForm::start()
{
    m_consent.ask(m_connection.url, this, [this] { send(); });
}

void PasswordForm::send()
{
    const QString password = m_password->text();
    m_password->clear();
    if (password.isEmpty() || isRunning())
        return;
    m_network = std::make_unique<ConnectionNetwork>(m_connection);
    m_signIn = std::make_unique<SignIn>(m_network->manager(), m_connection, m_credential);
    connect(m_signIn.get(), &SignIn::finished, this, &PasswordForm::finish);
    m_note->setNote(FieldNote::Kind::Information, tr("Signing in…"));
    m_signIn->start(m_connection.email, password);
    refresh();
}

void PasswordForm::finish(const Answer<Credential> &answer)
{
    // Still inside the sender's signal.
    m_signIn.release()->deleteLater();
    m_network.release()->deleteLater();
    if (answer) {
        m_note->clear();
        emit signedIn(*answer.value);
    } else {
        m_note->setNote(FieldNote::Kind::Error, QString(answer.error.text() + u' ' + answer.error.remedy()).trimmed());
        m_password->setFocus(Qt::OtherFocusReason);
    }
    refresh();
}

void PasswordForm::stop()
{
    if (!isRunning())
        return;
    m_signIn->disconnect(this);
    m_signIn->cancel();
    m_signIn.release()->deleteLater();
    m_network.release()->deleteLater();
    m_note->setNote(FieldNote::Kind::Information, tr("Signing in was cancelled."));
    refresh();
}

void PasswordForm::refresh()
{
    const bool ready = !m_connection.url.isEmpty() && !m_connection.email.isEmpty() && !m_password->text().isEmpty();
    m_button->setText(isRunning() ? tr("Cancel") : tr("&Sign in"));
    m_button->setEnabled(isRunning() || ready);
    m_email->setEnabled(!isRunning());
    m_password->setEnabled(!isRunning());
    m_button->setToolTip(m_connection.url.isEmpty() ? tr("Enter the server's address first.") : m_emailProblem);
}

} // namespace owui
