// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/program.h"
#include "commandline/terminal.h"

#include <QCoreApplication>
#include <QTranslator>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    owui::forbidCoreFiles();
    owui::ensureUtf8Locale();
    const QCoreApplication application(argc, argv);
    // The window has the same names: Qt derives the folders of settings and data from them.
    QCoreApplication::setOrganizationName(u"owui-deployer"_s);
    QCoreApplication::setApplicationName(u"owui-deployer"_s);
    QCoreApplication::setApplicationVersion(u"" OWUI_VERSION ""_s);
    // The texts stay English, because scripts and CI read them; this tells one from many.
    QTranslator plurals;
    if (plurals.load(u":/i18n/owui_en.qm"_s)) {
        QCoreApplication::installTranslator(&plurals);
    }
    return owui::runProgram(QCoreApplication::arguments().sliced(1));
}
