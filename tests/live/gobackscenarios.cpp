// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "live/groups.h"
#include "support/undofixture.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui::test {

namespace {

constexpr PluginSpace function = PluginSpace::Function;
constexpr PluginSpace tool = PluginSpace::Tool;

bool mentions(const QStringList &texts, const QString &word)
{
    return std::ranges::any_of(texts, [&word](const QString &text) { return text.contains(word); });
}

} // namespace

/// Back to what was there before.
class GoBackScenarios final : public ScenarioTest
{
    Q_OBJECT

public:
    using ScenarioTest::ScenarioTest;

private slots:
    void s25_updateIsTakenBack_data();
    void s25_updateIsTakenBack();
    void s25_nothingToDo();
    void s25_namesAndSwitchesComeBack();
    void s25_deletedIsCreatedAgain();
    void s25_sharesAreSaidAndKept();
    void s25_theServersOwnVersions();
    void s25_lateAnswer();
    void s26_wholeRun();
    void s26_createdAreDeletedIfAsked();
    void s26_somebodyElseWasThere();
    void s26_productionAsks();
    void s26_noValuesAndNoKeyOnDisk();

private:
    [[nodiscard]] bool rename(const QString &id, const QString &name);
    [[nodiscard]] QString versionOf(PluginSpace space, const QString &id) { return version(stored(space, id)); }
    /// Only what changes something.
    [[nodiscard]] static QByteArrayList changes(const UndoFixture &undo);
};

bool GoBackScenarios::rename(const QString &id, const QString &name)
{
    const RawAnswer now = stored(function, id);
    return act(function, id, u"update"_s,
               {{u"id"_s, id},
                {u"name"_s, name},
                {u"content"_s, now[u"content"_s]},
                {u"meta"_s, QJsonObject{{u"description"_s, u"described on the server"_s}}}})
        .ok();
}

QByteArrayList GoBackScenarios::changes(const UndoFixture &undo)
{
    QByteArrayList found;
    std::ranges::copy_if(undo.paths, std::back_inserter(found),
                         [](const QByteArray &path) { return !path.startsWith("GET "); });
    return found;
}

void GoBackScenarios::s25_updateIsTakenBack_data()
{
    QTest::addColumn<PluginKind>("kind");
    QTest::newRow("pipe") << PluginKind::Pipe;
    QTest::newRow("filter") << PluginKind::Filter;
    QTest::newRow("tool") << PluginKind::Tool;
}

void GoBackScenarios::s25_updateIsTakenBack()
{
    QFETCH(const PluginKind, kind);
    UndoFixture undo(fixture());
    const PluginSpace space = spaceOf(kind);
    QVERIFY(deploy(u"again"_s, {.kind = kind, .version = u"1.0"_s}).isSuccess());
    if (space == function) {
        QVERIFY(act(function, u"again"_s, u"toggle"_s).ok());
    }
    const QString first = stored(space, u"again"_s)[u"content"_s].toString();
    const DeployResult update = deploy(u"again"_s, {.kind = kind, .version = u"1.1"_s});
    QVERIFY2(update.outcome == DeployOutcome::Updated, qUtf8Printable(update.message));

    const HistoryEntry entry = undo.last(space, u"again"_s);
    QCOMPARE(entry.change, HistoryChange::Update);
    QCOMPARE(entry.after.outcome, HistoryOutcome::Done);
    QCOMPARE(entry.before->version, u"1.0"_s);
    QCOMPARE(entry.after.version, u"1.1"_s);
    QCOMPARE(entry.after.contentHash, historyHash(stored(space, u"again"_s)[u"content"_s].toString()));

    DeployResult back = undo.goBack(GoBackRequest::toBefore(entry));
    QVERIFY2(back.outcome == DeployOutcome::TakenBack, qUtf8Printable(back.message));
    QCOMPARE(back.versionBefore, u"1.1"_s);
    QCOMPARE(back.versionAfter, u"1.0"_s);
    QCOMPARE(stored(space, u"again"_s)[u"content"_s].toString(), first);
    const QByteArray last = release().isAtLeast(0, 12) ? "/update/version" : "/update";
    QCOMPARE(changes(undo).size(), 1);
    QVERIFY2(changes(undo).first().endsWith(last), changes(undo).first().constData());
    if (space == function) {
        QVERIFY(stored(space, u"again"_s)[u"is_active"_s].toBool());
    }

    // Going back is in the history and can be undone.
    const HistoryEntry undone = undo.last(space, u"again"_s);
    QCOMPARE(undone.change, HistoryChange::GoBack);
    QCOMPARE(undone.after.outcome, HistoryOutcome::Done);
    back = undo.goBack(GoBackRequest::toBefore(undone));
    QVERIFY2(back.isSuccess(), qUtf8Printable(back.message));
    QCOMPARE(versionOf(space, u"again"_s), u"1.1"_s);
}

