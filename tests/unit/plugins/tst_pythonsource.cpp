// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/pluginfile.h"
#include "plugins/pythonsource.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

/// Which plugin names a text binds at its top level.
class TestPythonSource : public QObject
{
    Q_OBJECT

private slots:
    void names_data();
    void names();
    void kinds_data();
    void kinds();
    void plugins_data();
    void plugins();
    void tellsPipelines();
    void survivesDamagedText();
};

void TestPythonSource::names_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, const QByteArray &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("class", "class Pipe:\n  pass\n", u"Pipe"_s);
    row("class with blanks", "class   Pipe  : pass\n", u"Pipe"_s);
    row("class of another name", "class Pipeline: pass\nclass MyPipe: pass\n", {});
    row("after a semicolon", "x = 1; class_ = 2; Pipe = 3\n", u"Pipe"_s);
    row("function", "def Pipe(): pass\nasync def Filter(): pass\n", u"Pipe Filter"_s);
    row("import", "import Pipe.x, a.Filter, b as Action\n", u"Pipe Action"_s);
    row("from import", "from a import (\n  Pipe, # Filter\n  x as Action,\n  Event as y,\n)\n", u"Pipe Action"_s);
    row("from a module of that name", "from Pipe import x\nfrom .Filter import *\n", {});
    row("assignment", "a = Pipe = 1\n(b, *Filter), [Action] = c\n", u"Pipe Filter Action"_s);
    row("no assignment", "Pipe.x = 1\nFilter[0] = 2\nx[Action] = 3\nEvent == 4\nf(Tools=5)\n", {});
    row("annotation", "Pipe: type = X\nFilter: type\n", u"Pipe"_s);
    row("walrus", "print((Pipe := 1))\nf = lambda: (Filter := 2)\n", u"Pipe"_s);
    row("lambda", "f = lambda Pipe=1: Pipe\n", {});
    row("walrus in a lambda's default", "f((lambda x=(Pipe := 1): (Filter := 2)))\n", u"Pipe"_s);
    row("walrus behind a lambda", "x = {lambda y=lambda: 1: (Filter := 2): (Pipe := 3)}\n", u"Pipe"_s);
    row("walrus beside a lambda", "x = [lambda: (Filter := 1) for y in z if (Pipe := 2)], lambda: 1\n", u"Pipe"_s);
    row("lambda as an annotation", "Pipe: lambda x=1: x\nFilter: f = lambda x=1: x\n", u"Filter"_s);
    row("if and else", "if a:\n  class Pipe: pass\nelif b: Filter = 1\nelse:\n\tclass Action: pass\n",
        u"Pipe Filter Action"_s);
    row("try", "try:\n  from a import Pipe\nexcept E as Filter:\n  Action = 1\nfinally:\n  Event = 2\n",
        u"Pipe Action Event"_s);
    row("with", "with a as Pipe, b() as (c, Filter):\n  pass\n", u"Pipe Filter"_s);
    row("for", "for x, Pipe in Filter: pass\nelse: Action = 1\n", u"Pipe Action"_s);
    row("while", "while a:\n  Pipe = 1\n", u"Pipe"_s);
    row("match", "match a:\n  case Pipe(): pass\n  case [Filter, X(Action=Event)]:\n    Tools = 1\n",
        u"Filter Event Tools"_s);
    row("match is a name", "match = 1\nmatch(Pipe)\ncase = [Filter]\n", {});
    row("type checking", "if TYPE_CHECKING:\n  from a import Pipe\nelse:\n  Filter = 1\n", u"Filter"_s);
    row("typing.TYPE_CHECKING", "if typing.TYPE_CHECKING: from a import Pipe; Filter = 1\n", {});
    row("main", "if __name__ == '__main__':\n  Pipe = 1\n", {});
    row("del", "Pipe = Filter = 1\ndel Pipe\ndel Filter.x\n", u"Filter"_s);
    row("nested", "def f():\n  class Pipe: pass\nclass A:\n  Filter = 1\n  class Tools: pass\n", {});
    row("nested in a branch", "if a:\n  def f():\n    Pipe = 1\n  Filter = 1\n", u"Filter"_s);
    row("decorated", "@x(\n Pipe)\nclass Filter: pass\n", u"Filter"_s);
    row("comments", "# class Pipe:\n  # class Filter:\n", {});
    row("strings", "'''\nclass Pipe: pass\n'''\nx = \"\\\nclass Filter: \"\ny = r'\\'; Action = 1\n", {});
    row("a body's string", "def f():\n  '''\nclass Pipe: pass\n'''\n  '#'\nclass Filter: pass\n", u"Filter"_s);
    row("a body's brackets", "def f():\n  g(a,\nPipe)\n  h = [\n]\nTools = 1\n", u"Tools"_s);
    row("a body's long lines",
        "def f():\n  a = '" + QByteArray(50, 'x') + "' # '\n  b = (" + QByteArray(50, ' ') + "\nPipe)\n\r\n\tc = [" +
            QByteArray(40, '[') + QByteArray(41, ']') + "\n\nTools = 1\n" + QByteArray(40, ' '),
        u"Tools"_s);
    row("a body's joined line", "def f():\n  a = \\\nPipe = 1\nTools = 1\n", u"Tools"_s);
    row("brackets", "x = [\nPipe,\n]\nfoo(\nFilter)\n", {});
    row("joined line", "class \\\n  Pipe: pass\n", u"Pipe"_s);
    row("formatted", "def f():\n  f\"{x[\"a\"]} {'#'} {y:{z}} {{\"\nPipe = 1\n", u"Pipe"_s);
    row("formatted over lines", "x = f'''{\n'}'\n} Pipe = 1'''\nFilter = f\"\\N{LEFT CURLY BRACKET}\"\n", u"Filter"_s);
    row("carriage returns", "x = 1\rclass Pipe:\r  pass\rclass Tools: pass", u"Pipe Tools"_s);
    row("form feed", "\fclass Pipe: pass\n", u"Pipe"_s);
    row("no line end", "class Pipe: pass", u"Pipe"_s);
    row("normalized name", "class \uFF30ipe: pass\n", u"Pipe"_s);
}

