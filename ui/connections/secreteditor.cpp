// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/secreteditor.h"

#include "ui/connections/plainhttpconsent.h"
#include "ui/parts/fieldnote.h"
#include "ui/parts/named.h"

#include "shorttime.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

#include <utility>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

QString expiryText(const QDateTime &expires)
{
    if (!expires.isValid()) {
        return SecretEditor::tr("The server did not say when the session ends.");
    }
    const QString when = shortMoment(expires);
    return expires < QDateTime::currentDateTime()
               ? SecretEditor::tr("The session ended on %1. Sign in again.").arg(when)
               : SecretEditor::tr("The session ends on %1.").arg(when);
}

} // namespace

SecretEditor::SecretEditor(ConnectionDraftModel &drafts, PlainHttpConsent &consent, QWidget *parent)
    : QWidget(parent)
    , m_drafts(drafts)
    , m_originNote(named(u"secretOriginNote"_s, new FieldNote(this)))
    , m_keyState(named(u"keyState"_s, new FieldNote(this)))
    , m_keyRow(new QWidget(this))
    , m_key(named(u"key"_s, new QLineEdit(this)))
    , m_reveal(named(u"revealKey"_s, new QCheckBox(tr("Sho&w"), this)))
    , m_keyNote(named(u"keyNote"_s, new FieldNote(this)))
    , m_replace(namedButton(u"replaceKey"_s, tr("Re&place…"), this))
    , m_remove(namedButton(u"removeKey"_s, tr("Remo&ve"), this))
    , m_keep(namedButton(u"keepKey"_s, tr("Keep the stored ke&y"), this))
    , m_email(named(u"email"_s, new QLineEdit(this)))
    , m_password(named(u"password"_s, new QLineEdit(this)))
    , m_signInButton(namedButton(u"signIn"_s, {}, this))
    , m_signInNote(named(u"signInNote"_s, new FieldNote(this)))
    , m_sessionState(named(u"sessionState"_s, new FieldNote(this)))
    , m_forget(namedButton(u"forgetSession"_s, tr("&Forget this session"), this))
    , m_method(named(u"signInMethod"_s, new QComboBox(this)))
    , m_place(named(u"secretPlace"_s, new FieldNote(this)))
    , m_keepInFile(named(u"keepInFile"_s,
                         new QCheckBox(tr("Where there is no key store, use a file that on&ly I can read"), this)))
{
    for (const SignInMethod method : allOf<SignInMethod>()) {
        m_method->addItem(textOf(method), int(method));
    }
    m_keyPage = keyPage();
    m_passwordPage = passwordPage(consent);
    // Below the key, so that the way from the address leads there.
    auto *methodRow = new QFormLayout;
    methodRow->addRow(tr("Si&gn in with:"), m_method);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_originNote);
    layout->addWidget(m_keyPage);
    layout->addWidget(m_passwordPage);
    layout->addLayout(methodRow);
    layout->addWidget(m_place);
    layout->addWidget(m_keepInFile);

    connect(m_method, &QComboBox::activated, this, [this] {
        const auto method = SignInMethod(m_method->currentData().toInt());
        edit(false, [method](ConnectionDraft &draft) { draft.setSignIn(method); });
    });
    connect(m_keepInFile, &QCheckBox::clicked, this, [this](bool checked) {
        m_drafts.edit([checked](ConnectionDraft &draft) { draft.connection.keepSecretsInFile = checked; });
    });
    connect(&drafts, &ConnectionDraftModel::anotherShown, this, [this] {
        leaveServer();
        m_typing = false;
        m_key->clear();
    });
    connect(&drafts, &ConnectionDraftModel::changed, this, &SecretEditor::explain);
}

