// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/plan/plan.h"

#include "isolated.h"
#include "shorttime.h"
#include "windowprogram.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

using Code = PlanWarningCode;

struct PlanTexts
{
    Q_DECLARE_TR_FUNCTIONS(Plan)
};

QString summaryOf(const ValveChanges &changes)
{
    QStringList names = changes.removed + changes.newlyRequired;
    std::ranges::transform(changes.retyped, std::back_inserter(names), &ValveChanges::Retyped::name);
    names.removeDuplicates();
    return names.join(u", "_s);
}

/// Adds the warnings of one row, the gravest first.
class RowMaker final
{
public:
    RowMaker(const PlanInput &input, const PlanContext &context)
        : m_input(input)
        , m_context(context)
    {
        m_row.plugin = input.plugin;
        m_row.comparison = input.comparison;
        m_row.versionFrom = input.comparison.versionThere;
        m_row.versionTo = input.comparison.versionHere;
    }

    PlanRow make();

private:
    [[nodiscard]] bool cannotBeSent();
    [[nodiscard]] int settingRequests() const;
    void warnOfChanges();
    void warnOfServerChange();
    void warnOfCode();
    void warnOfServer();
    void warnOfOrigin();
    void warnOfTwin();
    void warnOfContent();
    void warnOfValves();
    void inform();
    void add(Code code, const QString &text) { m_row.warnings.append({.code = code, .text = text}); }
    void block(Code code, const Problem &problem)
    {
        m_row.warnings.append({.code = code, .text = problem.text, .remedy = problem.remedy, .blocks = true});
    }
    void ask(Code code, Consent consent, const Problem &problem)
    {
        m_row.warnings.append({.code = code, .text = problem.text, .remedy = problem.remedy, .consent = consent});
    }
    /// Nobody can agree to it for a production server.
    void askButOnProduction(Code code, Consent consent, const Problem &problem)
    {
        if (m_context.production) {
            block(code, problem);
        } else {
            ask(code, consent, problem);
        }
    }

    const PlanInput &m_input;
    const PlanContext &m_context;
    PlanRow m_row;
};

PlanRow RowMaker::make()
{
    const CompareState state = m_row.comparison.state;
    m_row.action = PlanAction::Blocked;
    if (cannotBeSent()) {
        return m_row;
    }
    warnOfChanges();
    warnOfCode();
    const auto isBlocked = [this] { return std::ranges::any_of(m_row.warnings, &PlanWarning::blocks); };
    if (state == CompareState::Same) {
        m_row.action = isBlocked() ? PlanAction::Blocked : PlanAction::None;
        return m_row;
    }
    const bool creates = state == CompareState::Missing;
    if (creates) {
        warnOfTwin();
    } else {
        warnOfServer();
    }
    warnOfContent();
    inform();
    if (!isBlocked()) {
        m_row.action = creates ? PlanAction::Create : PlanAction::Update;
        // A look, the change, and the look back that a create needs: its answer does not carry the content.
        m_row.requests = creates ? 3 : 2 + settingRequests();
    }
    return m_row;
}

/// The names of the stored settings decide, or somebody agreed; what is in doubt is asked for after the update.
int RowMaker::settingRequests() const
{
    return m_row.leavesSettingsInDoubt() ? 2 : needsStoredValves(m_row.comparison, {}) ? 1 : 0;
}

bool RowMaker::cannotBeSent()
{
    const Comparison &comparison = m_row.comparison;
    if (comparison.problem) {
        block(Code::FileProblem, *comparison.problem);
    } else if (const std::optional<Problem> problem = fileProblem(m_row.plugin)) {
        block(Code::FileProblem, *problem);
    } else if (m_row.plugin.kind == PluginKind::Event && !m_context.release.hasEventFunctions()) {
        block(Code::NoEventFunctions,
              {PlanTexts::tr("Event functions need Open WebUI 0.10 or newer; the server has %1.")
                   .arg(m_context.release.text()),
               PlanTexts::tr("Update the server, or leave this plugin out.")});
    } else if (comparison.server.presence == Presence::Failed) {
        const bool isOff = m_input.lookError.kind == ServerErrorKind::PluginsDisabled;
        block(Code::ServerNotAsked,
              {isOff ? failureText(m_input.lookError)
                     : PlanTexts::tr("Nothing was sent, because the server could not be asked what it has. %1")
                           .arg(failureText(m_input.lookError)),
               m_input.lookError.remedy()});
    }
    return !m_row.warnings.isEmpty();
}

/// Of what somebody looked at before: a branch may have been switched, or a colleague may have saved.
void RowMaker::warnOfChanges()
{
    const Comparison &comparison = m_row.comparison;
    if (!m_input.lookedAt.digest.isEmpty() && m_input.lookedAt.digest != comparison.digest) {
        askButOnProduction(Code::ChangedOnDisk, Consent::ChangedOnDisk,
                           {PlanTexts::tr("The file changed on disk since you looked."),
                            PlanTexts::tr("Look at the difference, then plan it again.")});
    }
    if (m_input.lookedAt.server.isChangedBy(comparison.server)) {
        warnOfServerChange();
    }
}

