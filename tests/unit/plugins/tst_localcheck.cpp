// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/localcheck.h"

#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace owui;

class LocalCheckTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void answers_data();
    void answers();
    void valves();
    void neverRunsTheCode();
    void goesOnAfterATextThatKillsPython();
    void noPython();
    void forgetsAContextThatIsGone();
};

namespace {

LocalCheckResult check(LocalCheck &localCheck, const QByteArray &text)
{
    std::optional<LocalCheckResult> seen;
    QObject context;
    localCheck.check(text, &context, [&](const LocalCheckResult &result) { seen = result; });
    if (seen) {
        qWarning("the answer came from inside the call");
    }
    return QTest::qWaitFor([&] { return seen.has_value(); }, 20'000) ? *seen : LocalCheckResult();
}

} // namespace

void LocalCheckTest::initTestCase()
{
    if (QStandardPaths::findExecutable(u"python3"_s).isEmpty()) {
        QSKIP("There is no python3 here.");
    }
}

void LocalCheckTest::answers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<LocalCheckResult::Status>("status");
    QTest::addColumn<int>("line");
    QTest::addColumn<QStringList>("classes");
    using enum LocalCheckResult::Status;

    QTest::newRow("empty") << QByteArray() << Passed << 0 << QStringList();
    QTest::newRow("filter") << QByteArray("class Filter:\n    pass\n") << Passed << 0 << QStringList{u"Filter"_s};
    QTest::newRow("in a try") << QByteArray("try:\n    from a import Tools\nexcept ImportError:\n    Tools = None\n")
                              << Passed << 0 << QStringList{u"Tools"_s};
    QTest::newRow("nested") << QByteArray("def f():\n    class Pipe: pass\n") << Passed << 0 << QStringList();
    QTest::newRow("syntax") << QByteArray("x = 1\nclass Filter(:\n") << Refused << 2 << QStringList();
    QTest::newRow("return outside a function") << QByteArray("return 1\n") << Refused << 1 << QStringList();
    QTest::newRow("Chinese") << QString(u"名 = '值'\n"_s).toUtf8() << Passed << 0 << QStringList();
    QTest::newRow("coding line is ignored, as on the server")
        << QString(u"# coding: latin-1\nx = 'é'\n"_s).toUtf8() << Passed << 0 << QStringList();
}

void LocalCheckTest::answers()
{
    QFETCH(const QByteArray, text);
    QFETCH(const LocalCheckResult::Status, status);
    QFETCH(const int, line);
    QFETCH(const QStringList, classes);
    LocalCheck localCheck;
    const LocalCheckResult result = check(localCheck, text);
    QVERIFY2(result.status == status, qPrintable(result.message));
    QCOMPARE(result.line, line);
    QCOMPARE(result.classes, classes);
    QVERIFY(!result.pythonVersion.isEmpty());
}

void LocalCheckTest::valves()
{
    LocalCheck localCheck;
    const LocalCheckResult result = check(localCheck, "class Filter:\n"
                                                      "    class Valves(BaseModel):\n"
                                                      "        a: int = 1\n"
                                                      "        b: str\n"
                                                      "        c: list[str] = Field(...)\n"
                                                      "        d: int = Field(default=3, description='x')\n"
                                                      "        e: dict = Field(default_factory=dict)\n"
                                                      "        f: str = Field(description='x')\n"
                                                      "    class UserValves(BaseModel):\n"
                                                      "        g: int\n");
    const QList<ValveField> expected{{u"a"_s, u"int"_s, true},        {u"b"_s, u"str"_s, false},
                                     {u"c"_s, u"list[str]"_s, false}, {u"d"_s, u"int"_s, true},
                                     {u"e"_s, u"dict"_s, true},       {u"f"_s, u"str"_s, false}};
    QCOMPARE(result.valves, expected);
}

void LocalCheckTest::neverRunsTheCode()
{
    const QTemporaryDir folder;
    const QString trace = folder.filePath(u"trace"_s);
    LocalCheck localCheck;
    const LocalCheckResult result = check(localCheck, "open('" + trace.toUtf8() + "', 'w')\nclass Filter: pass\n");
    QCOMPARE(result.status, LocalCheckResult::Status::Passed);
    QVERIFY(!QFile::exists(trace));
}

void LocalCheckTest::goesOnAfterATextThatKillsPython()
{
    // A stand-in for Python that dies of the word "die", since no text is known that kills every release.
    const QTemporaryDir folder;
    const QString fake = folder.filePath(u"python"_s);
    QFile file(fake);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\nread n\ntext=$(head -c \"$n\")\ncase $text in die) kill -9 $$;; esac\n"
               "echo '{\"ok\": true, \"version\": \"3.11.0\"}'\nread n\n");
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    LocalCheck localCheck(fake);
    QCOMPARE(check(localCheck, "die").status, LocalCheckResult::Status::NotChecked);
    QCOMPARE(check(localCheck, "live").status, LocalCheckResult::Status::Passed);
}

void LocalCheckTest::noPython()
{
    LocalCheck localCheck(u"/nonexistent/python"_s);
    const LocalCheckResult result = check(localCheck, "x = 1\n");
    QCOMPARE(result.status, LocalCheckResult::Status::NotChecked);
    QVERIFY(!result.message.isEmpty());
    QCOMPARE(check(localCheck, "y = 1\n").status, LocalCheckResult::Status::NotChecked);
}

void LocalCheckTest::forgetsAContextThatIsGone()
{
    LocalCheck localCheck;
    bool called = false;
    {
        QObject context;
        localCheck.check("x = 1\n", &context, [&](const LocalCheckResult &) { called = true; });
    }
    QCOMPARE(check(localCheck, "y = 1\n").status, LocalCheckResult::Status::Passed);
    QVERIFY(!called);
}

QTEST_GUILESS_MAIN(LocalCheckTest)
#include "tst_localcheck.moc"
