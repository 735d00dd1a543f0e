// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/window/deploybar.h"

#include "ui/parts/commandbutton.h"
#include "ui/parts/flowlayout.h"
#include "ui/parts/production.h"

#include <QEvent>

#include <utility>

namespace owui {

DeployBar::DeployBar(const QList<QAction *> &commands, QWidget *subject, QWidget *parent)
    : QWidget(parent)
{
    // Below each other where a wide font leaves no room beside each other.
    auto *layout = new FlowLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    for (QAction *command : commands) {
        m_buttons.append(new CommandButton(command, subject, this));
        layout->addWidget(m_buttons.last());
    }
}

void DeployBar::setConnection(const Connection *connection)
{
    m_connection = connection ? std::optional(*connection) : std::nullopt;
    mark();
}

void DeployBar::mark()
{
    for (EdgedButton *button : std::as_const(m_buttons)) {
        markProduction(*button, m_connection ? &*m_connection : nullptr, palette());
    }
}

void DeployBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        mark();
    }
}

} // namespace owui
