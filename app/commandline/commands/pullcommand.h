// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/commands/servercommand.h"
#include "commandline/output/texttable.h"
#include "server/servererror.h"
#include "server/serverplugin.h"
#include "words.h"

#include <QList>
#include <QMap>
#include <QStringList>

namespace owui {

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
    void take(const ServerPlugin &plugin, PullResult result);
    void writeFile(const ServerPlugin &plugin, PullResult &result);
    void writeExports();
    /// Tells the history that the plugin's text stands in the file now.
    void notePulled(const ServerPlugin &plugin, const QString &path);
    /// Ends once the history knows of everything that was written.
    void reportWhenNoted();
    /// Sets outcome and words of what the file at `result.path` is meant to have.
    void writeInto(PullResult &result, const QByteArray &text, const QString &done);
    void add(const PullResult &result);
    void print(const PullResult &result);
    void report();

    QList<PluginReference> m_references;
    QString m_folder; // absolute
    QStringList m_written;
    QMap<qsizetype, ServerPlugin> m_exported; // by the place of its result
    QList<PullResult> m_results;
    TextTable m_table;
    bool m_isPulled = false;
    int m_notesToCome = 0;
};

} // namespace owui
