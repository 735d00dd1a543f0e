// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/pythonvalue.h"

#include <algorithm>
#include <array>

namespace owui {

bool PythonValue::isPlain(PythonTokens value) const
{
    if (value.empty()) {
        return false;
    }
    const auto isInside = [outside = value[0].depth](const PythonToken &token) { return token.depth > outside; };
    if (value.size() > 2 && isSymbol(value[0], '(') && isSymbol(value.back(), ')') &&
        std::ranges::all_of(value.subspan(1, value.size() - 2), isInside)) {
        value = value.subspan(1, value.size() - 2);
    }
    if (is(value[0], "lambda")) {
        return true;
    }
    bool inCondition = false;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const PythonToken &token = value[i];
        const bool isIf = is(token, "if");
        if (token.depth != value[0].depth || !(isIf || is(token, "else") || is(token, "or") || is(token, "and"))) {
            continue;
        }
        if (!inCondition && isPlainName(value.subspan(begin, i - begin))) {
            return true;
        }
        inCondition = isIf || (inCondition && !is(token, "else"));
        begin = i + 1;
    }
    return isPlainName(value.subspan(begin));
}

bool PythonValue::isPlainName(PythonTokens value) const
{
    if (value.size() % 2 == 0 || isForeignModule(value[0]) || is(value[0], "None") || is(value[0], "True") ||
        is(value[0], "False")) {
        return false;
    }
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (i % 2 == 0 ? value[i].kind != PythonToken::Kind::Name : !isSymbol(value[i], '.')) {
            return false;
        }
    }
    return true;
}

bool PythonValue::isForeignModule(const PythonToken &module) const
{
    static constexpr std::array<std::string_view, 8> foreign{"open_webui",      "argparse", "asyncio",   "logging",
                                                             "multiprocessing", "sched",    "threading", "tkinter"};
    return module.kind == PythonToken::Kind::Operator ||
           std::ranges::any_of(foreign, [&](std::string_view name) { return is(module, name); });
}

bool PythonValue::hasPlainPart(PythonTokens value) const
{
    for (std::size_t begin = 0; begin < value.size();) {
        const std::size_t end = findSymbol(value, ',', begin);
        if (isPlain(value.subspan(begin, end - begin))) {
            return true;
        }
        begin = end + 1;
    }
    return false;
}

bool PythonValue::is(const PythonToken &token, std::string_view word) const
{
    return token.kind == PythonToken::Kind::Name &&
           m_text.view(token) == QByteArrayView(word.data(), static_cast<qsizetype>(word.size()));
}

} // namespace owui
