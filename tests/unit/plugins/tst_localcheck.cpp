// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/localcheck.h"

#include "unit/plugins/plugintree.h"

#include <QJsonArray>
#include <QStandardPaths>
#include <QTest>
#include <QVersionNumber>

#include <algorithm>
#include <optional>

#ifdef Q_OS_UNIX
#include <sched.h>
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;
using namespace owui;

/// What a Python on this computer says about a text, without running it.
class TestLocalCheck : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void passes();
    void runsNothing();
    void ignoresACodingLine();
    void refuses_data();
    void refuses();
    void newerThanTheServer_data();
    void newerThanTheServer();
    void saysWhatItCannotTell();
    void whatToDo();
    void extension();
    void answersInOrder();
    void getsReady();
    void goesOnAfterADeadlyText();
    void noPython_data();
    void noPython();
    void inheritsNoKey();
    void nothingInstalledAddsCode();
    void memoryIsBounded();
    void givesWay();
    void leavesTheProcessors();
    void doesNotWaitForIdleProcessors();
    void checksNoTextTwice();
    void contextGone();
    void contextGoneWhileChecking();
    void endsWhileChecking();
};

namespace {

LocalCheckResult check(LocalCheck &python, const QByteArray &text)
{
    std::optional<LocalCheckResult> answer;
    int calls = 0;
    QObject context;
    python.check(text, &context, [&](const LocalCheckResult &result) {
        answer = result;
        ++calls;
    });
    if (answer) {
        qFatal("answered before the event loop ran");
    }
    [&] { QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 20'000); }();
    return calls == 1 ? answer.value_or(LocalCheckResult()) : LocalCheckResult();
}

} // namespace

void TestLocalCheck::initTestCase()
{
    if (QStandardPaths::findExecutable(u"python3"_s).isEmpty()) {
        QSKIP("There is no python3 here.");
    }
}

void TestLocalCheck::passes()
{
    LocalCheck python;
    const LocalCheckResult result = check(python, test::PluginTree::plugin("Filter", "Ä 智"));
    QCOMPARE(result.status, LocalCheckResult::Status::Passed);
    QVERIFY(result.description.isEmpty());
    QVERIFY(result.pythonVersion.startsWith(u"3."));
    QVERIFY(result.message.isEmpty());
}

void TestLocalCheck::runsNothing()
{
    const test::PluginTree tree;
    LocalCheck python;
    const QByteArray text = "open('" + tree.path(u"ran"_s).toUtf8() + "', 'w').close()\nprint('x')\nclass Pipe: pass\n";
    QCOMPARE(check(python, text).status, LocalCheckResult::Status::Passed);
    QVERIFY(!QFile::exists(tree.path(u"ran"_s)));
}

void TestLocalCheck::ignoresACodingLine()
{
    // As the server does, which compiles text and not bytes.
    LocalCheck python;
    const LocalCheckResult result = check(python, "# coding: latin-1\nclass Filter: x = '值'\n");
    QCOMPARE(result.status, LocalCheckResult::Status::Passed);
    QCOMPARE(check(python, {}).status, LocalCheckResult::Status::Passed);
}

void TestLocalCheck::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("syntax") << QByteArray("x = 1\nclass Pipe\n") << 2;
    QTest::newRow("indentation") << QByteArray("  x = 1\n") << 1;
    QTest::newRow("return outside") << QByteArray("x = 1\n\nreturn x\n") << 3;
    QTest::newRow("bracket") << QByteArray("x = (1\n") << 1;
    QTest::newRow("single brace") << QByteArray("x = f'}'\n") << 1;
}

void TestLocalCheck::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    LocalCheck python;
    const LocalCheckResult result = check(python, text);
    QCOMPARE(result.status, LocalCheckResult::Status::Refused);
    QCOMPARE(result.line, line);
    QVERIFY(!result.message.isEmpty());
    QVERIFY2(!result.message.contains(u"line"), "the line is told apart from the message");
}

void TestLocalCheck::newerThanTheServer_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("newer");
    QTest::newRow("nested quotes") << QByteArray("x = f'{d['a']}'\n") << true;
    QTest::newRow("nested quotes in a nested one") << QByteArray("x = f'{f'{y}'}'\n") << true;
    QTest::newRow("backslash") << QByteArray("x = f'{\"\\n\".join(y)}'\n") << true;
    QTest::newRow("comment") << QByteArray("x = f'''{y # here\n}'''\n") << true;
    QTest::newRow("line end") << QByteArray("x = f'{y\n}'\n") << true;
    QTest::newRow("type statement") << QByteArray("type X = int\n") << true;
    QTest::newRow("generic function") << QByteArray("def f[T](x: T): pass\n") << true;
    QTest::newRow("generic class") << QByteArray("class A[T]: pass\n") << true;
    QTest::newRow("template string") << QByteArray("x = t'{y}'\n") << true;
    QTest::newRow("exceptions without parentheses") << QByteArray("try: pass\nexcept A, B: pass\n") << true;
    QTest::newRow("other quotes") << QByteArray("x = f'{d[\"a\"]}'\n") << false;
    QTest::newRow("three quotes") << QByteArray("x = f\"\"\"{d[\"a\"]}\n{y}\"\"\"\n") << false;
    QTest::newRow("line end in three quotes") << QByteArray("x = f'''{y\n}'''\n") << false;
    QTest::newRow("backslash beside the braces") << QByteArray("x = f'\\n{y}\\'{z:>{w}}'\n") << false;
    QTest::newRow("match") << QByteArray("match x:\n    case 1: pass\n") << false;
}

