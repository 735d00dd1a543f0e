// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/list/filterbar.h"

#include "ui/parts/icons.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QFrame>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

FilterBar::FilterBar(PluginFilter &filter, QWidget *parent)
    : QWidget(parent)
    , m_filter(filter)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    setAccessibleName(tr("What the list shows"));

    auto *group = new QButtonGroup(this);
    add(group, tr("All"), {}, PluginState::Plugins, true);
    add(group, tr("Pipes"), PluginKind::Pipe, PluginState::Plugins, true);
    add(group, tr("Filters"), PluginKind::Filter, PluginState::Plugins, true);
    add(group, tr("Actions"), PluginKind::Action, PluginState::Plugins, true);
    add(group, tr("Events"), PluginKind::Event, PluginState::Plugins, false);
    add(group, tr("Tools"), PluginKind::Tool, PluginState::Plugins, true);
    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::VLine);
    line->setFrameShadow(QFrame::Sunken);
    layout->addSpacing(6);
    layout->addWidget(line);
    layout->addSpacing(6);
    add(group, tr("Changed"), {}, PluginState::Changed, false);
    add(group, tr("Not on server"), {}, PluginState::Missing, false);
    add(group, tr("Only on server"), {}, PluginState::ServerOnly, false);
    add(group, tr("Failed"), {}, PluginState::Failed, false);
    add(group, tr("Problems"), {}, PluginState::Problems, true);
    add(group, tr("Not plugins"), {}, PluginState::NotPlugins, true);
    layout->addStretch();
    m_chips.front().button->setChecked(true);
    setCounts({});
}

void FilterBar::add(QButtonGroup *group, const QString &name, std::optional<PluginKind> kind, PluginState state,
                    bool always)
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
    const Chip chip{.button = button, .name = name, .kind = kind, .state = state, .always = always};
    m_chips.push_back(chip);
    connect(button, &QToolButton::toggled, this, [this, chip](bool checked) {
        if (checked) {
            apply(chip);
        }
    });
}

void FilterBar::apply(const Chip &chip)
{
    m_filter.setShown(chip.kind, chip.state);
    emit changed();
}

void FilterBar::setState(PluginState state)
{
    const auto chip =
        std::ranges::find_if(m_chips, [state](const Chip &candidate) { return candidate.state == state; });
    if (chip != m_chips.end()) {
        chip->button->setVisible(true);
        chip->button->setChecked(true);
    }
}

int FilterBar::countFor(const Chip &chip, const PluginCounts &counts)
{
    switch (chip.state) {
    case PluginState::Plugins:
        return chip.kind ? counts.of(*chip.kind) : counts.plugins;
    case PluginState::Changed:
        return counts.changed;
    case PluginState::Missing:
        return counts.missing;
    case PluginState::ServerOnly:
        return counts.serverOnly;
    case PluginState::Problems:
        return counts.problems;
    case PluginState::Failed:
        return counts.failed;
    case PluginState::NotPlugins:
        return counts.notPlugins;
    }
    return 0;
}

void FilterBar::setCounts(const PluginCounts &counts)
{
    for (const Chip &chip : m_chips) {
        const int count = countFor(chip, counts);
        chip.button->setText(tr("%1 %L2", "name of a filter, how many").arg(chip.name).arg(count));
        chip.button->setAccessibleName(chip.button->text());
        chip.button->setVisible(chip.always || count > 0 || chip.button->isChecked());
    }
}

} // namespace owui