void GoBackScenarios::s25_nothingToDo()
{
    UndoFixture undo(fixture());
    QVERIFY(deploy(u"same"_s, {.version = u"1.0"_s}).isSuccess());
    QVERIFY(deploy(u"same"_s, {.version = u"1.1"_s}).isSuccess());
    const HistoryEntry entry = undo.last(function, u"same"_s);
    QVERIFY(undo.goBack(GoBackRequest::toBefore(entry)).isSuccess());
    const qsizetype known = undo.entries().size();
    const DeployResult again = undo.goBack(GoBackRequest::toBefore(entry));
    QCOMPARE(again.outcome, DeployOutcome::Unchanged);
    QVERIFY(changes(undo).isEmpty());
    QCOMPARE(undo.entries().size(), known);
}

void GoBackScenarios::s25_namesAndSwitchesComeBack()
{
    UndoFixture undo(fixture());
    QVERIFY(deploy(u"named"_s, {.version = u"1.0"_s}).isSuccess());
    QVERIFY(rename(u"named"_s, u"Given on the server"_s));
    QVERIFY(act(function, u"named"_s, u"toggle"_s).ok());
    QVERIFY(act(function, u"named"_s, u"toggle/global"_s).ok());
    const DeployResult update = deploy(u"named"_s, {.version = u"1.1"_s});
    QVERIFY2(update.isSuccess(), qUtf8Printable(update.message));
    QVERIFY(rename(u"named"_s, u"Another name"_s));
    QVERIFY(act(function, u"named"_s, u"toggle"_s).ok());
    QVERIFY(act(function, u"named"_s, u"toggle/global"_s).ok());

    const DeployResult back = undo.goBack(GoBackRequest::toBefore(undo.last(function, u"named"_s)));
    QVERIFY2(back.isSuccess(), qUtf8Printable(back.message));
    const RawAnswer now = stored(function, u"named"_s);
    QCOMPARE(version(now), u"1.0"_s);
    QCOMPARE(now[u"name"_s].toString(), u"Given on the server"_s);
    QCOMPARE(now[u"meta"_s].toObject().value(u"description"_s).toString(), u"described on the server"_s);
    QVERIFY(now[u"is_active"_s].toBool());
    QVERIFY(now[u"is_global"_s].toBool());
    QCOMPARE(changes(undo).size(), 3);
}

void GoBackScenarios::s25_deletedIsCreatedAgain()
{
    UndoFixture undo(fixture());
    const PluginCode code{.version = u"1.0"_s, .valves = "word: str = 'a'"};
    QVERIFY(deploy(u"gone"_s, code).isSuccess());
    QVERIFY(act(function, u"gone"_s, u"toggle"_s).ok());
    QVERIFY(deploy(u"gone"_s, {.version = u"1.1"_s, .valves = "word: str = 'a'\nlimit: int = 1"}).isSuccess());
    const HistoryEntry entry = undo.last(function, u"gone"_s);
    QCOMPARE(entry.before->valves, QStringList{u"word"_s});
    QVERIFY(act(function, u"gone"_s, u"delete"_s).ok());
    const DeployResult back = undo.goBack(GoBackRequest::toBefore(entry));
    QVERIFY2(back.outcome == DeployOutcome::TakenBack, qUtf8Printable(back.message));
    QVERIFY2(mentions(back.notes, u"word"_s), qUtf8Printable(back.notes.join(u'\n')));
    QCOMPARE(versionOf(function, u"gone"_s), u"1.0"_s);
    QVERIFY(stored(function, u"gone"_s)[u"is_active"_s].toBool());
}

