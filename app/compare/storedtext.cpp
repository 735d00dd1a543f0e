// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/storedtext.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

constexpr std::array modules{"utils"_L1, "apps"_L1, "main"_L1, "config"_L1};

} // namespace

QString storedText(const QByteArray &utf8)
{
    // In one pass: no replacement makes room for another one.
    const QString text = QString::fromUtf8(utf8);
    const QLatin1StringView from = "from "_L1;
    QString stored;
    qsizetype copied = 0;
    for (qsizetype at = text.indexOf(from); at >= 0; at = text.indexOf(from, at)) {
        at += from.size();
        const QStringView rest = QStringView(text).sliced(at);
        if (std::ranges::any_of(modules, [rest](QLatin1StringView module) { return rest.startsWith(module); })) {
            stored += QStringView(text).sliced(copied, at - copied);
            stored += "open_webui."_L1;
            copied = at;
        }
    }
    return copied == 0 ? text : stored.append(QStringView(text).sliced(copied));
}

} // namespace owui
