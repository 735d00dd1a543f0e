// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDialog>

#include <functional>

class QDialogButtonBox;

namespace owui {

/// A page to read beside the window, with Close below it. `html` is made here, never taken from a file or a server.
class PageDialog final : public QDialog
{
    Q_OBJECT

public:
    PageDialog(const QString &name, const QString &title, const QString &html, QWidget *parent);

    void addButton(const QString &name, const QString &text, const std::function<void()> &run);

private:
    QDialogButtonBox *m_buttons;
};

} // namespace owui
