// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/connections/connectiondraftmodel.h"
#include "ui/parts/tablemodel.h"

namespace owui {

/// The extra headers of the connection that is shown. A value is a secret: it can be set, and is never given out.
class ExtraHeaderModel final : public TableModel
{
    Q_OBJECT

public:
    enum Column { Name, Value };

    /// `drafts` must outlive the model.
    explicit ExtraHeaderModel(ConnectionDraftModel &drafts, QObject *parent = nullptr);

    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// An empty value leaves the present one as it is.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

    int addRow();
    void removeRow(int row);

private:
    [[nodiscard]] int size() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    void takeOver();
    void write();

    ConnectionDraftModel &m_drafts;
    QList<HeaderDraft> m_rows; // as the views know them
};

} // namespace owui
