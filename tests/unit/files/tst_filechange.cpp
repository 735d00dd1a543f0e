// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "files/filechange.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace owui;

class TestFileChange final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_home->path()).mkdir(u"work"_s));
        m_root = m_home->filePath(u"work"_s);
        write(u"a.py"_s, before);
    }

    void changesAndTakesBack()
    {
        QVERIFY(QFile::setPermissions(path(u"a.py"_s),
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup));
        const QFile::Permissions mode = QFile::permissions(path(u"a.py"_s));
        QVERIFY(!writeChange(change()));
        QCOMPARE(text(u"a.py"_s), after);
        QCOMPARE(QFile::permissions(path(u"a.py"_s)), mode);
        QVERIFY(!writeChange(change().reversed()));
        QCOMPARE(text(u"a.py"_s), before);
        QCOMPARE(QDir(m_root).entryList(QDir::Files | QDir::Hidden), QStringList{u"a.py"_s});
    }

    void leavesWhatIsNotAsItWas()
    {
        for (const QByteArray &other : {QByteArray("other"), before + "\n", before.chopped(1), QByteArray()}) {
            write(u"a.py"_s, other);
            const std::optional<Problem> problem = writeChange(change());
            QVERIFY(problem && problem->text.contains(u"changed meanwhile"_s));
            QCOMPARE(text(u"a.py"_s), other);
        }
        QVERIFY(QFile::remove(path(u"a.py"_s)));
        QVERIFY(writeChange(change()));
        QVERIFY(!QFile::exists(path(u"a.py"_s)));
    }

    void leavesWhatIsReadOnly()
    {
        QVERIFY(QFile::setPermissions(path(u"a.py"_s), QFile::ReadOwner));
        const std::optional<Problem> problem = writeChange(change());
        QVERIFY(problem && problem->text.contains(u"read-only"_s));
        QCOMPARE(text(u"a.py"_s), before);
    }

#ifdef Q_OS_UNIX
    void leavesWhatHasSeveralNames()
    {
        QCOMPARE(::link(QFile::encodeName(path(u"a.py"_s)).constData(), QFile::encodeName(path(u"b.py"_s)).constData()),
                 0);
        const std::optional<Problem> problem = writeChange(change());
        QVERIFY(problem && problem->text.contains(u"hard links"_s));
        QCOMPARE(text(u"a.py"_s), before);
    }

    void followsLinksInsideTheFolderOnly()
    {
        QVERIFY(QFile::rename(path(u"a.py"_s), path(u"real.py"_s)));
        QVERIFY(QFile::link(path(u"real.py"_s), path(u"a.py"_s)));
        QVERIFY(!writeChange(change()));
        QCOMPARE(text(u"real.py"_s), after);
        QVERIFY(QFileInfo(path(u"a.py"_s)).isSymLink());

        QVERIFY(QFile::remove(path(u"a.py"_s)));
        const QString outside = m_home->filePath(u"outside.py"_s);
        QVERIFY(QFile::rename(path(u"real.py"_s), outside));
        QVERIFY(QFile::link(outside, path(u"a.py"_s)));
        QVERIFY(writeChange(change().reversed()));
        QFile file(outside);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), after);
    }

    void keepsTheOwner()
    {
        if (::geteuid() != 0) {
            QSKIP("Only an administrator writes files of others.");
        }
        const QByteArray name = QFile::encodeName(path(u"a.py"_s));
        QCOMPARE(::chown(name.constData(), 12'345, 23'456), 0);
        QCOMPARE(::chmod(name.constData(), 0640), 0);
        QVERIFY(!writeChange(change()));
        struct stat status = {};
        QCOMPARE(::stat(name.constData(), &status), 0);
        QCOMPARE(status.st_uid, 12'345U);
        QCOMPARE(status.st_gid, 23'456U);
        QCOMPARE(status.st_mode & 07777, 0640U);
    }
#endif

private:
    static inline const QByteArray before = "one\r\ntwo";
    static inline const QByteArray after = "one\r\nthree";

    [[nodiscard]] FileChange change() const
    {
        return {.root = m_root, .path = u"a.py"_s, .before = before, .after = after};
    }
    [[nodiscard]] QString path(const QString &name) const
    {
        return m_root + u'/' + name;
    }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    [[nodiscard]] QByteArray text(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
    }

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_root;
};

QTEST_GUILESS_MAIN(TestFileChange)
#include "tst_filechange.moc"
