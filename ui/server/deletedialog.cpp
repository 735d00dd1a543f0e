// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/server/deletedialog.h"

#include "ui/parts/named.h"
#include "ui/parts/plaintext.h"
#include "ui/parts/sizes.h"

#include "isolated.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace owui {

DeleteDialog::DeleteDialog(const Connection &connection, const ServerPlugin &there, const QString &file,
                           QWidget *parent)
    : QDialog(parent)
    , m_id(there.id)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"deleteDialog"_s);
    setWindowTitle(tr("Delete from the server"));
    auto *layout = new QVBoxLayout(this);
    const auto addText = [this, layout](const QString &text) {
        QLabel *label = plainLabel(text, this);
        layout->addWidget(label);
        return label;
    };
    bold(addText(tr("Delete %1 (%2) from %3?", "name, id, server")
                     .arg(isolated(there.name), isolated(m_id), isolated(connection.name))));
    addText(there.content ? tr("Its text is kept in the history on this computer.")
                          : tr("The server does not show its text, so it cannot be kept: there is no way back."));
    if (!file.isEmpty()) {
        addText(tr("The file %1 stays as it is.").arg(isolated(file)));
    }
    if (there.space == PluginSpace::Function && there.active) {
        addText(tr("It is switched on: it stops working for everybody who uses it."));
    }
    if (there.hasAccessGrants && !there.accessGrants.isEmpty()) {
        addText(tr("It is shared. The shares are lost."));
    } else if (there.accessControl && !there.accessControl->isNull()) {
        addText(tr("Who may use it is lost."));
    }
    m_valves = named(u"valves"_s, addText(tr("Reading which settings are stored…")));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_delete = namedButton(u"delete"_s, tr("&Delete"), buttons, QDialogButtonBox::DestructiveRole);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    if (connection.production) {
        addText(tr("%1 is a production server. Type the id %2 to delete it.")
                    .arg(isolated(connection.name), isolated(m_id)));
        m_typed = named(u"typedId"_s, new QLineEdit(this));
        m_typed->setAccessibleName(tr("Id of the plugin"));
        layout->addWidget(m_typed);
        connect(m_typed, &QLineEdit::textChanged, this, &DeleteDialog::refresh);
    }
    layout->addStretch();
    layout->addWidget(buttons);
    connect(m_delete, &QPushButton::clicked, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    sizeInLetters(*this, 70, 0);
    refresh();
}

void DeleteDialog::setValves(const QStringList &names)
{
    m_valves->setText(names.isEmpty() ? tr("No settings are stored.")
                                      : tr("Stored settings that are lost: %1").arg(names.join(u", "_s)));
}

void DeleteDialog::setValvesUnknown(const QString &reason)
{
    m_valves->setText(tr("Stored settings are lost. Which ones could not be read: %1").arg(reason));
}

void DeleteDialog::refresh()
{
    m_delete->setEnabled(!m_typed || m_typed->text().trimmed() == m_id);
}

} // namespace owui
