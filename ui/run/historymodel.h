// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/parts/tablemodel.h"

#include "history/historytimeline.h"

namespace owui {

/// What happened to one plugin on one server, newest first.
class HistoryModel final : public TableModel
{
    Q_OBJECT

public:
    enum Column { WhenColumn, WhatColumn, FromColumn, ToColumn, RunColumn, NoteColumn };

    explicit HistoryModel(QObject *parent);

    void setMoments(const QList<HistoryMoment> &moments);
    [[nodiscard]] const HistoryMoment &moment(int row) const { return m_moments.at(row); }
    /// Who and why as the server keeps it, and what the server said to us where it did not go well.
    [[nodiscard]] static QString noteText(const HistoryMoment &moment);

private:
    [[nodiscard]] int size() const override { return static_cast<int>(m_moments.size()); }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;

    QList<HistoryMoment> m_moments;
};

} // namespace owui