/// Each Python from 3.11 on tells the same of a text: it needs a newer one than the image of Open WebUI has.
void TestLocalCheck::newerThanTheServer()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, newer);
    int asked = 0;
    for (const char *name : {"python3", "python3.11", "python3.12", "python3.13", "python3.14"}) {
        const QString program = QStandardPaths::findExecutable(QString::fromLatin1(name));
        LocalCheck python(program.isEmpty() ? u"/no such program"_s : program);
        const LocalCheckResult result = check(python, text);
        const QVersionNumber version = QVersionNumber::fromString(result.pythonVersion);
        if (version < QVersionNumber(3, 11)) {
            continue;
        }
        ++asked;
        const bool since14 = text.startsWith("x = t") || text.startsWith("try");
        const bool passes = !newer || version >= QVersionNumber(3, since14 ? 14 : 12);
        QCOMPARE(result.status, passes ? LocalCheckResult::Status::Passed : LocalCheckResult::Status::Refused);
        const std::optional<Finding> finding = result.finding();
        QCOMPARE(finding.has_value(), newer);
        QCOMPARE(finding ? finding->code : FindingCode::PythonNewer, FindingCode::PythonNewer);
        QCOMPARE(!result.neededPython.isEmpty(), newer);
    }
    if (asked == 0) {
        QSKIP("There is no Python 3.11 or newer here.");
    }
}

void TestLocalCheck::saysWhatItCannotTell()
{
    QVERIFY(limitOfCheck({}).isEmpty());
    QVERIFY(limitOfCheck(u"3.11.7"_s).isEmpty());
    QVERIFY(limitOfCheck(u"3.9.1"_s).isEmpty());
    QVERIFY(limitOfCheck(u"3.13.0"_s).contains(u"3.13.0"_s));
}

