// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "history/historytimeline.h"

#include <QAbstractTableModel>

namespace owui {

/// What happened to one plugin on one server, newest first.
class HistoryModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { WhenColumn, WhatColumn, FromColumn, ToColumn, RunColumn, NoteColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setMoments(const QList<HistoryMoment> &moments);
    [[nodiscard]] const HistoryMoment &moment(int row) const { return m_moments.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<HistoryMoment> m_moments;
};

} // namespace owui
