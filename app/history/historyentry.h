// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "pluginkind.h"
#include "server/serverplugin.h"
#include "words.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace owui {

/// What a change was meant to do.
enum class HistoryChange { Update, Create, Toggle, GoBack, Delete };

/// What came of it. Sent: nobody has written yet what came of it; after a crash that stays so.
enum class HistoryOutcome { Sent, Done, Failed, Unknown, NotSent };

/// Why a run was made.
enum class HistoryRunKind { Deploy, Undo, GoBack, Other };

/// Names are those of JSON and of the history's file; texts are what was tried.
template<>
WordTable<HistoryChange> wordsOf();

/// Texts of what was not done; %1 is what was tried.
template<>
WordTable<HistoryOutcome> wordsOf();

template<>
WordTable<HistoryRunKind> wordsOf();

/// A plugin as a server had it. The text is kept beside, under its hash.
struct HistoryState
{
    QByteArray contentHash; ///< SHA-256 of the text in UTF-8; empty: the text could not be read
    std::optional<PluginKind> kind;
    QString name;
    QJsonObject meta; ///< as answered, with `manifest`
    bool active = false;
    bool global = false;
    QJsonObject shares; ///< of a tool: `access_control` or `access_grants`, as answered; empty: the answer had neither
    QString version;
    QString versionId;  ///< 0.12+
    QStringList valves; ///< names of the text's valves, never values

    /// Without valves.
    [[nodiscard]] static HistoryState of(const ServerPlugin &plugin);
    [[nodiscard]] QString description() const { return meta.value(QStringLiteral("description")).toString(); }

    friend bool operator==(const HistoryState &, const HistoryState &) = default;
};

/// What the server had after a change, as far as it was seen.
struct HistoryResult
{
    HistoryOutcome outcome = HistoryOutcome::Sent;
    QDateTime when;         ///< invalid while the outcome is Sent
    QByteArray contentHash; ///< empty: not seen, or it is not there
    QString version;
    QString versionId;
    std::optional<bool> active; ///< functions, as last seen
    QString message;            ///< masked

    friend bool operator==(const HistoryResult &, const HistoryResult &) = default;
};

/// What is to be written of an entry whose change has ended.
struct HistoryEnd
{
    qint64 number = 0; ///< of the entry
    HistoryResult result;
    std::optional<QString> content{}; ///< the text that the server has now, where it was seen
};

/// One change of one plugin on one server.
struct HistoryEntry
{
    qint64 number = 0; ///< given by the store; grows with every entry and is never used again
    QString run;       ///< the same for everything that was sent together
    HistoryRunKind runKind = HistoryRunKind::Deploy;
    QString takesBackRun; ///< of an Undo: the run that it takes back
    QDateTime runStarted; ///< given by the store: when the first change of the run was sent
    QString server;       ///< originOf() of the connection's URL
    QString release;      ///< of the server when the run began; only written
    PluginSpace space = PluginSpace::Function;
    QString id;
    QString title;  ///< as people knew it then
    QString path;   ///< of the file in its folder; empty: none
    QString file{}; ///< the same, absolute; only written, see HistoryStore::sentIds()
    QDateTime when;
    HistoryChange change = HistoryChange::Update;
    bool looked = true;                 ///< false: nobody could look first, so that `before` says nothing
    std::optional<HistoryState> before; ///< none: it was not there
    HistoryResult after;
    bool takenBack = false; ///< given by the store: an Undo of its run has brought the plugin back

    /// It was not there, and may be there because of this. A create that was refused made nothing: what the server has
    /// after it is somebody else's.
    [[nodiscard]] bool mayHaveCreated() const;
    /// There is a state to go back to: its text is kept, or it was not there before.
    [[nodiscard]] bool hasWayBack() const;

    friend bool operator==(const HistoryEntry &, const HistoryEntry &) = default;
};

/// Everything that was sent together.
struct HistoryRun
{
    QString id;
    QString server;
    HistoryRunKind kind = HistoryRunKind::Deploy;
    QString takesBack; ///< of an Undo: the run that it takes back
    QDateTime started;
    QDateTime ended;        ///< invalid: it runs, or the program did not live to see its end
    int entries = 0;        ///< that retention has left
    bool takenBack = false; ///< Undos of it have brought back every plugin that something was sent for

    friend bool operator==(const HistoryRun &, const HistoryRun &) = default;
};

/// A plugin of a server and the file that its text was brought into, absolute.
struct PulledPlugin
{
    QString file;
    PluginSpace space = PluginSpace::Function;
    QString id;

    friend bool operator==(const PulledPlugin &, const PulledPlugin &) = default;
    friend size_t qHash(const PulledPlugin &pulled, size_t seed = 0)
    {
        return qHashMulti(seed, pulled.file, pulled.space, pulled.id);
    }
};

/// The hash of the text that was brought from a server into a file of here last.
using PulledTexts = QHash<PulledPlugin, QByteArray>;

/// The ids under which a file was sent, by its absolute path and the space.
using SentIds = QHash<std::pair<QString, PluginSpace>, QStringList>;

/// What the hash of a text is here.
[[nodiscard]] QByteArray historyHash(const QString &content);

/// Words for people: "sent, outcome unknown", "updated".
[[nodiscard]] QString historyText(HistoryChange change, HistoryOutcome outcome);

} // namespace owui

Q_DECLARE_METATYPE(owui::HistoryEntry)
Q_DECLARE_METATYPE(owui::HistoryRun)
