// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/output/pullresult.h"

#include "commandline/output/jsonoutput.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace owui {

template<>
WordTable<PullOutcome> wordsOf()
{
    static constexpr Word<PullOutcome> words[] = {
        {PullOutcome::Written, "written", QT_TRANSLATE_NOOP("CommandLine", "written")},
        {PullOutcome::Unchanged, "unchanged", QT_TRANSLATE_NOOP("CommandLine", "unchanged")},
        {PullOutcome::Blocked, "blocked", QT_TRANSLATE_NOOP("CommandLine", "blocked")},
        {PullOutcome::Failed, "failed", QT_TRANSLATE_NOOP("CommandLine", "failed")},
        {PullOutcome::Cancelled, "cancelled", QT_TRANSLATE_NOOP("CommandLine", "cancelled")},
    };
    return {.words = words, .context = "CommandLine"};
}

QJsonObject pullDocument(const QString &root, const QList<PullResult> &results)
{
    QJsonArray array;
    for (const PullResult &result : results) {
        array.append(QJsonObject{{u"path"_s, textOrNull(result.path)},
                                 {u"kind"_s, nameOrNull(result.kind)},
                                 {u"id"_s, result.id},
                                 {u"version"_s, textOrNull(result.version)},
                                 {u"outcome"_s, nameOf(result.outcome)},
                                 {u"httpStatus"_s, statusOrNull(result.error)},
                                 {u"detail"_s, detailOrNull(result.error)},
                                 {u"message"_s, result.message},
                                 {u"remedy"_s, result.remedy}});
    }
    return {{u"root"_s, root}, {u"results"_s, array}};
}

} // namespace owui
