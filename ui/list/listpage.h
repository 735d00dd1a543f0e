// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/list/pluginfilter.h"
#include "ui/list/pluginmodel.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;
class QSplitter;

namespace owui {

class DetailsPane;
class FilterBar;
class PluginActions;
class PluginFolder;
class PluginView;
class WindowActions;

/// The list with its filters and, beside it, the details of the current plugin.
class ListPage final : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive the page.
    ListPage(PluginFolder &folder, WindowActions &actions, QWidget *parent = nullptr);

    [[nodiscard]] PluginModel &model() { return m_model; }
    [[nodiscard]] PluginFilter &filter() { return m_filter; }
    [[nodiscard]] PluginView &view() { return *m_view; }
    [[nodiscard]] PluginActions &rowActions() { return *m_pluginActions; }
    /// Whatever the filter shows: everything whose deployment would change the server.
    [[nodiscard]] QStringList changedPaths() const;
    /// Typing searches; Return and Down lead into the list.
    void takeSearch(QLineEdit &search);
    void showState(PluginState state);
    /// Selects the current row, or the first one, so that keys mean what the eye sees.
    void focusList();
    /// Makes the row current, where the list shows it. Nothing moves under the pointer, and a larger selection stays.
    void showRow(const QString &path);
    /// The selected plugins, or else the current one.
    [[nodiscard]] QStringList chosenPaths() const;
    /// Another folder: what was chosen for the last one would hide this one's plugins.
    void beginFolder();
    /// Brings the counts of the window's commands up to date.
    void countSoon();

    void restoreState(const QSettings &settings);
    void saveState(QSettings &settings) const;

protected:
    /// Where the window is narrow, the list has all of it; the details come back with the room for them.
    void resizeEvent(QResizeEvent *event) override;

signals:
    void selectionChanged(const QStringList &paths);
    /// The details show another plugin.
    void currentChanged(const QString &path);

private:
    void connectParts();
    void foldDetails(bool narrow);
    void takeRowChange(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles);
    void updateCounts();
    void updateTarget();
    void updateEmptyText();
    void selectFirst();
    void openCurrent();
    void showRowMenu(const QPoint &globalPosition);

    WindowActions &m_actions;
    PluginModel m_model;
    PluginFilter m_filter;
    QTimer m_targetTimer; // many changes of a selection or of rows are shown once
    QTimer m_countTimer;
    QTimer m_searchTimer; // typing a word is one search, not one per letter
    QString m_search;
    QString m_current;
    bool m_beginsFolder = false; // nothing of it is selected yet
    bool m_narrow = false;
    bool m_folded = false; // the details went because it is narrow
    // Children of the page.
    QSplitter *m_splitter;
    PluginActions *m_pluginActions;
    FilterBar *m_filterBar;
    PluginView *m_view;
    DetailsPane *m_details;
    QWidget *m_empty;
    QLabel *m_emptyText;
    QPushButton *m_showAll;
};

} // namespace owui
