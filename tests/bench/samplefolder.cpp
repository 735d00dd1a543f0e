// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "samplefolder.h"

#include <QDir>
#include <QFile>

namespace owui {

using namespace Qt::StringLiterals;

bool writeSampleFolder(const QString &root, int count, int bytes)
{
    QByteArray body;
    for (int line = 0; body.size() < bytes; ++line) {
        body += "        # line " + QByteArray::number(line) + ": text that makes the file as long as real ones are\n" +
                "        body[\"note_" + QByteArray::number(line) + "\"] = \"value\"\n";
    }
    for (int i = 0; i < count; ++i) {
        const QDir folder(root + u"/group_%1"_s.arg(i / 100));
        QFile file(folder.filePath(u"sample_%1.py"_s.arg(i)));
        const QByteArray number = QByteArray::number(i);
        const QByteArray text = "\"\"\"\ntitle: Sample " + number + "\nauthor: bench\nversion: 1.0." + number +
                                "\ndescription: One of many.\n\"\"\"\n\n\nclass Filter:\n    def inlet(self, body):\n" +
                                body + "        return body\n";
        if (!folder.mkpath(u"."_s) || !file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
            return false;
        }
    }
    return true;
}

} // namespace owui
