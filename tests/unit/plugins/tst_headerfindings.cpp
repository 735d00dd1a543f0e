// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/headerfindings.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

class TestHeaderFindings : public QObject
{
    Q_OBJECT

private slots:
    void findings_data();
    void findings();
    void areBounded();
};

void TestHeaderFindings::findings_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<Finding>>("expected");

    const auto row = [](const char *name, const QByteArray &text, const QList<Finding> &expected) {
        QTest::newRow(name) << text << expected;
    };
    const auto field = [&](const char *name, const QByteArray &line, const QList<Finding> &expected) {
        row(name, "\"\"\"\nversion: 1.0\n" + line + "\n\"\"\"\n", expected);
    };
    using enum FindingCode;
    field("nothing", "title: A", {});
    row("shebang", "#!/usr/bin/env python\n\"\"\"\nversion: 1\n\"\"\"\n", {{HeaderNotFirst, {}, 2}});
    row("blank line", "\r\n\"\"\"\nversion: 1\n\"\"\"\n", {{HeaderNotFirst, {}, 2}});
    row("text on the opening line", "\"\"\"title: A\nversion: 1\n\"\"\"\n",
        {{HeaderTextOnOpeningLine, u"title: A"_s, 1}});
    row("single quotes", "'''\ntitle: A\n'''\n", {{HeaderSingleQuotes, {}, 1}});
    row("raw", "r\"\"\"\ntitle: A\n\"\"\"\n", {{HeaderPrefixedQuotes, u"r\"\"\""_s, 1}});
    row("two mistakes", "\n'''\ntitle: A\n'''\n", {{HeaderNotFirst, {}, 2}, {HeaderSingleQuotes, {}, 2}});
    row("missing", "# comment\nimport os\n", {{HeaderMissing, {}, 0}});
    row("below code", "import os\n\n\"\"\"\ntitle: A\n\"\"\"\n", {{HeaderNotFirst, {}, 3}});
    row("below code, on the opening line", "import os\n\"\"\"title: A\n\"\"\"\n", {{HeaderNotFirst, {}, 2}});
    row("other text below code", "import os\n\"\"\"\nNote: A\n\"\"\"\n", {{HeaderMissing, {}, 0}});
    row("a field's name in a class", "import os\nclass A:\n    \"\"\"\n    title: A\n    \"\"\"\n",
        {{HeaderMissing, {}, 0}});
    row("not closed", "\"\"\"\nTitle: A\nclass Tools:\n", {{HeaderNotClosed, {}, 1}});
    row("version missing", "\"\"\"\ntitle: A\n\"\"\"\n", {{VersionMissing, {}, 0}});
    row("version empty", "\"\"\"\nversion:\n\"\"\"\n", {{VersionMissing, {}, 0}});
    row("version unreadable", "\"\"\"\nversion: 1.2  # bump\n\"\"\"\n", {{VersionUnreadable, u"1.2  # bump"_s, 0}});
    row("capital", "\"\"\"\nVersion: 1.2\n\"\"\"\n", {{HeaderKeyCase, u"Version"_s, 2}});
    row("blank before the colon", "\"\"\"\nversion : 1.2\n\"\"\"\n", {{HeaderKeyNotRead, u"version"_s, 2}});
    field("hyphen", "author-url: x", {{HeaderKeyNotRead, u"author-url"_s, 3}});
    field("words", "required open webui version: 0.6", {{HeaderKeyNotRead, u"required open webui version"_s, 3}});
    field("digit", "icon2: x", {{HeaderKeyNotRead, u"icon2"_s, 3}});
    field("wide colon", "title：A", {{HeaderKeyNotRead, u"title"_s, 3}});
    field("prose", "See step 2: it works\nNote: this", {});
    field("quoted", "title: \"A\"\nauthor: 'B'",
          {{HeaderQuotedValue, u"title"_s, 3}, {HeaderQuotedValue, u"author"_s, 4}});
    field("folded", "description: >\n  a\n  b", {{HeaderMultilineValue, u"description"_s, 3}});
    field("indented line", "description: a\n  and b\n  and c", {{HeaderMultilineValue, u"description"_s, 3}});
    field("value below its name", "  title:\n    A", {{HeaderMultilineValue, u"title"_s, 3}});
    field("indented fields", "  title: A\n  author: B\n\n    C", {});
    field("requirements on two lines", "requirements: a,\nb", {{HeaderMultilineValue, u"requirements"_s, 3}});
    field("trailing comma", "requirements: a,\nauthor: b", {});
    field("ends early", "title: a \"\"\" b", {{HeaderEndsEarly, u"title: a \"\"\" b"_s, 3}});
    field("list", "requirements:\n  - httpx", {{RequirementsList, {}, 3}});
    field("list in brackets", "requirements: [httpx]", {{RequirementsList, {}, 3}});
    field("no list", "requirements:\nauthor: -", {});
    field("range", "requirements: a, pyjokes>=0.6,<1", {{RequirementsComma, u"pyjokes>=0.6,<1"_s, 3}});
    field("extras", "requirements: a[b,c]", {{RequirementsComma, u"a[b,c]"_s, 3}});
    field("prose in a list", "Requirements:\n- The model must support images\n", {});
    field("prose in a list that is read", "requirements:\n- The model must support images\n", {});
    field("prose on the line", "Requirements: none (only the standard library)", {});
    field("prose below", "requirements: httpx\n    only for the big models", {});
    field("prose behind a blank", "requirements : none (only the standard library)", {});
    field("a word for nothing", "Requirements: None", {});
    field("a capital before packages", "Requirements: httpx, pandas >= 1.5; python_version < '3.9' and x",
          {{HeaderKeyCase, u"Requirements"_s, 3}});
    field("a capital before a list", "Requirements:\n- httpx\n- pandas",
          {{HeaderKeyCase, u"Requirements"_s, 3}, {RequirementsList, {}, 3}});
    field("packages on two lines", "requirements: a\n    b", {{HeaderMultilineValue, u"requirements"_s, 3}});
    field("prose beside the field", "title: A\nTitle: the title of the chart\nTitle:\n  more", {});
    field("an id that was not read", "ID: other\nid : other", {});
    field("requirements", "requirements: a>=1, b[c], d~=2", {});
}

