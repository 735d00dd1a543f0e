// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/output/pullresult.h"

#include "commandline/arguments/names.h"
#include "commandline/output/jsonoutput.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace owui {

QString pullOutcomeName(PullOutcome outcome)
{
    switch (outcome) {
    case PullOutcome::Written:
        return u"written"_s;
    case PullOutcome::Unchanged:
        return u"unchanged"_s;
    case PullOutcome::Blocked:
        return u"blocked"_s;
    case PullOutcome::Failed:
        return u"failed"_s;
    case PullOutcome::Cancelled:
        return u"cancelled"_s;
    }
    return {};
}

QString pullOutcomeText(PullOutcome outcome)
{
    switch (outcome) {
    case PullOutcome::Written:
        return QCoreApplication::translate("CommandLine", "written");
    case PullOutcome::Unchanged:
        return QCoreApplication::translate("CommandLine", "unchanged");
    case PullOutcome::Blocked:
        return QCoreApplication::translate("CommandLine", "blocked");
    case PullOutcome::Failed:
        return QCoreApplication::translate("CommandLine", "failed");
    case PullOutcome::Cancelled:
        return QCoreApplication::translate("CommandLine", "cancelled");
    }
    return {};
}

const QList<PullOutcome> &allPullOutcomes()
{
    static const QList<PullOutcome> all = {PullOutcome::Written, PullOutcome::Unchanged, PullOutcome::Blocked,
                                           PullOutcome::Failed, PullOutcome::Cancelled};
    return all;
}

QJsonObject pullDocument(const QJsonObject &server, const QString &root, const QList<PullResult> &results)
{
    QJsonArray array;
    for (const PullResult &result : results) {
        array.append(
            QJsonObject{{u"path"_s, textOrNull(result.path)},
                        {u"kind"_s, result.kind ? QJsonValue(kindName(*result.kind)) : QJsonValue(QJsonValue::Null)},
                        {u"id"_s, result.id},
                        {u"version"_s, textOrNull(result.version)},
                        {u"outcome"_s, pullOutcomeName(result.outcome)},
                        {u"httpStatus"_s, statusOrNull(result.error)},
                        {u"detail"_s, detailOrNull(result.error)},
                        {u"message"_s, result.message},
                        {u"remedy"_s, result.remedy}});
    }
    return {{u"server"_s, server}, {u"root"_s, root}, {u"results"_s, array}};
}

} // namespace owui
