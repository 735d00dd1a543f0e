// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/storedtext.h"

using namespace Qt::StringLiterals;

namespace owui {

QString storedText(const QByteArray &utf8)
{
    QString text = QString::fromUtf8(utf8);
    for (const QString &module : {u"utils"_s, u"apps"_s, u"main"_s, u"config"_s}) {
        text.replace(u"from "_s + module, u"from open_webui."_s + module);
    }
    return text;
}

} // namespace owui