/// A remedy never names what is there already.
void TestLocalCheck::whatToDo()
{
    LocalCheck none(u"/no such program"_s);
    QCOMPARE(check(none, "x = 1\n").finding()->code, FindingCode::PythonMissing);
    LocalCheck python;
    const LocalCheckResult nested = check(python, "x = " + QByteArray(100'000, '-') + "1\n");
    if (nested.status != LocalCheckResult::Status::NotChecked) {
        QSKIP("This Python reads it.");
    }
    QCOMPARE(nested.finding()->code, FindingCode::PythonNotChecked);
    QVERIFY(!nested.finding()->remedy().contains(u"3.11"_s));
}

void TestLocalCheck::extension()
{
    const QString counting = u"def describe(tree):\n    return {'statements': len(tree.body)}\n"_s;
    LocalCheck python({}, counting);
    const LocalCheckResult result = check(python, "class Pipe: pass\nx = 1\n");
    QCOMPARE(result.status, LocalCheckResult::Status::Passed);
    QCOMPARE(result.description, (QJsonObject{{u"statements"_s, 2}}));
    QVERIFY(check(python, "x y\n").description.isEmpty());
    // Deeper than Python goes: that is no fault of the text.
    LocalCheck endless({}, u"def describe(tree):\n    return describe(tree)\n"_s);
    QCOMPARE(check(endless, "x = 1\n").status, LocalCheckResult::Status::Passed);
}

void TestLocalCheck::answersInOrder()
{
    LocalCheck python;
    QStringList answers;
    for (int i = 0; i < 20; ++i) {
        python.check("x = 1\n" + QByteArray(i, '\n') + "x y\n", this,
                     [&answers](const LocalCheckResult &result) { answers.append(QString::number(result.line)); });
    }
    QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 20, 20'000);
    QCOMPARE(answers.constFirst(), u"2"_s);
    QCOMPARE(answers.constLast(), u"21"_s);
}

/// Once, and the first check uses it.
void TestLocalCheck::getsReady()
{
#ifdef Q_OS_UNIX
    const test::PluginTree tree;
    tree.write(u"python"_s, R"(#!/bin/sh
echo started >>"${0%/*}/starts"
exec python3 "$@"
)");
    QVERIFY(QFile::setPermissions(tree.path(u"python"_s), test::PluginTree::readableByAll));
    const auto starts = [&tree] {
        QFile file(tree.path(u"starts"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll().count('\n') : 0;
    };
    LocalCheck python(tree.path(u"python"_s));
    QCOMPARE(starts(), 0);
    python.getReady(1);
    QTRY_COMPARE(starts(), 1);
    python.getReady(1);
    QCOMPARE(check(python, "class Pipe: pass\n").status, LocalCheckResult::Status::Passed);
    QCOMPARE(starts(), 1);
    // There is none to get ready.
    LocalCheck missing(u"/no such program"_s);
    missing.getReady(1);
    QCOMPARE(check(missing, "class Pipe: pass\n").status, LocalCheckResult::Status::NotChecked);
#else
    QSKIP("The stand-in is a shell script.");
#endif
}

void TestLocalCheck::goesOnAfterADeadlyText()
{
    // Stands for a text that kills the interpreter: this one greets, and ends at the first text that says so.
#ifdef Q_OS_UNIX
    const test::PluginTree tree;
    tree.write(u"python"_s, R"(#!/bin/sh
echo '{"python":"3.11.0"}'
while read -r size; do
  text=$(dd bs=1 count="$size" 2>/dev/null)
  case "$text" in
    *deadly*) exit 9 ;;
    *silly*) echo nonsense ;;
    *) echo '{"status":"passed"}' ;;
  esac
done
)");
    QVERIFY(QFile::setPermissions(tree.path(u"python"_s), test::PluginTree::readableByAll));
    LocalCheck python(tree.path(u"python"_s));
    QCOMPARE(check(python, "deadly").status, LocalCheckResult::Status::NotChecked);
    QCOMPARE(check(python, "fine").status, LocalCheckResult::Status::Passed);
    QCOMPARE(check(python, "silly").status, LocalCheckResult::Status::NotChecked);
    QCOMPARE(check(python, "deadly").status, LocalCheckResult::Status::NotChecked);
    QCOMPARE(check(python, "fine").status, LocalCheckResult::Status::Passed);
#else
    QSKIP("The stand-in is a shell script.");
#endif
}

void TestLocalCheck::noPython_data()
{
    QTest::addColumn<QString>("program");
    QTest::newRow("missing") << u"/no such program"_s;
    QTest::newRow("something else") << QStandardPaths::findExecutable(u"true"_s);
}

void TestLocalCheck::noPython()
{
    QFETCH(QString, program);
    LocalCheck python(program);
    for (int i = 0; i < 2; ++i) {
        const LocalCheckResult result = check(python, "class Pipe: pass\n");
        QCOMPARE(result.status, LocalCheckResult::Status::NotChecked);
        QVERIFY(result.message.contains(u"no Python was found"));
    }
}

void TestLocalCheck::inheritsNoKey()
{
    qputenv("OPENWEBUI_API_KEY", "sk-topsecret");
    qputenv("api_key", "sk-topsecret");
    LocalCheck python(
        {},
        u"import os\ndef describe(tree): return {'keys': [k for k, v in os.environ.items() if 'topsecret' in v]}\n"_s);
    const LocalCheckResult result = check(python, "a = 1\n");
    qunsetenv("OPENWEBUI_API_KEY");
    qunsetenv("api_key");
    QCOMPARE(result.description, (QJsonObject{{u"keys"_s, QJsonArray()}}));
}

/// A .pth file or sitecustomize of the interpreter would be run.
void TestLocalCheck::nothingInstalledAddsCode()
{
    LocalCheck python({}, u"def describe(tree): return {'site': 'site' in sys.modules}\n"_s);
    QCOMPARE(check(python, "x = 1\n").description, (QJsonObject{{u"site"_s, false}}));
}

/// 8 MB of it took 1.8 GB.
void TestLocalCheck::memoryIsBounded()
{
#ifdef Q_OS_UNIX
    LocalCheck python({}, u"def describe(tree): return {'size': len(bytearray(2 * 1024 ** 3))}\n"_s);
    const LocalCheckResult result = check(python, "a = 1\n");
    QCOMPARE(result.status, LocalCheckResult::Status::Passed);
    QCOMPARE(result.description, QJsonObject());
#else
    QSKIP("There is no such limit here.");
#endif
}

/// To the server, which may run on the same computer.
void TestLocalCheck::givesWay()
{
#ifdef Q_OS_UNIX
    LocalCheck python({}, u"import os\ndef describe(tree): return {'nice': os.nice(0)}\n"_s);
    constexpr int least = 19;
    const int own = getpriority(PRIO_PROCESS, 0);
    // Nothing is sent before the first answer.
    QCOMPARE(check(python, "x = 1\n").description[u"nice"_s].toInt(-1), own);
    QCOMPARE(check(python, "x = 2\n").description[u"nice"_s].toInt(-1), std::min(own + 10, least));
#else
    QSKIP("There is no such order here.");
#endif
}

#ifdef Q_OS_LINUX

namespace {

const QString telling = uR"(
import os
def describe(tree):
    return {"rank": os.sched_getscheduler(0), "process": os.getpid()}
)"_s;

/// That the interpreter gets for this text. No event is handled meanwhile, so it cannot be late.
int rankWhileChecking(LocalCheck &python, qint64 process, const QByteArray &text)
{
    QObject nobody;
    python.check(text, &nobody, [](const LocalCheckResult &) {});
    return sched_getscheduler(static_cast<pid_t>(process));
}

} // namespace