void TestPythonSource::names()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);

    const BoundNames bound = boundNames(text);

    QStringList names;
    for (std::size_t i = 0; i < pluginClassNames.size(); ++i) {
        if ((bound.all >> i & 1U) != 0) {
            names.append(QString::fromUtf8(pluginClassNames[i]));
        }
    }
    QCOMPARE(names.join(u' '), expected);
}

void TestPythonSource::kinds_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<PluginKind>("kind");

    const auto row = [](const QString &path, const QByteArray &text, PluginKind kind) {
        QTest::addRow("%s %s", qPrintable(path), text.simplified().constData()) << path << text << kind;
    };
    row(u"a.py"_s, "class Event: pass\nclass Action: pass\n", PluginKind::Action);
    row(u"a.py"_s, "from x import Pipe\nclass Filter: pass\n", PluginKind::Pipe);
    row(u"a.py"_s, "class Tools: pass\nclass Filter: pass\n", PluginKind::Filter);
    row(u"tools/a.py"_s, "class Tools: pass\nclass Filter: pass\n", PluginKind::Tool);
    row(u"a.py"_s, "from logging import Filter\nclass Event: pass\n", PluginKind::Filter);
    row(u"a.py"_s, "class Tools: pass\nclass Filter: pass\nfrom x import Pipe\n", PluginKind::Pipe);
    row(u"filters/a.py"_s, "class Tools: pass\n", PluginKind::Tool);
}

void TestPythonSource::kinds()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, text);
    QFETCH(PluginKind, kind);

    const Plugin plugin = readPlugin(path, {.utf8 = "\"\"\"\nversion: 1\n\"\"\"\n" + text});

    QCOMPARE(plugin.kind, std::optional(kind));
    const bool several = text.count('\n') > 1;
    const FindingCode code = several ? FindingCode::SeveralPluginClasses : FindingCode::FolderSaysOtherKind;
    QCOMPARE(plugin.findings.value(0).code, code);
}

