// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/secretdelegate.h"

#include <QLineEdit>

namespace owui {

QWidget *SecretDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem & /*option*/,
                                      const QModelIndex & /*index*/) const
{
    auto *editor = new QLineEdit(parent);
    editor->setEchoMode(QLineEdit::Password);
    editor->setFrame(false);
    return editor;
}

} // namespace owui
