// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QScrollArea>

namespace owui {

class PluginActions;
struct PluginRow;

/// Everything known about the current plugin: header, id, findings with what to do, the last result.
class DetailsPane final : public QScrollArea
{
    Q_OBJECT

public:
    /// `actions` must outlive the pane.
    explicit DetailsPane(const PluginActions &actions, QWidget *parent = nullptr);

    /// No row: says how to choose one.
    void show(const PluginRow *row);

private:
    const PluginActions &m_actions;
};

} // namespace owui
