// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/connectionstore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

constexpr QLatin1StringView Group{"connections"};
constexpr QLatin1StringView OrderKey{"connectionOrder"};
constexpr QLatin1StringView ActiveKey{"activeConnection"};

/// A value that nobody knows any more is read as the standard one.
template<typename E>
E readWord(const QSettings &settings, QLatin1StringView key, E standard)
{
    return fromName<E>(settings.value(key).toString()).value_or(standard);
}

std::chrono::seconds readSeconds(const QSettings &settings, QLatin1StringView key, std::chrono::seconds otherwise)
{
    const std::chrono::seconds seconds(settings.value(key, static_cast<qint64>(otherwise.count())).toLongLong());
    return seconds.count() > 0 ? seconds : otherwise;
}

/// Before 1.0 every connection was given two, whether somebody had chosen it or not.
int readPluginsAtATime(const QSettings &settings)
{
    const int before = settings.value("parallelRequests"_L1).toInt();
    return std::clamp(settings.value("pluginsAtATime"_L1, before == 2 ? 0 : before).toInt(), 0,
                      Connection::mostPluginsAtATime);
}

Connection readConnection(const QSettings &settings, const QString &id)
{
    const Connection standard;
    return {
        .id = id,
        .name = settings.value("name"_L1).toString(),
        .url = QUrl(settings.value("url"_L1).toString(), QUrl::StrictMode),
        .signIn = readWord(settings, "signIn"_L1, standard.signIn),
        .email = settings.value("email"_L1).toString(),
        .keyHeader = settings.value("keyHeader"_L1).toString(),
        .extraHeaders = settings.value("extraHeaders"_L1).toStringList(),
        .keepSecretsInFile = settings.value("keepSecretsInFile"_L1).toBool(),
        .connectTimeout = readSeconds(settings, "connectTimeout"_L1, standard.connectTimeout),
        .lookUpTimeout = readSeconds(settings, "lookUpTimeout"_L1, standard.lookUpTimeout),
        .deployTimeout = readSeconds(settings, "deployTimeout"_L1, standard.deployTimeout),
        .pluginsAtATime = readPluginsAtATime(settings),
        .certificateAuthorityFile = settings.value("certificateAuthorityFile"_L1).toString(),
        .proxy = readWord(settings, "proxy"_L1, standard.proxy),
        .proxyHost = settings.value("proxyHost"_L1).toString(),
        .proxyPort = settings.value("proxyPort"_L1).toInt(),
        .production = settings.value("production"_L1).toBool(),
        .switchOnNewFunctions = settings.value("switchOnNewFunctions"_L1).toBool(),
        .alwaysTakeHeaderText = settings.value("alwaysTakeHeaderText"_L1).toBool(),
        .order = readWord(settings, "order"_L1, standard.order),
        .color = settings.value("color"_L1).toString(),
        .practice = false,
    };
}

void writeConnection(QSettings &settings, const Connection &connection)
{
    settings.setValue("name"_L1, connection.name);
    settings.setValue("url"_L1, connection.url.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo));
    settings.setValue("signIn"_L1, nameOf(connection.signIn));
    settings.setValue("email"_L1, connection.email);
    settings.setValue("keyHeader"_L1, connection.keyHeader);
    settings.setValue("extraHeaders"_L1, connection.extraHeaders);
    settings.setValue("keepSecretsInFile"_L1, connection.keepSecretsInFile);
    settings.setValue("connectTimeout"_L1, static_cast<qint64>(connection.connectTimeout.count()));
    settings.setValue("lookUpTimeout"_L1, static_cast<qint64>(connection.lookUpTimeout.count()));
    settings.setValue("deployTimeout"_L1, static_cast<qint64>(connection.deployTimeout.count()));
    settings.setValue("pluginsAtATime"_L1, connection.pluginsAtATime);
    settings.remove("parallelRequests"_L1);
    settings.setValue("certificateAuthorityFile"_L1, connection.certificateAuthorityFile);
    settings.setValue("proxy"_L1, nameOf(connection.proxy));
    settings.setValue("proxyHost"_L1, connection.proxyHost);
    settings.setValue("proxyPort"_L1, connection.proxyPort);
    settings.setValue("production"_L1, connection.production);
    settings.setValue("switchOnNewFunctions"_L1, connection.switchOnNewFunctions);
    settings.setValue("alwaysTakeHeaderText"_L1, connection.alwaysTakeHeaderText);
    settings.setValue("order"_L1, nameOf(connection.order));
    settings.setValue("color"_L1, connection.color);
}

} // namespace

