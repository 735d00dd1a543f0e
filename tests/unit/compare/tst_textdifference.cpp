// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/text/textdifference.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

using Difference = TextDifference;
Q_DECLARE_METATYPE(owui::TextDifference)

class TextDifferenceTest final : public QObject
{
    Q_OBJECT

private slots:
    void difference_data();
    void difference();
    void damagedTextsEnd_data();
    void damagedTextsEnd();
};

void TextDifferenceTest::difference_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<TextDifference>("expected");
    const auto row = [](const char *name, const QString &left, const QString &right, Difference expected) {
        QTest::newRow(name) << left << right << expected;
    };

    row("equal", u"a = 1\n"_s, u"a = 1\n"_s, Difference::None);
    row("empty", {}, {}, Difference::None);
    row("CRLF", u"a = 1\r\nb = 2\r\n"_s, u"a = 1\nb = 2\n"_s, Difference::LineEnds);
    row("CR", u"a = 1\rb = 2\r"_s, u"a = 1\nb = 2\n"_s, Difference::LineEnds);
    row("mixed", u"a = 1\r\nb = 2\n"_s, u"a = 1\nb = 2\r\n"_s, Difference::LineEnds);
    row("no end of the last line", u"a = 1"_s, u"a = 1\n\n"_s, Difference::LineEnds);

    row("blanks between tokens", u"a=f( 1,2 )\n"_s, u"a = f(1, 2)\n"_s, Difference::Formatting);
    row("blanks and CRLF", u"a=1\r\n"_s, u"a = 1\n"_s, Difference::Formatting);
    row("blanks in front of an opening bracket", u"print (a) [0]\n"_s, u"print(a)[0]\n"_s, Difference::Formatting);
    row("blank lines", u"import a\nx = 1\n"_s, u"import a\n\n\nx = 1\n"_s, Difference::Formatting);
    row("white space at the end of a line", u"a = 1   \n"_s, u"a = 1\n"_s, Difference::Formatting);
    row("width of the indentation", u"if a:\n  b()\n  if c:\n\td()\n"_s, u"if a:\n    b()\n    if c:\n        d()\n"_s,
        Difference::Formatting);
    row("broken inside brackets", u"f(a, b)\n"_s, u"f(\n    a,\n    b,\n)\n"_s, Difference::Formatting);
    row("broken by a backslash", u"a = b + \\\n    c\n"_s, u"a = b + c\n"_s, Difference::Formatting);
    row("parentheses instead of a backslash", u"a = b + \\\n    c\n"_s, u"a = (\n    b + c\n)\n"_s,
        Difference::Formatting);
    row("quotes", u"a = 'x'\n"_s, u"a = \"x\"\n"_s, Difference::Formatting);
    row("quotes inside", u"a = 'it\\'s'\n"_s, u"a = \"it's\"\n"_s, Difference::Formatting);
    row("quotes of three", u"a = '''x\ny'''\n"_s, u"a = \"\"\"x\ny\"\"\"\n"_s, Difference::Formatting);
    row("prefix", u"a = F'x' + u'y' + Rb'z'\n"_s, u"a = f\"x\" + \"y\" + rb\"z\"\n"_s, Difference::Formatting);
    row("surplus parentheses", u"if (a):\n    return (b)\n"_s, u"if a:\n    return b\n"_s, Difference::Formatting);
    row("surplus in a loop", u"for a in (b, c):\n    d()\n"_s, u"for a in b, c:\n    d()\n"_s, Difference::Formatting);
    row("targets", u"(a, b) = c\n"_s, u"a, b = c\n"_s, Difference::Formatting);
    row("targets of a loop", u"for (a, b) in c:\n    d = [e for (e, f) in b]\n"_s,
        u"for a, b in c:\n    d = [e for e, f in b]\n"_s, Difference::Formatting);
    row("one exception", u"try:\n    a()\nexcept (B):\n    c()\n"_s, u"try:\n    a()\nexcept B:\n    c()\n"_s,
        Difference::Formatting);
    row("letter case of numbers", u"a = 0Xab + 1E5\n"_s, u"a = 0xAB + 1e5\n"_s, Difference::Formatting);
    row("import in parentheses", u"from a import b, c\n"_s, u"from a import (\n    b,\n    c,\n)\n"_s,
        Difference::Formatting);
    row("class without bases", u"class A():\n    pass\n"_s, u"class A:\n    pass\n"_s, Difference::Formatting);
    row("docstring's lines", u"def f():\n    \"\"\" Does it.\n      More.   \"\"\"\n"_s,
        u"def f():\n    \"\"\"Does it.\n    More.\"\"\"\n"_s, Difference::Formatting);
    row("blanks around a comment", u"a = 1 #why\n"_s, u"a = 1  # why\n"_s, Difference::Formatting);
    row("comment at a comma that appears", u"f(\n    a  # one\n)\n"_s, u"f(\n    a,  # one\n)\n"_s,
        Difference::Formatting);
    row("statements on one line", u"if a: b(); c()\n"_s, u"if a:\n    b()\n    c()\n"_s, Difference::Formatting);
    row("semicolon at the end", u"a = 1;\n"_s, u"a = 1\n"_s, Difference::Formatting);
    row("slices", u"a[b+1 :]\n"_s, u"a[b + 1 :]\n"_s, Difference::Formatting);

    row("another name", u"a = 1\n"_s, u"b = 1\n"_s, Difference::Content);
    row("another comment", u"a = 1  # x\n"_s, u"a = 1  # y\n"_s, Difference::Content);
    row("a comment is gone", u"a = 1  # x\n"_s, u"a = 1\n"_s, Difference::Content);
    row("another text in a string", u"a = 'x'\n"_s, u"a = 'y'\n"_s, Difference::Content);
    row("blanks in a string", u"a = 'x y'\n"_s, u"a = 'x  y'\n"_s, Difference::Content);
    row("blanks at the ends of a string's lines", u"a = '''x \ny'''\n"_s, u"a = '''x\ny'''\n"_s, Difference::Content);
    row("a header that is one no more", u"\"\"\"\ntitle: F\n\"\"\"\n"_s, u"\"\"\"title: F\n\"\"\"\n"_s,
        Difference::Content);
    row("bytes", u"a = b'x'\n"_s, u"a = 'x'\n"_s, Difference::Content);
    row("raw string", u"a = r'\\'x'\n"_s, u"a = '\\'x'\n"_s, Difference::Content);
    row("escapes", u"a = '\\\\'\n"_s, u"a = '\\n'\n"_s, Difference::Content);
    row("deeper", u"if a:\n    b()\nc()\n"_s, u"if a:\n    b()\n    c()\n"_s, Difference::Content);
    row("two names become one", u"a b\n"_s, u"ab\n"_s, Difference::Content);
    row("tuple of one", u"a = (b,)\n"_s, u"a = (b)\n"_s, Difference::Content);
    row("index by a tuple", u"a[b,]\n"_s, u"a[b]\n"_s, Difference::Content);
    row("a target that is a tuple of one", u"(a,) = b\n"_s, u"a = b\n"_s, Difference::Content);
    row("comparison of a tuple", u"(a, b) == c\n"_s, u"a, b == c\n"_s, Difference::Content);
    row("another number", u"a = 0x1\n"_s, u"a = 0x2\n"_s, Difference::Content);
    row("assertion of a tuple", u"assert (a, b)\n"_s, u"assert a, b\n"_s, Difference::Content);
    row("membership in a tuple", u"a = b in (c, d)\n"_s, u"a = b in c, d\n"_s, Difference::Content);
    row("arguments and a tuple", u"f((a, b))\n"_s, u"f(a, b)\n"_s, Difference::Content);
    row("order of calculation", u"a = (b + c) * d\n"_s, u"a = b + c * d\n"_s, Difference::Content);
    row("generator", u"a = (b for b in c)\n"_s, u"a = b\n"_s, Difference::Content);
    row("lambda", u"a = lambda: (b, c)\n"_s, u"a = lambda: b, c\n"_s, Difference::Content);
    row("a call gone", u"a = f(b)\n"_s, u"a = f\n"_s, Difference::Content);
    row("behind a NUL", u"a = 1\n"_s + QChar(0) + u"b"_s, u"a = 1\n"_s + QChar(0) + u"c"_s, Difference::Content);
}

