// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/window/watchswitch.h"

#include "ui/connections/sessioncontroller.h"
#include "ui/parts/icons.h"
#include "ui/parts/named.h"
#include "ui/parts/plaintext.h"
#include "ui/parts/production.h"
#include "ui/parts/windowactions.h"
#include "ui/run/watchcontroller.h"

#include "deploy/run/serversession.h"

#include <QLabel>
#include <QMenu>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>
#include <QWidget>

#include <initializer_list>

using namespace Qt::StringLiterals;

namespace owui {

WatchSwitch::WatchSwitch(WindowActions &actions, WatchController &watch, const SessionController &sessions,
                         QWidget *window)
    : QObject(window)
    , m_actions(actions)
    , m_sessions(sessions)
    , m_state(named(u"watchState"_s, new QLabel(window)))
{
    m_state->setTextFormat(Qt::PlainText);
    m_state->hide();
    showIcon();
    m_actions.tellSaved->setChecked(watch.tellsSuccess());
    connect(m_actions.deployOnSave, &QAction::toggled, &watch, &WatchController::setOn);
    connect(m_actions.saveAlsoNew, &QAction::toggled, &watch, &WatchController::setAlsoNew);
    connect(m_actions.tellSaved, &QAction::toggled, &watch, &WatchController::setTellsSuccess);
    connect(&watch, &WatchController::onChanged, this, &WatchSwitch::showOn);
    connect(&watch, &WatchController::stateChanged, m_state, [this](const QString &text) {
        m_state->setText(text);
        m_state->setToolTip(plainToolTip(text));
        m_state->setVisible(!text.isEmpty());
    });
}

void WatchSwitch::addTo(QToolBar &bar)
{
    auto *button = named(u"deployOnSave"_s, new QToolButton(&bar));
    auto *menu = new QMenu(button);
    menu->addActions({m_actions.saveAlsoNew, m_actions.tellSaved});
    button->setMenu(menu);
    button->setPopupMode(QToolButton::MenuButtonPopup);
    button->setDefaultAction(m_actions.deployOnSave);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    bar.addWidget(button);
    m_button = button;
}

void WatchSwitch::addTo(QStatusBar &bar)
{
    // What it says must not make the window wider.
    m_state->setMinimumWidth(1);
    bar.addWidget(m_state, 1);
}

void WatchSwitch::showIcon()
{
    const bool isOn = m_actions.deployOnSave->isChecked();
    m_actions.deployOnSave->setIcon(
        themedIcon(isOn ? "switched-on" : "switched-off", isOn ? Tone::Good : Tone::Neutral));
}

void WatchSwitch::showOn(bool on)
{
    m_actions.deployOnSave->setChecked(on);
    showIcon();
    const ServerSession *session = m_sessions.session();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_button, m_state}) {
        if (on && session && session->connection().production) {
            paintAsProduction(*widget, session->connection());
        } else {
            widget->setPalette({});
            widget->setAutoFillBackground(false);
        }
    }
}

} // namespace owui
