// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/parts/messagestrip.h"

#include "result.h"

#include <QFlags>
#include <QHash>
#include <QWidget>

namespace owui {

/// With what a message goes away by itself: what it tells or offers means nothing for another folder or server.
enum class MessageScope { Folder = 1, Server = 2 };
Q_DECLARE_FLAGS(MessageScopes, MessageScope)

/// What a message is about. Without a scope it stays until it is closed.
struct MessageSubject
{
    MessageSubject(const QString &subjectName, MessageScopes goesWith = {})
        : name(subjectName)
        , scopes(goesWith)
    {
    }

    QString name;
    MessageScopes scopes;
};

/// The messages below the list, newest first. A message replaces an older one on the same subject, so that ten failures
/// are not ten messages.
class MessageArea final : public QWidget
{
    Q_OBJECT

public:
    explicit MessageArea(QWidget *parent = nullptr);

    void show(const MessageSubject &subject, Tone tone, const QString &text, const QList<MessageAction> &actions = {});
    void show(const MessageSubject &subject, const Problem &problem, const QList<MessageAction> &actions = {});
    /// What can be done about what was told before. Nothing where that was closed.
    void setActions(const MessageSubject &subject, const QList<MessageAction> &actions);
    void close(const MessageSubject &subject);
    /// Closes what belonged to the folder or server that is left.
    void closeAll(MessageScope scope);
    /// The text of the message on this subject; empty where there is none.
    [[nodiscard]] QString text(const QString &subjectName) const;

private:
    struct Shown
    {
        MessageStrip *strip = nullptr; // a child of the area
        MessageScopes scopes;
    };

    QHash<QString, Shown> m_shown; // by the subject's name
};

} // namespace owui

// Within the namespace these would hide Qt's own, as in Qt::CTRL | Qt::Key_T.
Q_DECLARE_OPERATORS_FOR_FLAGS(owui::MessageScopes)
