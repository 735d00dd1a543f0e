// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/window/searchfield.h"

#include "ui/parts/icons.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace owui {

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent)
{
    addAction(themedIcon(u"search"_s), QLineEdit::LeadingPosition);
    // Qt's own button looks through the themes of the desktop for its icon, which is a sixth of the time that the
    // window takes to start.
    QAction *clearText = addAction(themedIcon(u"cancel"_s), QLineEdit::TrailingPosition);
    clearText->setToolTip(tr("Clear the search"));
    clearText->setVisible(false);
    connect(clearText, &QAction::triggered, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, clearText,
            [clearText](const QString &text) { clearText->setVisible(!text.isEmpty()); });
}

} // namespace owui
