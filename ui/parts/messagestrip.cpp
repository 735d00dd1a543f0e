// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/parts/messagestrip.h"

#include "ui/parts/plaintext.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace owui {

MessageStrip::MessageStrip(Tone tone, const QString &text, const QList<MessageAction> &actions, QWidget *parent)
    : QFrame(parent)
    , m_tone(tone)
    , m_text(text)
{
    auto *layout = new QHBoxLayout(this);
    auto *icon = new QToolButton(this);
    icon->setIcon(toneIcon(tone));
    icon->setAutoRaise(true);
    icon->setFocusPolicy(Qt::NoFocus);
    icon->setAttribute(Qt::WA_TransparentForMouseEvents);
    layout->addWidget(icon);

    QLabel *label = plainLabel(text, this);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(label, 1);

    for (const MessageAction &action : actions) {
        auto *button = new QPushButton(action.text, this);
        if (action.field) {
            layout->addWidget(action.field);
            connect(action.field, &QLineEdit::returnPressed, button, &QPushButton::click);
        }
        layout->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, action] {
            // Closing may delete this strip; what is left to do must not need it.
            const MessageAction chosen = action;
            if (chosen.closesMessage) {
                emit closed();
            }
            chosen.run();
        });
    }
    auto *close = new QToolButton(this);
    close->setIcon(themedIcon(u"cancel"_s));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::StrongFocus);
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(close->toolTip());
    layout->addWidget(close);
    connect(close, &QToolButton::clicked, this, &MessageStrip::closed);
    setAccessibleName(text);
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
