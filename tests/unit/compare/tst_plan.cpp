// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/plan.h"
#include "compare/storedtext.h"
#include "plugins/pluginfile.h"

#include <QJsonObject>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace owui;

using Code = PlanWarningCode;
Q_DECLARE_METATYPE(owui::PlanAction)

/// At first an update 1.0 → 2.0 that nothing stands against; each case of the table changes something.
struct Case
{
    QByteArray here;
    Sighting seen;
    PlanContext context;
    std::optional<QStringList> stored{};
    bool edited = false;
    bool broken = false;

    [[nodiscard]] ServerPlugin &there() { return *seen.plugin; }
};
using Change = std::function<void(Case &)>;
Q_DECLARE_METATYPE(Change)

class PlanTest final : public QObject
{
    Q_OBJECT

private slots:
    void rows_data();
    void rows();
    void everyCodeIsMade();
    void namesAreStable();
    void actionTexts();
    void blockedFile();
    void requestsAreCounted();
};

namespace {

const QByteArray valvesHere = "class Valves(BaseModel):\n        a: str\n        n: int\n        apiKey: str = \"\"\n";
const QByteArray valvesThere =
    "class Valves(BaseModel):\n        a: int = 1\n        api_key: str = \"\"\n        old: bool = True\n";

QByteArray filter(const QByteArray &version, const QByteArray &body = "x = 1\n", const QByteArray &header = {})
{
    return "\"\"\"\ntitle: F\nversion: " + version + "\n" + header + "\"\"\"\n\nclass Filter:\n    " + body;
}

ServerPlugin onServer(const QByteArray &utf8)
{
    const Plugin plugin = readPlugin(u"f.py"_s, {.utf8 = utf8});
    return {.space = PluginSpace::Function,
            .id = u"f"_s,
            .kind = plugin.kind,
            .name = u"F"_s,
            .content = storedText(utf8),
            .meta = {{u"description"_s, QString()}, {u"manifest"_s, plugin.header.toJson()}}};
}

PlanRow rowOf(const Change &change)
{
    Case its{.here = filter("2.0"),
             .seen = {.presence = Presence::Found, .plugin = onServer(filter("1.0"))},
             .context = {.release = ServerRelease(u"0.12.4"_s), .twins = {}, .functionIds = {u"f"_s}, .toolIds = {}}};
    change(its);
    const Plugin plugin = readPlugin(u"f.py"_s, {.utf8 = its.here});
    Comparison comparison = compare({.plugin = plugin, .seen = its.seen, .sentBefore = {}}, its.here, false);
    if (its.edited) {
        comparison.origin.kind = TextOrigin::Kind::EditedOnServer;
    }
    if (its.broken) {
        comparison.problem = Problem{u"Broken."_s, {}};
    }
    return planRow(plugin, comparison, its.stored, its.context);
}

/// "code!consent" for each warning.
QString asText(const PlanRow &row)
{
    QStringList texts;
    for (const PlanWarning &warning : row.warnings) {
        texts.append(nameOf(warning.code) + (warning.consent ? u'!' + nameOf(*warning.consent) : u""_s));
    }
    return texts.join(u' ');
}

const Sighting missing{.presence = Presence::Missing, .plugin = {}};

void changeSettings(Case &its)
{
    its.here = filter("2.0", valvesHere);
    its.seen.plugin = onServer(filter("1.0", valvesThere));
}

void addLookAlike(Case &its)
{
    its.seen = missing;
    ServerPlugin other = onServer(filter("1.0"));
    other.id = u"legacy"_s;
    its.context.twins = TwinIndex({other});
}

void addRows(const std::function<void(const char *, const Change &, PlanAction, const QString &, bool)> &row)
{
    using Action = PlanAction;
    const auto text = [](const QByteArray &utf8) -> Change { return [utf8](Case &its) { its.here = utf8; }; };
    const auto header = [&text](const QByteArray &lines) { return text(filter("2.0", "x = 1\n", lines)); };

    row(
        "newer", [](Case &) {}, Action::Update, {}, true);
    row("same", text(filter("1.0")), Action::None, {}, false);
    row(
        "new", [](Case &its) { its.seen = missing; }, Action::Create, {}, true);
    row(
        "nobody can tell", [](Case &its) { its.seen = {}; }, Action::Update, u"not-looked-up"_s, false);
    row("older", text(filter("0.9")), Action::Update, u"older-than-server!downgrade"_s, false);
    row("not raised", text(filter("1.0", "x = 2\n")), Action::Update, u"version-not-raised"_s, true);
    row("line ends", text(filter("1.0").replace("\n", "\r\n")), Action::Update, u"only-line-ends"_s, true);
    row("formatting", text(filter("1.0", "x=1\n")), Action::Update, u"only-formatting"_s, true);
    row(
        "edited", [](Case &its) { its.edited = true; }, Action::Update, u"edited-on-server!edited-on-server"_s, false);
    row(
        "another kind",
        [](Case &its) { its.seen.plugin = onServer(filter("1.0").replace("class Filter", "class Pipe")); },
        Action::Update, u"type-change!type-change"_s, false);
    row(
        "an unknown kind", [](Case &its) { its.there().kind.reset(); }, Action::Update, u"type-change!type-change"_s,
        false);
    row(
        "hidden", [](Case &its) { its.there().content.reset(); }, Action::Update, u"content-hidden!no-way-back"_s,
        false);
    row("looks like another", addLookAlike, Action::Create, u"looks-like-other!second-copy"_s, false);
    row(
        "another file's plugin",
        [](Case &its) {
            addLookAlike(its);
            its.context.functionIds.insert(u"legacy"_s);
        },
        Action::Create, {}, true);
    row("requirements", header("requirements: requests\n"), Action::Update, u"requirements-added"_s, true);
    row("release too old", header("required_open_webui_version: 0.99.0\n"), Action::Update,
        u"release-too-old!release-too-old"_s, false);
    row("settings, nobody could ask", changeSettings, Action::Update,
        u"valves-retyped!valves valves-newly-required!valves valves-renamed valves-removed"_s, false);
    row(
        "settings, none stored",
        [](Case &its) {
            changeSettings(its);
            its.stored = QStringList();
        },
        Action::Update, u"valves-newly-required!valves"_s, false);
    row(
        "settings, all stored",
        [](Case &its) {
            changeSettings(its);
            its.stored = QStringList{u"a"_s, u"n"_s, u"api_key"_s, u"old"_s};
        },
        Action::Update, u"valves-retyped!valves valves-renamed valves-removed"_s, false);
    row("settings that cannot be read", text(filter("2.0", "class Valves(Other):\n        a: int = 1\n")),
        Action::Update, u"valves-not-read"_s, true);
    row("users' settings", text(filter("2.0", "class UserValves(BaseModel):\n        a: str\n")), Action::Update,
        u"user-valves-change"_s, true);
    row(
        "name",
        [](Case &its) {
            its.there().name = u"Old"_s;
            its.there().meta = {{u"manifest"_s, QJsonObject{{u"title"_s, u"Old"_s}, {u"version"_s, u"1.0"_s}}}};
        },
        Action::Update, u"name-changes"_s, true);
    row("description", header("description: D\n"), Action::Update, u"description-changes"_s, true);
    row(
        "event function for an old server",
        [](Case &its) {
            its.here.replace("class Filter", "class Event");
            its.context.release = ServerRelease(u"0.9.6"_s);
        },
        Action::Blocked, u"no-event-functions"_s, false);
    row(
        "unreadable file", [](Case &its) { its.broken = true; }, Action::Blocked, u"file-problem"_s, false);
}

} // namespace

