// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTreeView>

namespace owui {

class PluginFilter;

/// The list of plugins. Extended selection is the one way to choose many; Return or a double click opens the details
/// and never deploys.
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

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void setUpColumns();
    void showColumnMenu(const QPoint &position);
    void deployCellClicked(const QModelIndex &index);

    PluginFilter &m_filter;
};

} // namespace owui
