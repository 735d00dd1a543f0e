// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/diff/diffview.h"

#include <QDialog>

class QDialogButtonBox;
class QPushButton;

namespace owui {

/// What differs between two texts of a plugin, in a window of its own. It can be looked at and closed while the
/// difference is being found.
class DiffDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit DiffDialog(const QString &title, QWidget *parent = nullptr);

    [[nodiscard]] DiffView &view() { return *m_view; }
    /// Once.
    void show(const DiffSides &sides) { m_view->compare(sides); }
    /// In place of a difference.
    void showProblem(const QString &text) { m_view->tell(text); }
    /// Who has read it need not go back to the list: `text` is what the button says.
    void offerToDeploy(const QString &text);

signals:
    /// The lines are there.
    void ready();
    void deployRequested();

private:
    void takeLines();
    void updateButtons();

    DiffView *m_view;
    QDialogButtonBox *m_buttons;
    QPushButton *m_previous = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_copy = nullptr;
};

} // namespace owui