void GoBackScenarios::s25_sharesAreSaidAndKept()
{
    UndoFixture undo(fixture());
    QVERIFY(deploy(u"shared"_s, {.kind = PluginKind::Tool, .version = u"1.0"_s}).isSuccess());
    QVERIFY(deploy(u"shared"_s, {.kind = PluginKind::Tool, .version = u"1.1"_s}).isSuccess());
    const QString key = release().isAtLeast(0, 8) ? u"access_grants"_s : u"access_control"_s;
    const RawAnswer now = stored(tool, u"shared"_s);
    if (release().isAtLeast(0, 8)) {
        const QJsonObject grant{
            {u"principal_type"_s, u"user"_s}, {u"principal_id"_s, u"*"_s}, {u"permission"_s, u"read"_s}};
        QVERIFY(act(tool, u"shared"_s, u"access/update"_s, {{u"access_grants"_s, QJsonArray{grant}}}).ok());
    } else {
        QVERIFY(act(tool, u"shared"_s, u"update"_s,
                    {{u"id"_s, u"shared"_s},
                     {u"name"_s, now[u"name"_s]},
                     {u"content"_s, now[u"content"_s]},
                     {u"meta"_s, now[u"meta"_s]},
                     {u"access_control"_s, QJsonValue::Null}})
                    .ok());
    }
    const QJsonValue shares = stored(tool, u"shared"_s)[key];
    const DeployResult back = undo.goBack(GoBackRequest::toBefore(undo.last(tool, u"shared"_s)));
    QVERIFY2(back.isSuccess(), qUtf8Printable(back.message));
    QVERIFY2(mentions(back.notes, u"shared"_s), qUtf8Printable(back.notes.join(u'\n')));
    QCOMPARE(versionOf(tool, u"shared"_s), u"1.0"_s);
    const QJsonValue after = stored(tool, u"shared"_s)[key];
    QCOMPARE(after.isNull(), shares.isNull());
    QCOMPARE(after.toArray().size(), shares.toArray().size());
}

void GoBackScenarios::s25_theServersOwnVersions()
{
    UndoFixture undo(fixture());
    QVERIFY(deploy(u"kept"_s, {.version = u"1.0"_s}).isSuccess());
    QVERIFY(rename(u"kept"_s, u"Changed by somebody"_s));
    const DeployResult update = deploy(u"kept"_s, {.version = u"1.1"_s});
    QVERIFY2(update.isSuccess(), qUtf8Printable(update.message));
    const QList<HistoryMoment> moments = undo.moments(function, u"kept"_s);
    if (release().isBefore(0, 12)) {
        QCOMPARE(moments.size(), 2);
        NOT_APPLICABLE(u"The server keeps no versions."_s);
    }
    QCOMPARE(moments.size(), 3);
    const auto theirs = std::ranges::find_if(moments, [](const HistoryMoment &moment) { return !moment.entry; });
    QVERIFY(theirs != moments.end());
    QVERIFY(!theirs->version->author.isEmpty());
    QVERIFY(theirs->canGoTo());
    QCOMPARE(std::ranges::count_if(moments, &HistoryMoment::live), 1);
    const DeployResult back =
        undo.goBack(GoBackRequest::toVersion(function, u"kept"_s, u"Kept"_s, theirs->version->id));
    QVERIFY2(back.isSuccess(), qUtf8Printable(back.message));
    QCOMPARE(stored(function, u"kept"_s)[u"name"_s].toString(), u"Changed by somebody"_s);
    QCOMPARE(versionOf(function, u"kept"_s), u"1.0"_s);

    // A version that was deleted on the server is sent from here.
    const HistoryEntry entry = undo.last(function, u"kept"_s);
    const QString path = u"/api/v1/functions/id/kept/history/"_s + entry.before->versionId;
    QVERIFY(server().admin().remove(path).ok());
    const DeployResult forth = undo.goBack(GoBackRequest::toBefore(entry));
    QVERIFY2(forth.isSuccess(), qUtf8Printable(forth.message));
    QCOMPARE(versionOf(function, u"kept"_s), u"1.1"_s);
    QVERIFY(changes(undo).first().endsWith("/kept/update"));
}

