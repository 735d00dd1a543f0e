// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/connection.h"

#include <QList>
#include <QWidget>

#include <optional>

class QAction;

namespace owui {

class EdgedButton;

/// The buttons below the list that deploy, with an edge where they change a production server.
class DeployBar final : public QWidget
{
    Q_OBJECT

public:
    /// `subject` is what the commands are about, and must outlive the bar.
    DeployBar(const QList<QAction *> &commands, QWidget *subject, QWidget *parent);

    /// Null: no server is chosen.
    void setConnection(const Connection *connection);

protected:
    void changeEvent(QEvent *event) override;

private:
    void mark();

    QList<EdgedButton *> m_buttons;
    std::optional<Connection> m_connection;
};

} // namespace owui
