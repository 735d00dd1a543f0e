// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/parts/messagestrip.h"

#include "ui/parts/named.h"
#include "ui/parts/plaintext.h"

#include "shorttime.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QTime>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace owui {

MessageStrip::MessageStrip(Tone tone, const QString &text, const QList<MessageAction> &actions, QWidget *parent)
    : QFrame(parent)
    , m_tone(tone)
    , m_text(text)
    , m_buttons(new QWidget(this))
{
    auto *layout = new QHBoxLayout(this);
    auto *icon = new QToolButton(this);
    icon->setIcon(toneIcon(tone));
    icon->setAutoRaise(true);
    icon->setFocusPolicy(Qt::NoFocus);
    icon->setAttribute(Qt::WA_TransparentForMouseEvents);
    layout->addWidget(icon);

    // What is under way has no time of its own.
    const QString time = shortTime(QTime::currentTime());
    const QString told = tone == Tone::Neutral ? text : tr("%1 · %2", "time, message").arg(time, text);
    QLabel *label = named(u"messageText"_s, plainLabel(told, this));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(label, 1);
    layout->addWidget(m_buttons);
    setActions(actions);

    auto *close = named(u"closeMessage"_s, new QToolButton(this));
    close->setIcon(themedIcon(u"cancel"_s));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::StrongFocus);
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(close->toolTip());
    layout->addWidget(close);
    connect(close, &QToolButton::clicked, this, &MessageStrip::closed);
    setAccessibleName(told);
}

void MessageStrip::setActions(const QList<MessageAction> &actions)
{
    auto *buttons = new QWidget(this);
    auto *line = lined<QHBoxLayout>(buttons, {});
    for (const MessageAction &action : actions) {
        auto *button = new QPushButton(action.text, buttons);
        if (action.field) {
            line->addWidget(action.field);
            connect(action.field, &QLineEdit::returnPressed, button, &QPushButton::click);
        }
        line->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, action] {
            // Closing may delete this strip; what is left to do must not need it.
            const MessageAction chosen = action;
            if (chosen.closesMessage) {
                emit closed();
            }
            chosen.run();
        });
    }
    delete layout()->replaceWidget(m_buttons, buttons);
    // One of them may be the button that is being handled.
    m_buttons->hide();
    m_buttons->deleteLater();
    m_buttons = buttons;
    buttons->setVisible(!actions.isEmpty());
}

void MessageStrip::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor edge = m_tone == Tone::Neutral ? palette().color(QPalette::Highlight) : toneColor(m_tone, palette());
    QColor fill = edge;
    fill.setAlphaF(0.12F);
    edge.setAlphaF(0.6F);
    painter.setPen(edge);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

} // namespace owui
