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

void MessageArea::show(const MessageSubject &subject, Tone tone, const QString &text,
                       const QList<MessageAction> &actions)
{
    close(subject);
    auto *strip = new MessageStrip(tone, text, actions, this);
    m_shown.insert(subject.name, {.strip = strip, .scopes = subject.scopes});
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, strip);
    connect(strip, &MessageStrip::closed, this, [this, subject] { close(subject); });
    setVisible(true);
}

void MessageArea::show(const MessageSubject &subject, const Problem &problem, const QList<MessageAction> &actions)
{
    show(subject, Tone::Warning, problem.sentences(), actions);
}

void MessageArea::setActions(const MessageSubject &subject, const QList<MessageAction> &actions)
{
    if (MessageStrip *strip = m_shown.value(subject.name).strip) {
        strip->setActions(actions);
    }
}

void MessageArea::close(const MessageSubject &subject)
{
    if (MessageStrip *strip = m_shown.take(subject.name).strip) {
        // The strip may be the one whose button is being handled.
        strip->hide();
        layout()->removeWidget(strip);
        strip->deleteLater();
    }
    setVisible(!m_shown.isEmpty());
}

void MessageArea::closeAll(MessageScope scope)
{
    const QHash<QString, Shown> all = m_shown;
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        if (it->scopes.testFlag(scope)) {
            close({it.key(), it->scopes});
        }
    }
}

QString MessageArea::text(const QString &subjectName) const
{
    const MessageStrip *strip = m_shown.value(subjectName).strip;
    return strip ? strip->text() : QString();
}

} // namespace owui
