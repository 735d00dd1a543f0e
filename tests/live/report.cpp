// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "live/report.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <cstdio>
#include <iterator>
#include <set>
#include <utility>

using namespace Qt::StringLiterals;

namespace owui::test {

namespace {

// In the order of their numbers, from 1.
constexpr std::array titles{"First deploy of each kind",
                            "Second deploy with a new version",
                            "The code runs once per deploy",
                            "Same content again",
                            "Broken update of a function that is on",
                            "Broken create",
                            "Valves that no longer fit",
                            "Shares of a tool",
                            "Names changed on the server",
                            "Another kind under the same id",
                            "Ids",
                            "Text as it is",
                            "Keys and accounts",
                            "Requirements",
                            "Slow import",
                            "Server stopped in a bulk deploy",
                            "Code that calls sys.exit",
                            "Someone else between look-up and send",
                            "A pipe is in the model list",
                            "Broken create of a tool",
                            "The same plugin under another id",
                            "Bulk deploy of 200",
                            "Plugins switched off",
                            "Behind a reverse proxy",
                            "Back to an earlier version",
                            "Undo of a run",
                            "Compared with the server",
                            "What a plan says",
                            "Changed since the plan",
                            "Nothing to do for 200",
                            "Here under another id than there",
                            "Edited on the server, outside Git",
                            "Code for a newer Python",
                            "A failed import and its remedy",
                            "A server that cannot be asked",
                            "A busy server",
                            "Plugins switched off, told by a test",
                            "A named file",
                            "Open WebUI's JSON export",
                            "From save to live"};

// Those that owui-deploy goes through once more; see programscenarios.cpp.
constexpr int byProgram = 50;

/// Empty where there is no such scenario.
QString titleOf(int number)
{
    if (number > byProgram) {
        const QString title = titleOf(number - byProgram);
        return title.isEmpty() ? title : u"%1, by owui-deploy"_s.arg(title);
    }
    return number > 0 && number <= static_cast<int>(titles.size()) ? QString::fromLatin1(titles.at(number - 1))
                                                                   : QString();
}

void say(const QJsonObject &told)
{
    std::printf("@live %s\n", QJsonDocument(told).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

} // namespace

void reportScenarios(const QStringList &functions)
{
    std::set<int> tried;
    std::ranges::transform(functions, std::inserter(tried, tried.end()),
                           [](const QString &function) { return scenarioOf(function.toLatin1()); });
    QJsonArray list;
    for (const int number : tried) {
        list.append(QJsonObject{{u"number"_s, number}, {u"title"_s, titleOf(number)}});
    }
    say({{u"say"_s, u"scenarios"_s}, {u"list"_s, list}});
}

void reportResult(int scenario, ScenarioState state, const QString &reason, std::chrono::milliseconds elapsed)
{
    static const QHash<ScenarioState, QString> words{{ScenarioState::Passed, u"passed"_s},
                                                     {ScenarioState::NotApplicable, u"not applicable"_s},
                                                     {ScenarioState::Failed, u"failed"_s}};
    say({{u"say"_s, u"result"_s},
         {u"scenario"_s, scenario},
         {u"state"_s, words.value(state)},
         {u"reason"_s, reason},
         {u"seconds"_s, static_cast<double>(elapsed.count()) / 1000}});
}

void reportMeasure(const QString &text)
{
    say({{u"say"_s, u"measure"_s}, {u"text"_s, text}});
}

void reportEnd()
{
    say({{u"say"_s, u"end"_s}});
}

bool askSupervisor(const QJsonObject &order)
{
    say(order);
    // Blocking on purpose: nothing may go on meanwhile.
    std::array<char, 16> answer{};
    return std::fgets(answer.data(), answer.size(), stdin) && QByteArray(answer.data()).trimmed() == "done";
}

int scenarioOf(const QByteArray &function)
{
    return function.startsWith('s') ? function.mid(1, 2).toInt() : 0;
}

} // namespace owui::test
