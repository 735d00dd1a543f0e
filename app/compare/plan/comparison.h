// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/seen/sighting.h"
#include "compare/text/textdifference.h"
#include "compare/text/textorigin.h"
#include "compare/valves/valvechanges.h"
#include "plugins/plugin.h"
#include "plugins/version.h"
#include "result.h"
#include "server/knowntexts.h"
#include "words.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace owui {

/// How a file and the server stand to each other. Content proves `Same`; of the others the versions only tell which.
enum class CompareState {
    Missing, ///< not on the server, as a look-up said
    Newer,   ///< other content; the version here is newer
    Same,    ///< a deployment would change nothing
    Changed, ///< other content or texts; the version was not raised
    Differs, ///< other content; the versions have no order
    Older,   ///< other content; the server's version is newer
    Unknown, ///< nobody looked, the server does not show the text, or the file cannot be read
};

/// Texts for a cell: "not on the server", "newer here".
template<>
WordTable<CompareState> wordsOf();

/// Everything that the two texts tell, found out off the GUI thread.
struct Comparison
{
    CompareState state = CompareState::Unknown;
    TextDifference difference = TextDifference::None;
    bool nameChanges = false;        ///< a deployment would send another name than the server has
    bool descriptionChanges = false; ///< likewise
    bool kindChanges = false;        ///< the server has the id as another kind of function
    QString versionHere;
    QString versionThere; ///< empty: none, or nothing there
    VersionOrder order = VersionOrder::Unordered;
    TextOrigin origin;                ///< where the server's text comes from; looked up for differing plugins only
    bool unlikeSent = false;          ///< the server's text is another than all that were sent from here
    ValveChanges valves;              ///< of contents that differ
    ValveChanges userValves;          ///< likewise
    QStringList requirementsAdded;    ///< packages that the server would install
    CodeMark code;                    ///< of the file; of Missing only
    QByteArray digest;                ///< SHA-256 of the file's text without byte order mark; a plan fixes it
    ServerStamp server;               ///< what it was compared with
    std::optional<Problem> problem;   ///< of Unknown, where the file is the reason
    QString raisedVersion;            ///< of Changed, where the folder wants it: what the file gets before it is sent
    std::optional<Problem> notRaised; ///< likewise: why it cannot get one

    friend bool operator==(const Comparison &, const Comparison &) = default;
};

/// What a comparison needs beside the text.
struct ComparisonInput
{
    Plugin plugin;
    Sighting seen;
    KnownTexts sentBefore; ///< of this server, this id and this file
};

/// Pure. `utf8` is the file's text without byte order mark. The origin is not looked up here; see ComparisonRun.
/// `alwaysTakeHeaderText` as in Connection.
[[nodiscard]] Comparison compare(const ComparisonInput &input, const QByteArray &utf8, bool alwaysTakeHeaderText);

/// Adds whether the file, which holds `utf8`, can get the next version, where that is wanted. Looks at the file,
/// blocking.
void judgeRaise(Comparison &comparison, const QString &root, const Plugin &plugin, const QByteArray &utf8);

/// True where the folder's repository, or else what was sent from here, tells that the server's text is somebody
/// else's.
[[nodiscard]] bool isEditedOnServer(const Comparison &comparison);

/// The details in one or more sentences: which versions, only line ends, an earlier commit. Empty for Same.
[[nodiscard]] QString comparisonDetail(const Comparison &comparison);

} // namespace owui

Q_DECLARE_METATYPE(owui::Comparison)
