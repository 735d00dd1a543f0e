// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/screens.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace owui::test {

void useScreen(QSize pixels)
{
    static const QTemporaryDir folder;
    QFile file(folder.filePath(u"screens.json"_s));
    const QJsonObject screen{{u"name"_s, u"laptop"_s},
                             {u"x"_s, 0},
                             {u"y"_s, 0},
                             {u"width"_s, pixels.width()},
                             {u"height"_s, pixels.height()},
                             {u"logicalDpi"_s, 96},
                             {u"logicalBaseDpi"_s, 96},
                             {u"dpr"_s, 1}};
    const QJsonObject platform{{u"windowFrameMargins"_s, false}, {u"screens"_s, QJsonArray{screen}}};
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(platform).toJson()) < 0) {
        qFatal("cannot write %s", qPrintable(file.fileName()));
    }
    file.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + file.fileName().toLocal8Bit());
}

} // namespace owui::test
