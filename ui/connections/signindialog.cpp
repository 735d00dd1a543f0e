// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/signindialog.h"

#include "ui/connections/secreteditor.h"
#include "ui/parts/fieldnote.h"
#include "ui/parts/named.h"
#include "ui/parts/sizes.h"

#include "isolated.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace owui {

SignInDialog::SignInDialog(const Connection &connection, SecretStore &secrets, const QString &reason, QWidget *parent)
    : QDialog(parent)
    , m_secrets(secrets)
    , m_drafts(new ConnectionDraftModel({connection}, this))
    , m_note(named(u"signInDialogNote"_s, new FieldNote(this)))
{
    setWindowTitle(tr("Sign in to %1").arg(isolated(connection.name)));
    auto *editor = new SecretEditor(*m_drafts, m_consent, this);
    editor->lockMethod();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_save = named(u"save"_s, buttons->button(QDialogButtonBox::Save));
    auto *where = new QLabel(connection.url.toString(), this);
    where->setTextFormat(Qt::PlainText);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(where);
    layout->addWidget(m_note);
    layout->addWidget(editor, 1);
    layout->addWidget(buttons);
    connect(m_drafts, &ConnectionDraftModel::changed, this, &SignInDialog::refresh);
    connect(buttons, &QDialogButtonBox::accepted, this,
            [this] { m_consent.ask(m_drafts->shown().connection.url, this, [this] { write(); }); });
    connect(buttons, &QDialogButtonBox::rejected, this, &SignInDialog::reject);
    m_note->setNote(FieldNote::Warning, reason);
    m_drafts->show(0);
    m_drafts->askForStored(secrets);
    // Now that all is said, so that no text is cut off.
    sizeInLetters(*this, 70, 0);
}

void SignInDialog::refresh()
{
    const ConnectionDraft &draft = m_drafts->shown();
    const QList<FieldProblem> problems = m_drafts->problems();
    // The extra headers are written together with the key, so they must be known.
    m_save->setEnabled(problems.isEmpty() && draft.storedState != ConnectionDraft::Stored::Asking &&
                       draft.writing() == ConnectionDraft::Writing::Write);
    m_save->setToolTip(problems.isEmpty() ? QString() : problems.first().problem.sentences());
}

void SignInDialog::write()
{
    m_save->setEnabled(false);
    const ConnectionDraft &draft = m_drafts->shown();
    m_secrets.write(draft.connection, draft.credential(), this, [this](const Result<SecretPlace> &result) {
        if (result) {
            accept();
        } else {
            m_note->setNote(FieldNote::Error, result.error().sentences());
            refresh();
        }
    });
}

} // namespace owui
