// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/arguments/pluginreference.h"
#include "compare/plan/consent.h"
#include "pluginkind.h"
#include "plugins/version.h"
#include "result.h"
#include "server/connection.h"
#include "words.h"

#include <QList>
#include <QPair>
#include <QSet>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace owui {

enum class CommandName {
    List,
    Status,
    Plan,
    Diff,
    Deploy,
    Watch,
    Pull,
    Toggle,
    History,
    Restore,
    Check,
    Include,
    Exclude,
    Pin,
    Unpin,
    Bump,
    TestConnection,
    Practice,
    Completion
};
enum class ColorMode { Auto, Always, Never };
enum class PullFormat { Python, Json };
enum class Verbosity { Quiet, Normal, Verbose };

template<>
WordTable<ColorMode> wordsOf();

template<>
WordTable<PullFormat> wordsOf();

/// What the arguments of one call say. Holds no secret: a key is never accepted as an argument.
struct CommandLineOptions
{
    enum class Action { Run, ShowHelp, ShowVersion };

    Action action = Action::Run;
    QString helpTopic;                       ///< one of helpTopics(); empty: the overview
    CommandName command = CommandName::List; ///< a dry run of Deploy is Plan
    QStringList paths; ///< what is no option, as written: folders and files, or ids; empty: the present folder

    // Where to and with what; at most one of the first four.
    QString serverName;
    QString url;
    QString envFile;
    bool practice = false;
    QString keyFile; ///< only with url
    bool keyFromStdin = false;
    QList<QPair<QString, QString>> headerFiles; ///< name, and the file of its value; only with url
    QString authorityFile;                      ///< certificates, added to the system's

    // Which plugins
    QSet<PluginKind> kinds;            ///< empty: all
    QList<PluginReference> idPatterns; ///< with patterns for ids; empty: all

    // How to deploy
    bool sendUnchanged = false;
    bool yes = false;
    Consents allowed;
    bool failFast = false;
    QString message; ///< for the server's list of versions; empty: the usual one
    bool switchOn = false;
    bool alsoNew = false; ///< of watch: what the server does not have is created
    std::optional<DeployOrder> order;
    std::optional<int> jobs;
    std::optional<std::chrono::seconds> timeout;

    // Where to go back to
    QString restoreVersion; ///< a number or version of the history; empty: before the last change
    bool deleteCreated = false;

    // Where to write
    QString pullFolder;
    PullFormat pullFormat = PullFormat::Python;
    bool force = false;

    // What to change in files
    VersionPart versionPart = VersionPart::Patch;
    bool dryRun = false; ///< of bump

    // How to tell
    bool exitCode = false; ///< of status and diff: 1 where something differs
    bool strict = false;   ///< of check: 1 for warnings too
    bool json = false;
    Verbosity verbosity = Verbosity::Normal;
    ColorMode color = ColorMode::Auto;
    QString junitFile;
    QString logFile;
    QString practiceRelease;
};

/// Reads the arguments, the program's name not among them. A Problem is wrong usage; its remedy is a hint. Neither
/// repeats a value that could be a secret.
[[nodiscard]] Result<CommandLineOptions> parseCommandLine(const QStringList &arguments);

} // namespace owui
