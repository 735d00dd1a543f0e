// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/program.h"
#include "commandline/input/terminal.h"

#include <QCoreApplication>
#include <QTranslator>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

int run(int argc, char *argv[])
{
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

} // namespace

int main(int argc, char *argv[])
{
    owui::forbidCoreFiles();
    owui::ensureUtf8Locale();
    const int code = run(argc, argv);
#ifndef __SANITIZE_ADDRESS__ // it looks for leaks when the program ends in the usual way
    // Everything of ours has ended. The libraries' own clean-up is left out: OpenSSL frees what belongs to threads
    // while the last ones of Qt's pool, which nobody can wait for, do the same. One deployment of a hundred crashed by
    // it.
    std::fflush(nullptr);
    std::_Exit(code);
#else
    return code;
#endif
}
