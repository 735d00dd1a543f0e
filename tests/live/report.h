// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QJsonObject>
#include <QStringList>

#include <chrono>

namespace owui::test {

/// What a scenario, or a part of it, came to.
enum class ScenarioState { Passed, NotApplicable, Failed };

/// Lines for tests/live/live.py, which assembles the table, and its answers. Everything else that is printed is for
/// people.
/// Which scenarios are tried, from the names of the test functions.
void reportScenarios(const QStringList &functions);
void reportResult(int scenario, ScenarioState state, const QString &reason, std::chrono::milliseconds elapsed = {});
/// A measurement that stands below the table.
void reportMeasure(const QString &text);
void reportEnd();
/// Asks for something to be done to the server, and waits until it is. False where nobody is there to do it.
[[nodiscard]] bool askSupervisor(const QJsonObject &order);

/// The number that the name of a test function starts with: 5 of "s05_brokenUpdate". 0 where there is none.
[[nodiscard]] int scenarioOf(const QByteArray &function);

} // namespace owui::test