QWidget *SecretEditor::keyPage()
{
    m_key->setPlaceholderText(u"sk-…"_s);
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    const auto type = [this](const QString &text) {
        edit(true, [&text](ConnectionDraft &draft) { draft.typeKey(text); });
    };
    connect(m_key, &QLineEdit::textEdited, this, type);
    connect(m_reveal, &QCheckBox::toggled, this,
            [this](bool shown) { m_key->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
    connect(m_replace, &QPushButton::clicked, this, [this, type] {
        m_key->clear();
        type({});
        m_key->setFocus(Qt::OtherFocusReason);
    });
    connect(m_remove, &QPushButton::clicked, this, [this] { edit(false, &ConnectionDraft::removeSecret); });
    connect(m_keep, &QPushButton::clicked, this, [this] { edit(false, &ConnectionDraft::keepSecret); });

    auto *label = new QLabel(tr("API &key:"), this);
    label->setBuddy(m_key);
    lined<QHBoxLayout>(m_keyRow, {label, m_key, m_reveal})->setStretchFactor(m_key, 1);
    auto *buttons = lined<QHBoxLayout>(nullptr, {m_replace, m_remove, m_keep});
    buttons->addStretch();
    auto *page = new QWidget(this);
    auto *layout = lined<QVBoxLayout>(page, {m_keyState, m_keyRow, m_keyNote});
    layout->addLayout(buttons);
    layout->addStretch();
    return page;
}

QWidget *SecretEditor::passwordPage(PlainHttpConsent &consent)
{
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    m_password->setEchoMode(QLineEdit::Password);
    connect(m_email, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_drafts.edit([&text](ConnectionDraft &draft) { draft.setEmail(text.trimmed()); });
    });
    connect(m_password, &QLineEdit::textChanged, this, &SecretEditor::enablePassword);
    connect(m_password, &QLineEdit::returnPressed, m_signInButton, &QPushButton::click);
    connect(m_signInButton, &QPushButton::clicked, this, [this, &consent] {
        if (m_signIn) {
            stopSignIn();
        } else {
            consent.ask(m_url, this, [this] { signIn(); });
        }
    });
    connect(m_forget, &QPushButton::clicked, this, [this] { edit(false, &ConnectionDraft::removeSecret); });

    auto *passwordLabel = new QLabel(tr("Pass&word:"), this);
    passwordLabel->setBuddy(m_password);
    auto *passwordRow = lined<QHBoxLayout>(nullptr, {m_password, m_signInButton});
    passwordRow->setStretchFactor(m_password, 1);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("&E-mail:"), m_email);
    form->addRow(passwordLabel, passwordRow);
    form->addRow(QString(), m_signInNote);
    auto *page = new QWidget(this);
    auto *layout = lined<QVBoxLayout>(page, {});
    layout->addLayout(form);
    layout->addWidget(m_sessionState);
    layout->addWidget(m_forget, 0, Qt::AlignLeft);
    layout->addStretch();
    return page;
}

void SecretEditor::lockMethod()
{
    m_method->setEnabled(false);
    m_keepInFile->hide();
}

void SecretEditor::enterSecret()
{
    if (m_drafts.shown().connection.signIn == SignInMethod::ApiKey) {
        m_typing = true;
        explain();
        m_key->setFocus(Qt::OtherFocusReason);
    } else {
        QLineEdit *first = m_email->text().isEmpty() ? m_email : m_password;
        first->setFocus(Qt::OtherFocusReason);
    }
}

void SecretEditor::edit(bool typing, const ConnectionDraftModel::Change &change)
{
    m_typing = typing;
    m_drafts.edit(change);
}

/// Neither the password nor what was said of it is for another one.
void SecretEditor::leaveServer()
{
    stopSignIn();
    m_password->clear();
    m_signInNote->clear();
}

void SecretEditor::signIn()
{
    const QString password = m_password->text();
    m_password->clear();
    if (password.isEmpty() || m_signIn) {
        return;
    }
    const Connection &connection = m_drafts.shown().connection;
    m_signIn = new SignIn(connection, m_drafts.shown().credential(), this);
    connect(m_signIn, &SignIn::finished, this, &SecretEditor::finishSignIn);
    m_signInNote->setNote(FieldNote::Information, tr("Signing in…"));
    m_signIn->start(connection.email, password);
    enablePassword();
}

void SecretEditor::finishSignIn(const Answer<Credential> &answer)
{
    // Still inside the sender's signal.
    std::exchange(m_signIn, nullptr)->deleteLater();
    enablePassword();
    if (answer) {
        m_signInNote->clear();
        m_drafts.edit([&answer](ConnectionDraft &draft) { draft.takeSession(*answer.value); });
    } else {
        const Problem problem{.text = answer.error.text(), .remedy = answer.error.remedy()};
        m_signInNote->setNote(FieldNote::Error, problem.sentences());
        m_password->setFocus(Qt::OtherFocusReason);
    }
}

void SecretEditor::stopSignIn()
{
    if (m_signIn) {
        m_signIn->disconnect(this);
        m_signIn->cancel();
        std::exchange(m_signIn, nullptr)->deleteLater();
        m_signInNote->setNote(FieldNote::Information, tr("Signing in was cancelled."));
        enablePassword();
    }
}

