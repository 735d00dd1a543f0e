// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/window/problemreport.h"

#include "ui/log/logmodel.h"

#include "isolated.h"
#include "programversion.h"
#include "server/secretmask.h"

#include <QDir>
#include <QGuiApplication>
#include <QLatin1StringView>
#include <QLocale>
#include <QStringList>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

/// Empty where the log has none.
QString lastError(const LogModel &log)
{
    for (int row = log.rowCount() - 1; row >= 0; --row) {
        const LogEntry &entry = log.entry(row);
        if (entry.level == LogLevel::Error) {
            return entry.time.toString(Qt::ISODate) + u' ' + withoutIsolation(entry.text);
        }
    }
    return {};
}

} // namespace

// In English: it is read by those who make the program.
QString problemReport(const LogModel &log, const QString &serverRelease)
{
    const QString error = lastError(log);
    const QStringList lines{
        u"OWUI Deployer "_s + QLatin1StringView(programVersionText),
        u"System: "_s + QSysInfo::prettyProductName() + u", "_s + QSysInfo::currentCpuArchitecture() + u", "_s +
            QGuiApplication::platformName(),
        u"Qt: "_s + QString::fromLatin1(qVersion()),
        u"Language: "_s + QLocale().name(),
        u"Open WebUI: "_s + (serverRelease.isEmpty() ? u"none"_s : serverRelease),
        u"Last error: "_s + (error.isEmpty() ? u"none"_s : error),
    };
    const QString text = maskSecrets(lines.join(u'\n'));
    const QDir home = QDir::home();
    return home.isRoot() ? text : QString(text).replace(home.path(), u"~"_s);
}

} // namespace owui
