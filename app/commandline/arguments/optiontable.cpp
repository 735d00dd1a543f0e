// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/arguments/optiontable.h"

#include "commandline/arguments/texts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

using Applied = std::optional<Problem>;

Applied applyKinds(CommandLineOptions &options, const QString &value)
{
    for (const QString &name : value.split(u',', Qt::SkipEmptyParts)) {
        const std::optional<PluginKind> kind = fromName<PluginKind>(QStringView(name).trimmed());
        if (!kind) {
            return Problem{tr("“%1” is no kind of plugin.").arg(name),
                           tr("The kinds are pipe, filter, action, event and tool.")};
        }
        options.kinds.insert(*kind);
    }
    return {};
}

Applied applyId(CommandLineOptions &options, const QString &value)
{
    const Result<PluginReference> pattern = PluginReference::split(value);
    if (!pattern) {
        return pattern.error();
    }
    options.idPatterns.append(pattern.value());
    return {};
}

Applied applyAllowed(CommandLineOptions &options, const QString &value)
{
    for (const QString &name : value.split(u',', Qt::SkipEmptyParts)) {
        const std::optional<Consent> consent = fromName<Consent>(QStringView(name).trimmed());
        if (!consent) {
            return Problem{tr("There is nothing named “%1” to allow.").arg(name),
                           tr("What can be allowed: %1.").arg(namesOf<Consent>().join(u", "_s))};
        }
        options.allowed.insert(*consent);
    }
    return {};
}

Applied applyHeader(CommandLineOptions &options, const QString &value)
{
    const qsizetype at = value.indexOf(u"=@"_s);
    if (at < 1 || at + 2 == value.size() || value.indexOf(u'=') != at) {
        // What stands there may be the secret itself.
        return Problem{
            tr("--header wants a name and the file of its value: --header NAME=@FILE."),
            tr("A value is not accepted on the command line, because every program of this machine could read "
               "it there.")};
    }
    options.headerFiles.append({value.first(at), value.sliced(at + 2)});
    return {};
}

Applied applyOrder(CommandLineOptions &options, const QString &value)
{
    options.order = fromName<DeployOrder>(value);
    return options.order ? Applied()
                         : Problem{tr("--order wants %1.").arg(namesOf<DeployOrder>().join(tr(" or "))), {}};
}

