// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/connections/connectiondraftmodel.h"

#include <QAbstractTableModel>

namespace owui {

/// The extra headers of the connection that is shown. A value is a secret: it can be set, and is never given out.
class ExtraHeaderModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Value, ColumnCount };

    /// `drafts` must outlive the model.
    explicit ExtraHeaderModel(ConnectionDraftModel &drafts, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// An empty value leaves the present one as it is.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

    int addRow();
    void removeRow(int row);

private:
    void takeOver();
    void write();

    ConnectionDraftModel &m_drafts;
    QList<HeaderDraft> m_rows; // as the views know them
};

} // namespace owui
