// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/finding.h"
#include "plugins/skipreason.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

/// What people and programs are told about files: complete sentences.
class TestFinding : public QObject
{
    Q_OBJECT

private slots:
    void findings();
    void skipReasons();
    void onlySomeFindingsForbidToDeploy();
};

void TestFinding::findings()
{
    for (const FindingCode code : allOf<FindingCode>()) {
        const Finding finding{code, u"ARGUMENT"_s, 1};
        QVERIFY2(finding.text().endsWith(u'.'), qPrintable(nameOf(code)));
        QVERIFY2(!finding.text().contains(u"%1"), qPrintable(nameOf(code)));
        QVERIFY2(!finding.remedy().isEmpty(), qPrintable(nameOf(code)));
    }
}

void TestFinding::skipReasons()
{
    for (const SkipReason reason : allOf<SkipReason>()) {
        QVERIFY2(textOf(reason).endsWith(u'.'), qPrintable(nameOf(reason)));
    }
}

void TestFinding::onlySomeFindingsForbidToDeploy()
{
    QSet<FindingCode> errors;
    for (const FindingCode code : allOf<FindingCode>()) {
        if (Finding{code, {}, 0}.severity() == Severity::Error) {
            errors.insert(code);
        }
    }
    QCOMPARE(errors, (QSet<FindingCode>{FindingCode::IdInvalid, FindingCode::IdTaken, FindingCode::SyntaxError}));
}

QTEST_APPLESS_MAIN(TestFinding)
#include "tst_finding.moc"
