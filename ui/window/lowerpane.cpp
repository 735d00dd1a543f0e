// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/window/lowerpane.h"

#include "ui/parts/named.h"

#include <QBoxLayout>
#include <QEvent>

namespace owui {

LowerPane::LowerPane(QWidget *list, QWidget *messages, QWidget *log)
    : m_list(list)
    , m_messages(messages)
    , m_log(log)
{
    lined<QVBoxLayout>(this, {messages, log})->setStretch(1, 1);
    for (QWidget *part : {list, messages, log}) {
        part->installEventFilter(this);
    }
    fit();
}

bool LowerPane::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize) {
        fit();
    }
    return QWidget::event(event);
}

bool LowerPane::eventFilter(QObject *watched, QEvent *event)
{
    // Nobody lays out what is hidden, so a message that comes while there is neither tells by itself.
    const QEvent::Type moment = watched == m_list ? QEvent::Leave : QEvent::ShowToParent;
    if (event->type() == moment || (watched != m_list && event->type() == QEvent::HideToParent)) {
        fit();
    }
    return QWidget::eventFilter(watched, event);
}

void LowerPane::fit()
{
    const bool hasMessages = !m_messages->isHidden();
    const bool hasLog = !m_log->isHidden();
    // A splitter does not ask how high a text is that wraps.
    const int wanted = hasMessages ? m_messages->heightForWidth(width()) : 0;
    const bool shrinks = !hasLog && isVisible() && wanted < height();
    if (shrinks && m_list->underMouse()) {
        return;
    }
    const int spacing = hasMessages ? layout()->spacing() : 0;
    setMaximumHeight(hasLog ? QWIDGETSIZE_MAX : wanted);
    setMinimumHeight(hasLog ? wanted + spacing + m_log->minimumSizeHint().height() : wanted);
    setVisible(hasMessages || hasLog);
}

} // namespace owui
