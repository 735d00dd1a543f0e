// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/valves/valvefields.h"
#include "plugins/pythontext.h"
#include "plugins/pythontokens.h"

namespace owui {

/// Reads the fields of a class of settings. `header` is its first line; the lines of its body lie between `begin` and
/// `end`. Only a class that derives from pydantic's BaseModel alone and consists of annotated fields, methods and
/// nested classes can be told.
[[nodiscard]] SettingFields readSettingClass(PythonText &text, PythonTokens header, qsizetype begin, qsizetype end);

/// An annotation without white space, quotes as ", `Optional[X]` and `Union[X, None]` as X|None.
[[nodiscard]] QString annotationText(const PythonText &text, PythonTokens tokens);

} // namespace owui
