// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/signindialog.h"

#include "ui/connections/secreteditor.h"
#include "ui/parts/fieldnote.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace owui {

SignInDialog::SignInDialog(const Connection &connection, SecretStore &secrets, const QString &reason, QWidget *parent)
    : QDialog(parent)
    , m_secrets(secrets)
    , m_draft(ConnectionDraft::of(connection))
    , m_editor(new SecretEditor(m_consent, this))
    , m_note(new FieldNote(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("Sign in to %1").arg(connection.name));
    m_note->setObjectName(u"signInDialogNote"_s);
    m_buttons->button(QDialogButtonBox::Save)->setObjectName(u"save"_s);
    auto *where = new QLabel(connection.url.toString(), this);
    where->setTextFormat(Qt::PlainText);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(where);
    layout->addWidget(m_note);
    layout->addWidget(m_editor, 1);
    layout->addWidget(m_buttons);
    resize(sizeHint().expandedTo(QSize(fontMetrics().averageCharWidth() * 70, 0)));

    connect(m_editor, &SecretEditor::edited, this, &SignInDialog::takeFields);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &SignInDialog::save);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &SignInDialog::reject);
    m_note->setNote(FieldNote::Kind::Warning, reason);
    m_editor->lockMethod();
    m_editor->load(m_draft);
    refresh();
    // The extra headers are written together with the key, so they must be known.
    m_secrets.read(connection, this, [this](const Result<std::optional<Credential>> &answer) {
        m_draft.setStored(answer);
        refresh();
    });
}

void SignInDialog::takeFields()
{
    m_editor->apply(m_draft);
    refresh();
}

void SignInDialog::refresh()
{
    const QList<FieldProblem> problems = problemsOf(m_draft, {});
    m_editor->explain(m_draft, problems);
    const bool ready = problems.isEmpty() && m_draft.storedState != ConnectionDraft::Stored::NotAsked &&
                       m_draft.writing() == ConnectionDraft::Writing::Write;
    m_buttons->button(QDialogButtonBox::Save)->setEnabled(ready);
    m_buttons->button(QDialogButtonBox::Save)->setToolTip(problems.isEmpty() ? QString() : problems.first().text);
}

void SignInDialog::save()
{
    m_consent.ask(m_draft.connection.url, this, [this] { write(); });
}

void SignInDialog::write()
{
    m_buttons->button(QDialogButtonBox::Save)->setEnabled(false);
    const Credential credential = m_draft.credential();
    m_secrets.write(m_draft.connection, credential, this, [this, credential](const Result<SecretPlace> &result) {
        if (!result) {
            m_note->setNote(FieldNote::Kind::Error,
                            QString(result.error().text + u' ' + result.error().remedy).trimmed());
            refresh();
            return;
        }
        emit credentialReady(m_draft.connection, credential);
        accept();
    });
}

} // namespace owui
