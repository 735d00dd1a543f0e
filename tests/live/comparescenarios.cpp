// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "live/groups.h"
#include "live/planning.h"
#include "support/samplerepository.h"

#include "compare/seen/inventory.h"

#include <QJsonArray>
#include <QSignalSpy>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui::test {

namespace {

constexpr PluginSpace function = PluginSpace::Function;
constexpr PluginSpace tool = PluginSpace::Tool;

} // namespace

/// How a file and the server stand to each other, told from what a server really stores.
class CompareScenarios final : public ScenarioTest
{
    Q_OBJECT

public:
    using ScenarioTest::ScenarioTest;

private slots:
    void s27_states_data();
    void s27_states();
    void s27_unknown();
    void s27_sameIsWhatTheServerStores_data();
    void s27_sameIsWhatTheServerStores();
    void s27_onlyLineEndsOrFormatting_data();
    void s27_onlyLineEndsOrFormatting();
    void s27_namesOfTheServer();
    void s27_earlierCommitOrEdited();
    void s27_onlyOnTheServer();

private:
    /// Somebody saves a text on the server.
    [[nodiscard]] bool save(PluginSpace space, const QString &id, const QByteArray &text);
    [[nodiscard]] Comparison compared(const Plugin &plugin, const QString &root = {});
};

bool CompareScenarios::save(PluginSpace space, const QString &id, const QByteArray &text)
{
    const RawAnswer now = stored(space, id);
    QJsonObject body{{u"id"_s, id},
                     {u"name"_s, now[u"name"_s]},
                     {u"content"_s, QString::fromUtf8(text)},
                     {u"meta"_s, now[u"meta"_s]}};
    if (const QJsonValue shares = now[u"access_control"_s]; !shares.isUndefined()) {
        body.insert(u"access_control"_s, shares);
    }
    return act(space, id, u"update"_s, body).ok();
}

Comparison CompareScenarios::compared(const Plugin &plugin, const QString &root)
{
    const QString folder = root.isEmpty() ? fixture().request(plugin).root : root;
    const QList<PlanRow> rows = planFor(fixture(), release(), folder, {plugin});
    return rows.isEmpty() ? Comparison() : rows.first().comparison;
}

void CompareScenarios::s27_states_data()
{
    QTest::addColumn<PluginKind>("kind");
    QTest::addColumn<QString>("there");
    QTest::addColumn<QString>("here");
    QTest::addColumn<QByteArray>("extra");
    QTest::addColumn<CompareState>("state");
    for (const PluginKind kind : {PluginKind::Filter, PluginKind::Tool}) {
        const char *name = kind == PluginKind::Tool ? "tool" : "filter";
        const auto row = [&](const char *what, const char *there, const char *here, CompareState state,
                             const QByteArray &extra = {}) {
            QTest::addRow("%s %s", name, what)
                << kind << QString::fromLatin1(there) << QString::fromLatin1(here) << extra << state;
        };
        row("missing", "", "1.0", CompareState::Missing);
        row("same", "1.0", "1.0", CompareState::Same);
        row("newer", "1.9", "1.10", CompareState::Newer);
        row("older", "1.10", "1.9", CompareState::Older);
        row("changed", "1.0", "1.0", CompareState::Changed, "# another text\n");
        row("differs", "main", "1.0", CompareState::Differs);
    }
}

void CompareScenarios::s27_states()
{
    QFETCH(const PluginKind, kind);
    QFETCH(const QString, there);
    QFETCH(const QString, here);
    QFETCH(const QByteArray, extra);
    QFETCH(const CompareState, state);
    if (!there.isEmpty()) {
        const DeployResult result = deploy(u"compared"_s, {.kind = kind, .version = there});
        QVERIFY2(result.isSuccess(), qUtf8Printable(result.message));
    }
    const Comparison comparison = compared(write(u"compared"_s, {.kind = kind, .version = here, .topLevel = extra}));
    QCOMPARE(comparison.state, state);
    QCOMPARE(comparison.versionThere, there);
    QCOMPARE(comparison.versionHere, here);
    QCOMPARE(comparison.difference == TextDifference::None,
             state == CompareState::Same || state == CompareState::Missing);
}

