// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/connection.h"

#include <QObject>
#include <QSettings>

#include <optional>

namespace owui {

/// The saved connections and which one is active, in the settings that the windows and the command line share. Only
/// what is changed here is written, so that nothing is lost of what another window wrote or of what cannot be read
/// here.
class ConnectionStore final : public QObject
{
    Q_OBJECT

public:
    /// `settings` must outlive the store.
    explicit ConnectionStore(QSettings &settings, QObject *parent = nullptr);

    [[nodiscard]] const QList<Connection> &connections() const { return m_connections; }
    [[nodiscard]] std::optional<Connection> byId(const QString &id) const;
    [[nodiscard]] std::optional<Connection> byName(const QString &name) const;
    [[nodiscard]] std::optional<Connection> active() const;

    /// Adds it, or replaces the one with the same id.
    void save(const Connection &connection);
    void remove(const QString &id);
    void setActive(const QString &id);

signals:
    void changed();
    void activeChanged();

private:
    void load();
    void write(const Connection &connection);
    /// As the settings have it now, with another window's connections in it.
    [[nodiscard]] QStringList presentOrder() const;

    QSettings &m_settings;
    QList<Connection> m_connections;
    QString m_activeId;
};

} // namespace owui
