// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/output/logfile.h"

#include "commandline/arguments/texts.h"
#include "commandline/output/textwidth.h"
#include "deploy/job/logentry.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace owui {

std::optional<Problem> LogFile::open(const QString &path)
{
    // Opening a pipe would wait for whoever reads it.
    if (QFileInfo(path).exists() && !QFileInfo(path).isFile()) {
        return Problem{tr("“%1” is no regular file, so no log is written to it.").arg(path), tr("Name a file.")};
    }
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered)) {
        return Problem{tr("“%1” cannot be written: %2.").arg(path, m_file.errorString()),
                       tr("Name a file that can be written.")};
    }
    return {};
}

void LogFile::append(const LogEntry &entry)
{
    if (!m_file.isOpen() || entry.level == LogLevel::Detail) {
        return;
    }
    const QStringList parts{entry.time.toString(Qt::ISODateWithMs), nameOf(entry.level), printable(entry.line())};
    m_file.write(parts.join(u"  "_s).toUtf8() + '\n');
}

} // namespace owui