void RowMaker::warnOfServerChange()
{
    const ServerStamp &now = m_row.comparison.server;
    const QString time = shortMoment(QDateTime::fromSecsSinceEpoch(now.updatedAt));
    const QString text =
        now.presence == Presence::Missing ? PlanTexts::tr("It was deleted on the server since you looked.")
        : m_input.changedBy.isEmpty()
            ? PlanTexts::tr("It was changed on the server at %1, since you looked.").arg(time)
            : PlanTexts::tr("It was changed on the server by %1 at %2, since you looked.").arg(m_input.changedBy, time);
    askButOnProduction(Code::ChangedSincePlan, Consent::ChangedSincePlan,
                       {text, PlanTexts::tr("Look at the difference, then plan it again.")});
}

void RowMaker::warnOfCode()
{
    const std::optional<LocalCheckResult> &check = m_input.localCheck;
    const std::optional<Finding> found = check ? check->finding() : std::nullopt;
    if (check && check->status == LocalCheckResult::Status::Refused) {
        const bool mayBeSwitchedOff = spaceOf(*m_row.plugin.kind) == PluginSpace::Function &&
                                      m_row.comparison.state != CompareState::Missing &&
                                      m_context.release.mayDeactivateOnFailure();
        const QString what = found->code == FindingCode::PythonNewer ? found->text()
                             : check->line > 0
                                 ? PlanTexts::tr("Python here cannot compile it: %1 (line %2).")
                                       .arg(check->message, QString::number(check->line))
                                 : PlanTexts::tr("Python here cannot compile it: %1.").arg(check->message);
        ask(Code::NotCompilable, Consent::LocalCheck,
            {what, mayBeSwitchedOff
                       ? PlanTexts::tr("Mend the file. Sending it could switch the function off for everybody.")
                       : PlanTexts::tr("Mend the file.")});
    } else if (found && found->code == FindingCode::PythonNewer) {
        add(Code::PythonNewer, Problem{found->text(), found->remedy()}.sentences());
    }
    const QString required = m_row.plugin.header.value(u"required_open_webui_version");
    if (m_context.release.isTooOldFor(required)) {
        ask(Code::ReleaseTooOld, Consent::ReleaseTooOld,
            {PlanTexts::tr("The header asks for Open WebUI %1; the server has %2.")
                 .arg(required, m_context.release.text()),
             PlanTexts::tr("Update the server first.")});
    }
}

void RowMaker::warnOfServer()
{
    const Comparison &comparison = m_row.comparison;
    if (comparison.server.presence != Presence::Found) {
        const Problem blind{
            PlanTexts::tr("Nobody can look at what the server has of it, so there is no way back. It is "
                          "sent an update first, and where that is refused it is created."),
            PlanTexts::tr("Confirm that it should be sent all the same.")};
        if (m_context.production) {
            ask(Code::NotLookedUp, Consent::Blind, blind);
        } else {
            add(Code::NotLookedUp, blind.text);
        }
        return;
    }
    if (!comparison.server.showsText) {
        askButOnProduction(
            Code::ContentHidden, Consent::NoWayBack,
            {PlanTexts::tr(
                 "The server does not show its text, so nobody can tell what would be replaced, and there is no "
                 "way back."),
             m_context.production
                 ? PlanTexts::tr(
                       "Use the key of an account that may read it. To a server that is not marked as production "
                       "it can be sent all the same.")
                 : PlanTexts::tr(
                       "Use the key of an account that may read it, or confirm that it should be replaced.")});
    }
    warnOfOrigin();
    if (comparison.order == VersionOrder::Older) {
        ask(Code::OlderThanServer, Consent::Downgrade,
            {PlanTexts::tr("The server has %1, which is newer than %2 here.")
                 .arg(comparison.versionThere, comparison.versionHere),
             PlanTexts::tr("Confirm that the older version should replace it.")});
    }
    if (comparison.kindChanges) {
        ask(Code::TypeChange, Consent::TypeChange,
            {PlanTexts::tr("On the server “%1” is another kind of function.").arg(isolated(m_row.plugin.id)),
             PlanTexts::tr("Confirm that it should change its kind, or set another id.")});
    }
}

