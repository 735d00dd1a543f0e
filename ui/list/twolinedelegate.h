// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStyledItemDelegate>

namespace owui {

/// Draws a cell's text and, where there is one, a second line below it, quieter. At the right end of the cell stands
/// the sign of a finding.
class TwoLineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// In which no text is cut. Two lines high, so that all rows are of one height. A second line in a column of states
    /// may be a whole sentence and counts for nothing.
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace owui
