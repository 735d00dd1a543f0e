// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAbstractTableModel>
#include <QStringList>

namespace owui {

/// Rows of one kind below the titles of their columns. A model of the window tells how many rows there are, and what
/// a cell shows.
class TableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    TableModel(const QStringList &titles, QObject *parent);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const final;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const final;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const final;

protected:
    [[nodiscard]] virtual int size() const = 0;
    /// Only of cells that there are.
    [[nodiscard]] virtual QVariant cell(int row, int column, int role) const = 0;

private:
    const QStringList m_titles;
};

} // namespace owui
