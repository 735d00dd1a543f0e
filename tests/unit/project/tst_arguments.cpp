// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "argumentrules.h"
#include "madeuptree.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

class TestArguments final : public QObject
{
    Q_OBJECT

private slots:
    void projectChainsNone()
    {
        QVERIFY(QFile::exists(QStringLiteral(OWUI_SOURCE_DIR "/app/main.cpp")));
        const QStringList wrong = owui::chainedArguments(QStringLiteral(OWUI_SOURCE_DIR));
        QVERIFY2(wrong.isEmpty(), qUtf8Printable(u'\n' + wrong.join(u'\n')));
    }

    void madeUpTree_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("both at once") << QByteArray("u\"%1 %2\"_s.arg(a, b);\n") << QString();
        QTest::newRow("one in the other") << QByteArray("u\"%1\"_s.arg(tr(\"%1\").arg(a), f(b));\n") << QString();
        QTest::newRow("two statements") << QByteArray("x.arg(a);\ny.arg(b);\n") << QString();
        QTest::newRow("in a text") << QByteArray("f(\".arg(a).arg(b)\");\n") << QString();
        QTest::newRow("chain") << QByteArray("u\"%1 %2\"_s.arg(a).arg(b);\n") << u"app/a.cpp:1: arg() after arg()"_s;
        QTest::newRow("over two lines") << QByteArray("\nu\"%1 %2\"_s.arg(f(a, \")\"))\n    .arg(b);\n")
                                        << u"app/a.cpp:2: arg() after arg()"_s;
    }

    void madeUpTree()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, expected);
        owui::MadeUpTree tree;
        QVERIFY(tree.write(u"app/a.cpp"_s, text));
        QCOMPARE(owui::chainedArguments(tree.path()).join(u'\n'), expected);
    }
};

QTEST_GUILESS_MAIN(TestArguments)

#include "tst_arguments.moc"