void GoBackScenarios::s25_lateAnswer()
{
    UndoFixture undo(fixture());
    QVERIFY(deploy(u"late"_s, {.version = u"1.0"_s, .topLevel = "import time\ntime.sleep(3)\n# practice: sleep 3\n"})
                .isSuccess());
    QVERIFY(deploy(u"late"_s, {.version = u"1.1"_s}).isSuccess());
    fixture().connection.deployTimeout = std::chrono::seconds(1);
    const DeployResult back = undo.goBack(GoBackRequest::toBefore(undo.last(function, u"late"_s)));
    QVERIFY2(back.isSuccess(), qUtf8Printable(back.message));
    QCOMPARE(changes(undo).size(), 1); // looked again, not sent again
    QCOMPARE(versionOf(function, u"late"_s), u"1.0"_s);
}

void GoBackScenarios::s26_wholeRun()
{
    UndoFixture undo(fixture());
    QVERIFY(deploy(u"old"_s, {.title = u"Old"_s, .version = u"1.0"_s}).isSuccess());
    QVERIFY(deploy(u"old_tool"_s, {.kind = PluginKind::Tool, .title = u"Old tool"_s, .version = u"1.0"_s}).isSuccess());
    fixture().connection.switchOnNewFunctions = true;
    QList<DeployRequest> requests;
    for (const Plugin &plugin :
         {write(u"old"_s, {.title = u"Old"_s, .version = u"1.1"_s}),
          write(u"old_tool"_s, {.kind = PluginKind::Tool, .title = u"Old tool"_s, .version = u"1.1"_s}),
          write(u"fresh"_s, {.title = u"Fresh"_s}),
          write(u"fresh_tool"_s, {.kind = PluginKind::Tool, .title = u"Fresh tool"_s})}) {
        requests.append(fixture().request(plugin));
    }
    for (const DeployResult &result : fixture().deploy(requests)) {
        QVERIFY2(result.isSuccess(), qUtf8Printable(result.message));
    }
    QVERIFY(stored(function, u"fresh"_s)[u"is_active"_s].toBool());
    const HistoryRun run = undo.runs().value(0);
    QCOMPARE(run.kind, HistoryRunKind::Deploy);
    QCOMPARE(run.entries, 4);
    QVERIFY(run.ended.isValid());

    const QList<DeployResult> results = undo.undoLast();
    QCOMPARE(results.size(), 4);
    for (const DeployResult &result : results) {
        QVERIFY2(result.isSuccess(), qUtf8Printable(result.message));
    }
    QCOMPARE(versionOf(function, u"old"_s), u"1.0"_s);
    QCOMPARE(versionOf(tool, u"old_tool"_s), u"1.0"_s);
    QVERIFY(!stored(function, u"fresh"_s)[u"is_active"_s].toBool());
    QVERIFY(stored(tool, u"fresh_tool"_s).ok()); // tools have no off
    QVERIFY(undo.runs().at(1).takenBack);

    // And the undo of the undo.
    for (const DeployResult &result : undo.undoLast()) {
        QVERIFY2(result.isSuccess(), qUtf8Printable(result.message));
    }
    QCOMPARE(versionOf(function, u"old"_s), u"1.1"_s);
    QVERIFY(stored(function, u"fresh"_s)[u"is_active"_s].toBool());
}

void GoBackScenarios::s26_createdAreDeletedIfAsked()
{
    UndoFixture undo(fixture());
    QVERIFY(fixture()
                .deploy({fixture().request(write(u"made"_s, {.title = u"Made"_s})),
                         fixture().request(write(u"made_tool"_s, {.kind = PluginKind::Tool, .title = u"Made tool"_s}))})
                .size() == 2);
    QVERIFY(!isMissing(function, u"made"_s));
    for (const DeployResult &result : undo.undoLast(true)) {
        QVERIFY2(result.outcome == DeployOutcome::Deleted, qUtf8Printable(result.message));
    }
    QVERIFY(isMissing(function, u"made"_s));
    QVERIFY(isMissing(tool, u"made_tool"_s));
    QCOMPARE(undo.last(tool, u"made_tool"_s).change, HistoryChange::Delete);
    // Taken back once more, both are there again.
    for (const DeployResult &result : undo.undoLast()) {
        QVERIFY2(result.outcome == DeployOutcome::TakenBack, qUtf8Printable(result.message));
    }
    QVERIFY(stored(function, u"made"_s).ok());
    QVERIFY(stored(tool, u"made_tool"_s).ok());
}

