// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/arguments/names.h"
#include "commandline/commands/togglecommand.h"
#include "commandline/output/jsonoutput.h"
#include "commandline/output/pullresult.h"
#include "compare/plan.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

namespace {

QString findingName(FindingCode code)
{
    // The list is the table of the names: beyond it there is none.
    if (!allFindingCodes().contains(code)) {
        return {};
    }
    Finding finding;
    finding.code = code;
    return finding.name();
}

} // namespace

class TestJsonHelp final : public QObject
{
    Q_OBJECT

private slots:
    void listsEveryCode()
    {
        check(allPluginKinds(), kindName);
        check(allIdOrigins(), idOriginName);
        check(allSeverities(), severityName);
        check(allFindingCodes(), findingName);
        check(allSkipReasons(), skipReasonName);
        check(allCompareStates(), compareStateName);
        check(allPlanActions(), planActionName);
        check(allPlanWarningCodes(), planWarningName);
        check(allDeployOutcomes(), deployOutcomeName);
        check(allDeployStages(), deployStageName);
        check(allPullOutcomes(), pullOutcomeName);
        check(ToggleCommand::allOutcomes(), ToggleCommand::outcomeName);
        check(allConnectionSteps(), connectionStepName);
        check(allConsents(), consentName);
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

private:
    /// The list holds the whole enumeration: its values from the first on, and the one after the last has no name.
    template<typename E, typename Name>
    void check(const QList<E> &all, Name name)
    {
        for (qsizetype i = 0; i < all.size(); ++i) {
            QCOMPARE(static_cast<qsizetype>(all.at(i)), i);
            QVERIFY(!name(all.at(i)).isEmpty());
            QVERIFY2(m_help.contains(u"\n  "_s + name(all.at(i)) + u'\n'), qPrintable(name(all.at(i))));
        }
        QCOMPARE(name(static_cast<E>(all.size())), QString());
    }

    const QString m_help = jsonHelp();
};

QTEST_GUILESS_MAIN(TestJsonHelp)
#include "tst_jsonhelp.moc"
