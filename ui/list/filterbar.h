// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/list/plugincounts.h"
#include "ui/list/pluginfilter.h"

#include <QWidget>

#include <vector>

class QButtonGroup;
class QToolButton;

namespace owui {

/// The kinds and states that the list can be narrowed to, each with how many there are.
class FilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(PluginFilter &filter, QWidget *parent = nullptr);

    void setCounts(const PluginCounts &counts);
    void setState(PluginState state);
    void showAll();
    [[nodiscard]] bool showsAll() const;

private:
    struct Chip
    {
        QToolButton *button;
        QString name;
        std::optional<PluginKind> kind;
        int PluginCounts::*count; // where it is of no kind
        PluginState state;
        bool always; // shown even where there is nothing to show
    };

    void add(QButtonGroup *group, const QString &name, std::optional<PluginKind> kind, PluginState state,
             int PluginCounts::*count, bool always);

    PluginFilter &m_filter;
    std::vector<Chip> m_chips;
};

} // namespace owui
