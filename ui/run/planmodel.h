// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/parts/tablemodel.h"

#include "compare/plan/plan.h"

#include <QStringList>

#include <vector>

namespace owui {

/// The rows of a plan, each with a tick. What is blocked has none; what is unchanged can be ticked only where that is
/// wanted.
class PlanModel final : public TableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, ActionColumn, WarningColumn, ColumnCount };

    explicit PlanModel(const QList<PlanRow> &rows, QObject *parent = nullptr);

    /// Unchanged rows can be ticked, and are; or they lose their ticks.
    void setSendUnchanged(bool send);
    /// Takes the place of the row of the same file.
    void replace(const PlanRow &row);

    [[nodiscard]] const PlanRow &planRow(int row) const { return m_rows[static_cast<std::size_t>(row)].plan; }
    /// What is to know about it before, of the server and of the file, in a line each.
    [[nodiscard]] const QStringList &texts(int row) const { return m_rows[static_cast<std::size_t>(row)].texts; }
    /// Whether a row has this id in the space of another row: two files would be sent to one plugin.
    [[nodiscard]] bool hasId(const QString &id, const PlanRow &other) const;
    [[nodiscard]] QList<PlanRow> ticked() const;
    [[nodiscard]] int tickedCount() const;
    [[nodiscard]] int tickedCount(PlanAction action) const;
    [[nodiscard]] bool isNothingToDo() const;
    [[nodiscard]] bool hasUnchanged() const;

    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void ticksChanged();

private:
    struct Row
    {
        PlanRow plan;
        QStringList texts;
        bool ticked = false;
    };

    [[nodiscard]] static Row rowFor(const PlanRow &plan);

    [[nodiscard]] int size() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    [[nodiscard]] bool canTick(const Row &row) const;
    [[nodiscard]] QVariant display(const Row &row, int column) const;
    [[nodiscard]] QVariant decoration(const Row &row, int column) const;
    void ticksMoved();

    std::vector<Row> m_rows;
    bool m_sendUnchanged = false;
};

} // namespace owui