ConnectionStore::ConnectionStore(QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    load();
}

std::optional<Connection> ConnectionStore::byId(const QString &id) const
{
    const auto found = std::ranges::find(m_connections, id, &Connection::id);
    return found == m_connections.end() ? std::nullopt : std::optional(*found);
}

std::optional<Connection> ConnectionStore::byName(const QString &name) const
{
    const auto found = std::ranges::find(m_connections, name, &Connection::name);
    return found == m_connections.end() ? std::nullopt : std::optional(*found);
}

std::optional<Connection> ConnectionStore::active() const
{
    return byId(m_activeId);
}

void ConnectionStore::save(const Connection &connection)
{
    const auto found = std::ranges::find(m_connections, connection.id, &Connection::id);
    if (found == m_connections.end()) {
        m_connections.append(connection);
    } else if (*found == connection) {
        return;
    } else {
        *found = connection;
    }
    write(connection);
    emit changed();
}

void ConnectionStore::remove(const QString &id)
{
    if (m_connections.removeIf([&id](const Connection &connection) { return connection.id == id; }) == 0) {
        return;
    }
    m_settings.remove(Group + u'/' + id);
    QStringList order = presentOrder();
    order.removeAll(id);
    m_settings.setValue(OrderKey, order);
    if (m_settings.value(ActiveKey) == id) {
        m_settings.remove(ActiveKey);
    }
    const bool wasActive = m_activeId == id;
    if (wasActive) {
        m_activeId.clear();
    }
    emit changed();
    if (wasActive) {
        emit activeChanged();
    }
}

void ConnectionStore::setActive(const QString &id)
{
    const std::optional<Connection> chosen = byId(id);
    if (m_activeId == id || (!id.isEmpty() && !chosen)) {
        return;
    }
    m_activeId = id;
    if (!chosen) {
        m_settings.remove(ActiveKey);
    } else if (!chosen->practice) {
        m_settings.setValue(ActiveKey, id);
    }
    emit activeChanged();
}

void ConnectionStore::load()
{
    m_settings.beginGroup(Group);
    QStringList ids = m_settings.childGroups();
    m_settings.endGroup();
    const QStringList order = m_settings.value(OrderKey).toStringList();
    // A group that the order does not name was written by another program, or by hand: it comes last.
    std::ranges::stable_sort(ids, {}, [&order](const QString &id) {
        const qsizetype place = order.indexOf(id);
        return place < 0 ? order.size() : place;
    });
    for (const QString &id : std::as_const(ids)) {
        m_settings.beginGroup(Group + u'/' + id);
        const Connection connection = readConnection(m_settings, id);
        m_settings.endGroup();
        if (normalizedServerUrl(connection.url.toString(QUrl::FullyEncoded))) {
            m_connections.append(connection);
        }
    }
    m_activeId = m_settings.value(ActiveKey).toString();
}

void ConnectionStore::write(const Connection &connection)
{
    if (connection.practice) {
        return;
    }
    m_settings.beginGroup(Group + u'/' + connection.id);
    writeConnection(m_settings, connection);
    m_settings.endGroup();
    QStringList order = presentOrder();
    for (const Connection &other : std::as_const(m_connections)) {
        if (!other.practice && !order.contains(other.id)) {
            order.append(other.id);
        }
    }
    m_settings.setValue(OrderKey, order);
}

QStringList ConnectionStore::presentOrder() const
{
    m_settings.sync();
    return m_settings.value(OrderKey).toStringList();
}

} // namespace owui
