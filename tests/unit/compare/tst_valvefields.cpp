// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/valves/valvechanges.h"
#include "compare/valves/valvefields.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

using Reading = SettingFields::Reading;
Q_DECLARE_METATYPE(owui::SettingFields::Reading)

class ValveFieldsTest final : public QObject
{
    Q_OBJECT

private slots:
    void fields_data();
    void fields();
    void whatCannotBeTold_data();
    void whatCannotBeTold();
    void bothClasses();
    void changes_data();
    void changes();
    void storedNamesDecide();
    void nothingIsSaidOfWhatCannotBeTold();
};

namespace {

/// A pipe with these lines in class Valves.
QByteArray pipe(const QByteArray &body, const QByteArray &bases = "BaseModel")
{
    QByteArray indented = body;
    indented.replace("\n", "\n        ");
    return "from pydantic import BaseModel, Field\n\nclass Pipe:\n    \"\"\"A pipe.\"\"\"\n\n    class Valves(" +
           bases + "):\n        " + indented + "\n\n    def __init__(self):\n        self.valves = self.Valves()\n";
}

SettingFields valves(const QByteArray &body)
{
    return readValveFields(pipe(body), PluginKind::Pipe).valves;
}

/// "name:type" for a required field, "name:type=" for one with a default.
QStringList asText(const SettingFields &fields)
{
    QStringList texts;
    for (const SettingField &field : fields.fields) {
        texts.append(field.name + u':' + field.type + (field.hasDefault ? u"="_s : QString()));
    }
    return texts;
}

/// "-removed", "name:from>to", "!required", "a>b" for a renaming.
QString asText(const ValveChanges &changes)
{
    QStringList texts;
    for (const QString &name : changes.removed) {
        texts.append(u'-' + name);
    }
    for (const ValveChanges::Retyped &field : changes.retyped) {
        texts.append(field.name + u':' + field.from + u'>' + field.to);
    }
    for (const QString &name : changes.newlyRequired) {
        texts.append(u'!' + name);
    }
    for (const ValveChanges::Renamed &field : changes.renamed) {
        texts.append(field.from + u'>' + field.to);
    }
    return texts.join(u' ');
}

} // namespace

void ValveFieldsTest::fields_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QByteArray &body, const QStringList &expected) {
        QTest::newRow(name) << body << expected;
    };

    row("nothing", "pass", {});
    row("docstring and ellipsis", "\"\"\"Settings.\"\"\"\n...", {});
    row("plain", "a: str = \"x\"\nb: int", {u"a:str="_s, u"b:int"_s});
    row("Field with a default", "a: str = Field(default=\"x\", description=\"d\")", {u"a:str="_s});
    row("Field with a first value", "a: str = Field(\"x\", description=\"d\")", {u"a:str="_s});
    row("Field with a factory", "a: list = Field(default_factory=list)", {u"a:list="_s});
    row("Field without", "a: str = Field(description=\"d\")", {u"a:str"_s});
    row("Field with an ellipsis", "a: str = Field(..., description=\"d\")", {u"a:str"_s});
    row("Field with a named ellipsis", "a: str = Field(default=...)", {u"a:str"_s});
    row("ellipsis", "a: str = ...", {u"a:str"_s});
    row("pydantic.Field", "a: str = pydantic.Field(description=\"d\")", {u"a:str"_s});
    row("over several lines", "a: str = Field(\n    default=f(1, 2),\n    description=\"d, default=3\",\n)",
        {u"a:str="_s});
    row("default in brackets of another call", "a: str = Field(json_schema_extra=dict(default=1))", {u"a:str"_s});
    row("optional", "a: Optional[str]\nb: typing.Optional[ str ] = None\nc: str|None\nd: Union[str, None]",
        {u"a:str|None"_s, u"b:str|None="_s, u"c:str|None"_s, u"d:str|None"_s});
    row("generics", "a: List[ str ] = []\nb: Dict[str,Optional[int]] = {}\nc: Literal['x', \"y\"] = 'x'",
        {u"a:list[str]="_s, u"b:dict[str,int|None]="_s, u"c:Literal[\"x\",\"y\"]="_s});
    row("deeper than anybody writes", "a: " + QByteArray(2000, '[') + QByteArray(2000, ']'),
        {u"a:"_s + QString(2000, u'[') + QString(2000, u']')});
    row("no fields", "_private: int = 1\nkind: ClassVar[str] = \"x\"\nmodel_config = ConfigDict(extra=\"allow\")", {});
    row("methods and a nested class",
        "a: int = 1\n\n@field_validator(\"a\")\n@classmethod\ndef check(cls, v):\n    x: int = v\n    return "
        "x\n\nclass Config:\n    extra: str = \"x\"\n\nb: int = 2",
        {u"a:int="_s, u"b:int="_s});
    row("line ends of another system", "a: \"\"\"int\r\n\"\"\"\r\nb: \"\"\"int\r\"\"\"",
        {u"a:\"\"\"int\n        \"\"\""_s, u"b:\"\"\"int\n\"\"\""_s});
    row("twice", "a: int\na: str = \"x\"", {u"a:str="_s});
    row("comments", "# a: int\na: int = 1  # b: int", {u"a:int="_s});
}