void SecretEditor::explain()
{
    const ConnectionDraft &draft = m_drafts.shown();
    const bool byKey = draft.connection.signIn == SignInMethod::ApiKey;
    m_method->setCurrentIndex(m_method->findData(int(draft.connection.signIn)));
    m_keyPage->setVisible(byKey);
    m_passwordPage->setVisible(!byKey);
    m_keepInFile->setChecked(draft.connection.keepSecretsInFile);
    if (draft.secretIsForAnotherOrigin()) {
        m_originNote->setNote(FieldNote::Warning,
                              byKey ? tr("The address is another server now. Its key must be entered again.")
                                    : tr("The address is another server now. Sign in there again."));
    } else {
        m_originNote->setNote(FieldNote::Error, draft.storedProblem.sentences());
    }
    m_place->setNote(FieldNote::Hint,
                     draft.connection.keepSecretsInFile
                         ? tr("Kept in the key store of your desktop; where there is none, in a file that only you can "
                              "read.")
                         : tr("Kept in the key store of your desktop; where there is none, only until the program "
                              "ends."));
    showKey(draft);
    showSession(draft);
}

void SecretEditor::showKey(const ConnectionDraft &draft)
{
    const bool removed = draft.secretRemoved;
    const bool entered = !draft.typed.value.isEmpty();
    const bool stored = draft.storedSecretFits();
    const bool asking = draft.storedState == ConnectionDraft::Stored::Asking;
    const bool typing = !removed && (m_typing || (!entered && !stored && !asking));
    m_keyState->setNote(removed ? FieldNote::Warning : FieldNote::Information,
                        removed   ? tr("Save removes the key.")
                        : typing  ? QString()
                        : entered ? tr("A new key was entered. Save stores it.")
                        : stored  ? tr("A key is stored for this server.")
                                  : tr("Asking the key store…"));
    // A key that was dropped because the address became another server.
    if (!entered && !m_key->text().isEmpty()) {
        m_key->clear();
    }
    const bool empty = m_key->text().isEmpty();
    m_keyRow->setVisible(typing);
    m_reveal->setEnabled(!empty);
    if (!typing || empty) {
        m_reveal->setChecked(false);
    }
    const QString problem = problemOf(m_drafts.problems(), ConnectionField::Key);
    if (problem.isEmpty() && typing && empty) {
        m_keyNote->setNote(FieldNote::Hint, tr("In Open WebUI: Settings, Account, API keys. It needs an admin."));
    } else {
        m_keyNote->setNote(FieldNote::Error, problem);
    }
    m_replace->setVisible(!removed && !typing && (entered || stored));
    m_remove->setVisible(!removed && !typing && !entered && stored);
    m_keep->setVisible(stored && (removed || typing || entered));
}

void SecretEditor::showSession(const ConnectionDraft &draft)
{
    const Connection &connection = draft.connection;
    if (m_email->text().trimmed() != connection.email) {
        m_email->setText(connection.email);
    }
    if (std::exchange(m_url, connection.url) != connection.url) {
        leaveServer();
    }
    const Credential credential = draft.credential();
    const bool byPassword = connection.signIn == SignInMethod::EmailAndPassword;
    const bool signedIn = byPassword && !credential.secret.isEmpty();
    m_forget->setVisible(signedIn);
    if (signedIn) {
        const QString what =
            draft.typed.value.isEmpty() ? tr("A session is stored.") : tr("Signed in; Save stores the session.");
        m_sessionState->setNote(FieldNote::Information, what + u' ' + expiryText(credential.expires));
    } else if (byPassword && draft.secretRemoved) {
        m_sessionState->setNote(FieldNote::Warning, tr("Save forgets the session."));
    } else {
        m_sessionState->setNote(FieldNote::Hint,
                                tr("Not signed in. The password is not kept, only the session. An account with a "
                                   "second factor needs an API key. A server without accounts (WEBUI_AUTH=false) takes "
                                   "any e-mail address and password."));
    }
    enablePassword();
}

void SecretEditor::enablePassword()
{
    const bool ready = !m_url.isEmpty() && !m_email->text().trimmed().isEmpty() && !m_password->text().isEmpty();
    m_signInButton->setText(m_signIn ? tr("Cancel") : tr("S&ign in"));
    m_signInButton->setEnabled(m_signIn || ready);
    m_signInButton->setToolTip(m_url.isEmpty() ? tr("Enter the server's address first.")
                                               : problemOf(m_drafts.problems(), ConnectionField::Email));
    m_email->setEnabled(!m_signIn);
    m_password->setEnabled(!m_signIn);
}

} // namespace owui