void TestHeaderFindings::findings()
{
    QFETCH(QByteArray, text);
    QFETCH(QList<Finding>, expected);

    const QList<Finding> findings = headerFindings(text, Frontmatter::read(text));

    QStringList found;
    for (const Finding &finding : findings) {
        found.append(u"%1 %2 line %3"_s.arg(nameOf(finding.code), finding.argument).arg(finding.line));
    }
    QVERIFY2(findings == expected, qPrintable(found.join(u"; "_s)));
}

/// 400,000 commas made 77 MB of JSON.
void TestHeaderFindings::areBounded()
{
    const QByteArray text = "\"\"\"\nversion: 1\nrequirements: a" + QByteArray(",>=1").repeated(400'000) + "\n\"\"\"\n";
    const QList<Finding> found = headerFindings(text, Frontmatter::read(text));
    QCOMPARE(found.size(), 101);
    QCOMPARE(found.last(), (Finding{FindingCode::HeaderMoreFindings, u"399900"_s, 0}));
    const QByteArray wide = "\"\"\"\nversion: 1.2  # " + QByteArray(1'000'000, 'x') + "\n\"\"\"\n";
    const QList<Finding> version = headerFindings(wide, Frontmatter::read(wide));
    QCOMPARE(version.size(), 1);
    QVERIFY(version.first().argument.size() < 1'000);
}

QTEST_APPLESS_MAIN(TestHeaderFindings)
#include "tst_headerfindings.moc"
