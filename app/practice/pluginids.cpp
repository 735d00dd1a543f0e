// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "practice/pluginids.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace owui {

bool isPluginIdentifier(const QString &id)
{
    static const QRegularExpression identifier(uR"(\A[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*\z)"_s);
    return id.contains(identifier);
}

bool isTooLongForFolder(const QString &id)
{
    constexpr qsizetype longestName = 255; ///< bytes
    return id.toUtf8().size() > longestName;
}

} // namespace owui
