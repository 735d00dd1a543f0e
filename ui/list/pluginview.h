// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTreeView>

namespace owui {

class PluginFilter;
struct PluginRow;

/// The list of plugins. Extended selection is the one way to choose many; Return or a double click opens the details
/// and never deploys. A tree view without branches: unlike a table it takes thousands of rows at once lightly.
class PluginView final : public QTreeView
{
    Q_OBJECT

public:
    explicit PluginView(PluginFilter &filter, QWidget *parent = nullptr);

    /// Paths of the selected rows, in the order shown.
    [[nodiscard]] QStringList selectedPaths() const;
    [[nodiscard]] QStringList shownPaths() const;
    /// Path of the current row; empty where there is none.
    [[nodiscard]] QString currentPath() const;

signals:
    void deployClicked(const QString &path);
    void cancelClicked(const QString &path);
    void detailsRequested();
    void menuRequested(const QPoint &globalPosition);
    void currentPathChanged();
    void selectedPathsChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void setUpColumns();
    void showColumnMenu(const QPoint &position);
    void deployCellClicked(const QModelIndex &index);

    PluginFilter &m_filter;
};

} // namespace owui