#endif

void TestLocalCheck::leavesTheProcessors()
{
#ifdef Q_OS_LINUX
    LocalCheck many({}, telling);
    many.getReady(20);
    const QJsonObject first = check(many, "x = 1\n").description;
    QCOMPARE(first[u"rank"_s].toInt(-1), SCHED_OTHER); // nothing is sent before it
    QCOMPARE(rankWhileChecking(many, first[u"process"_s].toInteger(), "x = 2\n"), SCHED_IDLE);

    LocalCheck few({}, telling);
    few.getReady(19);
    const qint64 process = check(few, "x = 1\n").description[u"process"_s].toInteger();
    QCOMPARE(check(few, "x = 2\n").description[u"rank"_s].toInt(-1), SCHED_OTHER);
    few.getReady(20);
    QCOMPARE(rankWhileChecking(few, process, "x = 3\n"), SCHED_IDLE);
#else
    QSKIP("There is no such rank here.");
#endif
}

void TestLocalCheck::doesNotWaitForIdleProcessors()
{
#ifdef Q_OS_LINUX
    // Stands for processors that never are: where only those may be used, this takes its time.
    const QString slowWhereIdle = uR"(
import os, time
def describe(tree):
    time.sleep(5 if os.sched_getscheduler(0) == os.SCHED_IDLE else 0)
    return {"rank": os.sched_getscheduler(0), "process": os.getpid()}
)"_s;
    LocalCheck python({}, slowWhereIdle);
    python.getReady(20);
    const LocalCheckResult first = check(python, "x = 1\n");
    const LocalCheckResult late = check(python, "x = 2\n");
    QCOMPARE(late.status, LocalCheckResult::Status::Passed);
    QCOMPARE(late.description[u"rank"_s].toInt(-1), SCHED_OTHER);
    QVERIFY(late.description[u"process"_s] != first.description[u"process"_s]);
    // Nor do those that come after it.
    python.getReady(20);
    QCOMPARE(check(python, "x = 3\n").description, late.description);
#else
    QSKIP("There is no such rank here.");
#endif
}

void TestLocalCheck::contextGone()
{
    LocalCheck python;
    bool called = false;
    {
        QObject context;
        python.check("x = 1\n", &context, [&called](const LocalCheckResult &) { called = true; });
    }
    QCOMPARE(check(python, "x = 1\n").status, LocalCheckResult::Status::Passed);
    QVERIFY(!called);
}

void TestLocalCheck::contextGoneWhileChecking()
{
    // The answer to a text that nobody waits for any more is none to the next text.
    LocalCheck python;
    QCOMPARE(check(python, "x = 1\n").status, LocalCheckResult::Status::Passed);
    {
        QObject context;
        python.check("x = (\n", &context, [](const LocalCheckResult &) {});
    }
    QCOMPARE(check(python, "x = 2\n").status, LocalCheckResult::Status::Passed);
    QCOMPARE(check(python, "x = (\n").status, LocalCheckResult::Status::Refused);
}

void TestLocalCheck::checksNoTextTwice()
{
    // Also where it is asked for again before the first answer is there.
    LocalCheck python(
        {}, u"calls = 0\ndef describe(tree):\n    global calls\n    calls += 1\n    return {'calls': calls}\n"_s);
    QObject context;
    QList<int> calls;
    for (int i = 0; i < 3; ++i) {
        python.check("x = 1\n", &context, [&calls](const LocalCheckResult &result) {
            calls.append(result.description[u"calls"_s].toInt());
        });
    }
    QTRY_COMPARE(calls, QList<int>({1, 1, 1}));
}

void TestLocalCheck::endsWhileChecking()
{
    bool called = false;
    {
        LocalCheck python;
        python.check("x = 1\n", this, [&called](const LocalCheckResult &) { called = true; });
    }
    LocalCheck other;
    check(other, "x = 1\n");
    QVERIFY(!called);
}

QTEST_GUILESS_MAIN(TestLocalCheck)
#include "tst_localcheck.moc"
