// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/connectionmenu.h"

#include "ui/connections/connectioncolors.h"
#include "ui/parts/icons.h"
#include "ui/parts/plaintext.h"

#include "server/connectionstore.h"

#include <QActionGroup>
#include <QEvent>
#include <QMenu>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

QIcon stateIcon(ServerSession::State state)
{
    switch (state) {
    case ServerSession::State::Reachable:
        return themedIcon(u"success"_s, Tone::Good);
    case ServerSession::State::Unreachable:
        return themedIcon(u"error"_s, Tone::Bad);
    case ServerSession::State::Refused:
        return themedIcon(u"warning"_s, Tone::Warning);
    case ServerSession::State::Checking:
        return themedIcon(u"refresh"_s);
    case ServerSession::State::Unknown:
        break;
    }
    return themedIcon(u"info"_s);
}

QString stateText(ServerSession::State state)
{
    switch (state) {
    case ServerSession::State::Reachable:
        return ConnectionMenu::tr("reachable");
    case ServerSession::State::Unreachable:
        return ConnectionMenu::tr("unreachable");
    case ServerSession::State::Refused:
        return ConnectionMenu::tr("refused");
    case ServerSession::State::Checking:
        return ConnectionMenu::tr("checking…");
    case ServerSession::State::Unknown:
        break;
    }
    return ConnectionMenu::tr("not checked");
}

/// Colour and state side by side: a tool button has one icon.
QPixmap sideBySide(const QIcon &left, const QIcon &right, int size, qreal ratio)
{
    QPixmap pixmap(QSize(2 * size + size / 4, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    left.paint(&painter, QRect(0, 0, size, size));
    right.paint(&painter, QRect(size + size / 4, 0, size, size));
    return pixmap;
}

} // namespace

ConnectionMenu::ConnectionMenu(ConnectionStore &connections, QWidget *parent)
    : QToolButton(parent)
    , m_connections(connections)
    , m_menu(new QMenu(this))
{
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &ConnectionMenu::fillMenu);
    connect(&connections, &ConnectionStore::changed, this, &ConnectionMenu::refresh);
    connect(&connections, &ConnectionStore::activeChanged, this, &ConnectionMenu::refresh);
    fillMenu();
    refresh();
}

void ConnectionMenu::setSession(ServerSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (session) {
        connect(session, &ServerSession::stateChanged, this, &ConnectionMenu::refresh);
        // Queued: by then the pointer has noticed that the session is gone.
        connect(session, &QObject::destroyed, this, &ConnectionMenu::refresh, Qt::QueuedConnection);
    }
    refresh();
}

bool ConnectionMenu::followsSession() const
{
    if (!m_session)
        return false;
    const std::optional<Connection> active = m_connections.active();
    return m_session->connection().practice || (active && active->id == m_session->connection().id);
}

std::optional<Connection> ConnectionMenu::shown() const
{
    if (m_session && m_session->connection().practice)
        return m_session->connection();
    return m_connections.active();
}

void ConnectionMenu::fillMenu()
{
    m_menu->clear();
    const std::optional<Connection> current = shown();
    auto *group = new QActionGroup(m_menu);
    for (const Connection &connection : m_connections.connections()) {
        const QString text = connection.production ? tr("%1 (production)").arg(connection.name) : connection.name;
        auto *action = m_menu->addAction(colorIcon(connection.color), withoutMnemonic(text));
        action->setCheckable(true);
        action->setActionGroup(group);
        action->setChecked(current && current->id == connection.id);
        connect(action, &QAction::triggered, this, [this, id = connection.id] {
            m_connections.setActive(id);
            emit connectionChosen(id);
        });
    }
    m_menu->addSeparator();
    m_menu->addAction(themedIcon(u"connections"_s), tr("&Edit connections…"), this, &ConnectionMenu::editRequested);
    auto *practice = m_menu->addAction(tr("&Practice server"), this, &ConnectionMenu::practiceRequested);
    practice->setCheckable(true);
    practice->setActionGroup(group);
    practice->setChecked(current && current->practice);
}

void ConnectionMenu::refresh()
{
    const std::optional<Connection> connection = shown();
    const int size = fontMetrics().height();
    if (!connection) {
        setIconSize(QSize(size, size));
        setIcon(themedIcon(u"connections"_s));
        setText(tr("No connection"));
        setToolTip(tr("Choose the server to deploy to."));
        setAccessibleName(text());
        return;
    }
    const ServerSession::State state = followsSession() ? m_session->state() : ServerSession::State::Unknown;
    QStringList parts{connection->name};
    if (connection->production)
        parts.append(tr("production"));
    if (followsSession() && m_session->release().isKnown())
        parts.append(tr("Open WebUI %1").arg(m_session->release().text()));
    parts.append(stateText(state));
    const QString text = parts.join(u" · "_s);

    setIconSize(QSize(2 * size + size / 4, size));
    setIcon(sideBySide(colorIcon(connection->color), stateIcon(state), size, devicePixelRatioF()));
    setText(withoutMnemonic(text));
    setAccessibleName(tr("Connection: %1").arg(text));
    QStringList tip{connection->url.toString()};
    if (followsSession() && !m_session->problem().text.isEmpty())
        tip.append(QString(m_session->problem().text + u' ' + m_session->problem().remedy).trimmed());
    setToolTip(plainToolTip(tip.join(u'\n')));
}

void ConnectionMenu::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        refresh();
}

} // namespace owui
