// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/parts/messagestrip.h"

#include "result.h"

#include <QHash>
#include <QWidget>

namespace owui {

/// The messages above the list, newest first. A message replaces an older one on the same subject, so that ten failures
/// are not ten messages.
class MessageArea final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageArea)

public:
    explicit MessageArea(QWidget *parent = nullptr);

    void show(const QString &subject, Tone tone, const QString &text, const QList<MessageAction> &actions = {});
    void show(const QString &subject, const Problem &problem, const QList<MessageAction> &actions = {});
    void close(const QString &subject);
    /// The text of the message on this subject; empty where there is none.
    [[nodiscard]] QString text(const QString &subject) const;

private:
    QHash<QString, MessageStrip *> m_strips; // by subject; children of this
};

} // namespace owui
