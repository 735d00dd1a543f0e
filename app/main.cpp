// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "childprocess.h"
#include "deploy/journal/historyjournal.h"
#include "endprocess.h"
#include "files/filewriter.h"
#include "history/historystore.h"
#include "plugins/localcheck.h"
#include "plugins/pluginfolder.h"
#include "programversion.h"
#include "server/connectionstore.h"
#include "server/secretstore.h"
#include "ui/window/appearance.h"
#include "ui/window/mainwindow.h"
#include "ui/window/windowmanual.h"

#include <QApplication>
#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QIcon>
#include <QLibraryInfo>
#include <QList>
#include <QLocale>
#include <QProcessEnvironment>
#include <QSettings>
#include <QStandardPaths>
#include <QTranslator>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string_view>

using namespace Qt::StringLiterals;

namespace {

void nameProgram()
{
    // The settings and the secrets are shared with owui-deploy, which uses the same names.
    QCoreApplication::setOrganizationName(u"owui-deployer"_s);
    QCoreApplication::setApplicationName(u"owui-deployer"_s);
    QCoreApplication::setApplicationVersion(QLatin1StringView(owui::programVersionText));
}

/// Before anything is translated.
void speakAsChosen(const QSettings &settings)
{
    if (const auto appearance = owui::Appearance::from(settings); !appearance.language.isEmpty()) {
        QLocale::setDefault(appearance.locale());
    }
}

/// Qt's own texts, such as those of standard buttons, are there where the system has them.
void translate(QTranslator &translator, QTranslator &qtTranslator)
{
    if (qtTranslator.load(QLocale(), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&qtTranslator);
    }
    // English has the singular and plural of a number, also for languages without a translation.
    if (translator.load(QLocale(), u"owui"_s, u"_"_s, u":/i18n"_s) || translator.load(u":/i18n/owui_en.qm"_s)) {
        QCoreApplication::installTranslator(&translator);
    }
}

/// Reads the arguments of the application, and ends the program where only a text was asked for.
QString folderFromArguments()
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("main", "Deploys Open WebUI plugins from a folder."));
    const QList<QCommandLineOption> told{parser.addHelpOption(), parser.addVersionOption()};
    // For those who make packages: the manual page in the language of the environment.
    QCommandLineOption manual(u"manual"_s);
    manual.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(manual);
    parser.addPositionalArgument(u"folder"_s, QCoreApplication::translate("main", "The folder to open."),
                                 u"[folder]"_s);
    parser.process(*QCoreApplication::instance());
    if (parser.isSet(manual)) {
        std::fputs(owui::windowManual(told).toUtf8().constData(), stdout);
        std::exit(0);
    }
    return parser.positionalArguments().value(0);
}

/// Help, version and manual need no display, so they come before the window system is asked for one.
void answerWithoutDisplay(int &argc, char *argv[])
{
    static constexpr std::array<std::string_view, 6> texts{"-h", "--help", "--help-all", "-v", "--version", "--manual"};
    const std::span<char *> arguments(argv, static_cast<std::size_t>(argc));
    if (std::ranges::any_of(arguments, [](const char *argument) { return std::ranges::count(texts, argument) > 0; })) {
        const QCoreApplication application(argc, argv);
        nameProgram();
        speakAsChosen(QSettings());
        QTranslator qtTranslator;
        QTranslator translator;
        translate(translator, qtTranslator);
        folderFromArguments();
    }
}

int run(int argc, char *argv[])
{
    owui::outliveFileLimits();
    for (const QString &name : QProcessEnvironment::systemEnvironment().keys()) {
        if (!owui::isSecretVariable(name)) {
            continue;
        }
        qunsetenv(name.toLocal8Bit()
                      .constData()); // the window takes no key from there, and the browser that it opens needs none
    }
    answerWithoutDisplay(argc, argv);
    const QApplication application(argc, argv);
    nameProgram();
    QApplication::setApplicationDisplayName(u"OWUI Deployer"_s);
    QApplication::setDesktopFileName(u"owui-deployer"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/app.svg"_s));

    QSettings settings;
    speakAsChosen(settings);
    QTranslator qtTranslator;
    QTranslator translator;
    translate(translator, qtTranslator);
    const QString opened = folderFromArguments();

    owui::ConnectionStore connections(settings);
    owui::SecretStore secrets(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    owui::LocalCheck localCheck;
    owui::PluginFolder folder;
    owui::HistoryStore history(owui::HistoryStore::usualFolder(), owui::HistoryLimits::from(settings));
    owui::HistoryJournal journal(history);
    owui::MainWindow window(settings, connections, secrets, localCheck, folder, history, journal);
    // The folder is read while the window comes up.
    window.start(opened);
    window.show();
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    owui::endProcess(run(argc, argv));
}
