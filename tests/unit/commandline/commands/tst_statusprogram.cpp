// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/memoryserver.h"
#include "support/programrun.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace owui::test;

namespace {

const QByteArray key = "sk-0123456789abcdef0123456789abcdef";

QString filterText(const QString &title, const QString &version, const QString &body = u"pass"_s)
{
    return u"\"\"\"\ntitle: %1\nversion: %2\n\"\"\"\n\n\nclass Filter:\n    %3\n"_s.arg(title, version, body);
}

bool write(const QString &path, const QString &text)
{
    QFile file(path);
    const QByteArray bytes = text.toUtf8();
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QHash<QString, QString> valuesById(const QJsonObject &document, const QString &name)
{
    QHash<QString, QString> values;
    for (const QJsonValue &plugin : document.value(u"plugins"_s).toArray()) {
        values.insert(plugin[u"id"_s].toString(), plugin[name].toString());
    }
    return values;
}

QStringList codesOf(const QJsonValue &plugin)
{
    QStringList codes;
    for (const QJsonValue &warning : plugin[u"warnings"_s].toArray()) {
        codes.append(warning[u"code"_s].toString());
    }
    return codes;
}

} // namespace

class TestStatusProgram final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<MemoryServer>(key);
        const auto both = [this](const QString &id, const QString &here, const QString &there) {
            m_server->addFunction(id, there, true);
            return write(file(id + u".py"_s), here);
        };
        QVERIFY(write(file(u"missing.py"_s), filterText(u"Missing"_s, u"1.0"_s)));
        QVERIFY(both(u"newer"_s, filterText(u"Newer"_s, u"1.10"_s), filterText(u"Newer"_s, u"1.9"_s)));
        QVERIFY(both(u"older"_s, filterText(u"Older"_s, u"1.0"_s), filterText(u"Older"_s, u"2.0"_s)));
        QVERIFY(both(u"same"_s, filterText(u"Same"_s, u"3.0"_s), filterText(u"Same"_s, u"3.0"_s)));
        QVERIFY(both(u"changed"_s, filterText(u"Changed"_s, u"1"_s, u"a = 1"_s),
                     filterText(u"Changed"_s, u"1"_s, u"a = 2"_s)));
        m_server->addFunction(u"extra"_s, filterText(u"Extra"_s, u"0.1"_s), true);
        m_server->addTool(u"extra_tool"_s, filterText(u"Extra Tool"_s, {}));
    }

    /// One id of 1 MB among 20,000 wrote 10 GB of blanks.
    void fillsNoRowUpToAVeryLongText()
    {
        m_server->addFunction(QString(1'000'000, u'x'), filterText(u"Long"_s, u"1"_s), true);
        ProgramRun run({u"status"_s, m_folder->path(), u"--url"_s, m_server->url(), u"--key-stdin"_s});
        QVERIFY(run.run(key));
        QVERIFY2(run.output().contains("extra_tool") && run.output().size() < 100'000,
                 qPrintable(QString::number(run.output().size())));
    }

    void tellsEveryState()
    {
        ProgramRun run(arguments(u"status"_s, {u"--json"_s}));
        QVERIFY(run.run(key));
        QVERIFY2(run.exitCode() == 0, run.errors().constData());
        const QJsonObject document = run.document();
        QCOMPARE(document.keys(), (QStringList{u"plugins"_s, u"root"_s, u"server"_s, u"serverOnly"_s, u"skipped"_s}));
        QCOMPARE(document.value(u"server"_s)[u"release"_s].toString(), u"0.12.4"_s);
        QCOMPARE(valuesById(document, u"compare"_s), (QHash<QString, QString>{{u"missing"_s, u"missing"_s},
                                                                              {u"newer"_s, u"newer"_s},
                                                                              {u"older"_s, u"older"_s},
                                                                              {u"same"_s, u"same"_s},
                                                                              {u"changed"_s, u"changed"_s}}));
        QCOMPARE(valuesById(document, u"action"_s), (QHash<QString, QString>{{u"missing"_s, u"create"_s},
                                                                             {u"newer"_s, u"update"_s},
                                                                             {u"older"_s, u"blocked"_s},
                                                                             {u"same"_s, u"none"_s},
                                                                             {u"changed"_s, u"update"_s}}));
        const QJsonObject same = document.value(u"plugins"_s)[4].toObject();
        QCOMPARE(same, (QJsonObject{{u"path"_s, u"same.py"_s},
                                    {u"kind"_s, u"filter"_s},
                                    {u"id"_s, u"same"_s},
                                    {u"idOrigin"_s, u"title"_s},
                                    {u"version"_s, u"3.0"_s},
                                    {u"title"_s, u"Same"_s},
                                    {u"header"_s, QJsonObject{{u"title"_s, u"Same"_s}, {u"version"_s, u"3.0"_s}}},
                                    {u"findings"_s, QJsonArray()},
                                    {u"deployable"_s, true},
                                    {u"compare"_s, u"same"_s},
                                    {u"serverVersion"_s, u"3.0"_s},
                                    {u"serverActive"_s, true},
                                    {u"action"_s, u"none"_s},
                                    {u"warnings"_s, QJsonArray()}}));
        const QJsonValue missing = document.value(u"plugins"_s)[1];
        QVERIFY(missing[u"serverVersion"_s].isNull());
        QVERIFY(missing[u"serverActive"_s].isNull());
        const QJsonValue older = document.value(u"plugins"_s)[3];
        QCOMPARE(codesOf(older), (QStringList{u"older-than-server"_s, u"origin-unknown"_s}));
        QCOMPARE(older[u"warnings"_s][0][u"allow"_s].toString(), u"downgrade"_s);
        QCOMPARE(document.value(u"serverOnly"_s).toArray(), (QJsonArray{QJsonObject{{u"kind"_s, u"filter"_s},
                                                                                    {u"id"_s, u"extra"_s},
                                                                                    {u"name"_s, u"extra"_s},
                                                                                    {u"version"_s, u"0.1"_s},
                                                                                    {u"active"_s, true}},
                                                                        QJsonObject{{u"kind"_s, u"tool"_s},
                                                                                    {u"id"_s, u"extra_tool"_s},
                                                                                    {u"name"_s, u"extra_tool"_s},
                                                                                    {u"version"_s, QJsonValue::Null},
                                                                                    {u"active"_s, QJsonValue::Null}}}));
        QCOMPARE(m_server->server().count("POST"), 0);
    }

    void asksTheServerSeldom()
    {
        ProgramRun run(arguments(u"status"_s, {}));
        QVERIFY(run.run(key));
        // The release, two exports, and the list that tells whether tools are switched on (0.11). A function that is
        // not among the exported ones is not there.
        QCOMPARE(m_server->server().requests().size(), 4);
    }

    void answersByExitCode()
    {
        ProgramRun all(arguments(u"status"_s, {u"--exit-code"_s}));
        QVERIFY(all.run(key));
        QCOMPARE(all.exitCode(), 1);
        ProgramRun one(arguments(u"status"_s, {u"--exit-code"_s, u"--id"_s, u"same"_s}));
        QVERIFY(one.run(key));
        QCOMPARE(one.exitCode(), 0);
        QVERIFY2(one.output().contains("same.py"), one.output().constData());
        QVERIFY(!one.output().contains("older.py"));
        ProgramRun plan(arguments(u"plan"_s, {}));
        QVERIFY(plan.run(key));
        QCOMPARE(plan.exitCode(), 1);
    }

    void countsStates()
    {
        ProgramRun run(arguments(u"status"_s, {}));
        QVERIFY(run.run(key));
        QVERIFY2(run.output().contains("\n1 not on the server; 1 newer here; 1 same; 1 changed, version not raised; "
                                       "1 newer there. Only on the server: 2.\n"),
                 run.output().constData());
    }

    void plans()
    {
        ProgramRun plan(arguments(u"plan"_s, {u"--allow"_s, u"downgrade"_s}));
        QVERIFY(plan.run(key));
        QVERIFY2(plan.exitCode() == 0, plan.errors().constData());
        QVERIFY2(plan.output().contains("+  filter  missing  1.0         missing.py\n"), plan.output().constData());
        QVERIFY(plan.output().contains("~  filter  newer    1.9 → 1.10  newer.py\n"));
        QVERIFY(plan.output().contains("~  filter  older    2.0 → 1.0   older.py\n    The server has 2.0"));
        QVERIFY(!plan.output().contains("same.py"));
        QVERIFY2(plan.output().contains("To create: 1, to update: 3, unchanged: 1, blocked: 0"),
                 plan.output().constData());
        ProgramRun dry(arguments(u"deploy"_s, {u"--dry-run"_s, u"--json"_s, u"--all"_s}));
        QVERIFY(dry.run(key));
        QCOMPARE(dry.exitCode(), 1);
        QCOMPARE(valuesById(dry.document(), u"action"_s).value(u"same"_s), u"update"_s);
        QCOMPARE(m_server->server().count("POST"), 0);
    }

    void deploysWhatThePlanSays()
    {
        ProgramRun run(arguments(u"deploy"_s, {u"--json"_s}));
        QVERIFY(run.run(key));
        QVERIFY2(run.exitCode() == 1, run.errors().constData());
        QHash<QString, QString> outcomes;
        for (const QJsonValue &result : run.document().value(u"results"_s).toArray()) {
            outcomes.insert(result[u"id"_s].toString(), result[u"outcome"_s].toString());
        }
        QCOMPARE(outcomes, (QHash<QString, QString>{{u"missing"_s, u"created"_s},
                                                    {u"newer"_s, u"updated"_s},
                                                    {u"older"_s, u"blocked"_s},
                                                    {u"same"_s, u"unchanged"_s},
                                                    {u"changed"_s, u"updated"_s}}));
        QCOMPARE(m_server->server().count("POST"), 3);
        QVERIFY(run.errors().contains("--allow downgrade"));
        // Then there is nothing to do but the one that nobody agreed to.
        ProgramRun again(arguments(u"deploy"_s, {u"--json"_s, u"--allow"_s, u"downgrade"_s}));
        QVERIFY(again.run(key));
        QCOMPARE(again.exitCode(), 0);
        QCOMPARE(m_server->server().count("POST"), 4);
        ProgramRun status(arguments(u"status"_s, {u"--exit-code"_s}));
        QVERIFY(status.run(key));
        QCOMPARE(status.exitCode(), 0);
    }

    void deploysWhatItCannotCompare()
    {
        QJsonObject hidden = m_server->function(u"same"_s);
        hidden.remove(u"content"_s);
        m_server->server().once("GET", "/api/v1/functions/export", FakeAnswer::json(QJsonArray{hidden}));
        m_server->server().once("GET", "/api/v1/functions/id/same", FakeAnswer::json(hidden));
        ProgramRun run(arguments(u"plan"_s, {u"--json"_s, u"--id"_s, u"same"_s}));
        QVERIFY(run.run(key));
        QCOMPARE(valuesById(run.document(), u"compare"_s).value(u"same"_s), u"unknown"_s);
        QVERIFY(codesOf(run.document().value(u"plugins"_s)[0]).contains(u"content-hidden"_s));
    }

    void knowsWhatItSentItself()
    {
        const auto git = [this](const QStringList &arguments) {
            QProcess process;
            process.setWorkingDirectory(m_folder->path());
            process.start(u"git"_s,
                          QStringList{u"-c"_s, u"user.name=a"_s, u"-c"_s, u"user.email=a@b.cc"_s} + arguments);
            return process.waitForStarted() && process.waitForFinished() && process.exitCode() == 0;
        };
        if (!git({u"init"_s, u"-q"_s})) {
            QSKIP("There is no git here.");
        }
        QVERIFY(git({u"add"_s, u"."_s}) && git({u"commit"_s, u"-q"_s, u"-m"_s, u"first"_s}));
        QTemporaryDir data; // of both programs and all runs: the history
        const auto deploy = [&](const QStringList &more) {
            ProgramRun run(arguments(u"deploy"_s, QStringList{u"--json"_s, u"--id"_s, u"changed"_s} + more));
            run.setVariable(u"XDG_DATA_HOME"_s, data.path());
            return run.run(key) ? run.document().value(u"results"_s)[0] : QJsonValue();
        };
        // The server's text is in no commit.
        const QJsonValue blocked = deploy({});
        QCOMPARE(blocked[u"outcome"_s].toString(), u"blocked"_s);
        QVERIFY2(blocked[u"remedy"_s].toString().contains(u"--allow edited-on-server"),
                 qPrintable(blocked[u"remedy"_s].toString()));
        QCOMPARE(deploy({u"--allow"_s, u"edited-on-server"_s})[u"outcome"_s].toString(), u"updated"_s);
        // Edit, deploy, edit, deploy, without a commit: what is there was sent from here.
        QVERIFY(write(file(u"changed.py"_s), filterText(u"Changed"_s, u"1"_s, u"a = 3"_s)));
        QCOMPARE(deploy({})[u"outcome"_s].toString(), u"updated"_s);
        QVERIFY(write(file(u"changed.py"_s), filterText(u"Changed"_s, u"1"_s, u"a = 4"_s)));
        QCOMPARE(deploy({})[u"outcome"_s].toString(), u"updated"_s);
        m_server->addFunction(u"changed"_s, filterText(u"Changed"_s, u"1"_s, u"a = 'somebody'"_s));
        QVERIFY(write(file(u"changed.py"_s), filterText(u"Changed"_s, u"1"_s, u"a = 5"_s)));
        QCOMPARE(deploy({})[u"outcome"_s].toString(), u"blocked"_s);
    }

    void sendsTheMessage()
    {
        ProgramRun run(arguments(u"deploy"_s, {u"--id"_s, u"newer"_s, u"--message"_s, u"{version} for the summer"_s}));
        QVERIFY(run.run(key));
        QVERIFY2(run.exitCode() == 0, run.errors().constData());
        const QList<FakeRequest> &requests = m_server->server().requests();
        const auto post = std::ranges::find(requests, "POST", &FakeRequest::method);
        QVERIFY(post != requests.end());
        QVERIFY2(post->body.contains("1.10 for the summer"), post->body.constData());
    }

    void showsDifferences()
    {
        ProgramRun run(arguments(u"diff"_s, {u"changed"_s}, false));
        run.setFolder(m_folder->path());
        QVERIFY(run.run(key));
        QVERIFY2(run.exitCode() == 0, run.errors().constData());
        const QByteArray server = m_server->server().url().authority().toUtf8();
        QCOMPARE(run.output(), "--- " + server +
                                   "/function:changed\n+++ changed.py\n@@ -5,4 +5,4 @@ version: 1\n \n \n"
                                   " class Filter:\n-    a = 2\n+    a = 1\n");
        ProgramRun colored(arguments(u"diff"_s, {file(u"changed.py"_s), u"--color"_s, u"always"_s}, false));
        QVERIFY(colored.run(key));
        QVERIFY2(colored.output().contains("\x1b[31m-    a = 2\x1b[0m\n\x1b[32m+    a = 1\x1b[0m\n"),
                 colored.output().constData());
    }

    /// Each line differs then, and none shows why.
    void saysFirstThatOnlyLineEndsDiffer()
    {
        const QString text = filterText(u"Ends"_s, u"1"_s);
        QVERIFY(write(file(u"ends.py"_s), text));
        m_server->addFunction(u"ends"_s, QString(text).replace(u'\n', u"\r\n"_s));
        ProgramRun run(arguments(u"diff"_s, {file(u"ends.py"_s)}, false));
        QVERIFY(run.run(key));
        QCOMPARE(run.exitCode(), 0);
        QVERIFY2(run.errors().contains("Only the line ends differ."), run.errors().constData());
    }

    void showsDifferencesInJson()
    {
        ProgramRun run(arguments(u"diff"_s, {u"--json"_s, u"--exit-code"_s}));
        QVERIFY(run.run(key));
        QCOMPARE(run.exitCode(), 1);
        QCOMPARE(run.document().keys(), (QStringList{u"diffs"_s, u"root"_s, u"server"_s}));
        const QJsonArray diffs = run.document().value(u"diffs"_s).toArray();
        QCOMPARE(diffs.size(), 3);
        const QJsonObject changed = diffs.at(0).toObject();
        QCOMPARE(changed.keys(),
                 (QStringList{u"added"_s, u"compare"_s, u"diff"_s, u"id"_s, u"kind"_s, u"path"_s, u"removed"_s}));
        QCOMPARE(changed.value(u"id"_s).toString(), u"changed"_s);
        QCOMPARE(changed.value(u"added"_s).toInt(), 1);
        QCOMPARE(changed.value(u"removed"_s).toInt(), 1);
        QVERIFY2(run.errors().contains("missing.py: The server does not have it."), run.errors().constData());
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("line");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("unknown id") << QStringList{u"diff"_s, u"other"_s} << QByteArray("No plugin of this folder");
        QTest::newRow("id of both") << QStringList{u"diff"_s, u"both"_s} << QByteArray("function:both or tool:both");
        QTest::newRow("filter for both") << QStringList{u"status"_s, u"--id"_s, u"both"_s}
                                         << QByteArray("function:both or tool:both");
        QTest::newRow("missing file") << QStringList{u"diff"_s, u"./other.py"_s} << QByteArray("other.py");
        QTest::newRow("ids and files") << QStringList{u"diff"_s, u"changed"_s, u"changed.py"_s}
                                       << QByteArray("not both");
        QTest::newRow("no server") << QStringList{u"plan"_s, u"--url"_s, u"http://"_s} << QByteArray("owui-deploy:");
    }
    void refuses()
    {
        QFETCH(const QStringList, line);
        QVERIFY(write(file(u"both.py"_s), filterText(u"Both"_s, u"1"_s)));
        QVERIFY(QDir(m_folder->path()).mkpath(u"tools"_s));
        QVERIFY(write(file(u"tools/both.py"_s), u"\"\"\"\ntitle: Both\n\"\"\"\n\n\nclass Tools:\n    pass\n"_s));
        const QStringList where = line.contains(u"--url"_s) ? QStringList{u"--key-stdin"_s} : target();
        ProgramRun run(line + where);
        run.setFolder(m_folder->path());
        QVERIFY(run.run(key));
        QVERIFY2(run.exitCode() == 2, run.errors().constData());
        QFETCH(const QByteArray, words);
        QVERIFY2(run.errors().contains(words), run.errors().constData());
        QCOMPARE(run.output(), QByteArray());
    }

    void tellsAMissingServer()
    {
        const QStringList before = arguments(u"status"_s, {u"--json"_s});
        ProgramRun refused(before);
        QVERIFY(refused.run("sk-wrong"));
        QCOMPARE(refused.exitCode(), 3);
        // Whoever reads the document is told as well.
        QVERIFY2(refused.document().value(u"problems"_s)[0][u"text"_s].toString().contains(u"key"_s),
                 refused.output().constData());
        QVERIFY(refused.document().value(u"root"_s).isNull());
        m_server->server().close();
        ProgramRun gone(before);
        QVERIFY(gone.run(key));
        QCOMPARE(gone.exitCode(), 3);
        QVERIFY(gone.errors().contains("could not be asked"));
    }

    void stopsWhenInterrupted()
    {
        m_server->server().once("GET", "/api/v1/functions/export", FakeAnswer::fault(FakeAnswer::Way::Silent));
        ProgramRun run(arguments(u"status"_s, {u"--json"_s}));
        run.start(key);
        QTRY_VERIFY_WITH_TIMEOUT(m_server->server().count("GET", "/api/v1/functions/export") == 1, 20'000);
        run.interrupt();
        QVERIFY(run.waitForEnd());
        QVERIFY(!run.crashed());
        QCOMPARE(run.exitCode(), 130);
        QCOMPARE(run.output(), QByteArray());
    }

private:
    [[nodiscard]] QStringList target() const { return {u"--url"_s, m_server->url(), u"--key-stdin"_s}; }

    [[nodiscard]] QStringList arguments(const QString &command, const QStringList &more, bool withFolder = true) const
    {
        return QStringList{command} + (withFolder ? QStringList{m_folder->path()} : QStringList()) + target() + more;
    }

    [[nodiscard]] QString file(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MemoryServer> m_server;
};

QTEST_GUILESS_MAIN(TestStatusProgram)
#include "tst_statusprogram.moc"
