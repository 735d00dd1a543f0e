// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QIcon>
#include <QString>

#include <utility>

namespace owui {

/// The colours that a person can give a connection: name, translated in the context of that name, and "#rrggbb". They
/// can be told apart on a light and on a dark background.
inline constexpr std::pair<const char *, const char *> connectionColors[] = {
    {QT_TRANSLATE_NOOP("ConnectionColors", "Red"), "#d93a3a"},
    {QT_TRANSLATE_NOOP("ConnectionColors", "Orange"), "#e0791b"},
    {QT_TRANSLATE_NOOP("ConnectionColors", "Yellow"), "#c9a400"},
    {QT_TRANSLATE_NOOP("ConnectionColors", "Green"), "#2f9e44"},
    {QT_TRANSLATE_NOOP("ConnectionColors", "Teal"), "#159a9c"},
    {QT_TRANSLATE_NOOP("ConnectionColors", "Blue"), "#3b7dd8"},
    {QT_TRANSLATE_NOOP("ConnectionColors", "Violet"), "#8a4fd3"},
    {QT_TRANSLATE_NOOP("ConnectionColors", "Grey"), "#868e96"},
};

/// A disc of the colour; none where `value` is empty.
[[nodiscard]] QIcon colorIcon(const QString &value);

} // namespace owui
