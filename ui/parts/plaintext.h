// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

class QLabel;
class QWidget;

namespace owui {

/// A tool tip that shows `text` as it is. Qt guesses whether a tool tip is rich text, and a text from a server or a
/// file must never be read as such.
[[nodiscard]] QString plainToolTip(const QString &text);

/// `text` for a menu entry or a button, where an ampersand would mark a key.
[[nodiscard]] QString withoutMnemonic(QString text);

/// A label that shows `text` as it is, in as many lines as it takes.
[[nodiscard]] QLabel *plainLabel(const QString &text, QWidget *parent = nullptr);
/// The label, in bold letters.
QLabel *bold(QLabel *label);

} // namespace owui
