// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/commands/servercommand.h"
#include "commandline/output/texttable.h"
#include "server/servererror.h"
#include "words.h"

#include <QList>
#include <QStringList>

namespace owui {

struct ServerPlugin;

enum class PullOutcome { Written, Unchanged, Blocked, Failed, Cancelled };

template<>
WordTable<PullOutcome> wordsOf();

/// How the pull of one plugin ended.
struct PullResult
{
    QString id;
    std::optional<PluginKind> kind; ///< none where it was not found, or is of a kind that we do not know
    QString path;                   ///< relative to the folder; empty where it is not known
    QString version;
    PullOutcome outcome = PullOutcome::Failed;
    ServerError error;
    QString message;
    QString remedy;
};

/// Writes the text that a server has of some plugins into a folder, one after the other.
class PullCommand final : public ServerCommand
{
    Q_OBJECT

public:
    using ServerCommand::ServerCommand;

    void start() override;

protected:
    void connected() override;
    void interrupted() override;

private:
    void pullNext();
    [[nodiscard]] PullResult write(const ServerPlugin &plugin, PullResult result);
    void add(const PullResult &result);
    void report();

    QList<PluginReference> m_references;
    QString m_folder; // absolute
    QStringList m_written;
    QList<PullResult> m_results;
    TextTable m_table;
};

} // namespace owui
