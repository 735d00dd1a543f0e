// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/secreteditor.h"

#include "ui/connections/passwordform.h"
#include "ui/parts/fieldnote.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

QPushButton *button(const QString &name, const QString &text, QWidget *parent)
{
    auto *result = new QPushButton(text, parent);
    result->setObjectName(name);
    result->setAutoDefault(false);
    return result;
}

QString expiryText(const QDateTime &expires)
{
    if (!expires.isValid())
        return SecretEditor::tr("The server did not say when the session ends.");
    const QString when = QLocale().toString(expires.toLocalTime(), QLocale::ShortFormat);
    return expires < QDateTime::currentDateTime()
               ? SecretEditor::tr("The session ended on %1. Sign in again.").arg(when)
               : SecretEditor::tr("The session ends on %1.").arg(when);
}

} // namespace

SecretEditor::SecretEditor(PlainHttpConsent &consent, QWidget *parent)
    : QWidget(parent)
    , m_method(new QComboBox(this))
    , m_pages(new QStackedWidget(this))
    , m_keyState(new FieldNote(this))
    , m_replace(button(u"replaceKey"_s, tr("Re&place…"), this))
    , m_remove(button(u"removeKey"_s, tr("Remo&ve"), this))
    , m_keep(button(u"keepKey"_s, tr("&Keep the stored key"), this))
    , m_keyLabel(new QLabel(tr("API &key:"), this))
    , m_key(new QLineEdit(this))
    , m_reveal(new QCheckBox(tr("Sho&w"), this))
    , m_keyNote(new FieldNote(this))
    , m_passwordForm(new PasswordForm(consent, this))
    , m_sessionState(new FieldNote(this))
    , m_forget(button(u"forgetSession"_s, tr("&Forget this session"), this))
    , m_originNote(new FieldNote(this))
    , m_place(new FieldNote(this))
    , m_keepInFile(new QCheckBox(tr("Where there is no key store, use a &file that only I can read"), this))
{
    m_method->setObjectName(u"signInMethod"_s);
    m_method->addItem(tr("API key"), int(SignInMethod::ApiKey));
    m_method->addItem(tr("E-mail and password"), int(SignInMethod::EmailAndPassword));
    m_originNote->setObjectName(u"secretOriginNote"_s);
    m_place->setObjectName(u"secretPlace"_s);
    m_keepInFile->setObjectName(u"keepInFile"_s);
    m_pages->addWidget(keyPage());
    m_pages->addWidget(passwordPage());

    auto *methodRow = new QFormLayout;
    methodRow->addRow(tr("Sign in w&ith:"), m_method);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(methodRow);
    layout->addWidget(m_originNote);
    layout->addWidget(m_pages);
    layout->addWidget(m_place);
    layout->addWidget(m_keepInFile);
    layout->addStretch();

    connect(m_method, &QComboBox::activated, this, &SecretEditor::changeMethod);
    connect(m_keepInFile, &QCheckBox::clicked, this, [this](bool checked) {
        m_draft.connection.keepSecretsInFile = checked;
        emit edited();
    });
}

QWidget *SecretEditor::keyPage()
{
    m_keyState->setObjectName(u"keyState"_s);
    m_keyNote->setObjectName(u"keyNote"_s);
    m_key->setObjectName(u"key"_s);
    m_key->setPlaceholderText(u"sk-…"_s);
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_reveal->setObjectName(u"revealKey"_s);
    m_keyLabel->setBuddy(m_key);
    connect(m_key, &QLineEdit::textEdited, this, &SecretEditor::typeKey);
    connect(m_reveal, &QCheckBox::toggled, this,
            [this](bool shown) { m_key->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
    connect(m_replace, &QPushButton::clicked, this, &SecretEditor::replaceSecret);
    connect(m_remove, &QPushButton::clicked, this, &SecretEditor::removeSecret);
    connect(m_keep, &QPushButton::clicked, this, &SecretEditor::keepSecret);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_replace);
    buttons->addWidget(m_remove);
    buttons->addWidget(m_keep);
    buttons->addStretch();
    auto *typing = new QHBoxLayout;
    typing->addWidget(m_keyLabel);
    typing->addWidget(m_key, 1);
    typing->addWidget(m_reveal);
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_keyState);
    layout->addLayout(typing);
    layout->addWidget(m_keyNote);
    layout->addLayout(buttons);
    layout->addStretch();
    return page;
}

