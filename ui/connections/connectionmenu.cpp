// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/connectionmenu.h"

#include "ui/connections/connectioncolors.h"
#include "ui/parts/icons.h"
#include "ui/parts/plaintext.h"
#include "ui/parts/production.h"

#include "isolated.h"
#include "server/connectionstore.h"

#include <QActionGroup>
#include <QEvent>
#include <QMenu>
#include <QPainter>
#include <QStyleOptionToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

using State = ServerSession::State;

struct Look
{
    State state;
    const char *icon;
    Tone tone;
    const char *name;
};

constexpr Look looks[] = {
    {State::Unknown, "info", Tone::Neutral, QT_TRANSLATE_NOOP("owui::ConnectionMenu", "not checked")},
    {State::Checking, "refresh", Tone::Neutral, QT_TRANSLATE_NOOP("owui::ConnectionMenu", "checking…")},
    {State::Reachable, "success", Tone::Good, QT_TRANSLATE_NOOP("owui::ConnectionMenu", "reachable")},
    {State::Refused, "warning", Tone::Warning, QT_TRANSLATE_NOOP("owui::ConnectionMenu", "refused")},
    {State::Unreachable, "error", Tone::Bad, QT_TRANSLATE_NOOP("owui::ConnectionMenu", "unreachable")},
};

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
    : EdgedButton(parent)
    , m_connections(connections)
{
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    setMenu(new QMenu(this));
    connect(menu(), &QMenu::aboutToShow, this, &ConnectionMenu::fillMenu);
    connect(&connections, &ConnectionStore::changed, this, &ConnectionMenu::refresh);
    connect(&connections, &ConnectionStore::activeChanged, this, &ConnectionMenu::refresh);
    fillMenu();
    refresh();
}

void ConnectionMenu::setSession(ServerSession *session)
{
    if (m_session) {
        m_session->disconnect(this);
    }
    m_session = session;
    if (session) {
        connect(session, &ServerSession::stateChanged, this, &ConnectionMenu::refresh);
        // Queued: by then the pointer has noticed that the session is gone.
        connect(session, &QObject::destroyed, this, &ConnectionMenu::refresh, Qt::QueuedConnection);
    }
    refresh();
}

std::optional<Connection> ConnectionMenu::shown() const
{
    const bool practises = m_session && m_session->connection().practice;
    return practises ? m_session->connection() : m_connections.active();
}

void ConnectionMenu::fillMenu()
{
    menu()->clear();
    const std::optional<Connection> current = shown();
    auto *group = new QActionGroup(menu());
    for (const Connection &connection : m_connections.connections()) {
        const QString text =
            connection.production ? tr("%1 (production)").arg(isolated(connection.name)) : connection.name;
        auto *action = menu()->addAction(colorIcon(connection.color), withoutMnemonic(text));
        action->setCheckable(true);
        action->setActionGroup(group);
        action->setChecked(current && current->id == connection.id);
        connect(action, &QAction::triggered, this, [this, id = connection.id] {
            m_connections.setActive(id);
            emit connectionChosen(id);
        });
    }
    menu()->addSeparator();
    menu()->addAction(tr("&Add server…"), this, &ConnectionMenu::addRequested);
    menu()->addAction(themedIcon(u"connections"_s), tr("&Edit connections…"), this, &ConnectionMenu::editRequested);
    auto *practice = menu()->addAction(tr("&Practice server"), this, &ConnectionMenu::practiceRequested);
    practice->setCheckable(true);
    practice->setActionGroup(group);
    practice->setChecked(current && current->practice);
}

void ConnectionMenu::refresh()
{
    const std::optional<Connection> connection = shown();
    const int size = fontMetrics().height();
    markProduction(*this, connection ? &*connection : nullptr, palette());
    if (!connection) {
        setIconSize(QSize(size, size));
        setIcon(themedIcon(u"connections"_s));
        setText(tr("No connection"));
        setToolTip(tr("Choose the server to deploy to."));
        setAccessibleName(text());
        return;
    }
    const bool isItsSession = m_session && m_session->connection().id == connection->id;
    const ServerSession *session = isItsSession ? m_session.data() : nullptr;
    const Look &look = *std::ranges::find(looks, session ? session->state() : State::Unknown, &Look::state);
    QStringList parts{connection->name};
    if (connection->production) {
        parts.append(tr("production"));
    }
    if (session && session->release().isKnown()) {
        parts.append(tr("Open WebUI %1").arg(session->release().text()));
    }
    parts.append(tr(look.name));
    const QString text = parts.join(u" · "_s);

    const QIcon state = themedIcon(look.icon, look.tone);
    if (const QIcon color = colorIcon(connection->color); color.isNull()) {
        setIconSize(QSize(size, size));
        setIcon(state);
    } else {
        setIconSize(QSize(2 * size + size / 4, size));
        setIcon(sideBySide(color, state, size, devicePixelRatioF()));
    }
    setText(withoutMnemonic(text));
    setAccessibleName(tr("Connection: %1").arg(text));
    const QString problem = session ? session->problem().sentences() : QString();
    setToolTip(plainToolTip((connection->url.toString() + u'\n' + problem).trimmed()));
}

void ConnectionMenu::initStyleOption(QStyleOptionToolButton *option) const
{
    EdgedButton::initStyleOption(option);
    option->iconSize = iconSize(); // a tool bar would squeeze colour and state into one icon
}

void ConnectionMenu::changeEvent(QEvent *event)
{
    EdgedButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        refresh();
    }
}

} // namespace owui
