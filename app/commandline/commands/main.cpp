// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/arguments/completions.h"
#include "commandline/arguments/texts.h"
#include "commandline/commands/bumpcommand.h"
#include "commandline/commands/checkcommand.h"
#include "commandline/commands/decidecommand.h"
#include "commandline/commands/deploycommand.h"
#include "commandline/commands/diffcommand.h"
#include "commandline/commands/helptext.h"
#include "commandline/commands/historycommand.h"
#include "commandline/commands/listcommand.h"
#include "commandline/commands/practicecommand.h"
#include "commandline/commands/pullcommand.h"
#include "commandline/commands/restorecommand.h"
#include "commandline/commands/statuscommand.h"
#include "commandline/commands/testconnectioncommand.h"
#include "commandline/commands/togglecommand.h"
#include "commandline/commands/watchcommand.h"
#include "commandline/input/interrupt.h"
#include "commandline/input/terminal.h"
#include "commandline/output/console.h"
#include "endprocess.h"
#include "files/filewriter.h"
#include "programversion.h"

#include <QCoreApplication>
#include <QHash>
#include <QTimer>
#include <QTranslator>

#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;
using namespace owui;

namespace {

template<typename C>
std::unique_ptr<Command> make(const CommandLineOptions &options, Console &console, const Interrupt &interrupt)
{
    return std::make_unique<C>(options, console, interrupt);
}

ExitCode runCommand(const CommandLineOptions &options, Console &console)
{
    // A completion script is only printed, as help is.
    static const QHash<CommandName, decltype(&make<ListCommand>)> makers = {
        {CommandName::List, make<ListCommand>},         {CommandName::Status, make<StatusCommand>},
        {CommandName::Plan, make<StatusCommand>},       {CommandName::Diff, make<DiffCommand>},
        {CommandName::Deploy, make<DeployCommand>},     {CommandName::Pull, make<PullCommand>},
        {CommandName::Toggle, make<ToggleCommand>},     {CommandName::History, make<HistoryCommand>},
        {CommandName::Restore, make<RestoreCommand>},   {CommandName::Check, make<CheckCommand>},
        {CommandName::Include, make<DecideCommand>},    {CommandName::Exclude, make<DecideCommand>},
        {CommandName::Pin, make<DecideCommand>},        {CommandName::Unpin, make<DecideCommand>},
        {CommandName::Bump, make<BumpCommand>},         {CommandName::TestConnection, make<TestConnectionCommand>},
        {CommandName::Practice, make<PracticeCommand>}, {CommandName::Watch, make<WatchCommand>},
    };
    const Interrupt interrupt;
    const std::unique_ptr<Command> command = makers.value(options.command)(options, console, interrupt);
    auto code = ExitCode::Done;
    QObject::connect(command.get(), &Command::finished, command.get(), [&code](ExitCode ended) {
        code = ended;
        QCoreApplication::exit();
    });
    QTimer::singleShot(0, command.get(), &Command::start);
    QCoreApplication::exec();
    return code;
}

ExitCode runAction(const CommandLineOptions &options, Console &console)
{
    using Action = CommandLineOptions::Action;
    if (options.action == Action::Run && options.command != CommandName::Completion) {
        return runCommand(options, console);
    }
    const QString text =
        options.action == Action::ShowVersion ? u"owui-deploy "_s + QLatin1StringView(programVersionText) + u'\n'
        : options.action == Action::ShowHelp  ? helpText(options.helpTopic)
                                              : completionScript(*fromName<Shell>(options.paths.first()));
    console.document(text.toUtf8());
    return ExitCode::Done;
}

/// Does what the arguments say and returns the exit code. The event loop must not run yet.
int runProgram(const QStringList &arguments)
{
    const Result<CommandLineOptions> options = parseCommandLine(arguments);
    if (!options) {
        Console console(ColorMode::Auto, Verbosity::Normal, false);
        console.complain(options.error());
        return static_cast<int>(ExitCode::Usage);
    }
    Console console(options.value().color, options.value().verbosity, options.value().json);
    ExitCode code = runAction(options.value(), console);
    console.flush();
    if (console.hasFailed()) {
        console.complain(Problem{tr("The output could not be written."), {}});
        code = code == ExitCode::Done ? ExitCode::Failed : code;
    }
    return static_cast<int>(code);
}

int run(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    // The window has the same names: Qt derives the folders of settings and data from them.
    QCoreApplication::setOrganizationName(u"owui-deployer"_s);
    QCoreApplication::setApplicationName(u"owui-deployer"_s);
    QCoreApplication::setApplicationVersion(QLatin1StringView(programVersionText));
    // The texts stay English, because scripts and CI read them; this tells one from many.
    QTranslator plurals;
    if (plurals.load(u":/i18n/owui_en.qm"_s)) {
        QCoreApplication::installTranslator(&plurals);
    }
    return runProgram(QCoreApplication::arguments().sliced(1));
}

} // namespace

int main(int argc, char *argv[])
{
    outliveFileLimits();
    prepareProcess();
    endProcess(run(argc, argv));
}