QWidget *SecretEditor::passwordPage()
{
    m_sessionState->setObjectName(u"sessionState"_s);
    connect(m_passwordForm, &PasswordForm::emailEdited, this, &SecretEditor::changeEmail);
    connect(m_passwordForm, &PasswordForm::signedIn, this, &SecretEditor::takeSession);
    connect(m_forget, &QPushButton::clicked, this, &SecretEditor::removeSecret);
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_passwordForm);
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

void SecretEditor::load(const ConnectionDraft &draft)
{
    m_replacing = false;
    m_key->clear();
    m_draft = draft;
}

void SecretEditor::apply(ConnectionDraft &draft) const
{
    draft.connection.signIn = m_draft.connection.signIn;
    draft.connection.email = m_draft.connection.email;
    draft.connection.keepSecretsInFile = m_draft.connection.keepSecretsInFile;
    draft.secretChange = m_draft.secretChange;
    draft.typed = m_draft.typed;
    draft.typedFor = m_draft.typedFor;
    draft.typedExpires = m_draft.typedExpires;
}

void SecretEditor::explain(const ConnectionDraft &draft, const QList<FieldProblem> &problems)
{
    m_draft = draft;
    const bool byKey = draft.connection.signIn == SignInMethod::ApiKey;
    m_method->setCurrentIndex(m_method->findData(int(draft.connection.signIn)));
    m_pages->setCurrentIndex(byKey ? 0 : 1);
    m_keepInFile->setChecked(draft.connection.keepSecretsInFile);
    if (draft.secretIsForAnotherOrigin()) {
        m_originNote->setNote(FieldNote::Kind::Warning,
                              byKey ? tr("The address is another server now. Its key must be entered again.")
                                    : tr("The address is another server now. Sign in there again."));
    } else if (draft.storedState == ConnectionDraft::Stored::Failed) {
        const Problem &problem = draft.storedProblem;
        m_originNote->setNote(FieldNote::Kind::Error, QString(problem.text + u' ' + problem.remedy).trimmed());
    } else {
        m_originNote->clear();
    }
    showKey(problems);
    showSession(problems);
    showPlace();
}

SecretEditor::KeyView SecretEditor::keyView() const
{
    if (m_draft.secretChange == ConnectionDraft::SecretChange::Remove)
        return KeyView::Removed;
    if (m_replacing)
        return KeyView::Typing;
    if (m_draft.secretChange == ConnectionDraft::SecretChange::Replace && !m_draft.typed.value.isEmpty() &&
        m_draft.typedFor == SignInMethod::ApiKey) {
        return KeyView::Entered;
    }
    if (m_draft.storedSecretFits())
        return KeyView::Stored;
    if (m_draft.storedState == ConnectionDraft::Stored::Asking)
        return KeyView::Asking;
    return KeyView::Typing;
}

void SecretEditor::showKey(const QList<FieldProblem> &problems)
{
    // A key that was dropped because the address became another server.
    if (m_draft.typed.value.isEmpty() && !m_key->text().isEmpty())
        m_key->clear();
    const KeyView view = keyView();
    const bool typing = view == KeyView::Typing;
    switch (view) {
    case KeyView::Asking:
        m_keyState->setNote(FieldNote::Kind::Information, tr("Asking the key store…"));
        break;
    case KeyView::Stored:
        m_keyState->setNote(FieldNote::Kind::Information, tr("A key is stored for this server."));
        break;
    case KeyView::Entered:
        m_keyState->setNote(FieldNote::Kind::Information, tr("A new key was entered. Save stores it."));
        break;
    case KeyView::Removed:
        m_keyState->setNote(FieldNote::Kind::Warning, tr("Save removes the key."));
        break;
    case KeyView::Typing:
        m_keyState->clear();
        break;
    }
    m_keyLabel->setVisible(typing);
    m_key->setVisible(typing);
    m_reveal->setVisible(typing);
    if (!typing || m_key->text().isEmpty())
        m_reveal->setChecked(false);
    m_reveal->setEnabled(!m_key->text().isEmpty());
    const bool byKey = m_draft.connection.signIn == SignInMethod::ApiKey;
    const QString problem = byKey ? problemOf(problems, ConnectionField::Key) : QString();
    if (problem.isEmpty() && typing && m_key->text().isEmpty())
        m_keyNote->setNote(FieldNote::Kind::Hint, tr("In Open WebUI: Settings, Account, API keys. It needs an admin."));
    else
        m_keyNote->setNote(FieldNote::Kind::Error, problem);
    m_replace->setVisible(view == KeyView::Stored || view == KeyView::Entered);
    m_remove->setVisible(view == KeyView::Stored);
    m_keep->setVisible((typing || view == KeyView::Removed || view == KeyView::Entered) && m_draft.storedSecretFits());
}

