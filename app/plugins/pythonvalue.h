// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "plugins/pythontext.h"
#include "plugins/pythontokens.h"

#include <string_view>

namespace owui {

/// Judges whether what a name is bound to may be the class of a plugin. `text` must outlive it.
class PythonValue final
{
public:
    explicit PythonValue(const PythonText &text)
        : m_text(text)
    {
    }

    /// True where the value may be a class under another name, in a branch of a condition too. Calls, unions, literals
    /// and subscripts make types and objects; a lambda is a function.
    [[nodiscard]] bool isPlain(PythonTokens value) const;
    /// The same of what stands between commas.
    [[nodiscard]] bool hasPlainPart(PythonTokens value) const;
    /// A module from which no plugin's class comes: the server's own, those of Python that have such a name, and a
    /// relative one, which a plugin cannot import.
    [[nodiscard]] bool isForeignModule(const PythonToken &module) const;

private:
    [[nodiscard]] bool isPlainName(PythonTokens value) const; ///< with or without dots
    [[nodiscard]] bool is(const PythonToken &token, std::string_view word) const;

    const PythonText &m_text;
};

} // namespace owui
