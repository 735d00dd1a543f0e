// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/parts/edgedbutton.h"

#include "deploy/run/serversession.h"

#include <QPointer>

namespace owui {

class ConnectionStore;

/// The connection in use: colour, name, release and state, always in sight, and a menu to change it with one click.
class ConnectionMenu final : public EdgedButton
{
    Q_OBJECT

public:
    /// `connections` must outlive the button.
    explicit ConnectionMenu(ConnectionStore &connections, QWidget *parent = nullptr);

    /// The session whose state is shown; null: none. It may be deleted at any time.
    void setSession(ServerSession *session);

signals:
    void addRequested();
    void editRequested();
    void practiceRequested();
    /// One was chosen, also the one that is active already (to leave the practice server, or to try again).
    void connectionChosen(const QString &id);

protected:
    void changeEvent(QEvent *event) override;
    void initStyleOption(QStyleOptionToolButton *option) const override;

private:
    [[nodiscard]] std::optional<Connection> shown() const;
    void fillMenu();
    void refresh();

    ConnectionStore &m_connections;
    QPointer<ServerSession> m_session;
};

} // namespace owui