void GoBackScenarios::s26_somebodyElseWasThere()
{
    UndoFixture undo(fixture());
    QVERIFY(deploy(u"both"_s, {.version = u"1.0"_s}).isSuccess());
    QVERIFY(deploy(u"both"_s, {.version = u"1.1"_s}).isSuccess());
    const RawAnswer now = stored(function, u"both"_s);
    const QString theirs = now[u"content"_s].toString() + u"\n# mended on the server\n"_s;
    QVERIFY(
        act(function, u"both"_s, u"update"_s,
            {{u"id"_s, u"both"_s}, {u"name"_s, now[u"name"_s]}, {u"content"_s, theirs}, {u"meta"_s, now[u"meta"_s]}})
            .ok());
    const DeployResult blocked = undo.undoLast().value(0);
    QCOMPARE(blocked.outcome, DeployOutcome::Blocked);
    QCOMPARE(blocked.missing, Consents{Consent::ChangedSincePlan});
    QVERIFY(changes(undo).isEmpty());
    QCOMPARE(stored(function, u"both"_s)[u"content"_s].toString(), theirs);

    // What the other person made is kept, too.
    const DeployResult agreed = undo.undoLast(false, {Consent::ChangedSincePlan}).value(0);
    QVERIFY2(agreed.isSuccess(), qUtf8Printable(agreed.message));
    QCOMPARE(versionOf(function, u"both"_s), u"1.0"_s);
    QVERIFY(undo.goBack(GoBackRequest::toBefore(undo.last(function, u"both"_s))).isSuccess());
    QCOMPARE(stored(function, u"both"_s)[u"content"_s].toString(), theirs);
}

void GoBackScenarios::s26_productionAsks()
{
    UndoFixture undo(fixture());
    QVERIFY(deploy(u"prod"_s, {.version = u"1.0"_s}).isSuccess());
    QVERIFY(deploy(u"prod"_s, {.version = u"1.1"_s}).isSuccess());
    fixture().connection.production = true;
    const DeployResult blocked = undo.undoLast().value(0);
    QCOMPARE(blocked.outcome, DeployOutcome::Blocked);
    QCOMPARE(blocked.missing, Consents{Consent::Production});
    QCOMPARE(versionOf(function, u"prod"_s), u"1.1"_s);
    QVERIFY(undo.undoLast(false, {Consent::Production}).value(0).isSuccess());
    QCOMPARE(versionOf(function, u"prod"_s), u"1.0"_s);
}

void GoBackScenarios::s26_noValuesAndNoKeyOnDisk()
{
    UndoFixture undo(fixture());
    const PluginCode first{.version = u"1.0"_s, .valves = "word: str = 'a'"};
    QVERIFY(deploy(u"secret"_s, first).isSuccess());
    QVERIFY(act(function, u"secret"_s, u"valves/update"_s, {{u"word"_s, u"SECRET-VALUE"_s}}).ok());
    QVERIFY(deploy(u"secret"_s, {.version = u"1.1"_s, .valves = "word: str = 'a'\nlimit: int = 1"}).isSuccess());
    QVERIFY(undo.undoLast().value(0).isSuccess());
    QVERIFY(!undo.entries().isEmpty());
    for (const HistoryEntry &entry : undo.entries()) {
        const QByteArray kept = QJsonDocument(entry.before ? entry.before->meta : QJsonObject()).toJson();
        QVERIFY(!kept.contains("SECRET-VALUE") && !entry.after.message.contains(u"SECRET-VALUE"_s));
    }
    QDirIterator files(undo.folder(), QDir::Files);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.contains("SECRET-VALUE"));
        QVERIFY(!bytes.contains(fixture().credential.secret));
    }
    for (const LogEntry &entry : undo.log) {
        QVERIFY(!entry.text.contains(QString::fromUtf8(fixture().credential.secret)));
    }
}

std::unique_ptr<ScenarioTest> makeGoBackScenarios(LiveServer &server)
{
    return std::make_unique<GoBackScenarios>(server);
}

} // namespace owui::test

#include "gobackscenarios.moc"
