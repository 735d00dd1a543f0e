// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/diff.h"

#include <QDialog>
#include <QStringList>

class QLabel;
class QPushButton;
class QTreeView;

namespace owui {

class DiffModel;

/// The two texts whose difference is shown, and how they are called.
struct DiffSides
{
    QString oldName;
    QString newName;
    QByteArray oldText; ///< UTF-8
    QByteArray newText;
};

/// What differs between two texts of a plugin: changed header fields first, then the lines. The difference is found on
/// the pool; the dialog can be looked at and closed meanwhile.
class DiffDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit DiffDialog(const QString &title, QWidget *parent = nullptr);

    /// Once.
    void show(const DiffSides &sides);
    /// In place of a difference.
    void showProblem(const QString &text);

signals:
    /// The lines are there.
    void ready();

private:
    struct Found
    {
        TextDiff diff;
        QStringList headerLines;
        QString unified;
    };

    [[nodiscard]] static Found find(const DiffSides &sides);
    void take(const Found &found);
    void goTo(int row);

    DiffModel *m_model;
    QTreeView *m_table;
    QLabel *m_summary;
    QPushButton *m_previous = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_copy = nullptr;
    QString m_unified;
};

} // namespace owui
