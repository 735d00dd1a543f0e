// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/text/storedtext.h"

#include <QTest>

using namespace Qt::StringLiterals;

class StoredTextTest final : public QObject
{
    Q_OBJECT

private slots:
    void rewrites_data();
    void rewrites();
    void isIdempotent();
};

void StoredTextTest::rewrites_data()
{
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QString>("stored");

    QTest::newRow("utils") << u"from utils import x"_s << u"from open_webui.utils import x"_s;
    QTest::newRow("apps") << u"from apps.webui import x"_s << u"from open_webui.apps.webui import x"_s;
    QTest::newRow("main") << u"from main import app"_s << u"from open_webui.main import app"_s;
    QTest::newRow("comment") << u"# read from config file"_s << u"# read from open_webui.config file"_s;
    QTest::newRow("prefix of a longer name") << u"from mainframe import y"_s << u"from open_webui.mainframe import y"_s;
    QTest::newRow("line ends stay") << u"a\r\nfrom apps import b\r\n"_s << u"a\r\nfrom open_webui.apps import b\r\n"_s;
    QTest::newRow("two blanks") << u"from  utils import x"_s << u"from  utils import x"_s;
    QTest::newRow("several")
        << u"from utils import a\nfrom sys import b\nfrom config import c\n"_s
        << u"from open_webui.utils import a\nfrom sys import b\nfrom open_webui.config import c\n"_s;
    QTest::newRow("twice in a row") << u"from from main"_s << u"from from open_webui.main"_s;
    QTest::newRow("at the end") << u"from "_s << u"from "_s;
    QTest::newRow("import") << u"import utils"_s << u"import utils"_s;
    QTest::newRow("Chinese") << u"# 从 from main 来"_s << u"# 从 from open_webui.main 来"_s;
}

void StoredTextTest::rewrites()
{
    QFETCH(const QString, sent);
    QFETCH(const QString, stored);
    QCOMPARE(owui::storedText(sent.toUtf8()), stored);
}

void StoredTextTest::isIdempotent()
{
    const QString once = owui::storedText("from utils import a\nfrom config import b\n");
    QCOMPARE(owui::storedText(once.toUtf8()), once);
}

QTEST_GUILESS_MAIN(StoredTextTest)
#include "tst_storedtext.moc"
