// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/plan/plandecision.h"
#include "compare/text/storedtext.h"
#include "plugins/pluginfile.h"

#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <functional>
#include <optional>

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
    PlanInput input{}; ///< plugin and comparison are made of the rest
    bool edited = false;
    std::optional<bool> unlikeSent{}; ///< where Git does not know the server's text
    bool broken = false;
    QString raised; ///< by the folder's wish
    std::optional<Problem> notRaised;

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
    void decisions_data();
    void decisions();
    void blockedTellsAllReasons();
    void whoChangedItIsTold();
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
             .context = {.release = ServerRelease(u"0.12.4"_s)}};
    change(its);
    PlanInput input = its.input;
    input.plugin = readPlugin(u"f.py"_s, {.utf8 = its.here});
    input.comparison = compare({.plugin = input.plugin, .seen = its.seen, .sentBefore = {}}, its.here, false);
    input.comparison.raisedVersion = its.raised;
    input.comparison.notRaised = its.notRaised;
    if (its.edited) {
        input.comparison.origin.kind = TextOrigin::Kind::EditedOnServer;
    }
    if (its.unlikeSent) {
        input.comparison.origin.kind = TextOrigin::Kind::CannotTell;
        input.comparison.unlikeSent = *its.unlikeSent;
    }
    if (its.broken) {
        input.comparison.problem = Problem{u"Broken."_s, {}};
    }
    return planRow(input, its.context);
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
    its.input.twin = other;
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
    row(
        "raised by itself",
        [](Case &its) {
            its.here = filter("1.0", "x = 2\n");
            its.raised = u"1.0.1"_s;
        },
        Action::Update, u"version-raised"_s, true);
    row(
        "cannot be raised",
        [](Case &its) {
            its.here = filter("1.0", "x = 2\n");
            its.notRaised = Problem{u"It is read-only."_s, {}};
        },
        Action::Update, u"version-not-raised"_s, true);
    row("line ends", text(filter("1.0").replace("\n", "\r\n")), Action::Update, u"only-line-ends"_s, true);
    row("formatting", text(filter("1.0", "x=1\n")), Action::Update, u"only-formatting"_s, true);
    row(
        "edited", [](Case &its) { its.edited = true; }, Action::Update, u"edited-on-server!edited-on-server"_s, false);
    row(
        "edited, outside Git", [](Case &its) { its.unlikeSent = true; }, Action::Update,
        u"edited-on-server!edited-on-server"_s, false);
    row(
        "known to nobody", [](Case &its) { its.unlikeSent = false; }, Action::Update, u"origin-unknown"_s, true);
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
    row("requirements", header("requirements: requests\n"), Action::Update, u"requirements-added"_s, true);
    row("release too old", header("required_open_webui_version: 0.99.0\n"), Action::Update,
        u"release-too-old!release-too-old"_s, false);
    row("settings, nobody could ask", changeSettings, Action::Update,
        u"valves-retyped!valves valves-newly-required!valves valves-renamed valves-removed"_s, false);
    row(
        "settings, none stored",
        [](Case &its) {
            changeSettings(its);
            its.input.storedValves = QStringList();
        },
        Action::Update, u"valves-newly-required!valves"_s, false);
    row(
        "settings, all stored",
        [](Case &its) {
            changeSettings(its);
            its.input.storedValves = QStringList{u"a"_s, u"n"_s, u"api_key"_s, u"old"_s};
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

/// What only a job knows just before it sends.
void addLastLookRows(const std::function<void(const char *, const Change &, PlanAction, const QString &, bool)> &row)
{
    using Action = PlanAction;
    const auto onProduction = [](const Change &change) -> Change {
        return [change](Case &its) {
            change(its);
            its.context.production = true;
        };
    };
    const auto changedFile = [](Case &its) { its.input.lookedAt.digest = "another"; };
    const auto changedServer = [](Case &its) {
        its.input.lookedAt.server = stampOf({.presence = Presence::Found, .plugin = onServer(filter("0.8"))});
    };
    const auto refused = [](Case &its) {
        its.input.localCheck = LocalCheckResult{.status = LocalCheckResult::Status::Refused, .message = u"bad"_s};
    };

    const auto newer = [](LocalCheckResult::Status status) {
        return [status](Case &its) {
            its.input.localCheck = LocalCheckResult{
                .status = status, .message = u"bad"_s, .pythonVersion = u"3.13.0"_s, .neededPython = u"3.12"_s};
        };
    };
    row("refused by a Python like the server's", newer(LocalCheckResult::Status::Refused), Action::Update,
        u"not-compilable!local-check"_s, false);
    row("taken by a newer Python than the server's", newer(LocalCheckResult::Status::Passed), Action::Update,
        u"python-newer"_s, true);
    row("file changed", changedFile, Action::Update, u"changed-on-disk!changed-on-disk"_s, false);
    row("file changed, production", onProduction(changedFile), Action::Blocked, u"changed-on-disk"_s, false);
    row("server changed", changedServer, Action::Update, u"changed-since-plan!changed-since-plan"_s, false);
    row("server changed, production", onProduction(changedServer), Action::Blocked, u"changed-since-plan"_s, false);
    row(
        "deleted on the server",
        [&](Case &its) {
            changedServer(its);
            its.seen = missing;
        },
        Action::Create, u"changed-since-plan!changed-since-plan"_s, false);
    row(
        "changed to the same",
        [&](Case &its) {
            changedServer(its);
            its.here = filter("1.0");
        },
        Action::None, u"changed-since-plan!changed-since-plan"_s, false);
    row("hidden, production", onProduction([](Case &its) { its.there().content.reset(); }), Action::Blocked,
        u"content-hidden"_s, false);
    row("refused by Python", refused, Action::Update, u"not-compilable!local-check"_s, false);
    row(
        "the same, refused by Python",
        [&](Case &its) {
            refused(its);
            its.here = filter("1.0");
        },
        Action::None, u"not-compilable!local-check"_s, false);
    row(
        "the look failed",
        [](Case &its) {
            its.seen = {.presence = Presence::Failed, .plugin = {}};
            its.input.lookError = {.kind = ServerErrorKind::Timeout};
        },
        Action::Blocked, u"server-not-asked"_s, false);
    row(
        "settings, the server is busy",
        [](Case &its) {
            changeSettings(its);
            its.input.valvesError = {.kind = ServerErrorKind::RateLimited};
        },
        Action::Blocked,
        u"valves-retyped!valves valves-newly-required!valves valves-not-asked valves-renamed valves-removed"_s, false);
    row(
        "settings, the question failed",
        [](Case &its) {
            changeSettings(its);
            its.input.valvesError = {.kind = ServerErrorKind::Timeout};
        },
        Action::Update,
        u"valves-retyped!valves valves-newly-required!valves valves-not-asked!valves valves-renamed valves-removed"_s,
        false);
    row(
        "everything at once",
        [&](Case &its) {
            changeSettings(its);
            changedServer(its);
            its.here.replace("version: 2.0", "version: 0.9");
            its.edited = true;
            its.input.storedValves = QStringList{u"a"_s, u"n"_s};
        },
        Action::Update,
        u"changed-since-plan!changed-since-plan edited-on-server!edited-on-server older-than-server!downgrade "
        u"valves-retyped!valves"_s,
        false);
}

} // namespace

void PlanTest::rows_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<owui::PlanAction>("action");
    QTest::addColumn<QString>("warnings");
    QTest::addColumn<bool>("ticked");
    const auto add = [](const char *name, const Change &change, PlanAction action, const QString &warnings,
                        bool ticked) { QTest::newRow(name) << change << action << warnings << ticked; };
    addRows(add);
    addLastLookRows(add);
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
        QVERIFY(!warning.consent || !warning.blocks);
        QVERIFY2(warning.remedy.isEmpty() || warning.remedy.endsWith(u'.'), qPrintable(warning.remedy));
    }
    QCOMPARE(std::ranges::any_of(row.warnings, &PlanWarning::blocks), action == PlanAction::Blocked);
}

