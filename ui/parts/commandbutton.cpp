// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/parts/commandbutton.h"

#include <QAction>

namespace owui {

CommandButton::CommandButton(QAction *action, QWidget *subject, QWidget *parent)
    : EdgedButton(parent)
    , m_subject(subject)
{
    setDefaultAction(action);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::StrongFocus);
}

bool CommandButton::focusNextPrevChild(bool next)
{
    if (isEnabled()) {
        return EdgedButton::focusNextPrevChild(next);
    }
    m_subject->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace owui
