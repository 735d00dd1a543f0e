// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/connections/connectiondraft.h"

#include <QAbstractTableModel>

namespace owui {

/// The extra headers of a connection. A value is a secret: it can be set, and is never given out.
class ExtraHeaderModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExtraHeaderModel)

public:
    enum Column { Name, Value, ColumnCount };

    explicit ExtraHeaderModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// An empty value leaves the present one as it is.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

    /// Takes over the headers of `draft` and which of them have a value for its server.
    void load(const ConnectionDraft &draft);
    [[nodiscard]] const QList<HeaderDraft> &headers() const { return m_draft.headers; }
    int addRow();
    void removeRow(int row);

signals:
    void edited();

private:
    ConnectionDraft m_draft;
};

} // namespace owui
