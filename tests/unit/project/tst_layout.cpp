// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString root = QStringLiteral(OWUI_SOURCE_DIR);

// A file has one job. 300 lines are the aim; where more than 400 are needed, there is a second job in it.
constexpr int mostLines = 400;

} // namespace

class TestLayout final : public QObject
{
    Q_OBJECT

private slots:
    void filesAreShort();
    void topLevelIsKnown();
};

void TestLayout::filesAreShort()
{
    QStringList tooLong;
    int seen = 0;
    for (const QString &part : {u"app"_s, u"ui"_s}) {
        QDirIterator files(root + u'/' + part, {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY2(file.open(QIODevice::ReadOnly), qUtf8Printable(file.fileName()));
            const auto lines = file.readAll().count('\n');
            ++seen;
            if (lines > mostLines) {
                tooLong.append(u"%1: %2 lines"_s.arg(file.fileName()).arg(lines));
            }
        }
    }
    QVERIFY(seen > 0);
    QVERIFY2(tooLong.isEmpty(), qUtf8Printable(u"More than %1 lines:\n"_s.arg(mostLines) + tooLong.join(u'\n')));
}

void TestLayout::topLevelIsKnown()
{
    const QStringList known{u"CMakeLists.txt"_s,
                            u"CMakePresets.json"_s,
                            u"CONTRIBUTING.md"_s,
                            u"LICENSE"_s,
                            u"README.md"_s,
                            u"app"_s,
                            u"dev"_s,
                            u"packaging"_s,
                            u"resources"_s,
                            u"tests"_s,
                            u"ui"_s};
    QProcess git;
    git.setWorkingDirectory(root);
    git.start(u"git"_s, {u"-c"_s, u"safe.directory=*"_s, u"ls-files"_s, u"-z"_s});
    if (!git.waitForStarted() || !git.waitForFinished() || git.exitCode() != 0) {
        QSKIP("This is not a git clone, so there is no list of the project's files.");
    }
    QStringList strangers;
    for (const QByteArray &path : git.readAllStandardOutput().split('\0')) {
        const QString first = QString::fromUtf8(path).section(u'/', 0, 0);
        if (!first.isEmpty() && !first.startsWith(u'.') && !known.contains(first)) {
            strangers.append(first);
        }
    }
    QVERIFY2(strangers.isEmpty(), qUtf8Printable(strangers.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestLayout)

#include "tst_layout.moc"
