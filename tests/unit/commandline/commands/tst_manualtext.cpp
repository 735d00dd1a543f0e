// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/arguments/commandtable.h"
#include "commandline/arguments/optiontable.h"
#include "programversion.h"
#include "support/programrun.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

class TestManualText final : public QObject
{
    Q_OBJECT

private slots:
    void tellsEveryCommandAndOption()
    {
        ProgramRun run({u"help"_s, u"man"_s});
        QVERIFY(run.run());
        QCOMPARE(run.exitCode(), 0);
        m_page = run.output();
        for (const CommandEntry &command : commandTable()) {
            const QByteArray term = ".It \\&" + command.name.toUtf8().replace("-", "\\-");
            QVERIFY2(m_page.contains(term), term.constData());
        }
        for (const OptionEntry &option : optionTable()) {
            const QByteArray term = ".It \\&" + option.name.toUtf8().replace("-", "\\-");
            QVERIFY2(m_page.contains(term), term.constData());
        }
        for (const char *section : {"COMMANDS", "OPTIONS", "ENVIRONMENT", "FILES", "EXIT STATUS", "EXAMPLES"}) {
            QVERIFY2(m_page.contains(QByteArray(section).replace(" ", " \\&").prepend(".Sh \\&")), section);
        }
        QVERIFY(m_page.contains(".It \\&130\n"));
    }

    void mandocHasNothingToSay()
    {
        const QString mandoc = QStandardPaths::findExecutable(u"mandoc"_s);
        if (mandoc.isEmpty()) {
            QSKIP("mandoc is not installed.");
        }
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(mandoc, {u"-T"_s, u"lint"_s});
        process.write(m_page);
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        // The pages that it names need not be installed.
        for (const QByteArray &line : process.readAll().split('\n')) {
            QVERIFY2(line.isEmpty() || line.contains("referenced manual not found"), line.constData());
        }
    }

    void versionNamesTheCommit()
    {
        ProgramRun run({u"--version"_s});
        QVERIFY(run.run());
        QCOMPARE(run.output(), QByteArray("owui-deploy ") + programVersionText + '\n');
        QVERIFY(QByteArray(programVersionText).startsWith(programVersion));
    }

private:
    QByteArray m_page;
};

QTEST_GUILESS_MAIN(TestManualText)
#include "tst_manualtext.moc"
