// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/parts/icons.h"

#include <QFrame>
#include <QList>
#include <QString>

#include <functional>

class QLineEdit;

namespace owui {

/// A button of a message.
struct MessageAction
{
    QString text;
    std::function<void()> run;
    bool closesMessage = true;
    QLineEdit *field = nullptr; ///< stands before the button, which Return presses; the message takes it
};

/// One message below the list: when and what happened, and buttons for what can be done about it.
class MessageStrip final : public QFrame
{
    Q_OBJECT

public:
    MessageStrip(Tone tone, const QString &text, const QList<MessageAction> &actions, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    /// What can be done about it now, in place of what could be done before.
    void setActions(const QList<MessageAction> &actions);

signals:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
    QString m_text;
    QWidget *m_buttons; // a child; made anew with the actions
};

} // namespace owui
