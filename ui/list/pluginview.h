// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QSet>
#include <QTimer>
#include <QTreeView>

class QMenu;
class QSettings;

namespace owui {

class PluginFilter;

/// The list of plugins. Extended selection is the one way to choose many; Return or a double click opens what the row
/// is about and never deploys.
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

    /// Of what is left out: why, and nothing about a server.
    void setReasonsShown(bool shown);
    /// Without a server there is nothing to show of one.
    void setServerShown(bool shown);
    /// Which columns there are, to tick.
    [[nodiscard]] QMenu *makeColumnMenu();
    void restoreColumns(const QSettings &settings);
    void saveColumns(QSettings &settings);

signals:
    void deployClicked(const QString &path);
    void cancelClicked(const QString &path);
    void switchClicked(const QString &path);
    /// Return or a double click.
    void openRequested();
    void menuRequested(const QPoint &globalPosition);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpColumns();
    void fillColumnMenu(QMenu &menu);
    void showColumnMenu(const QPoint &position);
    void fitColumns();
    void fit(int column, int width);
    [[nodiscard]] int firstMeasured() const;
    [[nodiscard]] int lastMeasured() const;
    /// Of the shown rows; `most` pixels at most.
    [[nodiscard]] int widestIn(int column, int most) const;
    [[nodiscard]] int stateWidth() const;
    void deployCellClicked(const QModelIndex &index);

    PluginFilter &m_filter;
    QTimer m_fitTimer;
    QSet<int> m_sized; // columns whose width a person chose
    bool m_fits = false;
    bool m_reasonsShown = false;
    bool m_serverShown = true;
    QSet<int> m_hiddenWithServer; // what setServerShown() hid
    QSet<int> m_hiddenBefore;     // while reasons are shown
};

} // namespace owui
