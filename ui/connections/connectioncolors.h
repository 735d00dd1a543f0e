// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QIcon>
#include <QList>
#include <QString>

namespace owui {

/// A colour that a person can give a connection.
struct ConnectionColor
{
    QString name;  ///< translated
    QString value; ///< "#rrggbb"
};

[[nodiscard]] const QList<ConnectionColor> &connectionColors();

/// A disc of the colour; a ring where `value` is empty.
[[nodiscard]] QIcon colorIcon(const QString &value);

} // namespace owui
