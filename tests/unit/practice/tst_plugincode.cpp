// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/localcheck.h"
#include "practice/plugincode.h"

#include <QJsonDocument>
#include <QStandardPaths>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace owui;

/// What the practice server reads from the syntax tree of a plugin.
class TestPluginCode final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void classes_data();
    void classes();
    void valves();
    void specs();
};

namespace {

PluginCode codeOf(const QByteArray &text)
{
    LocalCheck python({}, PluginCode::script());
    QObject context;
    std::optional<LocalCheckResult> answer;
    python.check(text, &context, [&answer](const LocalCheckResult &result) { answer = result; });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 20'000); }();
    return answer ? PluginCode::read(answer->description) : PluginCode();
}

} // namespace

void TestPluginCode::initTestCase()
{
    if (QStandardPaths::findExecutable(u"python3"_s).isEmpty()) {
        QSKIP("There is no python3 here.");
    }
}

void TestPluginCode::classes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("classes");
    QTest::newRow("none") << QByteArray("class Pipeline: pass\ndef f():\n  class Pipe: pass\n") << QStringList();
    QTest::newRow("branch") << QByteArray("try:\n  class Filter: pass\nexcept E:\n  Pipe = 1\n")
                            << QStringList{u"Pipe"_s, u"Filter"_s};
    QTest::newRow("import") << QByteArray("from a import b as Tools\nimport Event.x\n")
                            << QStringList{u"Event"_s, u"Tools"_s};
    QTest::newRow("annotation") << QByteArray("Pipe: int\nTools: int = 1\n") << QStringList{u"Tools"_s};
}

void TestPluginCode::classes()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, classes);
    QCOMPARE(codeOf(text).classes, classes);
}

void TestPluginCode::valves()
{
    const PluginCode code = codeOf(R"(
class Base(BaseModel):
    shared: int = 1
    key: str = "overridden"
class Valves:
    no: int
class Tools:
    class Valves(Base):
        key: str
        url: Optional[str] = None
        a: int = Field(default=0, ge=0)
        b: int = Field(..., description="needed")
        c: list[str] = pydantic.Field(default_factory=list)
        d: int = Field(description="needed")
        e: int = Field(3)
        f: int = ...
        g: Annotated[int, Field(default=1)]
        h: ClassVar[int] = 1
        _private: int = 1
        model_config = ConfigDict()
    class UserValves(BaseModel):
        no: int
)");
    const QList<ValveField> expected{
        {u"shared"_s, u"int"_s, true},
        {u"key"_s, u"str"_s, false},
        {u"url"_s, u"Optional[str]"_s, true},
        {u"a"_s, u"int"_s, true},
        {u"b"_s, u"int"_s, false},
        {u"c"_s, u"list[str]"_s, true},
        {u"d"_s, u"int"_s, false},
        {u"e"_s, u"int"_s, true},
        {u"f"_s, u"int"_s, false},
        {u"g"_s, u"Annotated[int, Field(default=1)]"_s, true},
    };
    QCOMPARE(code.valves, expected);
}

void TestPluginCode::specs()
{
    const PluginCode code = codeOf(R"(
class Tools:
    def __init__(self):
        pass
    async def add(self, first: int, numbers: list[int], text="a, b", __user__: dict = {}) -> str:
        """
        Adds.
          All of them.
        :param first: the first number
        :return: the sum
        """
        def inner(x: int): pass
    def _helper(self): pass
    def now(self): pass
    def ask(self, place, /, *, city: str, days: int = 3): pass
class Other:
    def no(self): pass
)");
    const auto parsed = [](const char *json) { return QJsonDocument::fromJson(json).array(); };
    QCOMPARE(code.specs, parsed(R"([
        {"name": "add", "description": "Adds.\nAll of them.",
         "parameters": {"type": "object", "required": ["first", "numbers"],
                        "properties": {"first": {"type": "integer", "description": "the first number"},
                                       "numbers": {"type": "array"}, "text": {}}}},
        {"name": "now", "description": "", "parameters": {"type": "object", "properties": {}}},
        {"name": "ask", "description": "",
         "parameters": {"type": "object", "required": ["place", "city"],
                        "properties": {"place": {}, "city": {"type": "string"}, "days": {"type": "integer"}}}}])"));
    QVERIFY(codeOf("class Pipe:\n  def no(self): pass\n").specs.isEmpty());
}

QTEST_GUILESS_MAIN(TestPluginCode)
#include "tst_plugincode.moc"