void ValveFieldsTest::fields()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QStringList, expected);
    const SettingFields read = valves(body);
    QCOMPARE(read.reading, Reading::Read);
    QCOMPARE(asText(read), expected);
}

void ValveFieldsTest::whatCannotBeTold_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<owui::SettingFields::Reading>("expected");
    const auto row = [](const char *name, const QByteArray &text, Reading expected) {
        QTest::newRow(name) << text << expected;
    };

    row("no settings", "class Pipe:\n    def pipe(self):\n        pass\n", Reading::Absent);
    row("class with object", "class Pipe(object):\n    def pipe(self):\n        pass\n", Reading::Absent);
    row("made anew behind what looks like a decorator", "class Pipe:\n    pass\n    @odd\n\nclass Pipe:\n    pass\n",
        Reading::Absent);
    row("inherited plugin", "class Pipe(Base):\n    pass\n", Reading::CannotTell);
    row("decorated plugin", "@made\nclass Pipe:\n    pass\n", Reading::CannotTell);
    row("imported plugin", "from x import Pipe\n", Reading::CannotTell);
    row("assigned", "class Pipe:\n    Valves = Other\n", Reading::CannotTell);
    row("assigned later", "class Pipe:\n    pass\n\nPipe.Valves = Other\n", Reading::CannotTell);
    row("set in __init__", "class Pipe:\n    def __init__(self):\n        self.Valves = Other\n", Reading::CannotTell);
    row("in a branch", "class Pipe:\n    if x:\n        class Valves(BaseModel):\n            a: int\n",
        Reading::CannotTell);
    row("inherited settings", pipe("a: int", "Base"), Reading::CannotTell);
    row("two bases", pipe("a: int", "BaseModel, Mixin"), Reading::CannotTell);
    row("a loop inside", pipe("for i in x:\n    pass"), Reading::CannotTell);
    row("without annotation", pipe("a = 1"), Reading::CannotTell);
    row("Field with unpacked arguments", pipe("a: int = Field(**shared)"), Reading::CannotTell);
    row("Annotated", pipe("a: Annotated[int, Field(default=1)]"), Reading::CannotTell);
    row("decorated settings", "class Pipe:\n    @made\n    class Valves(BaseModel):\n        a: int\n",
        Reading::CannotTell);
    row("NUL", QByteArray("class Pipe:\n    pass\n\0", 23), Reading::CannotTell);
    row("empty", "", Reading::CannotTell);
    row("open bracket", "class Pipe:\n    class Valves(BaseModel:\n        a: int\n", Reading::CannotTell);
}

void ValveFieldsTest::whatCannotBeTold()
{
    QFETCH(const QByteArray, text);
    QFETCH(const owui::SettingFields::Reading, expected);
    QCOMPARE(readValveFields(text, PluginKind::Pipe).valves.reading, expected);
}