void PlanTest::everyCodeIsMade()
{
    QSet<QString> made;
    const auto collect = [&made](const char *, const Change &change, PlanAction, const QString &, bool) {
        for (const PlanWarning &warning : rowOf(change).warnings) {
            made.insert(nameOf(warning.code));
        }
    };
    addRows(collect);
    addLastLookRows(collect);
    for (const Code code : allOf<PlanWarningCode>()) {
        QVERIFY2(made.remove(nameOf(code)), qPrintable(nameOf(code)));
    }
    QVERIFY2(made.isEmpty(), "a code is missing from its table");
}

void PlanTest::namesAreStable()
{
    QCOMPARE(namesOf<PlanAction>().join(u' '), u"create update none blocked"_s);
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
    const auto row = [&] { return planRow({.plugin = plugin, .comparison = comparison}, {}); };
    QCOMPARE(row().action, PlanAction::Create);
    plugin.id.clear();
    QCOMPARE(asText(row()), u"file-problem"_s);
    plugin.skipped = SkipReason::NoPluginClass;
    QCOMPARE(row().warnings.first().text, textOf(SkipReason::NoPluginClass));
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

void PlanTest::decisions_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<Consents>("agreed");
    QTest::addColumn<bool>("sendUnchanged");
    QTest::addColumn<owui::PlanAction>("action");
    QTest::addColumn<Consents>("missing");
    const Change nothing = [](Case &) {};
    const Change same = [](Case &its) { its.here = filter("1.0"); };
    const Change older = [](Case &its) { its.here = filter("0.9"); };
    const Change broken = [](Case &its) { its.broken = true; };
    const Change create = [](Case &its) { its.seen = missing; };
    const Change sameButTooOld = [](Case &its) {
        its.here = filter("1.0", "x = 1\n", "required_open_webui_version: 0.99.0\n");
        its.seen.plugin = onServer(its.here);
    };
    const QList<Consent> every = allOf<Consent>();
    const Consents all(every.begin(), every.end());
    QTest::newRow("update") << nothing << Consents() << true << PlanAction::Update << Consents();
    QTest::newRow("create") << create << Consents() << true << PlanAction::Create << Consents();
    QTest::newRow("the same") << same << Consents() << false << PlanAction::None << Consents();
    QTest::newRow("the same, sent again") << same << Consents() << true << PlanAction::Update << Consents();
    QTest::newRow("the same, and left alone") << sameButTooOld << Consents() << false << PlanAction::None << Consents();
    QTest::newRow("the same, not to be sent again")
        << sameButTooOld << Consents() << true << PlanAction::Blocked << Consents{Consent::ReleaseTooOld};
    QTest::newRow("not agreed") << older << Consents{Consent::Valves} << true << PlanAction::Blocked
                                << Consents{Consent::Downgrade};
    QTest::newRow("agreed") << older << Consents{Consent::Downgrade} << true << PlanAction::Update << Consents();
    QTest::newRow("nothing lifts it") << broken << all << true << PlanAction::Blocked << Consents();
}

