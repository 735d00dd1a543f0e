// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

#include "practice/plugincode.h"

#include <QJsonObject>
#include <QJsonValue>

namespace owui {

/// The JSON schema of class Valves as pydantic makes it, without the defaults' values, or null where there is none.
[[nodiscard]] QJsonValue valvesSchema(const QList<ValveField> &fields);

/// What 0.12 says about stored values that do not fit new code, "name: reason; …", or empty.
[[nodiscard]] QString valvesMismatch(const QList<ValveField> &fields, const QJsonObject &stored);

/// What valves/update stores: only fields of the class, numbers made from text, nulls left out; or pydantic's text.
[[nodiscard]] Result<QJsonObject, QString> acceptValves(const QList<ValveField> &fields, const QJsonObject &sent);

} // namespace owui
