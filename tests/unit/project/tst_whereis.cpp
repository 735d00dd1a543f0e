// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "madeuptree.h"
#include "whereis.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestWhereIs final : public QObject
{
    Q_OBJECT

private slots:
    void answersAreTrue();
    void madeUpAnswers_data();
    void madeUpAnswers();
};

void TestWhereIs::answersAreTrue()
{
    const QStringList wrong = owui::wrongAnswers(QStringLiteral(OWUI_SOURCE_DIR));
    QVERIFY2(wrong.isEmpty(), qUtf8Printable(u'\n' + wrong.join(u'\n')));
}

void TestWhereIs::madeUpAnswers_data()
{
    QTest::addColumn<QByteArray>("last");
    QTest::addColumn<QString>("expected");

    QTest::newRow("true") << QByteArray("| the key | `app/a.cpp` | `sign` |\n") << QString();
    QTest::newRow("no such file") << QByteArray("| the key | `app/b.cpp` | `sign` |\n")
                                  << u"the key: there is no file app/b.cpp"_s;
    QTest::newRow("no such word") << QByteArray("| the key | `app/a.cpp` | `signIn` |\n")
                                  << u"the key: signIn does not stand in app/a.cpp"_s;
    QTest::newRow("part of a word") << QByteArray("| the key | `app/a.cpp` | `sig` |\n")
                                    << u"the key: sig does not stand in app/a.cpp"_s;
    QTest::newRow("one missing") << QByteArray("\n") << u"11 of 12 answers"_s;
    QTest::newRow("two files") << QByteArray("| the key | `app/a.cpp`, `app/b.cpp` | `sign` |\n")
                               << u"11 of 12 answers"_s;
    QTest::newRow("another table") << QByteArray("\n## Tests\n\n| the key | `app/a.cpp` | `sign` |\n")
                                   << u"11 of 12 answers"_s;
}

void TestWhereIs::madeUpAnswers()
{
    QFETCH(QByteArray, last);
    QFETCH(QString, expected);

    QByteArray text = "# How\n\n## Where is …\n\n| | file | word |\n| --- | --- | --- |\n";
    for (int i = 1; i < owui::leastAnswers; ++i) {
        text += "| answer " + QByteArray::number(i) + " | `app/a.cpp` | `sign` |\n";
    }
    owui::MadeUpTree tree;
    QVERIFY(tree.write(u"CONTRIBUTING.md"_s, text + last));
    QVERIFY(tree.write(u"app/a.cpp"_s, "void sign();\nvoid signer();\n"));
    QCOMPARE(owui::wrongAnswers(tree.path()).join(u'\n'), expected);
}

QTEST_GUILESS_MAIN(TestWhereIs)

#include "tst_whereis.moc"
