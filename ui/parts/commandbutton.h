// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/parts/edgedbutton.h"

class QAction;

namespace owui {

/// The button of a command of the window. A command that is over is disabled, and Qt would hand its focus to the next
/// button, where Space does something else: it goes to what the command was about.
class CommandButton final : public EdgedButton
{
    Q_OBJECT

public:
    /// `subject` must outlive it.
    CommandButton(QAction *action, QWidget *subject, QWidget *parent);

protected:
    bool focusNextPrevChild(bool next) override;

private:
    QWidget *m_subject;
};

} // namespace owui