void RowMaker::warnOfOrigin()
{
    const Comparison &comparison = m_row.comparison;
    if (isEditedOnServer(comparison)) {
        ask(Code::EditedOnServer, Consent::EditedOnServer,
            {comparison.origin.kind == TextOrigin::Kind::EditedOnServer
                 ? PlanTexts::tr(
                       "The server's text is in no commit of this file: somebody edited it there, or deployed it "
                       "from elsewhere. It would be replaced.")
                 : PlanTexts::tr(
                       "The server's text is none that was sent from here: somebody edited it there, or deployed "
                       "it from elsewhere. It would be replaced."),
             PlanTexts::tr("Look at the difference. Save the server's text to the folder, or confirm that it should be "
                           "replaced.")});
    }
}

void RowMaker::warnOfTwin()
{
    if (const std::optional<ServerPlugin> &twin = m_input.twin) {
        m_row.lookAlikeId = twin->id;
        ask(Code::LooksLikeOther, Consent::SecondCopy,
            {PlanTexts::tr("It looks like “%1” (%2) on the server. Use that id, or a second copy is created.")
                 .arg(isolated(twin->id), isolated(twin->name)),
             (isWindowProgram()
                  ? PlanTexts::tr("To keep that id, write “id: %1” into the header, or set it for the file.")
                  : PlanTexts::tr(
                        "To keep that id, write “id: %1” into the header, or keep it with “owui-deploy pin FILE %1”."))
                 .arg(twin->id)});
    }
}

void RowMaker::warnOfContent()
{
    const Comparison &comparison = m_row.comparison;
    if (!comparison.requirementsAdded.isEmpty()) {
        add(Code::RequirementsAdded,
            PlanTexts::tr("The server installs %1.").arg(comparison.requirementsAdded.join(u", "_s)));
    }
    warnOfValves();
    if (!comparison.userValves.isEmpty()) {
        add(Code::UserValvesChange, PlanTexts::tr("Settings that each user may have made no longer fit: %1.")
                                        .arg(summaryOf(comparison.userValves)));
    }
}

void RowMaker::warnOfValves()
{
    const ValveChanges left = withStoredNames(m_row.comparison.valves, m_input.storedValves);
    const QString remedy = PlanTexts::tr("Give the settings a default in the code or a value on the server, or confirm "
                                         "that it should be sent.");
    if (!left.retyped.isEmpty()) {
        QStringList fields;
        for (const ValveChanges::Retyped &field : left.retyped) {
            fields.append(u"%1 (%2 → %3)"_s.arg(field.name, field.from, field.to));
        }
        ask(Code::ValvesRetyped, Consent::Valves,
            {PlanTexts::tr("Stored settings may not fit their new type: %1.").arg(fields.join(u", "_s)), remedy});
    }
    if (!left.newlyRequired.isEmpty()) {
        ask(Code::ValvesNewlyRequired, Consent::Valves,
            {PlanTexts::tr("The new code needs settings that have no value on the server, and fails without them: %1.")
                 .arg(left.newlyRequired.join(u", "_s)),
             remedy});
    }
    if (m_input.valvesError && m_row.consents().contains(Consent::Valves)) {
        const QString text = PlanTexts::tr("Which settings the server keeps could not be asked. %1")
                                 .arg(failureText(m_input.valvesError));
        // Agreeing to lose them is no way out where the next try may tell.
        if (m_input.valvesError.isBusy()) {
            block(Code::ValvesNotAsked, {text, m_input.valvesError.remedy()});
        } else {
            ask(Code::ValvesNotAsked, Consent::Valves, {text, {}});
        }
    }
    QStringList removed = left.removed;
    QStringList renamed;
    for (const ValveChanges::Renamed &field : left.renamed) {
        removed.removeAll(field.from);
        renamed.append(u"%1 → %2"_s.arg(field.from, field.to));
    }
    if (!renamed.isEmpty()) {
        add(Code::ValvesRenamed, PlanTexts::tr("Settings look renamed, and a stored value does not move along: %1.")
                                     .arg(renamed.join(u", "_s)));
    }
    if (!removed.isEmpty()) {
        add(Code::ValvesRemoved,
            PlanTexts::tr("The new code no longer uses these stored settings: %1.").arg(removed.join(u", "_s)));
    }
}

