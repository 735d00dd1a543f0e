// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "childprocess.h"
#include "deploy/journal/historyjournal.h"
#include "files/filewriter.h"
#include "history/historystore.h"
#include "plugins/localcheck.h"
#include "plugins/pluginfolder.h"
#include "server/connectionstore.h"
#include "server/secretstore.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QLibraryInfo>
#include <QProcessEnvironment>
#include <QSettings>
#include <QStandardPaths>
#include <QTranslator>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    owui::outliveFileLimits();
    for (const QString &name : QProcessEnvironment::systemEnvironment().keys()) {
        if (!owui::isSecretVariable(name)) {
            continue;
        }
        qunsetenv(name.toLocal8Bit()
                      .constData()); // the window takes no key from there, and the browser that it opens needs none
    }
    QApplication application(argc, argv);
    // The settings and the secrets are shared with owui-deploy, which uses the same names.
    QApplication::setOrganizationName(u"owui-deployer"_s);
    QApplication::setApplicationName(u"owui-deployer"_s);
    QApplication::setApplicationDisplayName(u"OWUI Deployer"_s);
    QApplication::setApplicationVersion(QStringLiteral(OWUI_VERSION));
    QApplication::setDesktopFileName(u"owui-deployer"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/app.svg"_s));

    // Qt's own texts, such as those of standard buttons, where the system has them.
    QTranslator qtTranslator;
    if (qtTranslator.load(QLocale(), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QApplication::installTranslator(&qtTranslator);
    }
    QTranslator translator;
    // English has the singular and plural of a number, also for languages without a translation.
    if (translator.load(QLocale(), u"owui"_s, u"_"_s, u":/i18n"_s) || translator.load(u":/i18n/owui_en.qm"_s)) {
        QApplication::installTranslator(&translator);
    }

    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("main", "Deploys Open WebUI plugins from a folder."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"folder"_s, QCoreApplication::translate("main", "The folder to open."),
                                 u"[folder]"_s);
    parser.process(application);

    QSettings settings;
    owui::ConnectionStore connections(settings);
    owui::SecretStore secrets(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    owui::LocalCheck localCheck;
    owui::PluginFolder folder;
    owui::HistoryStore history(owui::HistoryStore::usualFolder(), owui::HistoryLimits::from(settings));
    owui::HistoryJournal journal(history);
    owui::MainWindow window(settings, connections, secrets, localCheck, folder, history, journal);
    // The folder is read while the window comes up.
    window.start(parser.positionalArguments().value(0));
    window.show();
    return QApplication::exec();
}
