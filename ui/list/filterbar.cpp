// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/list/filterbar.h"

#include "ui/parts/flowlayout.h"
#include "ui/parts/icons.h"

#include <QButtonGroup>
#include <QFrame>
#include <QLocale>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

FilterBar::FilterBar(PluginFilter &filter, QWidget *parent)
    : QWidget(parent)
    , m_filter(filter)
{
    auto *layout = new FlowLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    setAccessibleName(tr("What the list shows"));

    auto *group = new QButtonGroup(this);
    add(group, tr("All"), {}, PluginState::Plugins, &PluginCounts::plugins, true);
    add(group, tr("Pipes"), PluginKind::Pipe, PluginState::Plugins, &PluginCounts::plugins, true);
    add(group, tr("Filters"), PluginKind::Filter, PluginState::Plugins, &PluginCounts::plugins, true);
    add(group, tr("Actions"), PluginKind::Action, PluginState::Plugins, &PluginCounts::plugins, true);
    add(group, tr("Events"), PluginKind::Event, PluginState::Plugins, &PluginCounts::plugins, false);
    add(group, tr("Tools"), PluginKind::Tool, PluginState::Plugins, &PluginCounts::plugins, true);
    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::VLine);
    line->setFrameShadow(QFrame::Sunken);
    layout->addWidget(line);
    add(group, tr("To deploy"), {}, PluginState::Changed, &PluginCounts::changed, false);
    add(group, tr("Not on the server"), {}, PluginState::Missing, &PluginCounts::missing, false);
    add(group, tr("Only on the server"), {}, PluginState::ServerOnly, &PluginCounts::serverOnly, false);
    add(group, tr("Failed"), {}, PluginState::Failed, &PluginCounts::failed, false);
    add(group, tr("To decide"), {}, PluginState::ToDecide, &PluginCounts::toDecide, false);
    add(group, tr("Problems"), {}, PluginState::Problems, &PluginCounts::problems, true);
    add(group, tr("Off"), {}, PluginState::Off, &PluginCounts::off, false);
    add(group, tr("Left out"), {}, PluginState::NotPlugins, &PluginCounts::notPlugins, true);
    line->setFixedHeight(m_chips.front().button->sizeHint().height());
    showAll();
    setCounts({});
}

void FilterBar::showAll()
{
    m_chips.front().button->setChecked(true);
}

bool FilterBar::showsAll() const
{
    return m_chips.front().button->isChecked();
}

void FilterBar::add(QButtonGroup *group, const QString &name, std::optional<PluginKind> kind, PluginState state,
                    int PluginCounts::*count, bool always)
{
    auto *button = new QToolButton(this);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolButtonStyle(kind ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonTextOnly);
    if (kind) {
        button->setIcon(themedIcon(nameOf(*kind)));
    }
    group->addButton(button);
    layout()->addWidget(button);
    m_chips.push_back({.button = button, .name = name, .kind = kind, .count = count, .state = state, .always = always});
    connect(button, &QToolButton::toggled, this, [this, kind, state](bool checked) {
        if (checked) {
            m_filter.setShown(kind, state);
        }
    });
}

void FilterBar::setState(PluginState state)
{
    const auto chip = std::ranges::find(m_chips, state, &Chip::state);
    if (chip != m_chips.end()) {
        chip->button->setVisible(true);
        chip->button->setChecked(true);
    }
}

void FilterBar::setCounts(const PluginCounts &counts)
{
    for (const Chip &chip : m_chips) {
        const int count = chip.kind ? counts.of(*chip.kind) : counts.*chip.count;
        chip.button->setText(tr("%1 %L2", "name of a filter, how many").arg(chip.name, QLocale().toString(count)));
        chip.button->setAccessibleName(chip.button->text());
        chip.button->setVisible(chip.always || count > 0 || chip.button->isChecked());
    }
}

} // namespace owui
