// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/window/samples.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace owui {

Result<QString> sampleFolder(const QString &dataFolder)
{
    const QString target = dataFolder + u"/samples"_s;
    QDirIterator samples(u":/samples"_s, QDir::Files, QDirIterator::Subdirectories);
    while (samples.hasNext()) {
        const QString source = samples.next();
        const QString copy = target + source.sliced(u":/samples"_s.size());
        if (QFileInfo::exists(copy)) {
            continue;
        }
        QFile file(source);
        if (!QDir().mkpath(QFileInfo(copy).path()) || !file.copy(copy)) {
            return Problem{
                .text = QCoreApplication::translate("Samples", "The sample plugins could not be copied to %1: %2")
                            .arg(QDir::toNativeSeparators(target), file.errorString()),
                .remedy = QCoreApplication::translate("Samples", "Make room there, or open a folder of your own.")};
        }
        // A copy of a resource is read-only, and the samples are there to be tried out.
        QFile::setPermissions(copy, QFile::permissions(copy) | QFileDevice::WriteOwner);
    }
    return target;
}

} // namespace owui
