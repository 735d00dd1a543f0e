// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/jsonhelp.h"
#include "commandline/commands/pullcommand.h"
#include "commandline/commands/togglecommand.h"
#include "compare/plan/plan.h"
#include "deploy/job/deployresult.h"
#include "history/historyentry.h"
#include "plugins/plugin.h"
#include "server/connectiontest.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

class TestJsonHelp final : public QObject
{
    Q_OBJECT

private slots:
    void listsEveryCode()
    {
        const QString help = jsonHelp();
        for (const QStringList &names :
             {namesOf<PluginKind>(), namesOf<IdOrigin>(), namesOf<Severity>(), namesOf<FindingCode>(),
              namesOf<SkipReason>(), namesOf<CompareState>(), namesOf<PlanAction>(), namesOf<PlanWarningCode>(),
              namesOf<DeployOutcome>(), namesOf<DeployStage>(), namesOf<PullOutcome>(),
              namesOf<ToggleCommand::Outcome>(), namesOf<HistoryChange>(), namesOf<HistoryOutcome>(),
              namesOf<ConnectionTestStep::Step>(), namesOf<Consent>()}) {
            for (const QString &name : names) {
                QVERIFY2(help.contains(u"\n  "_s + name + u'\n'), qPrintable(name));
            }
        }
    }

    void agreesWithTheReadme()
    {
        QFile file(QStringLiteral(OWUI_SOURCE_DIR "/README.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString readme = QString::fromUtf8(file.readAll());
        const QString help = jsonHelp();
        const QRegularExpression word(u"\"([A-Za-z]+)\""_s);
        int names = 0;
        for (auto it = word.globalMatch(help); it.hasNext(); ++names) {
            const QString name = it.next().captured(1);
            QVERIFY2(readme.contains(u'`' + name + u'`'), qPrintable(name));
        }
        QVERIFY(names > 50);
    }
};

QTEST_GUILESS_MAIN(TestJsonHelp)
#include "tst_jsonhelp.moc"
