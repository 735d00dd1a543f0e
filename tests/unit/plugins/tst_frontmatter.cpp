// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/frontmatter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

/// The header is what the server reads, not what a person reads.
class TestFrontmatter : public QObject
{
    Q_OBJECT

private slots:
    void read_data();
    void read();
    void toJson();
};

void TestFrontmatter::read_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected"); // key=value, separated by |

    const auto row = [](const char *name, const QByteArray &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("ordinary", "\"\"\"\ntitle: A\nversion: 1.0\n\"\"\"\nauthor: no\n", u"title=A|version=1.0"_s);
    row("empty", "", {});
    row("opening line with blanks", "\t \"\"\" \x1f\ntitle: A\n\"\"\"", u"title=A"_s);
    row("opening line with text", "\"\"\"title: A\n\"\"\"", {});
    row("blank line first", "\n\"\"\"\ntitle: A\n\"\"\"", {});
    row("byte order mark", "\xEF\xBB\xBF\"\"\"\ntitle: A\n\"\"\"", {});
    row("raw", "r\"\"\"\ntitle: A\n\"\"\"", {});
    row("carriage returns", "\"\"\"\rtitle: A\r\rversion: 1\r\"\"\"\r", u"title=A|version=1"_s);
    row("both line ends", "\"\"\"\r\ntitle: A\r\n\"\"\"\r\n", u"title=A"_s);
    row("line separator", "\"\"\"\ntitle: A\u2028version: 1\n\"\"\"", u"title=A|version=1"_s);
    row("next line", "\"\"\"\ntitle: A\u0085version: 1\n\"\"\"", u"title=A|version=1"_s);
    row("vertical tab, form feed, separators",
        "\"\"\"\va: 1\fb: 2\x1c"
        "c: 3\x1d"
        "d: 4\x1e"
        "e: 5\x1f"
        "f: 6\n\"\"\"",
        u"a=1|b=2|c=3|d=4|e=5\x1f"
        "f: 6"_s);
    row("last wins, first place", "\"\"\"\na: 1\nb: 2\na: 3\n\"\"\"", u"a=3|b=2"_s);
    row("case is kept", "\"\"\"\nTitle: A\ntitle: B\n\"\"\"", u"Title=A|title=B"_s);
    row("digit, hyphen, blank", "\"\"\"\nkey1: a\na-b: c\nversion : 1\n: x\n\"\"\"", {});
    row("address and prose", "\"\"\"\nhttps://a.b/c\nNote: d\n\"\"\"", u"https=//a.b/c|Note=d"_s);
    row("empty value", "\"\"\"\na:\nb:   \n\"\"\"", u"a=|b="_s);
    row("quotes end it inside a line", "\"\"\"\na: 1\nb: \"\"\"\nc: 3\n\"\"\"", u"a=1"_s);
    row("not closed", "\"\"\"\na: 1\nx: int = 3\n", u"a=1|x=int = 3"_s);
    row("letters that equal ASCII ones", "\"\"\"\n\u017Fo\u212A\u0130\u0131: 1\n\"\"\"",
        u"\u017Fo\u212A\u0130\u0131=1"_s);
    row("other letters", "\"\"\"\nd\u00e9: 1\n\"\"\"", {});
    row("white space of Unicode", "\"\"\"\n\u00a0\u3000a:\u2003b\u00a0\u1680\n\"\"\"", u"a=b"_s);
    row("byte order mark in a value", "\"\"\"\na: \ufeff\ufeffb\n\"\"\"", u"a=\ufeff\ufeffb"_s);
    row("no white space", "\"\"\"\n\u200ba: b\na: \u200bb\u180e\n\"\"\"", u"a=\u200bb\u180e"_s);
}

void TestFrontmatter::read()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);

    const Frontmatter header = Frontmatter::read(text);

    QStringList fields;
    for (const Frontmatter::Field &field : header.fields()) {
        fields.append(field.key + u'=' + field.value);
        QCOMPARE(header.value(field.key), field.value);
    }
    QCOMPARE(fields.join(u'|'), expected);
}

void TestFrontmatter::toJson()
{
    const Frontmatter header = Frontmatter::read("\"\"\"\ntitle: A\nTitle: B\n\"\"\"");

    QCOMPARE(header.toJson(), (QJsonObject{{u"title"_s, u"A"_s}, {u"Title"_s, u"B"_s}}));
    QVERIFY(header.contains(u"Title"));
    QVERIFY(!header.contains(u"version"));
}

QTEST_APPLESS_MAIN(TestFrontmatter)
#include "tst_frontmatter.moc"