void ValveFieldsTest::bothClasses()
{
    const ValveFields fields = readValveFields("class Tools:\n"
                                               "    class Valves(BaseModel): a: int = 1\n"
                                               "    class UserValves(BaseModel):\n"
                                               "        b: str\n"
                                               "\n"
                                               "class Filter:\n"
                                               "    class Valves(BaseModel):\n"
                                               "        c: str\n",
                                               PluginKind::Tool);
    QCOMPARE(asText(fields.valves), QStringList{u"a:int="_s});
    QCOMPARE(asText(fields.userValves), QStringList{u"b:str"_s});
}

void ValveFieldsTest::changes_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &before, const QByteArray &after, const QString &expected) {
        QTest::newRow(name) << before << after << expected;
    };

    row("same", "a: int = 1", "a:int=2", {});
    row("added with a default", "a: int = 1", "a: int = 1\nb: str = \"\"", {});
    row("removed", "a: int = 1\nb: str = \"\"", "a: int = 1", u"-b"_s);
    row("all removed", "a: int = 1", "pass", u"-a"_s);
    row("retyped", "a: int = 1", "a: str = \"\"", u"a:int>str"_s);
    row("wider", "a: str = \"\"", "a: Optional[str] = None", {});
    row("narrower", "a: Optional[str] = None", "a: str = \"\"", u"a:str|None>str"_s);
    row("int to float", "a: int = 1", "a: float = 1", {});
    row("float to int", "a: float = 1", "a: int = 1", u"a:float>int"_s);
    row("to anything", "a: int = 1", "a: Any = 1", {});
    row("newly required", "a: int = 1", "a: int = 1\nb: str", u"!b"_s);
    row("default gone", "a: int = 1", "a: int", u"!a"_s);
    row("required as before", "a: int", "a: int", {});
    row("renamed spelling", "apiKey: str = \"\"\nb: int = 1", "api_key: str = \"\"\nc: str = \"\"",
        u"-apiKey -b apiKey>api_key"_s);
    row("one gone, one new", "a: str = \"\"", "b: str = \"\"", u"-a a>b"_s);
    row("one gone, one new of another type", "a: str = \"\"", "b: int = 1", u"-a"_s);
}

void ValveFieldsTest::changes()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QFETCH(const QString, expected);
    const ValveChanges found = compareFields(valves(before), valves(after));
    QVERIFY(!found.cannotTell);
    QCOMPARE(asText(found), expected);
    QCOMPARE(found.isEmpty(), expected.isEmpty());
}

void ValveFieldsTest::storedNamesDecide()
{
    const ValveChanges all = compareFields(valves("a: int = 1\nb: int = 1\nold_key: str = \"\"\nz: str = \"\""),
                                           valves("a: str = \"\"\nc: int\nd: int\nkey: str = \"\""));
    QCOMPARE(asText(all), u"-b -old_key -z a:int>str !c !d old_key>key"_s);
    QCOMPARE(withStoredNames(all, std::nullopt), all);
    QCOMPARE(asText(withStoredNames(all, QStringList{u"b"_s, u"c"_s})), u"-b !d"_s);
    QCOMPARE(asText(withStoredNames(all, QStringList{u"a"_s, u"old_key"_s, u"c"_s, u"d"_s})),
             u"-old_key a:int>str old_key>key"_s);
}

void ValveFieldsTest::nothingIsSaidOfWhatCannotBeTold()
{
    const SettingFields unknown = readValveFields(pipe("a: int", "Base"), PluginKind::Pipe).valves;
    for (const ValveChanges &changes :
         {compareFields(unknown, valves("a: str")), compareFields(valves("a: str"), unknown)}) {
        QVERIFY(changes.cannotTell);
        QVERIFY(changes.isEmpty());
    }
}

QTEST_GUILESS_MAIN(ValveFieldsTest)
#include "tst_valvefields.moc"
