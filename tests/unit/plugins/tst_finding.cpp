// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/finding.h"
#include "plugins/skipreason.h"

#include <QFile>
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
    void costsAreWrittenDown();
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

/// The costs of a wrong finding are written down, for each code and no other.
void TestFinding::costsAreWrittenDown()
{
    QFile file(QStringLiteral(OWUI_SOURCE_DIR "/CONTRIBUTING.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    const QString section = text.section(u"## What a wrong finding costs\n"_s, 1).section(u"\n## "_s, 0, 0);
    QStringList rows;
    for (const QString &line : section.split(u'\n')) {
        if (line.startsWith(u"| `")) {
            QVERIFY2(line.section(u'|', 3, 3).trimmed().endsWith(u'.'), qPrintable(line));
            rows.append(line.section(u'|', 1, 2).remove(u' '));
        }
    }
    QStringList codes;
    for (const FindingCode code : allOf<FindingCode>()) {
        codes.append(u"`%1`|%2"_s.arg(nameOf(code), nameOf(Finding{code, {}, 0}.severity())));
    }
    QCOMPARE(rows, codes);
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
