// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "live/groups.h"
#include "live/liveserver.h"
#include "live/report.h"

#include <QCoreApplication>
#include <QMetaMethod>

using namespace Qt::StringLiterals;
using namespace owui::test;

namespace {

/// The functions of a group that belong to one of the scenarios; without any: all.
QStringList functionsOf(const ScenarioTest &group, const QList<int> &scenarios)
{
    QStringList names;
    const QMetaObject *type = group.metaObject();
    for (int i = type->methodOffset(); i < type->methodCount(); ++i) {
        const QByteArray name = type->method(i).name();
        const int scenario = scenarioOf(name);
        if (scenario > 0 && !name.endsWith("_data") && (scenarios.isEmpty() || scenarios.contains(scenario))) {
            names.append(QString::fromLatin1(name));
        }
    }
    return names;
}

} // namespace

/// owui-live [NUMBER...]   walks through the scenarios of these numbers, or through all of them
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QList<int> scenarios;
    const QStringList arguments = QCoreApplication::arguments().sliced(1);
    for (const QString &argument : arguments) {
        scenarios.append(argument.toInt());
    }
    // A server that is stopped and started again takes longer than QtTest's five minutes on a busy machine.
    qputenv("QTEST_FUNCTION_TIMEOUT", "900000");
    LiveServer server;
    const std::vector<std::unique_ptr<ScenarioTest>> groups = allGroups(server);
    QStringList tried;
    for (const std::unique_ptr<ScenarioTest> &group : groups) {
        tried += functionsOf(*group, scenarios);
    }
    reportScenarios(tried);
    if (!server.open()) {
        return EXIT_FAILURE;
    }
    int failed = 0;
    for (const std::unique_ptr<ScenarioTest> &group : groups) {
        const QStringList functions = functionsOf(*group, scenarios);
        if (!functions.isEmpty()) {
            failed +=
                QTest::qExec(group.get(), QStringList{u"owui-live"_s, u"-silent"_s, u"-nocrashhandler"_s} + functions);
        }
    }
    reportEnd();
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
