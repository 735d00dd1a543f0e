// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/valves/valveschema.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

/// Whether stored settings fit what pydantic says of the class.
class ValveSchemaTest final : public QObject
{
    Q_OBJECT

private slots:
    void misfits_data();
    void misfits();
    void textsNameNamesOnly();
};

void ValveSchemaTest::misfits_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("stored");
    QTest::addColumn<QStringList>("missing");
    QTest::addColumn<QStringList>("unfitting");
    const auto row = [](const char *name, const QByteArray &schema, const QByteArray &stored,
                        const QStringList &missing, const QStringList &unfitting) {
        QTest::newRow(name) << schema << stored << missing << unfitting;
    };
    const auto property = [](const QByteArray &type) { return R"({"properties":{"a":)" + type + "}}"; };

    row("no class", "null", R"({"a":1})", {}, {});
    row("nothing stored", property(R"({"type":"integer"})"), "{}", {}, {});
    row("required", R"({"properties":{"a":{},"b":{}},"required":["a","b"]})", R"({"b":1})", {u"a"_s}, {});
    row("stored as null", R"({"properties":{"a":{}},"required":["a"]})", R"({"a":null})", {}, {});
    row("no longer a setting", property(R"({"type":"integer"})"), R"({"gone":"x"})", {}, {});
    row("word for an integer", property(R"({"type":"integer"})"), R"({"a":"many"})", {}, {u"a"_s});
    row("digits for an integer", property(R"({"type":"integer"})"), R"({"a":"12"})", {}, {});
    row("true for an integer", property(R"({"type":"integer"})"), R"({"a":true})", {}, {});
    row("fraction for an integer", property(R"({"type":"integer"})"), R"({"a":1.5})", {}, {u"a"_s});
    row("fraction for a number", property(R"({"type":"number"})"), R"({"a":1.5})", {}, {});
    row("number for a word", property(R"({"type":"string"})"), R"({"a":5})", {}, {u"a"_s});
    row("word for a boolean", property(R"({"type":"boolean"})"), R"({"a":"yes"})", {}, {});
    row("list for a boolean", property(R"({"type":"boolean"})"), R"({"a":[]})", {}, {u"a"_s});
    row("word for a list", property(R"({"type":"array"})"), R"({"a":"x"})", {}, {u"a"_s});
    row("list for an object", property(R"({"type":"object"})"), R"({"a":[]})", {}, {u"a"_s});
    row("one of two", property(R"({"anyOf":[{"type":"integer"},{"type":"string"}]})"), R"({"a":"x"})", {}, {});
    row("none of two", property(R"({"anyOf":[{"type":"integer"},{"type":"null"}]})"), R"({"a":"x"})", {}, {u"a"_s});
    row("null where it may be", property(R"({"anyOf":[{"type":"integer"},{"type":"null"}]})"), R"({"a":null})", {}, {});
    row("a type of its own", property(R"({"$ref":"#/$defs/Mode"})"), R"({"a":5})", {}, {});
}

void ValveSchemaTest::misfits()
{
    QFETCH(const QByteArray, schema);
    QFETCH(const QByteArray, stored);
    QFETCH(const QStringList, missing);
    QFETCH(const QStringList, unfitting);
    const ValveMisfits found =
        compareWithSchema(QJsonDocument::fromJson(schema).object(), QJsonDocument::fromJson(stored).object());
    QCOMPARE(found.missing, missing);
    QCOMPARE(found.unfitting, unfitting);
    QCOMPARE(misfitTexts(found).size(), (missing.isEmpty() ? 0 : 1) + (unfitting.isEmpty() ? 0 : 1));
}

void ValveSchemaTest::textsNameNamesOnly()
{
    const QJsonObject schema{
        {u"properties"_s, QJsonObject{{u"limit"_s, QJsonObject{{u"type"_s, u"integer"_s}}}}},
        {u"required"_s, QJsonArray{u"token"_s}},
    };
    const QString text = misfitTexts(compareWithSchema(schema, {{u"limit"_s, u"TOP-SECRET"_s}})).join(u' ');
    QVERIFY2(text.contains(u"limit"_s) && text.contains(u"token"_s), qPrintable(text));
    QVERIFY(!text.contains(u"TOP-SECRET"_s));
}

QTEST_GUILESS_MAIN(ValveSchemaTest)
#include "tst_valveschema.moc"