void PlanTest::rows_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<owui::PlanAction>("action");
    QTest::addColumn<QString>("warnings");
    QTest::addColumn<bool>("ticked");
    addRows([](const char *name, const Change &change, PlanAction action, const QString &warnings, bool ticked) {
        QTest::newRow(name) << change << action << warnings << ticked;
    });
}

void PlanTest::rows()
{
    QFETCH(const Change, change);
    QFETCH(const owui::PlanAction, action);
    QFETCH(const QString, warnings);
    QFETCH(const bool, ticked);
    const PlanRow row = rowOf(change);
    QCOMPARE(row.action, action);
    QCOMPARE(asText(row), warnings);
    QCOMPARE(row.isTickedAtFirst(), ticked);
    QCOMPARE(row.consents().isEmpty(), !warnings.contains(u'!'));
    QCOMPARE(row.requests > 0, action == PlanAction::Create || action == PlanAction::Update);
    QVERIFY(!planActionText(row).isEmpty());
    for (const PlanWarning &warning : row.warnings) {
        QVERIFY2(warning.text.endsWith(u'.'), qPrintable(warning.text));
        QVERIFY(!warning.consent || !isForInformation(warning.code));
    }
}

void PlanTest::everyCodeIsMade()
{
    QSet<QString> made;
    addRows([&made](const char *, const Change &change, PlanAction, const QString &, bool) {
        for (const PlanWarning &warning : rowOf(change).warnings) {
            made.insert(nameOf(warning.code));
        }
    });
    for (const Code code : allOf<PlanWarningCode>()) {
        QVERIFY2(made.remove(nameOf(code)), qPrintable(nameOf(code)));
    }
    QVERIFY2(made.isEmpty(), "a code is missing from its table");
}

