// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStyledItemDelegate>

namespace owui {

/// Paints a line of a difference: its sign, its background, and its Python in colours. Only lines that are seen are
/// looked at, so a long text costs no more than a short one.
class DiffLineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace owui
