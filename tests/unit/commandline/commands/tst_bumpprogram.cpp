// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/programrun.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace owui::test;

namespace {

/// A header with all that must stay, around a version.
QByteArray withVersion(const QByteArray &version)
{
    return "\xef\xbb\xbf\"\"\"\r\ntitle: Wörter \xe2\x86\x92 1.2.3\r\n  version :1.0\nversion:\t " + version +
           "  \r\ndescription: since 1.2.3\n\"\"\"\nVERSION = \"1.2.3\"\n\n\nclass Filter:\n    pass";
}

} // namespace

/// Raising versions on the command line.
class TestBumpProgram final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void changesTheNumberAlone_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("version");
        QTest::newRow("patch") << QStringList() << QByteArray("1.2.4");
        QTest::newRow("minor") << QStringList{u"--minor"_s} << QByteArray("1.3.0");
        QTest::newRow("major") << QStringList{u"--major"_s} << QByteArray("2.0.0");
    }

    void changesTheNumberAlone()
    {
        QFETCH(const QStringList, options);
        QFETCH(const QByteArray, version);
        write(u"a.py"_s, withVersion("1.2.3"));
        QJsonValue result = bump(QStringList{u"a.py"_s, u"--dry-run"_s} + options, 0)[0];
        QCOMPARE(result[u"outcome"_s].toString(), u"would-raise"_s);
        QCOMPARE(text(u"a.py"_s), withVersion("1.2.3"));
        result = bump(QStringList{u"a.py"_s} + options, 0)[0];
        QCOMPARE(result[u"outcome"_s].toString(), u"raised"_s);
        QCOMPARE(result[u"versionBefore"_s].toString(), u"1.2.3"_s);
        QCOMPARE(result[u"versionAfter"_s].toString().toUtf8(), version);
        QCOMPARE(text(u"a.py"_s), withVersion(version));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"a.py"_s});
    }

    void leavesWhatItCannotRaise_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("reason");
        const QByteArray code = "\"\"\"\n\n\nclass Filter:\n    pass\n";
        QTest::newRow("no version") << "\"\"\"\ntitle: A\n" + code << u"no line"_s;
        QTest::newRow("two versions") << "\"\"\"\nversion: 1\nversion: 2\n" + code << u"several lines"_s;
        QTest::newRow("no number") << "\"\"\"\nversion: latest\n" + code << u"no next one"_s;
        QTest::newRow("no header") << QByteArray("class Filter:\n    version = 1\n") << u"no line"_s;
    }

    void leavesWhatItCannotRaise()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, reason);
        write(u"a.py"_s, text);
        write(u"b.py"_s, withVersion("1.0"));
        const QJsonArray results = bump({u"."_s}, 1);
        QCOMPARE(results[0][u"outcome"_s].toString(), u"failed"_s);
        QVERIFY2(results[0][u"message"_s].toString().contains(reason), qPrintable(results[0][u"message"_s].toString()));
        QVERIFY(!results[0][u"remedy"_s].toString().isEmpty());
        QCOMPARE(this->text(u"a.py"_s), text);
        // The others are raised all the same.
        QCOMPARE(results[1][u"outcome"_s].toString(), u"raised"_s);
        QCOMPARE(this->text(u"b.py"_s), withVersion("1.0.1"));
    }

    void dryRunTellsWhatMayNotBeChanged()
    {
        write(u"hard.py"_s, withVersion("1.0"));
        write(u"read.py"_s, withVersion("1.0"));
        QCOMPARE(::link(qPrintable(m_folder->filePath(u"hard.py"_s)), qPrintable(m_folder->filePath(u"other.txt"_s))),
                 0);
        QVERIFY(QFile::setPermissions(m_folder->filePath(u"read.py"_s), QFile::ReadOwner));
        for (const QStringList &arguments : {QStringList{u"."_s, u"--dry-run"_s}, QStringList{u"."_s}}) {
            const QJsonArray results = bump(arguments, 1);
            QCOMPARE(results.size(), 2);
            QVERIFY(results[0][u"message"_s].toString().contains(u"several names"_s));
            QVERIFY(results[1][u"message"_s].toString().contains(u"read-only"_s));
        }
        QCOMPARE(text(u"hard.py"_s), withVersion("1.0"));
        QCOMPARE(text(u"read.py"_s), withVersion("1.0"));
    }

    void wantsToKnowWhich()
    {
        write(u"a.py"_s, withVersion("1.0"));
        ProgramRun run({u"bump"_s});
        run.setFolder(m_folder->path());
        QVERIFY(run.run());
        QCOMPARE(run.exitCode(), 2);
        QCOMPARE(text(u"a.py"_s), withVersion("1.0"));
    }

private:
    QJsonArray bump(const QStringList &arguments, int exitCode)
    {
        ProgramRun run(QStringList{u"bump"_s, u"--json"_s} + arguments);
        run.setFolder(m_folder->path());
        if (!run.run() || run.exitCode() != exitCode) {
            qWarning("exit code %d, expected %d:\n%s", run.exitCode(), exitCode, run.errors().constData());
            return {};
        }
        return run.document().value(u"results"_s).toArray();
    }

    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    [[nodiscard]] QByteArray text(const QString &name) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestBumpProgram)
#include "tst_bumpprogram.moc"