void PlanTest::namesAreStable()
{
    QSet<QString> names;
    for (const Code code : allOf<PlanWarningCode>()) {
        const QString name = nameOf(code);
        QVERIFY(!name.isEmpty() && !names.contains(name));
        names.insert(name);
    }
    QStringList actions;
    for (const PlanAction action : allOf<PlanAction>()) {
        actions.append(nameOf(action));
    }
    QCOMPARE(actions.join(u' '), u"create update none blocked"_s);
}

void PlanTest::actionTexts()
{
    PlanRow row;
    row.action = PlanAction::Update;
    row.versionFrom = u"1.0"_s;
    row.versionTo = u"2.0"_s;
    QCOMPARE(planActionText(row), u"update 1.0 → 2.0"_s);
    row.comparison.order = VersionOrder::Older;
    QCOMPARE(planActionText(row), u"downgrade 1.0 → 2.0"_s);
    row.versionFrom.clear();
    QCOMPARE(planActionText(row), u"update 2.0"_s);
    row.versionTo.clear();
    QCOMPARE(planActionText(row), u"update"_s);
    row.comparison.kindChanges = true;
    QCOMPARE(planActionText(row), u"change the type"_s);
    row.action = PlanAction::Create;
    QCOMPARE(planActionText(row), u"create"_s);
}

void PlanTest::blockedFile()
{
    const QByteArray text = filter("1.0");
    Plugin plugin = readPlugin(u"f.py"_s, {.utf8 = text});
    const Comparison comparison = compare(
        {.plugin = plugin, .seen = {.presence = Presence::Missing, .plugin = {}}, .sentBefore = {}}, text, false);
    const PlanContext context{.release = {}, .twins = {}, .functionIds = {}, .toolIds = {}};
    QCOMPARE(planRow(plugin, comparison, {}, context).action, PlanAction::Create);
    plugin.id.clear();
    QCOMPARE(asText(planRow(plugin, comparison, {}, context)), u"file-problem"_s);
    plugin.skipped = SkipReason::NoPluginClass;
    QCOMPARE(planRow(plugin, comparison, {}, context).warnings.first().text, textOf(SkipReason::NoPluginClass));
}

void PlanTest::requestsAreCounted()
{
    QCOMPARE(rowOf([](Case &) {}).requests, 2);
    QCOMPARE(rowOf([](Case &its) { its.seen = missing; }).requests, 3);
    QCOMPARE(rowOf(changeSettings).requests, 4); // whether it still fits is looked at afterwards
    QCOMPARE(rowOf([](Case &its) {
                 its.here = filter("2.0", "class Valves(BaseModel):\n        pass\n");
                 its.seen.plugin = onServer(filter("1.0", valvesThere));
             }).requests,
             3);
    QCOMPARE(rowOf([](Case &its) { its.here = filter("2.0", "class Valves(Other):\n        a: int = 1\n"); }).requests,
             4);
    QCOMPARE(rowOf([](Case &its) { its.here = filter("1.0"); }).requests, 0);

    // What is shared counts once, however many there are.
    const PlanRow update = rowOf([](Case &) {});
    const PlanRow create = rowOf([](Case &its) { its.seen = missing; });
    QCOMPARE(sharedRequests({}), 0);
    QCOMPARE(sharedRequests({update, update}), 1);
    QCOMPARE(sharedRequests({update, create, create}), 2);
    PlanRow tool = create;
    tool.plugin.kind = PluginKind::Tool;
    QCOMPARE(sharedRequests({create, tool}), 3);
    PlanRow pipe = update;
    pipe.plugin.kind = PluginKind::Pipe;
    QCOMPARE(sharedRequests({pipe, pipe}), 2);
}

QTEST_GUILESS_MAIN(PlanTest)
#include "tst_plan.moc"
