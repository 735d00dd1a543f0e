// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "live/plugincode.h"

using namespace Qt::StringLiterals;

namespace owui::test {

namespace {

QByteArray indented(const QByteArray &lines, const QByteArray &indent)
{
    QByteArray result;
    for (const QByteArray &line : lines.split('\n')) {
        result += line.isEmpty() ? "\n"_ba : indent + line + '\n';
    }
    return result;
}

} // namespace

QByteArray PluginCode::text() const
{
    static constexpr const char *classes[] = {"Pipe", "Filter", "Action", "Event", "Tools"};
    QByteArray result = "\"\"\"\ntitle: " + title.toUtf8() + "\nversion: " + version.toUtf8() +
                        "\ndescription: " + description.toUtf8() + '\n' + header + "\"\"\"\n\n";
    if (!valves.isEmpty()) {
        result += "from pydantic import BaseModel\n\n";
    }
    result += topLevel + "\n\nclass " + classes[static_cast<int>(kind)] + ":\n";
    if (!valves.isEmpty()) {
        result += "    class Valves(BaseModel):\n" + indented(valves, "        "_ba);
    }
    result += "    def __init__(self):\n" + indented(init.isEmpty() ? "pass"_ba : init, "        "_ba);
    if (!valves.isEmpty()) {
        result += "        self.valves = self.Valves(" + valvesGiven + ")\n";
    }
    return result + body + tail;
}

void Fault::spoil(PluginCode &code) const
{
    code.topLevel += topLevel;
    code.init += init;
    code.tail += tail;
}

Fault missingPackage()
{
    return {.name = "missing package",
            .topLevel = "import owui_no_such_package\n# practice: load-error No module named 'owui_no_such_package'\n",
            .init = {},
            .tail = {},
            .reason = u"owui_no_such_package"_s};
}

QList<Fault> allFaults()
{
    return {{.name = "syntax error",
             .topLevel = "def broken(:\n    pass\n",
             .init = {},
             .tail = {},
             .reason = u"invalid syntax"_s},
            missingPackage(),
            {.name = "no class",
             .topLevel = {},
             .init = {},
             // Here it has a class; when the server looks for it, it has gone.
             .tail = "\n\nfor name in ('Pipe', 'Filter', 'Action', 'Event', 'Tools'):\n"
                     "    globals().pop(name, None)\n"
                     "# practice: load-error No Function class found in the module\n",
             .reason = u"class found in the module"_s},
            {.name = "exception in __init__",
             .topLevel = {},
             .init = "raise ValueError('broken on purpose')\n# practice: init-error broken on purpose",
             .tail = {},
             .reason = u"broken on purpose"_s}};
}

} // namespace owui::test
