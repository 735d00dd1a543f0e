// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/program.h"

#include "commandline/arguments/completions.h"
#include "commandline/commands/checkcommand.h"
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
#include "commandline/input/interrupt.h"
#include "commandline/input/terminal.h"
#include "commandline/output/console.h"
#include "commandline/output/pluginlines.h"

#include <QCoreApplication>
#include <QTimer>

#include <memory>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

std::unique_ptr<Command> makeCommand(const CommandLineOptions &options, Console &console, const Interrupt &interrupt)
{
    switch (options.command) {
    case CommandName::List:
        return std::make_unique<ListCommand>(options, console, interrupt);
    case CommandName::Status:
    case CommandName::Plan:
        return std::make_unique<StatusCommand>(options, console, interrupt);
    case CommandName::Diff:
        return std::make_unique<DiffCommand>(options, console, interrupt);
    case CommandName::Deploy:
        return std::make_unique<DeployCommand>(options, console, interrupt);
    case CommandName::Pull:
        return std::make_unique<PullCommand>(options, console, interrupt);
    case CommandName::History:
        return std::make_unique<HistoryCommand>(options, console, interrupt);
    case CommandName::Restore:
        return std::make_unique<RestoreCommand>(options, console, interrupt);
    case CommandName::Toggle:
        return std::make_unique<ToggleCommand>(options, console, interrupt);
    case CommandName::Check:
        return std::make_unique<CheckCommand>(options, console, interrupt);
    case CommandName::TestConnection:
        return std::make_unique<TestConnectionCommand>(options, console, interrupt);
    case CommandName::Practice:
        return std::make_unique<PracticeCommand>(options, console, interrupt);
    case CommandName::Completion:
        break; // shown without a command's work
    }
    return {};
}

void showCompletion(const QString &shell, Console &console)
{
    if (const std::optional<Shell> known = fromName<Shell>(shell)) {
        console.document(completionScript(*known).toUtf8());
    }
}

ExitCode runCommand(const CommandLineOptions &options, Console &console)
{
    const Interrupt interrupt;
    const std::unique_ptr<Command> command = makeCommand(options, console, interrupt);
    auto code = ExitCode::Done;
    QObject::connect(command.get(), &Command::finished, command.get(), [&code](ExitCode ended) {
        code = ended;
        QCoreApplication::exit();
    });
    QTimer::singleShot(0, command.get(), &Command::start);
    QCoreApplication::exec();
    return code;
}

ExitCode run(const CommandLineOptions &options, Console &console)
{
    switch (options.action) {
    case CommandLineOptions::Action::ShowVersion:
        console.document("owui-deploy " OWUI_VERSION "\n");
        return ExitCode::Done;
    case CommandLineOptions::Action::ShowHelp:
        console.document(helpText(options.helpTopic).toUtf8());
        return ExitCode::Done;
    case CommandLineOptions::Action::ShowCompletion:
        showCompletion(options.paths.first(), console);
        return ExitCode::Done;
    case CommandLineOptions::Action::Run:
        break;
    }
    return runCommand(options, console);
}

} // namespace

int runProgram(const QStringList &arguments)
{
    ignoreClosedPipes();
    const Result<CommandLineOptions> options = parseCommandLine(arguments);
    if (!options) {
        Console console(ColorMode::Auto, Verbosity::Normal, false);
        complainAbout(options.error(), console);
        return static_cast<int>(ExitCode::Usage);
    }
    Console console(options.value().color, options.value().verbosity, options.value().json);
    ExitCode code = run(options.value(), console);
    console.flush();
    if (console.hasFailed()) {
        complainAbout({QCoreApplication::translate("CommandLine", "The output could not be written."), {}}, console);
        code = code == ExitCode::Done ? ExitCode::Failed : code;
    }
    return static_cast<int>(code);
}

} // namespace owui
