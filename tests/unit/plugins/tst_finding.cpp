// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/finding.h"
#include "plugins/skipreason.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

/// What people and programs are told about files: complete, distinct, with a name that stays.
class TestFinding : public QObject
{
    Q_OBJECT

private slots:
    void findings();
    void skipReasons();
    void onlySomeFindingsForbidToDeploy();
};

namespace {

const QRegularExpression &stableName()
{
    static const QRegularExpression pattern(u"^[a-z0-9]+(-[a-z0-9]+)*$"_s);
    return pattern;
}

} // namespace

void TestFinding::findings()
{
    QSet<QString> names;
    for (const FindingCode code : allOf<FindingCode>()) {
        const Finding finding{code, u"ARGUMENT"_s, 1};
        QVERIFY2(stableName().match(nameOf(finding.code)).hasMatch(), qPrintable(nameOf(finding.code)));
        QVERIFY(finding.text().endsWith(u'.'));
        QVERIFY(!finding.text().contains(u"%1"));
        QVERIFY(!finding.remedy().isEmpty());
        names.insert(nameOf(finding.code));
    }
    QCOMPARE(names.size(), static_cast<qsizetype>(FindingCode::PythonNotChecked) + 1);
}

void TestFinding::skipReasons()
{
    QSet<QString> names;
    for (const SkipReason reason : allOf<SkipReason>()) {
        QVERIFY2(stableName().match(nameOf(reason)).hasMatch(), qPrintable(nameOf(reason)));
        QVERIFY(textOf(reason).endsWith(u'.'));
        names.insert(nameOf(reason));
    }
    QCOMPARE(names.size(), static_cast<qsizetype>(SkipReason::DanglingLink) + 1);
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
