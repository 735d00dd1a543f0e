// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/plan/comparison.h"
#include "compare/plan/plan.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

struct ComparisonTexts
{
    Q_DECLARE_TR_FUNCTIONS(Comparison)
};

struct PlanActionTexts
{
    Q_DECLARE_TR_FUNCTIONS(Plan)
};

/// As people say it, in the coarsest unit that still tells something.
QString ageText(const QDateTime &then)
{
    constexpr int daysOfMonth = 30;
    constexpr int daysOfYear = 365;
    const int days = static_cast<int>(std::max<qint64>(0, then.daysTo(QDateTime::currentDateTimeUtc())));
    if (days == 0) {
        return ComparisonTexts::tr("today");
    }
    if (days < 2 * daysOfMonth) {
        return ComparisonTexts::tr("%n day(s) ago", nullptr, days);
    }
    return days < 2 * daysOfYear ? ComparisonTexts::tr("%n month(s) ago", nullptr, days / daysOfMonth)
                                 : ComparisonTexts::tr("%n year(s) ago", nullptr, days / daysOfYear);
}

QString originText(const Comparison &comparison)
{
    const TextOrigin &origin = comparison.origin;
    switch (origin.kind) {
    case TextOrigin::Kind::EarlierCommit: {
        const QString when = ageText(origin.committed);
        return origin.formatted
                   ? ComparisonTexts::tr("The server has an earlier commit, formatted anew (%1, %2).")
                         .arg(origin.commit, when)
                   : ComparisonTexts::tr("The server has an earlier commit (%1, %2).").arg(origin.commit, when);
    }
    case TextOrigin::Kind::InRepository:
        return ComparisonTexts::tr(
            "The server's text is in the folder's repository, but not in the history of this file.");
    case TextOrigin::Kind::EditedOnServer:
        return ComparisonTexts::tr(
            "The server's text is in no commit of this file: somebody edited it there, or deployed it "
            "from elsewhere.");
    case TextOrigin::Kind::SentFromHere:
        return ComparisonTexts::tr("The server has what was deployed from here before.");
    case TextOrigin::Kind::BroughtHere:
        return ComparisonTexts::tr("The server has what was brought into the file from there.");
    case TextOrigin::Kind::NotLookedUp:
    case TextOrigin::Kind::CannotTell:
        break;
    }
    return isEditedOnServer(comparison)
               ? ComparisonTexts::tr(
                     "The server's text is none that was sent from here: somebody edited it there, or deployed it "
                     "from elsewhere.")
               : QString();
}

QString versionsText(const Comparison &comparison)
{
    const auto named = [](const QString &version) {
        return version.isEmpty() ? ComparisonTexts::tr("no version", "a header without one") : version;
    };
    switch (comparison.state) {
    case CompareState::Newer:
        return ComparisonTexts::tr("%1 here is newer than %2 on the server.")
            .arg(comparison.versionHere, comparison.versionThere);
    case CompareState::Older:
        return ComparisonTexts::tr("%1 on the server is newer than %2 here.")
            .arg(comparison.versionThere, comparison.versionHere);
    case CompareState::Changed:
        return ComparisonTexts::tr("Both say %1, but they differ: the version was not raised.")
            .arg(comparison.versionHere);
    case CompareState::Differs:
        return ComparisonTexts::tr("They differ, and the versions have no order: %1 here, %2 on the server.")
            .arg(named(comparison.versionHere), named(comparison.versionThere));
    case CompareState::Missing:
    case CompareState::Same:
    case CompareState::Unknown:
        break;
    }
    return {};
}

QString differenceText(const Comparison &comparison)
{
    switch (comparison.difference) {
    case TextDifference::LineEnds:
        return ComparisonTexts::tr("The texts differ only in line ends.");
    case TextDifference::Formatting:
        return ComparisonTexts::tr("The texts differ only in formatting.");
    case TextDifference::None:
        return comparison.nameChanges && comparison.descriptionChanges
                   ? ComparisonTexts::tr("Only the name and the description would change.")
               : comparison.nameChanges ? ComparisonTexts::tr("Only the name would change.")
                                        : ComparisonTexts::tr("Only the description would change.");
    case TextDifference::Content:
        break;
    }
    return {};
}

QString unknownText(const Comparison &comparison)
{
    if (comparison.problem) {
        return comparison.problem->text;
    }
    return comparison.server.presence == Presence::Found
               ? ComparisonTexts::tr("The server does not show its text, so they cannot be compared.")
               : ComparisonTexts::tr("Nobody has looked yet whether the server has it.");
}

} // namespace

template<>
WordTable<CompareState> wordsOf()
{
    static constexpr Word<CompareState> words[] = {
        {CompareState::Missing, "missing", QT_TRANSLATE_NOOP("Comparison", "not on the server")},
        {CompareState::Newer, "newer", QT_TRANSLATE_NOOP("Comparison", "newer here")},
        {CompareState::Same, "same", QT_TRANSLATE_NOOP("Comparison", "same")},
        {CompareState::Changed, "changed", QT_TRANSLATE_NOOP("Comparison", "changed, version not raised")},
        {CompareState::Differs, "differs", QT_TRANSLATE_NOOP("Comparison", "differs")},
        {CompareState::Older, "older", QT_TRANSLATE_NOOP("Comparison", "newer there")},
        {CompareState::Unknown, "unknown",
         QT_TRANSLATE_NOOP3("Comparison", "unknown", "how a file and the server compare")},
    };
    return {.words = words, .context = "Comparison"};
}

QString comparisonDetail(const Comparison &comparison)
{
    if (comparison.state == CompareState::Unknown) {
        return unknownText(comparison);
    }
    if (comparison.state == CompareState::Missing || comparison.state == CompareState::Same) {
        return {};
    }
    QStringList sentences{versionsText(comparison), differenceText(comparison), originText(comparison)};
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

QString planActionText(const PlanRow &row)
{
    switch (row.action) {
    case PlanAction::Create:
        return PlanActionTexts::tr("create %1", "%1 is a version").arg(row.versionTo).trimmed();
    case PlanAction::None:
        return PlanActionTexts::tr("unchanged", "what a plan does with a plugin");
    case PlanAction::Blocked:
        return PlanActionTexts::tr("blocked", "what a plan does with a plugin");
    case PlanAction::Update:
        break;
    }
    if (row.comparison.kindChanges) {
        return PlanActionTexts::tr("change the type");
    }
    if (row.versionFrom.isEmpty() || row.versionTo.isEmpty() || row.versionFrom == row.versionTo) {
        return PlanActionTexts::tr("update %1", "%1 is a version").arg(row.versionTo).trimmed();
    }
    return row.comparison.order == VersionOrder::Older
               ? PlanActionTexts::tr("downgrade %1 → %2").arg(row.versionFrom, row.versionTo)
               : PlanActionTexts::tr("update %1 → %2").arg(row.versionFrom, row.versionTo);
}

} // namespace owui
