// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/program.h"

#include "commandline/arguments/completions.h"
#include "commandline/arguments/texts.h"
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

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>
#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

template<typename C>
std::unique_ptr<Command> make(const CommandLineOptions &options, Console &console, const Interrupt &interrupt)
{
    return std::make_unique<C>(options, console, interrupt);
}

struct Maker
{
    CommandName command;
    decltype(&make<ListCommand>) make;
};

// A completion script is only printed, as help is.
constexpr std::array makers = {
    Maker{CommandName::List, make<ListCommand>},
    Maker{CommandName::Status, make<StatusCommand>},
    Maker{CommandName::Plan, make<StatusCommand>},
    Maker{CommandName::Diff, make<DiffCommand>},
    Maker{CommandName::Deploy, make<DeployCommand>},
    Maker{CommandName::Pull, make<PullCommand>},
    Maker{CommandName::Toggle, make<ToggleCommand>},
    Maker{CommandName::History, make<HistoryCommand>},
    Maker{CommandName::Restore, make<RestoreCommand>},
    Maker{CommandName::Check, make<CheckCommand>},
    Maker{CommandName::TestConnection, make<TestConnectionCommand>},
    Maker{CommandName::Practice, make<PracticeCommand>},
};

ExitCode runCommand(const CommandLineOptions &options, Console &console)
{
    const Interrupt interrupt;
    const auto *const maker = std::ranges::find(makers, options.command, &Maker::command);
    const std::unique_ptr<Command> command = maker->make(options, console, interrupt);
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
    using Action = CommandLineOptions::Action;
    if (options.action == Action::Run && options.command != CommandName::Completion) {
        return runCommand(options, console);
    }
    const QString text = options.action == Action::ShowVersion ? u"owui-deploy " OWUI_VERSION "\n"_s
                         : options.action == Action::ShowHelp
                             ? helpText(options.helpTopic)
                             : completionScript(*fromName<Shell>(options.paths.first()));
    console.document(text.toUtf8());
    return ExitCode::Done;
}

} // namespace

int runProgram(const QStringList &arguments)
{
    ignoreClosedPipes();
    const Result<CommandLineOptions> options = parseCommandLine(arguments);
    if (!options) {
        Console console(ColorMode::Auto, Verbosity::Normal, false);
        console.complain(options.error());
        return static_cast<int>(ExitCode::Usage);
    }
    Console console(options.value().color, options.value().verbosity, options.value().json);
    ExitCode code = run(options.value(), console);
    console.flush();
    if (console.hasFailed()) {
        console.complain(Problem{tr("The output could not be written."), {}});
        code = code == ExitCode::Done ? ExitCode::Failed : code;
    }
    return static_cast<int>(code);
}

} // namespace owui