std::optional<int> numberIn(const QString &value, int least, int most)
{
    bool ok = false;
    const int number = value.toInt(&ok);
    return ok && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

Applied applyJobs(CommandLineOptions &options, const QString &value)
{
    options.jobs = numberIn(value, 1, Connection::mostPluginsAtATime);
    return options.jobs ? Applied() : Problem{tr("--jobs wants a number from 1 to 6."), {}};
}

Applied applyTimeout(CommandLineOptions &options, const QString &value)
{
    const std::optional<int> seconds = numberIn(value, 1, 24 * 60 * 60);
    if (!seconds) {
        return Problem{tr("--timeout wants a number of seconds, from 1 to 86400."), {}};
    }
    options.timeout = std::chrono::seconds(*seconds);
    return {};
}

Applied applyColor(CommandLineOptions &options, const QString &value)
{
    const std::optional<ColorMode> mode = fromName<ColorMode>(value);
    if (!mode) {
        return Problem{tr("--color wants auto, always or never."), {}};
    }
    options.color = *mode;
    return {};
}

Applied applyFormat(CommandLineOptions &options, const QString &value)
{
    const std::optional<PullFormat> format = fromName<PullFormat>(value);
    if (!format) {
        return Problem{tr("--format wants py or json."), {}};
    }
    options.pullFormat = *format;
    return {};
}

/// An option without a value of its own.
template<auto Member, auto Value = true>
Applied set(CommandLineOptions &options, const QString &)
{
    options.*Member = Value;
    return {};
}

/// An option whose value is kept as it is written.
template<auto Member>
Applied keep(CommandLineOptions &options, const QString &value)
{
    options.*Member = value;
    return {};
}

using C = CommandName;
using O = CommandLineOptions;

const QString noValue;
// "plan" takes what "deploy" takes, so that one word changes a line from the one to the other.
const QList<C> deploy = {C::Plan, C::Deploy};
const QList<C> sends = {C::Plan, C::Deploy, C::Watch};
const QList<C> restore = {C::Restore};

QList<OptionEntry> serverAndPluginOptions()
{
    const QList<C> server = {C::Status, C::Plan,   C::Diff,    C::Deploy,  C::Watch,
                             C::Pull,   C::Toggle, C::History, C::Restore, C::TestConnection};
    const QList<C> folder = {C::List, C::Status, C::Plan, C::Diff, C::Deploy, C::Watch, C::Check};
    return {
        {u"--server"_s, u"NAME"_s, server, tr("A connection saved by the window; its key comes from the key store."),
         keep<&O::serverName>},
        {u"--url"_s, u"URL"_s, server,
         tr("The server's URL, with --key-file, --key-stdin or the variable OPENWEBUI_API_KEY."), keep<&O::url>},
        {u"--key-file"_s, u"FILE"_s, server, tr("A file that holds the API key and nothing else."), keep<&O::keyFile>},
        {u"--key-stdin"_s, noValue, server, tr("Read the API key from standard input."), set<&O::keyFromStdin>},
        {u"--env-file"_s, u"FILE"_s, server, tr("A .env file that holds both the URL and the key."), keep<&O::envFile>},
        {u"--header"_s, u"NAME=@FILE"_s, server,
         tr("A header for what stands before the server, with the file of its value; only with --url. May be "
            "repeated."),
         applyHeader},
        {u"--ca-file"_s, u"FILE"_s, server,
         tr("Certificates (PEM) of an authority to trust beside the system's. SSL_CERT_FILE and REQUESTS_CA_BUNDLE "
            "name "
            "what replaces the system's."),
         keep<&O::authorityFile>},
        {u"--practice"_s, noValue, server, tr("A practice server that is started for this run."), set<&O::practice>},
        {u"--kind"_s, u"KIND,…"_s, folder, tr("Only these kinds: pipe, filter, action, event, tool."), applyKinds,
         namesOf<PluginKind>()},
        {u"--id"_s, u"PATTERN"_s, folder,
         tr("Only ids like this one; * and ? stand for anything. Also tool:PATTERN and function:PATTERN. May be "
            "repeated."),
         applyId},
    };
}

QList<OptionEntry> deployOptions()
{
    return {
        {u"--changed"_s, noValue, deploy, tr("Only what the server has not exactly so. This is the default."),
         set<&O::sendUnchanged, false>},
        {u"--all"_s, noValue, deploy, tr("Also send what the server already has."), set<&O::sendUnchanged>},
        {u"--yes"_s, noValue, sends + QList{C::Toggle, C::Restore},
         tr("Change a production server without asking. Silences no warning."), set<&O::yes>},
        {u"--allow"_s, u"NAME,…"_s, sends + restore,
         tr("Agree to what a plugin was blocked for: downgrade, edited-on-server, type-change and others."),
         applyAllowed, namesOf<Consent>()},
        // To show the plan and to send nothing is what "plan" does.
        {u"--dry-run"_s, noValue, deploy, tr("Show the plan and send nothing."), set<&O::command, C::Plan>},
        {u"--message"_s, u"TEXT"_s, sends,
         tr("What the server's list of versions shows for it, from 0.12 on; {version}, {branch}, {commit} and "
            "{changes} are filled in."),
         keep<&O::message>},
        {u"--fail-fast"_s, noValue, deploy, tr("Send nothing more after the first failure. Always so for production."),
         set<&O::failFast>},
        {u"--switch-on"_s, noValue, sends, tr("Switch new functions on."), set<&O::switchOn>},
        {u"--also-new"_s, noValue, QList{C::Watch}, tr("Also create what the server does not have."), set<&O::alsoNew>},
        {u"--order"_s, u"ORDER"_s, sends,
         tr("look-up-first, or update-then-create: functions are sent without looking first."), applyOrder,
         namesOf<DeployOrder>()},
        {u"--jobs"_s, u"N"_s, sends,
         tr("How many plugins to send at a time, 1 to 6. Without it, as many as suit the server."), applyJobs},
        {u"--timeout"_s, u"SECONDS"_s, sends, tr("How long one plugin may take; the server may be running pip."),
         applyTimeout},
    };
}

QList<OptionEntry> otherOptions()
{
    const QList<C> every;
    const QList<C> compare = {C::Status, C::Diff};
    const QList<C> pull = {C::Pull};
    const QList<C> bump = {C::Bump};
    return {
        {u"--exit-code"_s, noValue, compare, tr("Exit code 1 if a plugin is not the same on the server."),
         set<&O::exitCode>},
        {u"--to"_s, u"FOLDER"_s, pull, tr("Where the files are written."), keep<&O::pullFolder>},
        {u"--format"_s, u"FORMAT"_s, pull,
         tr("py, or json: one file as Open WebUI exports it, without valves, switches, owners and shares."),
         applyFormat, namesOf<PullFormat>()},
        {u"--force"_s, noValue, pull, tr("Write over a file that has another text."), set<&O::force>},
        {u"--version"_s, u"NUMBER"_s, restore,
         tr("Before which change, as “history” numbers them, or a version such as 1.2.0. Without it: the last one."),
         keep<&O::restoreVersion>},
        {u"--delete"_s, noValue, restore, tr("Delete what was not there before, with the values of its valves."),
         set<&O::deleteCreated>},
        {u"--patch"_s, noValue, bump, tr("Raise the third number: 1.2.3 becomes 1.2.4. This is the default."),
         set<&O::versionPart, VersionPart::Patch>},
        {u"--minor"_s, noValue, bump, tr("Raise the second number: 1.2.3 becomes 1.3.0."),
         set<&O::versionPart, VersionPart::Minor>},
        {u"--major"_s, noValue, bump, tr("Raise the first number: 1.2.3 becomes 2.0.0."),
         set<&O::versionPart, VersionPart::Major>},
        {u"--dry-run"_s, noValue, bump, tr("Show the new versions and change no file."), set<&O::dryRun>},
        {u"--junit"_s, u"FILE"_s, QList{C::Deploy, C::Check}, tr("Also write a JUnit report."), keep<&O::junitFile>},
        {u"--log"_s, u"FILE"_s, QList{C::Watch}, tr("Also append what happens to a file, with the time."),
         keep<&O::logFile>},
        {u"--strict"_s, noValue, QList{C::Check}, tr("Exit code 1 for warnings too."), set<&O::strict>},
        {u"--release"_s, u"RELEASE"_s, QList{C::Practice}, tr("Behave like this release, for example 0.7.2."),
         keep<&O::practiceRelease>},
        {u"--json"_s, noValue, every,
         tr("One JSON document on standard output, of watch one object a line; see “owui-deploy help json”."),
         set<&O::json>},
        {u"--quiet"_s, noValue, every, tr("Only what went wrong."), set<&O::verbosity, Verbosity::Quiet>},
        {u"--verbose"_s, noValue, every, tr("More lines, and one for every request."),
         set<&O::verbosity, Verbosity::Verbose>},
        {u"--color"_s, u"WHEN"_s, every, tr("auto, always or never. NO_COLOR is respected."), applyColor,
         namesOf<ColorMode>()},
    };
}

} // namespace

const QList<OptionEntry> &optionTable()
{
    static const QList<OptionEntry> table = serverAndPluginOptions() + deployOptions() + otherOptions();
    return table;
}

QList<OptionEntry> optionsOf(CommandName command)
{
    QList<OptionEntry> options = optionTable();
    options.removeIf([command](const OptionEntry &option) { return !option.isFor(command); });
    return options;
}

const OptionEntry *findOption(CommandName command, const QString &name)
{
    const auto found = std::ranges::find_if(optionTable(), [command, &name](const OptionEntry &option) {
        return option.name == name && option.isFor(command);
    });
    return found == optionTable().end() ? nullptr : &*found;
}

} // namespace owui
