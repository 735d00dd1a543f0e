// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/git/diff.h"

#include <QStringList>
#include <QWidget>

class QLabel;
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
/// the pool.
class DiffView final : public QWidget
{
    Q_OBJECT

public:
    explicit DiffView(QWidget *parent);

    /// Somebody reads the texts: what was begun before is not shown any more.
    [[nodiscard]] int begin();
    [[nodiscard]] bool isLatest(int number) const { return number == m_number; }
    /// In place of what was shown before.
    void compare(const DiffSides &sides);
    /// In place of a difference.
    void tell(const QString &text);
    [[nodiscard]] const QString &unified() const { return m_unified; }
    [[nodiscard]] int nextChange() const;
    [[nodiscard]] int previousChange() const;
    /// Nowhere where it is negative.
    void goTo(int row);

signals:
    /// The lines are there.
    void ready();
    void moved();

private:
    struct Found
    {
        TextDiff diff;
        QStringList headerLines;
        QString unified;
    };

    [[nodiscard]] static Found find(const DiffSides &sides);
    void take(const Found &found);

    DiffModel *m_model;
    QTreeView *m_table;
    QLabel *m_summary;
    QString m_unified;
    int m_number = 0; // of the comparison; an earlier one is overlooked
};

} // namespace owui
