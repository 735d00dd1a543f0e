// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QJsonArray>
#include <QString>

namespace owui {

/// The functions of class Tools as the server describes them to a model (utils/tools.py): name, docstring, parameters.
/// Reads signatures that stand on the class's own level; what a line cannot tell, such as a nested type, is left out.
[[nodiscard]] QJsonArray toolSpecs(const QString &source);

} // namespace owui
