// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/text/storedtext.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace owui {

namespace {

constexpr std::array<std::string_view, 4> modules{"utils", "apps", "main", "config"};

} // namespace

QString storedText(const QByteArray &utf8)
{
    // In one pass: no replacement makes room for another one.
    const std::string_view text(utf8.constData(), utf8.size());
    constexpr std::string_view from = "from ";
    std::string stored;
    std::size_t copied = 0;
    for (std::size_t at = text.find(from); at != std::string_view::npos; at = text.find(from, at)) {
        at += from.size();
        const std::string_view rest = text.substr(at);
        if (std::ranges::any_of(modules, [rest](std::string_view module) { return rest.starts_with(module); })) {
            stored += text.substr(copied, at - copied);
            stored += "open_webui.";
            copied = at;
        }
    }
    return copied == 0 ? QString::fromUtf8(utf8) : QString::fromStdString(stored.append(text.substr(copied)));
}

} // namespace owui
