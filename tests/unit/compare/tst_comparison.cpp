// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/plan/comparison.h"
#include "compare/plan/comparisonrun.h"
#include "compare/text/storedtext.h"
#include "plugins/pluginfile.h"
#include "support/samplerepository.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

using State = CompareState;
using Difference = TextDifference;
Q_DECLARE_METATYPE(owui::CompareState)
Q_DECLARE_METATYPE(owui::TextDifference)

class ComparisonTest final : public QObject
{
    Q_OBJECT

private slots:
    void state_data();
    void state();
    void nobodyLooked();
    void hiddenContent();
    void nameAndDescription();
    void importsAreRewritten();
    void requirements();
    void otherKind();
    void sentFromHere();
    void stampTellsAChange_data();
    void stampTellsAChange();
    void everyStateHasItsNames();
    void manyOnThePool();
    void originsAreLookedUp();
    void filesThatCannotBeRead();
    void newRunReplacesTheOld();
    void cancelEndsIt();
    void judgesARaise_data();
    void judgesARaise();
};

namespace {

QByteArray filter(const QByteArray &version, const QByteArray &body = "    x = 'a'\n", const QByteArray &header = {})
{
    return "\"\"\"\ntitle: F\ndescription: D\nversion: " + version + "\n" + header + "\"\"\"\n\nclass Filter:\n" + body;
}

Plugin pluginOf(const QByteArray &utf8)
{
    return readPlugin(u"f.py"_s, {.utf8 = utf8});
}

/// As the server answers for this text.
ServerPlugin onServer(const QByteArray &utf8)
{
    const Plugin plugin = pluginOf(utf8);
    return {.space = PluginSpace::Function,
            .id = u"f"_s,
            .kind = plugin.kind,
            .name = u"F"_s,
            .content = storedText(utf8),
            .meta = {{u"description"_s, u"D"_s}, {u"manifest"_s, plugin.header.toJson()}},
            .updatedAt = 1'700'000'000};
}

Sighting found(const ServerPlugin &plugin)
{
    return {.presence = Presence::Found, .plugin = plugin};
}

Comparison compared(const QByteArray &here, const Sighting &seen, bool always = false)
{
    return compare({.plugin = pluginOf(here), .seen = seen, .sentBefore = {}}, here, always);
}

/// Runs to its end and keeps the last word on each path.
QHash<QString, Comparison> runAll(ComparisonRun &run, const QString &root, const QList<ComparisonInput> &inputs)
{
    QHash<QString, Comparison> results;
    QObject::connect(&run, &ComparisonRun::compared, &run, [&results](const QList<ComparedPlugin> &batch) {
        for (const ComparedPlugin &plugin : batch) {
            results.insert(plugin.path, plugin.comparison);
        }
    });
    QSignalSpy finished(&run, &ComparisonRun::finished);
    run.start({.root = root}, inputs);
    if (!finished.wait(30'000) || !finished.first().first().toBool()) {
        results.clear();
    }
    run.disconnect(&run);
    return results;
}

} // namespace

void ComparisonTest::state_data()
{
    QTest::addColumn<QByteArray>("here");
    QTest::addColumn<QByteArray>("there");
    QTest::addColumn<owui::CompareState>("expected");
    QTest::addColumn<owui::TextDifference>("difference");
    const auto row = [](const char *name, const QByteArray &here, const QByteArray &there, State expected,
                        Difference difference) { QTest::newRow(name) << here << there << expected << difference; };

    row("same", filter("1.0"), filter("1.0"), State::Same, Difference::None);
    row("newer", filter("1.10"), filter("1.9"), State::Newer, Difference::Content);
    row("older", filter("1.9"), filter("1.10"), State::Older, Difference::Content);
    row("changed", filter("1.0"), filter("1.0", "    x = 'b'\n"), State::Changed, Difference::Content);
    row("unordered", filter("spring"), filter("summer"), State::Differs, Difference::Content);
    row("no versions", filter(""), filter("", "    x = 'b'\n"), State::Differs, Difference::Content);
    row("line ends", filter("1.0"), filter("1.0").replace("\n", "\r\n"), State::Changed, Difference::LineEnds);
    row("formatting", filter("1.0"), filter("1.0", "\n    x = \"a\"\n"), State::Changed, Difference::Formatting);
    row("NUL from the server", filter("1.0"), filter("1.0") + QByteArray("# \0", 3), State::Changed,
        Difference::Content);
}

void ComparisonTest::state()
{
    QFETCH(const QByteArray, here);
    QFETCH(const QByteArray, there);
    QFETCH(const owui::CompareState, expected);
    QFETCH(const owui::TextDifference, difference);
    const Comparison result = compared(here, found(onServer(there)));
    QCOMPARE(result.state, expected);
    QCOMPARE(result.difference, difference);
    QCOMPARE(result.digest, QCryptographicHash::hash(here, QCryptographicHash::Sha256));
    QCOMPARE(comparisonDetail(result).isEmpty(), expected == State::Same);
    QCOMPARE(compared(here, {.presence = Presence::Missing, .plugin = {}}).state, State::Missing);
}

void ComparisonTest::nobodyLooked()
{
    for (const Presence presence : {Presence::CannotTell, Presence::Failed}) {
        const Comparison result = compared(filter("1.0"), {.presence = presence, .plugin = {}});
        QCOMPARE(result.state, State::Unknown);
        QVERIFY(!comparisonDetail(result).isEmpty());
    }
}

void ComparisonTest::hiddenContent()
{
    ServerPlugin hidden = onServer(filter("1.0"));
    hidden.content.reset();
    const Comparison result = compared(filter("2.0"), found(hidden));
    QCOMPARE(result.state, State::Unknown); // the versions alone decide nothing
    QCOMPARE(result.versionThere, u"1.0"_s);
    QVERIFY(!result.server.showsText);
}

void ComparisonTest::nameAndDescription()
{
    ServerPlugin older = onServer(filter("1.0"));
    older.name = u"Old"_s;
    QJsonObject manifest = older.manifest();
    manifest.insert(u"title"_s, u"Old"_s);
    older.meta.insert(u"manifest"_s, manifest);
    const Comparison renamedHere = compared(filter("1.0"), found(older));
    QCOMPARE(renamedHere.state, State::Changed);
    QVERIFY(renamedHere.nameChanges && !renamedHere.descriptionChanges);
    QCOMPARE(renamedHere.difference, Difference::None);

    ServerPlugin renamed = onServer(filter("1.0"));
    renamed.name = u"Our name"_s;
    renamed.meta.insert(u"description"_s, u"Our words"_s);
    QCOMPARE(compared(filter("1.0"), found(renamed)).state, State::Same); // both are kept
    const Comparison taken = compared(filter("1.0"), found(renamed), true);
    QCOMPARE(taken.state, State::Changed);
    QVERIFY(taken.nameChanges && taken.descriptionChanges);
}

void ComparisonTest::importsAreRewritten()
{
    const QByteArray here = filter("1.0", "    # from utils and from config\n    x = 1\n");
    QCOMPARE(compared(here, found(onServer(here))).state, State::Same);
    ServerPlugin notRewritten = onServer(here);
    notRewritten.content = QString::fromUtf8(here);
    QCOMPARE(compared(here, found(notRewritten)).state, State::Changed);
}

void ComparisonTest::requirements()
{
    const QByteArray here = filter("2.0", "    x = 1\n", "requirements: requests, pyjokes>=0.6 ,httpx\n");
    const QByteArray there = filter("1.0", "    x = 1\n", "requirements: requests\n");
    QCOMPARE(compared(here, found(onServer(there))).requirementsAdded, (QStringList{u"pyjokes>=0.6"_s, u"httpx"_s}));
    QCOMPARE(compared(here, {.presence = Presence::Missing, .plugin = {}}).requirementsAdded.size(), 3);
    QVERIFY(compared(there, found(onServer(here))).requirementsAdded.isEmpty());
}

void ComparisonTest::otherKind()
{
    ServerPlugin pipe = onServer(filter("1.0"));
    pipe.kind = PluginKind::Pipe;
    QVERIFY(compared(filter("2.0"), found(pipe)).kindChanges);
}

void ComparisonTest::sentFromHere()
{
    const QByteArray there = filter("1.0");
    ComparisonInput input{.plugin = pluginOf(filter("2.0")), .seen = found(onServer(there)), .sentBefore = {}};
    QCOMPARE(compare(input, filter("2.0"), false).origin.kind, TextOrigin::Kind::NotLookedUp);
    input.sentBefore.sent = {QCryptographicHash::hash(storedText(there).toUtf8(), QCryptographicHash::Sha256)};
    QCOMPARE(compare(input, filter("2.0"), false).origin.kind, TextOrigin::Kind::SentFromHere);
}

void ComparisonTest::stampTellsAChange_data()
{
    QTest::addColumn<Sighting>("planned");
    QTest::addColumn<Sighting>("now");
    QTest::addColumn<bool>("changed");

    const ServerPlugin plugin = onServer(filter("1.0"));
    const Sighting present = found(plugin);
    const Sighting missing{.presence = Presence::Missing, .plugin = {}};
    const Sighting unknown{};
    const auto with = [&plugin](auto change) {
        ServerPlugin other = plugin;
        change(other);
        return found(other);
    };
    QTest::newRow("the same") << present << present << false;
    QTest::newRow("deleted") << present << missing << true;
    QTest::newRow("created") << missing << present << true;
    QTest::newRow("still missing") << missing << missing << false;
    QTest::newRow("nobody had looked") << unknown << present << false;
    QTest::newRow("nobody can look now") << present << unknown << false;
    QTest::newRow("switched on") << present << with([](ServerPlugin &other) {
        other.active = true;
        other.updatedAt += 60;
    }) << false;
    QTest::newRow("edited in the same second")
        << present << with([](ServerPlugin &other) { *other.content += u'#'; }) << true;
    QTest::newRow("renamed") << present << with([](ServerPlugin &other) { other.name = u"Z"_s; }) << true;
    QTest::newRow("described") << present
                               << with([](ServerPlugin &other) { other.meta.insert(u"description"_s, u"Z"_s); })
                               << true;
    const auto version = [&with](const QString &id) {
        return with([&id](ServerPlugin &other) { other.versionId = id; });
    };
    QTest::newRow("same version") << version(u"v1"_s) << version(u"v1"_s) << false;
    QTest::newRow("another version, back to the same text") << version(u"v1"_s) << version(u"v2"_s) << true;
    const auto hidden = [&with](qint64 later) {
        return with([later](ServerPlugin &other) {
            other.content.reset();
            other.updatedAt += later;
        });
    };
    QTest::newRow("hidden, untouched") << hidden(0) << hidden(0) << false;
    QTest::newRow("hidden, touched") << hidden(0) << hidden(1) << true;
}

void ComparisonTest::stampTellsAChange()
{
    QFETCH(const Sighting, planned);
    QFETCH(const Sighting, now);
    QFETCH(const bool, changed);
    QCOMPARE(stampOf(planned).isChangedBy(stampOf(now)), changed);
}

void ComparisonTest::everyStateHasItsNames()
{
    QCOMPARE(namesOf<CompareState>().join(u' '), u"missing newer same changed differs older unknown"_s);
}

void ComparisonTest::manyOnThePool()
{
    const SampleRepository folder;
    QList<ComparisonInput> inputs;
    for (int i = 0; i < 300; ++i) {
        const QString path = u"f%1.py"_s.arg(i);
        const QByteArray text = filter(QByteArray::number(i));
        QVERIFY(folder.write(path, text));
        Plugin plugin = pluginOf(text);
        plugin.path = path;
        const QByteArray there = i % 3 == 0 ? text : filter("0.5");
        inputs.append({.plugin = plugin, .seen = found(onServer(there)), .sentBefore = {}});
    }
    ComparisonRun run;
    const QHash<QString, Comparison> results = runAll(run, folder.folder(), inputs);
    QCOMPARE(results.size(), 300);
    for (int i = 0; i < 300; ++i) {
        QCOMPARE(results.value(u"f%1.py"_s.arg(i)).state, i % 3 == 0 ? State::Same : State::Newer);
    }
    QVERIFY(!run.isRunning());
}

void ComparisonTest::originsAreLookedUp()
{
    SampleRepository repository;
    QVERIFY(repository.write(u"f.py"_s, filter("1.0")));
    QVERIFY(repository.commit(1'700'000'000));
    QVERIFY(repository.write(u"f.py"_s, filter("2.0")));
    QVERIFY(repository.write(u"g.py"_s, filter("2.0")));
    QVERIFY(repository.commit(1'700'100'000));
    Plugin other = pluginOf(filter("2.0"));
    other.path = u"g.py"_s;
    ComparisonRun run;
    const QHash<QString, Comparison> results =
        runAll(run, repository.folder(),
               {{.plugin = pluginOf(filter("2.0")), .seen = found(onServer(filter("1.0"))), .sentBefore = {}},
                {.plugin = other, .seen = found(onServer(filter("1.0", "    edited = 1\n"))), .sentBefore = {}}});
    QCOMPARE(results.value(u"f.py"_s).origin.kind, TextOrigin::Kind::EarlierCommit);
    QCOMPARE(results.value(u"g.py"_s).origin.kind, TextOrigin::Kind::EditedOnServer);
    QVERIFY(comparisonDetail(results.value(u"g.py"_s)).contains(u"no commit"_s));

    Comparison earlier = results.value(u"f.py"_s);
    const auto tellsAge = [&earlier](int days, const QString &age) {
        earlier.origin.committed = QDateTime::currentDateTimeUtc().addDays(-days);
        return comparisonDetail(earlier).contains(u"an earlier commit (%1, %2)"_s.arg(earlier.origin.commit, age));
    };
    QVERIFY(tellsAge(-1, u"today"_s)); // a clock that is wrong
    QVERIFY(tellsAge(0, u"today"_s));
    QVERIFY(tellsAge(3, u"3 day(s) ago"_s));
    QVERIFY(tellsAge(90, u"3 month(s) ago"_s));
    QVERIFY(tellsAge(800, u"2 year(s) ago"_s));
}

void ComparisonTest::filesThatCannotBeRead()
{
    const SampleRepository folder;
    QVERIFY(folder.write(u"nul.py"_s, QByteArray("class Filter:\n\0", 15)));
    QVERIFY(folder.write(u"latin.py"_s, "class Filter:\n    x = '\xe9'\n"));
    QVERIFY(folder.write(u"noclass.py"_s, "x = 1\n"));
    QList<ComparisonInput> inputs;
    for (const QString &path : {u"nul.py"_s, u"latin.py"_s, u"noclass.py"_s, u"gone.py"_s}) {
        Plugin plugin = pluginOf(filter("1.0"));
        plugin.path = path;
        inputs.append({.plugin = plugin, .seen = found(onServer(filter("1.0"))), .sentBefore = {}});
    }
    ComparisonRun run;
    const QHash<QString, Comparison> results = runAll(run, folder.folder(), inputs);
    QCOMPARE(results.size(), 4);
    for (const Comparison &result : results) {
        QCOMPARE(result.state, State::Unknown);
        QVERIFY(result.problem && !comparisonDetail(result).isEmpty());
    }
}

void ComparisonTest::newRunReplacesTheOld()
{
    const SampleRepository folder;
    QVERIFY(folder.write(u"f.py"_s, filter("1.0")));
    const ComparisonInput input{.plugin = pluginOf(filter("1.0")), .seen = {}, .sentBefore = {}};
    ComparisonRun run;
    QSignalSpy finished(&run, &ComparisonRun::finished);
    QSignalSpy compared(&run, &ComparisonRun::compared);
    run.start({.root = folder.folder()}, QList<ComparisonInput>(500, input));
    run.start({.root = folder.folder()}, {input});
    QVERIFY(finished.wait());
    QCOMPARE(finished.size(), 1);
    QCOMPARE(compared.size(), 1);
    QCOMPARE(compared.first().first().value<QList<ComparedPlugin>>().size(), 1);
}

void ComparisonTest::cancelEndsIt()
{
    const SampleRepository folder;
    QVERIFY(folder.write(u"f.py"_s, filter("1.0")));
    const ComparisonInput input{.plugin = pluginOf(filter("1.0")), .seen = {}, .sentBefore = {}};
    ComparisonRun run;
    QSignalSpy finished(&run, &ComparisonRun::finished);
    run.start({.root = folder.folder()}, QList<ComparisonInput>(500, input));
    run.cancel();
    QCOMPARE(finished.size(), 1);
    QVERIFY(!finished.first().first().toBool());
    QVERIFY(!run.isRunning());
    run.cancel();
    QCOMPARE(finished.size(), 1);
}

void ComparisonTest::judgesARaise_data()
{
    QTest::addColumn<QByteArray>("here");
    QTest::addColumn<bool>("isWanted");
    QTest::addColumn<bool>("isReadOnly");
    QTest::addColumn<QString>("raised");
    QTest::addColumn<QString>("reason");
    const QByteArray other = "    x = 'b'\n";
    QTest::newRow("same version") << filter("1.0", other) << true << false << u"1.0.1"_s << QString();
    QTest::newRow("not wanted") << filter("1.0", other) << false << false << QString() << QString();
    QTest::newRow("raised by somebody") << filter("1.1", other) << true << false << QString() << QString();
    QTest::newRow("same text") << filter("1.0") << true << false << QString() << QString();
    QTest::newRow("only formatting") << filter("1.0", "    x  = 'a'\n") << true << false << QString() << QString();
    QTest::newRow("read-only") << filter("1.0", other) << true << true << QString() << u"it is read-only"_s;
    QTest::newRow("two versions") << filter("1.0", other, "version: 1.0\n") << true << false << QString()
                                  << u"several lines"_s;
}

void ComparisonTest::judgesARaise()
{
    QFETCH(const QByteArray, here);
    QFETCH(const bool, isWanted);
    QFETCH(const bool, isReadOnly);
    QFETCH(const QString, raised);
    QFETCH(const QString, reason);
    const SampleRepository folder;
    QVERIFY(folder.write(u"f.py"_s, here));
    if (isReadOnly) {
        QVERIFY(QFile::setPermissions(folder.folder() + u"/f.py"_s, QFile::ReadOwner));
    }
    ComparisonInput input{.plugin = pluginOf(here), .seen = found(onServer(filter("1.0"))), .sentBefore = {}};
    input.plugin.raisesVersion = isWanted;
    ComparisonRun run;
    const Comparison comparison = runAll(run, folder.folder(), {input}).value(u"f.py"_s);
    QCOMPARE(comparison.versionThere, u"1.0"_s);
    QCOMPARE(comparison.raisedVersion, raised);
    QCOMPARE(comparison.notRaised.has_value(), !reason.isEmpty());
    QVERIFY(reason.isEmpty() || comparison.notRaised->text.contains(reason));
}

QTEST_GUILESS_MAIN(ComparisonTest)
#include "tst_comparison.moc"
