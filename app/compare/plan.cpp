// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/plan.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

using Code = PlanWarningCode;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Plan)
};

/// Adds the warnings of one row, the gravest first.
class RowMaker final
{
public:
    RowMaker(const Plugin &plugin, const Comparison &comparison, const PlanContext &context)
        : m_context(context)
    {
        m_row.plugin = plugin;
        m_row.comparison = comparison;
        m_row.versionFrom = comparison.versionThere;
        m_row.versionTo = comparison.versionHere;
    }

    PlanRow make(const std::optional<QStringList> &storedValves);

private:
    [[nodiscard]] bool isBlocked();
    [[nodiscard]] int settingRequests() const;
    void warnOfServer();
    void warnOfTwin();
    void warnOfContent(const std::optional<QStringList> &storedValves);
    void inform();
    void add(Code code, const QString &text, std::optional<Consent> consent = {})
    {
        m_row.warnings.append({.code = code, .text = text, .consent = consent});
    }

    const PlanContext &m_context;
    PlanRow m_row;
};

PlanRow RowMaker::make(const std::optional<QStringList> &storedValves)
{
    const Comparison &comparison = m_row.comparison;
    if (isBlocked()) {
        m_row.action = PlanAction::Blocked;
        return m_row;
    }
    if (comparison.state == CompareState::Same) {
        m_row.action = PlanAction::None;
        return m_row;
    }
    const bool creates = comparison.state == CompareState::Missing;
    m_row.action = creates ? PlanAction::Create : PlanAction::Update;
    // A look, the change, and the look back that a create needs: its answer does not carry the content.
    m_row.requests = creates ? 3 : 2;
    if (creates) {
        warnOfTwin();
    } else {
        warnOfServer();
    }
    warnOfContent(storedValves);
    inform();
    m_row.requests += creates ? 0 : settingRequests();
    return m_row;
}

/// The names of the stored settings decide, or somebody agreed; what is in doubt is asked for after the update.
int RowMaker::settingRequests() const
{
    const bool inDoubt = m_row.comparison.valves.cannotTell || m_row.consents().contains(Consent::Valves);
    return inDoubt ? 2 : needsStoredValves(m_row.comparison) ? 1 : 0;
}

bool RowMaker::isBlocked()
{
    const Plugin &plugin = m_row.plugin;
    if (m_row.comparison.problem) {
        add(Code::FileProblem, m_row.comparison.problem->text);
        return true;
    }
    if (!plugin.deployable()) {
        const auto error = std::ranges::find(plugin.findings, Severity::Error, &Finding::severity);
        add(Code::FileProblem, error != plugin.findings.end() ? error->text()
                               : plugin.skipped               ? textOf(*plugin.skipped)
                                                              : Texts::tr("The plugin has no id."));
        return true;
    }
    if (plugin.kind == PluginKind::Event && !m_context.release.hasEventFunctions()) {
        add(Code::NoEventFunctions, Texts::tr("Event functions need Open WebUI 0.10 or newer; the server has %1.")
                                        .arg(m_context.release.text()));
        return true;
    }
    return false;
}

void RowMaker::warnOfServer()
{
    const Comparison &comparison = m_row.comparison;
    if (comparison.server.presence != Presence::Found) {
        add(Code::NotLookedUp, Texts::tr("The server cannot tell what it has. It is sent an update first, and where "
                                         "that is refused it is created."));
        return;
    }
    if (comparison.server.digest.isEmpty()) {
        add(Code::ContentHidden,
            Texts::tr("The server does not show its text, so nobody can tell what would be replaced, and there is no "
                      "way back."),
            Consent::NoWayBack);
    }
    if (comparison.origin.kind == TextOrigin::Kind::EditedOnServer) {
        add(Code::EditedOnServer,
            Texts::tr("The server's text is in no commit of this file: somebody edited it there, or deployed it from "
                      "elsewhere. It would be replaced."),
            Consent::EditedOnServer);
    }
    if (comparison.order == VersionOrder::Older) {
        add(Code::OlderThanServer,
            Texts::tr("The server has %1, which is newer than %2 here.")
                .arg(comparison.versionThere, comparison.versionHere),
            Consent::Downgrade);
    }
    if (comparison.kindChanges) {
        add(Code::TypeChange, Texts::tr("On the server “%1” is another kind of function.").arg(m_row.plugin.id),
            Consent::TypeChange);
    }
}

void RowMaker::warnOfTwin()
{
    const QSet<QString> &others =
        spaceOf(*m_row.plugin.kind) == PluginSpace::Tool ? m_context.toolIds : m_context.functionIds;
    const std::optional<ServerPlugin> twin = m_context.twins.find(m_row.plugin, others);
    if (twin) {
        m_row.lookAlikeId = twin->id;
        add(Code::LooksLikeOther,
            Texts::tr("It looks like “%1” (%2) on the server. Pin that id, or a second copy is created.")
                .arg(twin->id, twin->name),
            Consent::SecondCopy);
    }
}