void TextDifferenceTest::difference()
{
    QFETCH(const QString, left);
    QFETCH(const QString, right);
    QFETCH(const TextDifference, expected);
    QCOMPARE(textDifference(left, right), expected);
    QCOMPARE(textDifference(right, left), expected);
}

void TextDifferenceTest::damagedTextsEnd_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("open bracket") << u"a = f(1, (2\nb = 3\n"_s;
    QTest::newRow("open string") << u"a = '''x\ny\n"_s;
    QTest::newRow("lonely quote") << u"a = \"\n'"_s;
    QTest::newRow("closing brackets") << u")]}\n: ; , =\n"_s;
    QTest::newRow("lonely surrogate") << u"a = 'x"_s + QChar(0xd800) + u"'\n"_s;
    QTest::newRow("more tokens than a line may have") << u"x = ["_s + u"1, "_s.repeated(60'000) + u"2]\n"_s;
}

/// Any text has a form, equal to its own, and what is beyond a limit is still compared.
void TextDifferenceTest::damagedTextsEnd()
{
    QFETCH(const QString, text);
    QCOMPARE(textDifference(text, text + u"\n\n"_s), Difference::LineEnds);
    QString other = text;
    other.chop(2);
    other += u"q)\n"_s;
    QCOMPARE(textDifference(text, other), Difference::Content);
}

QTEST_GUILESS_MAIN(TextDifferenceTest)
#include "tst_textdifference.moc"