void PlanTest::decisions()
{
    QFETCH(const Change, change);
    QFETCH(const Consents, agreed);
    QFETCH(const bool, sendUnchanged);
    QFETCH(const owui::PlanAction, action);
    QFETCH(const Consents, missing);
    const PlanDecision decision = decide(rowOf(change), agreed, sendUnchanged);
    QCOMPARE(decision.action, action);
    QCOMPARE(decision.missing, missing);
    QCOMPARE(decision.reason.isEmpty(), action != PlanAction::Blocked);
}

void PlanTest::blockedTellsAllReasons()
{
    const PlanRow row = rowOf([](Case &its) {
        changeSettings(its);
        its.here.replace("version: 2.0", "version: 0.9");
    });
    const PlanDecision decision = decide(row, {}, true);
    QCOMPARE(decision.missing, (Consents{Consent::Downgrade, Consent::Valves}));
    for (const QString &told : {u"newer than 0.9"_s, u"a (int → str)"_s, u"no value on the server"_s}) {
        QVERIFY2(decision.reason.contains(told), qPrintable(decision.reason));
    }
    QVERIFY2(!decision.reason.contains(u"renamed"_s), qPrintable(decision.reason)); // that asks for nothing
    QCOMPARE(decision.remedy.count(u"Give the settings a default"_s), 1);
    QVERIFY2(!decide(row, {Consent::Downgrade}, true).reason.contains(u"newer"_s), qPrintable(decision.reason));
}

void PlanTest::whoChangedItIsTold()
{
    const auto text = [](const QString &author, Presence before) {
        return rowOf([&](Case &its) {
                   its.input.lookedAt.server = {.presence = before, .updatedAt = 7};
                   its.input.changedBy = author;
               })
            .warnings.first()
            .text;
    };
    QVERIFY2(text(u"Ada"_s, Presence::Found).contains(u"by Ada at "_s), qPrintable(text(u"Ada"_s, Presence::Found)));
    QVERIFY2(!text({}, Presence::Missing).contains(u" by "_s), qPrintable(text({}, Presence::Missing)));
}

QTEST_GUILESS_MAIN(PlanTest)
#include "tst_plan.moc"
