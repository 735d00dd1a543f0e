// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/parts/messagearea.h"

#include <QBoxLayout>

namespace owui {

MessageArea::MessageArea(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    setVisible(false);
}

void MessageArea::show(const QString &subject, Tone tone, const QString &text, const QList<MessageAction> &actions)
{
    close(subject);
    auto *strip = new MessageStrip(tone, text, actions, this);
    m_strips.insert(subject, strip);
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, strip);
    connect(strip, &MessageStrip::closed, this, [this, subject] { close(subject); });
    setVisible(true);
}

void MessageArea::show(const QString &subject, const Problem &problem, const QList<MessageAction> &actions)
{
    const QString text = problem.remedy.isEmpty() ? problem.text : problem.text + u' ' + problem.remedy;
    show(subject, Tone::Warning, text, actions);
}

void MessageArea::close(const QString &subject)
{
    if (MessageStrip *strip = m_strips.take(subject)) {
        // The strip may be the one whose button is being handled.
        strip->hide();
        layout()->removeWidget(strip);
        strip->deleteLater();
    }
    setVisible(!m_strips.isEmpty());
}

QString MessageArea::text(const QString &subject) const
{
    const MessageStrip *strip = m_strips.value(subject);
    return strip ? strip->text() : QString();
}

} // namespace owui