void TestPythonSource::plugins_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("kind"); ///< empty: left out
    const auto row = [](const QByteArray &text, const QString &kind) {
        QTest::addRow("%s", text.simplified().constData()) << text << kind;
    };
    row("class MyPipe: pass\nPipe = MyPipe\n", u"pipe"_s);
    row("Pipe = (impl.MyPipe)\n", u"pipe"_s);
    row("Pipe = A if x() else None\n", u"pipe"_s);
    row("a = Pipe = B or C\n", u"pipe"_s);
    row("Pipe, x = A, 1\n", u"pipe"_s);
    row("Pipe: type = MyPipe\n", u"pipe"_s);
    row("if (Pipe := MyPipe): pass\n", u"pipe"_s);
    row("def Pipe(): return x\n", u"pipe"_s);
    row("from my_package import Pipe\n", u"pipe"_s);
    row("try:\n  from my_package import Pipe\nexcept ImportError:\n  class Pipe: pass\n", u"pipe"_s);
    row("class Filter: pass\nFilter = traced(Filter)\n", u"filter"_s);
    row("from open_webui.models.tools import Tools\nclass Filter: pass\n", u"filter"_s);
    row("class Tools: pass\nEvent = A | B\n", u"tool"_s);
    row("from threading import Event\nclass Tools: pass\n", u"tool"_s);
    row("from x import Tools\nclass Filter: pass\n", u"filter"_s);
    row("from open_webui.models.tools import Tools\n", {});
    row("from open_webui import models as Tools\n", {});
    row("import open_webui.models.tools as Tools\n", {});
    row("import x as Filter\n", {});
    row("from .tools import Tools\n", {});
    row("from . import Tools\n", {});
    row("from asyncio import Event\n", {});
    row("try:\n  from open_webui.events import Event\nexcept ImportError:\n  class Event: pass\n", {});
    row("try:\n  from open_webui.events import Event\nexcept ImportError: Event = None\n", {});
    row("Tools = ToolsTable()\n", {});
    row("Event = A | B\n", {});
    row("Event: TypeAlias = A\n", {});
    row("Event: TypeAlias = A | B\n", {});
    row("type Event = A\n", {});
    row("Event = Union[A, B]\n", {});
    row("Filter = None\n", {});
    row("Filter = 'x' if y else 1\n", {});
    row("Filter = {A: B}\n", {});
    row("Filter = A, B\n", {});
    row("Filter = f(A) or None\n", {});
    row("Event = threading.Event\n", {});
    row("for Filter in filters: pass\n", {});
    row("with a as Filter: pass\n", {});
}

void TestPythonSource::plugins()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, kind);

    const Plugin plugin = readPlugin(u"a.py"_s, {.utf8 = "\"\"\"\nversion: 1\n\"\"\"\n" + text});

    QVERIFY(plugin.kind.has_value());
    QCOMPARE(plugin.skipped, kind.isEmpty() ? std::optional(SkipReason::NoOwnClass) : std::nullopt);
    QCOMPARE(plugin.includable, kind.isEmpty());
    if (!kind.isEmpty()) {
        QCOMPARE(nameOf(*plugin.kind), kind);
        QVERIFY2(plugin.findings.isEmpty(), "an import beside the class is nothing to tell");
    }
}

void TestPythonSource::tellsPipelines()
{
    const auto reason = [](const QByteArray &text) { return readPlugin(u"a.py"_s, {.utf8 = text}).skipped; };
    QCOMPARE(reason("class Pipeline:\n  pass\n"), std::optional(SkipReason::PipelinesServer));
    QCOMPARE(reason("from x import Pipeline\n"), std::optional(SkipReason::NoPluginClass));
    QCOMPARE(reason("class Pipeline:\n  pass\nclass Pipe:\n  pass\n"), std::nullopt);
}

void TestPythonSource::survivesDamagedText()
{
    // The words that can only start a statement lead out of what was never closed.
    QCOMPARE(boundNames("x = foo(\ndef f(): pass\nclass Pipe: pass\n").all, bitOf(PluginKind::Pipe));
    QCOMPARE(boundNames("def f():\n  x = [(\nclass Pipe: pass\n").all, bitOf(PluginKind::Pipe));
    QCOMPARE(boundNames("x = 'abc\nclass Pipe: pass\n").all, bitOf(PluginKind::Pipe));
    QCOMPARE(boundNames("x = f'{abc'\nclass Pipe: pass\n").all, bitOf(PluginKind::Pipe));
    // A bracket that closes nothing does not close the next one, wherever in the text it stands.
    for (int shift = 0; shift < 32; ++shift) {
        const QByteArray text = "def f():\n    " + QByteArray(shift, 'a') + "}}{ + more + and + more\nPipe = MyPipe\n";
        QVERIFY2(boundNames(text).all == 0, text.constData());
    }
    // A server's text may hold a NUL, also at its end.
    QCOMPARE(boundNames(QByteArray("class Pipe: pass\nif \0", 21)).all, bitOf(PluginKind::Pipe));
    // Nothing here may take more than a moment.
    QCOMPARE(boundNames(QByteArray(400'000, '(')).all, 0U);
    QCOMPARE(boundNames(QByteArray("f'{").repeated(100'000)).all, 0U);
    QCOMPARE(boundNames(QByteArray("f'{a'\n").repeated(50'000)).all, 0U);
    QCOMPARE(boundNames(QByteArray("f'{'*x ").repeated(50'000)).all, 0U);
    QCOMPARE(boundNames(QByteArray("Pipe = ").repeated(200'000) + '1').defined, 0U);
    QCOMPARE(boundNames(QByteArray("(Pipe := ").repeated(200'000) + '1').defined, 0U);
    QCOMPARE(boundNames("Pipe = " + QByteArray("(x, ").repeated(200'000)).defined, 0U);
}

QTEST_APPLESS_MAIN(TestPythonSource)
#include "tst_pythonsource.moc"