void CompareScenarios::s27_unknown()
{
    QVERIFY(deploy(u"unseen"_s, {.version = u"1.0"_s}).isSuccess());
    const Plugin plugin = write(u"unseen"_s, {.version = u"1.1"_s});
    // Nobody may look: that is not the same as "not there".
    fixture().credential.secret = "sk-00000000000000000000000000000000";
    const Comparison comparison = compared(plugin);
    QCOMPARE(comparison.state, CompareState::Unknown);
    QVERIFY(!comparisonDetail(comparison).isEmpty());
}

void CompareScenarios::s27_sameIsWhatTheServerStores_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const QByteArray mark = "\xEF\xBB\xBF";
    QTest::newRow("a byte order mark") << mark << QByteArray();
    QTest::newRow("imports that the server rewrites")
        << QByteArray() << "# from utils, from apps, from main and from config\n"_ba;
    QTest::newRow("not only ASCII") << QByteArray() << "# 深度 \xF0\x9F\x98\x80 \xC3\xBC\n"_ba;
    QTest::newRow("blanks at the end") << QByteArray() << "# word   \n\n\n"_ba;
}

void CompareScenarios::s27_sameIsWhatTheServerStores()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    const QByteArray text = before + PluginCode{.version = u"1.0"_s}.text() + after;
    Plugin plugin = fixture().write(u"same.py"_s, text);
    plugin.id = u"same"_s;
    plugin.idOrigin = IdOrigin::Pinned;
    const DeployResult result = fixture().deploy(plugin);
    QVERIFY2(result.isSuccess(), qUtf8Printable(result.message));
    QCOMPARE(compared(plugin).state, CompareState::Same);
    DeployRequest again = fixture().request(plugin);
    again.sendUnchanged = false;
    QCOMPARE(fixture().deploy({again}).value(plugin.path).outcome, DeployOutcome::Unchanged);
    QCOMPARE(fixture().posts, 0);
}

void CompareScenarios::s27_onlyLineEndsOrFormatting_data()
{
    QTest::addColumn<QByteArray>("there");
    QTest::addColumn<TextDifference>("difference");
    QByteArray lines = PluginCode{.version = u"1.0"_s, .topLevel = "words = {'a': 1,\n         'b': 2}\n"}.text();
    QByteArray carriage = lines;
    carriage.replace("\n", "\r\n");
    QTest::newRow("line ends") << carriage << TextDifference::LineEnds;
    // As Open WebUI's editor does on save.
    lines.replace("words = {'a': 1,\n         'b': 2}", "words = {\"a\": 1, \"b\": 2}");
    QTest::newRow("formatting") << lines << TextDifference::Formatting;
}

void CompareScenarios::s27_onlyLineEndsOrFormatting()
{
    QFETCH(const QByteArray, there);
    QFETCH(const TextDifference, difference);
    const PluginCode code{.version = u"1.0"_s, .topLevel = "words = {'a': 1,\n         'b': 2}\n"};
    QVERIFY(deploy(u"formatted"_s, code).isSuccess());
    QVERIFY(save(function, u"formatted"_s, there));
    const Comparison comparison = compared(write(u"formatted"_s, code));
    QCOMPARE(comparison.state, CompareState::Changed);
    QCOMPARE(comparison.difference, difference);
}

void CompareScenarios::s27_namesOfTheServer()
{
    const PluginCode code{.title = u"Ours"_s, .version = u"1.0"_s};
    QVERIFY(deploy(u"named"_s, code).isSuccess());
    const RawAnswer now = stored(function, u"named"_s);
    QVERIFY(act(function, u"named"_s, u"update"_s,
                {{u"id"_s, u"named"_s},
                 {u"name"_s, u"Given there"_s},
                 {u"content"_s, now[u"content"_s]},
                 {u"meta"_s, now[u"meta"_s]}})
                .ok());
    // A name that was given there is kept, so nothing would change; unless the header's shall always be taken.
    const Plugin plugin = write(u"named"_s, code);
    QCOMPARE(compared(plugin).state, CompareState::Same);
    fixture().connection.alwaysTakeHeaderText = true;
    const Comparison comparison = compared(plugin);
    QCOMPARE(comparison.state, CompareState::Changed);
    QVERIFY(comparison.nameChanges);
    QCOMPARE(comparison.difference, TextDifference::None);
}

