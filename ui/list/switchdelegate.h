// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/list/clickdelegate.h"

namespace owui {

/// Draws whether a function is on as a switch with a word beside it, and tells when the switch itself was clicked. The
/// rest of the cell belongs to the row.
class SwitchDelegate final : public ClickDelegate
{
    Q_OBJECT

public:
    using ClickDelegate::ClickDelegate;

    /// Where the switch is, in a cell.
    [[nodiscard]] static QRect switchRect(const QStyleOptionViewItem &option);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    [[nodiscard]] QRect clickRect(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] bool canClick(const QModelIndex &index) const override;
};

} // namespace owui