void RowMaker::inform()
{
    const Comparison &comparison = m_row.comparison;
    if (comparison.origin.kind == TextOrigin::Kind::CannotTell && !isEditedOnServer(comparison)) {
        add(Code::OriginUnknown,
            PlanTexts::tr("Nothing here tells who wrote the server's text, which is replaced: nothing "
                          "was sent from here before, and Git does not know it."));
    }
    if (comparison.nameChanges) {
        add(Code::NameChanges, PlanTexts::tr("The name on the server becomes that of the header."));
    }
    if (comparison.descriptionChanges) {
        add(Code::DescriptionChanges, PlanTexts::tr("The description on the server becomes that of the header."));
    }
    if (comparison.valves.cannotTell) {
        add(Code::ValvesNotRead,
            PlanTexts::tr("Whether the stored settings still fit cannot be told from the texts without running them."));
    }
    if (comparison.difference == TextDifference::LineEnds) {
        add(Code::OnlyLineEnds, PlanTexts::tr("The texts differ only in line ends."));
    } else if (comparison.difference == TextDifference::Formatting) {
        add(Code::OnlyFormatting, PlanTexts::tr("The texts differ only in formatting."));
    } else if (comparison.state == CompareState::Changed && comparison.difference == TextDifference::Content) {
        if (!comparison.raisedVersion.isEmpty()) {
            m_row.versionTo = comparison.raisedVersion;
            add(Code::VersionRaised, PlanTexts::tr("The version in the file is raised to %1 before it is sent.")
                                         .arg(comparison.raisedVersion));
        } else if (comparison.notRaised) {
            add(Code::VersionNotRaised,
                PlanTexts::tr("The version was not raised. %1").arg(comparison.notRaised->sentences()));
        } else {
            add(Code::VersionNotRaised, PlanTexts::tr("The version was not raised."));
        }
    }
}

} // namespace

Consents PlanRow::consents() const
{
    Consents all;
    for (const PlanWarning &warning : warnings) {
        if (warning.consent) {
            all.insert(*warning.consent);
        }
    }
    return all;
}

bool PlanRow::has(PlanWarningCode code) const
{
    return std::ranges::find(warnings, code, &PlanWarning::code) != warnings.end();
}

bool PlanRow::isTickedAtFirst() const
{
    const bool sends = action == PlanAction::Create || action == PlanAction::Update;
    // Where the file looks wrong, somebody decides as well.
    const bool isWarned =
        std::ranges::find(plugin.findings, Severity::Warning, &Finding::severity) != plugin.findings.end();
    return sends && !isWarned && comparison.state != CompareState::Unknown && comparison.state != CompareState::Older &&
           consents().isEmpty();
}

LookedAt PlanRow::lookedAt() const
{
    return {.digest = comparison.digest, .server = comparison.server};
}

bool PlanRow::leavesSettingsInDoubt() const
{
    return comparison.valves.cannotTell || consents().contains(Consent::Valves);
}

PlanRow planRow(const PlanInput &input, const PlanContext &context)
{
    return RowMaker(input, context).make();
}

std::optional<Problem> fileProblem(const Plugin &plugin)
{
    const auto error = std::ranges::find(plugin.findings, Severity::Error, &Finding::severity);
    if (error != plugin.findings.end()) {
        return Problem{error->text(), error->remedy()};
    }
    if (plugin.skipped) {
        return Problem{textOf(*plugin.skipped),
                       !plugin.includable ? QString()
                       : isWindowProgram()
                           ? PlanTexts::tr("Include the file if it should be deployed.")
                           : PlanTexts::tr("If it should be deployed, say so with “owui-deploy include FILE”.")};
    }
    if (!plugin.kind || plugin.id.isEmpty()) {
        return Problem{PlanTexts::tr("The plugin has no id."), PlanTexts::tr("Set an id for it.")};
    }
    return {};
}

bool needsOrigin(const Comparison &comparison, const Consents &agreed)
{
    return comparison.difference != TextDifference::None && comparison.origin.kind == TextOrigin::Kind::NotLookedUp &&
           !agreed.contains(Consent::EditedOnServer);
}

bool needsSentTexts(const Consents &agreed)
{
    return !agreed.contains(Consent::EditedOnServer);
}

bool needsTwin(const Comparison &comparison, const Consents &agreed)
{
    return comparison.state == CompareState::Missing && !agreed.contains(Consent::SecondCopy);
}

bool needsStoredValves(const Comparison &comparison, const Consents &agreed)
{
    return !comparison.valves.isEmpty() && !agreed.contains(Consent::Valves);
}

bool needsChangedBy(const LookedAt &lookedAt, const Comparison &comparison, const Consents &agreed)
{
    return lookedAt.server.isChangedBy(comparison.server) && !agreed.contains(Consent::ChangedSincePlan);
}

int sharedRequests(const QList<PlanRow> &rows)
{
    QSet<PluginSpace> searched;
    bool hasPipes = false;
    for (const PlanRow &row : rows) {
        hasPipes = hasPipes || row.plugin.kind == PluginKind::Pipe;
        if (row.action == PlanAction::Create && !row.consents().contains(Consent::SecondCopy)) {
            searched.insert(spaceOf(*row.plugin.kind));
        }
    }
    return !rows.isEmpty() ? 1 + static_cast<int>(searched.size()) + (hasPipes ? 1 : 0) : 0;
}

template<>
WordTable<PlanAction> wordsOf()
{
    static constexpr Word<PlanAction> words[] = {
        {PlanAction::Create, "create"},
        {PlanAction::Update, "update"},
        {PlanAction::None, "none"},
        {PlanAction::Blocked, "blocked"},
    };
    return {.words = words};
}

} // namespace owui