void SecretEditor::showSession(const QList<FieldProblem> &problems)
{
    const Credential credential = m_draft.credential();
    m_passwordForm->setConnection(m_draft.connection, credential);
    m_passwordForm->setEmailProblem(problemOf(problems, ConnectionField::Email));
    const bool byPassword = m_draft.connection.signIn == SignInMethod::EmailAndPassword;
    const bool signedIn = byPassword && !credential.secret.isEmpty();
    if (signedIn) {
        const bool fresh = m_draft.secretChange == ConnectionDraft::SecretChange::Replace;
        m_sessionState->setNote(FieldNote::Kind::Information,
                                (fresh ? tr("Signed in; Save stores the session.") : tr("A session is stored.")) +
                                    u' ' + expiryText(credential.expires));
    } else if (byPassword && m_draft.secretChange == ConnectionDraft::SecretChange::Remove) {
        m_sessionState->setNote(FieldNote::Kind::Warning, tr("Save forgets the session."));
    } else {
        m_sessionState->setNote(FieldNote::Kind::Hint,
                                tr("Not signed in. The password is not kept, only the session. An account with a "
                                   "second factor needs an API key. A server without accounts (WEBUI_AUTH=false) "
                                   "takes any e-mail address and password."));
    }
    m_forget->setVisible(signedIn);
}

void SecretEditor::showPlace()
{
    m_place->setNote(FieldNote::Kind::Hint,
                     m_draft.connection.keepSecretsInFile
                         ? tr("Kept in the key store of your desktop; where there is none, in a file that only you can "
                              "read.")
                         : tr("Kept in the key store of your desktop; where there is none, only until the program "
                              "ends."));
}

void SecretEditor::typeKey(const QString &text)
{
    m_replacing = true;
    m_draft.secretChange =
        text.isEmpty() ? ConnectionDraft::SecretChange::Keep : ConnectionDraft::SecretChange::Replace;
    m_draft.typed = text.isEmpty() ? TypedSecret{} : TypedSecret{.value = text.toUtf8(), .origin = m_draft.origin()};
    m_draft.typedFor = SignInMethod::ApiKey;
    m_draft.typedExpires = {};
    emit edited();
}

void SecretEditor::replaceSecret()
{
    m_replacing = true;
    m_key->clear();
    typeKey({});
    m_key->setFocus(Qt::OtherFocusReason);
}

void SecretEditor::removeSecret()
{
    m_replacing = false;
    m_draft.secretChange =
        m_draft.storedSecretFits() ? ConnectionDraft::SecretChange::Remove : ConnectionDraft::SecretChange::Keep;
    m_draft.typed = {};
    emit edited();
}

void SecretEditor::keepSecret()
{
    m_replacing = false;
    m_draft.secretChange = ConnectionDraft::SecretChange::Keep;
    m_draft.typed = {};
    emit edited();
}

void SecretEditor::takeSession(const Credential &credential)
{
    m_draft.secretChange = ConnectionDraft::SecretChange::Replace;
    m_draft.typed = {.value = credential.secret, .origin = credential.origin};
    m_draft.typedFor = SignInMethod::EmailAndPassword;
    m_draft.typedExpires = credential.expires;
    emit edited();
}

void SecretEditor::changeEmail()
{
    m_draft.connection.email = m_passwordForm->email();
    // A session belongs to the account that signed in.
    if (m_draft.typedFor == SignInMethod::EmailAndPassword)
        keepSecret();
    else
        emit edited();
}

void SecretEditor::changeMethod()
{
    m_draft.connection.signIn = SignInMethod(m_method->currentData().toInt());
    m_replacing = false;
    m_draft.secretChange = ConnectionDraft::SecretChange::Keep;
    m_draft.typed = {};
    emit edited();
}

} // namespace owui
