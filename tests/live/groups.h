// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "live/scenariotest.h"

#include <memory>
#include <vector>

namespace owui::test {

// One function per file of scenarios.
[[nodiscard]] std::unique_ptr<ScenarioTest> makeDeployScenarios(LiveServer &server);
[[nodiscard]] std::unique_ptr<ScenarioTest> makeFaultScenarios(LiveServer &server);
[[nodiscard]] std::unique_ptr<ScenarioTest> makeKeepScenarios(LiveServer &server);
[[nodiscard]] std::unique_ptr<ScenarioTest> makeTextScenarios(LiveServer &server);
[[nodiscard]] std::unique_ptr<ScenarioTest> makeKeyScenarios(LiveServer &server);
[[nodiscard]] std::unique_ptr<ScenarioTest> makeValveScenarios(LiveServer &server);
[[nodiscard]] std::unique_ptr<ScenarioTest> makeTimeScenarios(LiveServer &server);
[[nodiscard]] std::unique_ptr<ScenarioTest> makeOthersScenarios(LiveServer &server);
[[nodiscard]] std::unique_ptr<ScenarioTest> makeBulkScenarios(LiveServer &server);
[[nodiscard]] std::unique_ptr<ScenarioTest> makeGoBackScenarios(LiveServer &server);
[[nodiscard]] std::unique_ptr<ScenarioTest> makeCompareScenarios(LiveServer &server);
[[nodiscard]] std::unique_ptr<ScenarioTest> makePlanScenarios(LiveServer &server);
[[nodiscard]] std::unique_ptr<ScenarioTest> makeSpeedScenarios(LiveServer &server);
[[nodiscard]] std::unique_ptr<ScenarioTest> makeProgramScenarios(LiveServer &server);
[[nodiscard]] std::unique_ptr<ScenarioTest> makeProxyScenarios(LiveServer &server);
[[nodiscard]] std::unique_ptr<ScenarioTest> makeFrontScenarios(LiveServer &server);
[[nodiscard]] std::unique_ptr<ScenarioTest> makeExportScenarios(LiveServer &server);
[[nodiscard]] std::unique_ptr<ScenarioTest> makeStopScenarios(LiveServer &server);

/// All scenarios, in the order in which they are tried: those that stop the server come last.
[[nodiscard]] inline std::vector<std::unique_ptr<ScenarioTest>> allGroups(LiveServer &server)
{
    std::vector<std::unique_ptr<ScenarioTest>> groups;
    for (const auto make :
         {makeDeployScenarios, makeFaultScenarios, makeKeepScenarios, makeTextScenarios, makeKeyScenarios,
          makeValveScenarios, makeTimeScenarios, makeOthersScenarios, makeProgramScenarios, makeBulkScenarios,
          makeGoBackScenarios, makeCompareScenarios, makePlanScenarios, makeSpeedScenarios, makeProxyScenarios,
          makeFrontScenarios, makeExportScenarios, makeStopScenarios}) {
        groups.push_back(make(server));
    }
    return groups;
}

} // namespace owui::test