void CompareScenarios::s27_earlierCommitOrEdited()
{
    SampleRepository repository;
    const auto read = [&repository](const PluginCode &code) { return writePinned(repository, u"committed"_s, code); };
    const PluginCode first{.version = u"1.0"_s};
    DeployRequest request = fixture().request(read(first));
    request.root = repository.folder();
    QVERIFY(repository.commit(1'700'000'000));
    const QString commit = repository.head();
    QVERIFY(fixture().deploy({request}).value(u"f.py"_s).isSuccess());

    const Plugin second = read({.version = u"1.1"_s});
    QVERIFY(repository.commit(1'700'100'000));
    Comparison comparison = compared(second, repository.folder());
    QCOMPARE(comparison.state, CompareState::Newer);
    QCOMPARE(comparison.origin.kind, TextOrigin::Kind::EarlierCommit);
    QCOMPARE(comparison.origin.commit, commit);
    QVERIFY2(comparisonDetail(comparison).contains(commit), qUtf8Printable(comparisonDetail(comparison)));

    QVERIFY(save(function, u"committed"_s, first.text() + "\n# mended there\nmended = True\n"));
    comparison = compared(second, repository.folder());
    QCOMPARE(comparison.origin.kind, TextOrigin::Kind::EditedOnServer);
}

void CompareScenarios::s27_onlyOnTheServer()
{
    QVERIFY(deploy(u"theirs"_s, {.version = u"1.0"_s}).isSuccess());
    QVERIFY(deploy(u"their_tool"_s, {.kind = PluginKind::Tool, .version = u"1.0"_s}).isSuccess());
    QVERIFY(act(function, u"theirs"_s, u"toggle"_s).ok());
    QVERIFY(act(function, u"theirs"_s, u"toggle/global"_s).ok());
    if (release().isAtLeast(0, 8)) {
        const QJsonObject grant{
            {u"principal_type"_s, u"user"_s}, {u"principal_id"_s, u"*"_s}, {u"permission"_s, u"read"_s}};
        QVERIFY(act(tool, u"their_tool"_s, u"access/update"_s, {{u"access_grants"_s, QJsonArray{grant}}}).ok());
    }
    QNetworkAccessManager network;
    OpenWebUi client(network, fixture().connection, fixture().credential);
    int requests = 0;
    QObject::connect(&client, &OpenWebUi::exchanged, &client, [&requests] { ++requests; });
    Inventory inventory(client);
    QSignalSpy refreshed(&inventory, &Inventory::refreshed);
    inventory.refresh();
    QVERIFY(refreshed.wait(60'000));
    QCOMPARE(requests, 2); // however many there are
    const ServerPlugin theirs = inventory.plugins(function).value(0);
    QCOMPARE(theirs.id, u"theirs"_s);
    QVERIFY(theirs.active && theirs.global);
    QCOMPARE(theirs.content, stored(function, u"theirs"_s)[u"content"_s].toString());
    const ServerPlugin theirTool = inventory.plugins(tool).value(0);
    QCOMPARE(theirTool.id, u"their_tool"_s);
    QCOMPARE(theirTool.accessGrants.size(), release().isAtLeast(0, 8) ? 1 : 0);
    QCOMPARE(theirTool.content, stored(tool, u"their_tool"_s)[u"content"_s].toString());
}

std::unique_ptr<ScenarioTest> makeCompareScenarios(LiveServer &server)
{
    return std::make_unique<CompareScenarios>(server);
}

} // namespace owui::test

#include "comparescenarios.moc"