void RowMaker::warnOfContent(const std::optional<QStringList> &storedValves)
{
    const Comparison &comparison = m_row.comparison;
    const QString required = m_row.plugin.header.value(u"required_open_webui_version");
    if (m_context.release.isTooOldFor(required)) {
        add(Code::ReleaseTooOld,
            Texts::tr("The header asks for Open WebUI %1; the server has %2.").arg(required, m_context.release.text()),
            Consent::ReleaseTooOld);
    }
    if (!comparison.requirementsAdded.isEmpty()) {
        add(Code::RequirementsAdded,
            Texts::tr("The server installs %1.").arg(comparison.requirementsAdded.join(u", "_s)));
    }
    m_row.warnings.append(valveWarnings(comparison.valves, storedValves));
    if (!comparison.userValves.isEmpty()) {
        const ValveChanges &users = comparison.userValves;
        QStringList names = users.removed + users.newlyRequired;
        std::ranges::transform(users.retyped, std::back_inserter(names), &ValveChanges::Retyped::name);
        names.removeDuplicates();
        add(Code::UserValvesChange,
            Texts::tr("Settings that each user may have made no longer fit: %1.").arg(names.join(u", "_s)));
    }
}

void RowMaker::inform()
{
    const Comparison &comparison = m_row.comparison;
    if (comparison.nameChanges) {
        add(Code::NameChanges, Texts::tr("The name on the server becomes that of the header."));
    }
    if (comparison.descriptionChanges) {
        add(Code::DescriptionChanges, Texts::tr("The description on the server becomes that of the header."));
    }
    if (comparison.valves.cannotTell) {
        add(Code::ValvesNotRead,
            Texts::tr("Whether the stored settings still fit cannot be told from the texts without running them."));
    }
    if (comparison.difference == TextDifference::LineEnds) {
        add(Code::OnlyLineEnds, Texts::tr("The texts differ only in line ends."));
    } else if (comparison.difference == TextDifference::Formatting) {
        add(Code::OnlyFormatting, Texts::tr("The texts differ only in formatting."));
    } else if (comparison.state == CompareState::Changed && comparison.difference == TextDifference::Content) {
        add(Code::VersionNotRaised, Texts::tr("The version was not raised."));
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

bool PlanRow::isTickedAtFirst() const
{
    const bool sends = action == PlanAction::Create || action == PlanAction::Update;
    return sends && comparison.state != CompareState::Unknown && comparison.state != CompareState::Older &&
           consents().isEmpty();
}

PlanRow planRow(const Plugin &plugin, const Comparison &comparison, const std::optional<QStringList> &storedValves,
                const PlanContext &context)
{
    return RowMaker(plugin, comparison, context).make(storedValves);
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

bool needsStoredValves(const Comparison &comparison)
{
    return !comparison.valves.isEmpty();
}

QList<PlanWarning> valveWarnings(const ValveChanges &changes, const std::optional<QStringList> &storedValves)
{
    const ValveChanges left = withStoredNames(changes, storedValves);
    QList<PlanWarning> warnings;
    if (!left.retyped.isEmpty()) {
        QStringList fields;
        for (const ValveChanges::Retyped &field : left.retyped) {
            fields.append(u"%1 (%2 → %3)"_s.arg(field.name, field.from, field.to));
        }
        warnings.append({.code = Code::ValvesRetyped,
                         .text = Texts::tr("Stored settings may not fit their new type: %1.").arg(fields.join(u", "_s)),
                         .consent = Consent::Valves});
    }
    if (!left.newlyRequired.isEmpty()) {
        warnings.append({.code = Code::ValvesNewlyRequired,
                         .text = Texts::tr("The new code needs settings that have no value on the server, and fails "
                                           "without them: %1.")
                                     .arg(left.newlyRequired.join(u", "_s)),
                         .consent = Consent::Valves});
    }
    QStringList removed = left.removed;
    QStringList renamed;
    for (const ValveChanges::Renamed &field : left.renamed) {
        removed.removeAll(field.from);
        renamed.append(u"%1 → %2"_s.arg(field.from, field.to));
    }
    if (!renamed.isEmpty()) {
        warnings.append({.code = Code::ValvesRenamed,
                         .text = Texts::tr("Settings look renamed, and a stored value does not move along: %1.")
                                     .arg(renamed.join(u", "_s)),
                         .consent = {}});
    }
    if (!removed.isEmpty()) {
        warnings.append(
            {.code = Code::ValvesRemoved,
             .text = Texts::tr("The new code no longer uses these stored settings: %1.").arg(removed.join(u", "_s)),
             .consent = {}});
    }
    return warnings;
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

QString planActionText(const PlanRow &row)
{
    switch (row.action) {
    case PlanAction::Create:
        return Texts::tr("create %1", "%1 is a version").arg(row.versionTo).trimmed();
    case PlanAction::None:
        return Texts::tr("unchanged", "what a plan does with a plugin");
    case PlanAction::Blocked:
        return Texts::tr("blocked", "what a plan does with a plugin");
    case PlanAction::Update:
        break;
    }
    if (row.comparison.kindChanges) {
        return Texts::tr("change the type");
    }
    if (row.versionFrom.isEmpty() || row.versionTo.isEmpty() || row.versionFrom == row.versionTo) {
        return Texts::tr("update %1", "%1 is a version").arg(row.versionTo).trimmed();
    }
    return row.comparison.order == VersionOrder::Older
               ? Texts::tr("downgrade %1 → %2").arg(row.versionFrom, row.versionTo)
               : Texts::tr("update %1 → %2").arg(row.versionFrom, row.versionTo);
}

} // namespace owui
