// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QString>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#include <sched.h>
#endif

namespace owui {

/// The variables that hold a key.
inline constexpr const char *keyVariables[] = {"OPENWEBUI_API_KEY", "api_key"};
/// Those of headers for something in front of the server, whose values are secrets too: OPENWEBUI_HEADER_X_API_KEY.
inline constexpr const char *headerVariables = "OPENWEBUI_HEADER_";

[[nodiscard]] inline bool isSecretVariable(const QString &name)
{
    return std::ranges::any_of(keyVariables, [&name](const char *key) { return name == QLatin1StringView(key); }) ||
           name.startsWith(QLatin1StringView(headerVariables));
}

#ifdef Q_OS_LINUX
inline constexpr bool canBeOnlyIdle = true;
#else
inline constexpr bool canBeOnlyIdle = false;
#endif

/// Beyond what holds for every program that we start; none by default.
struct ChildLimits
{
    quint64 mostMemory = 0; ///< bytes of address space; 0: any
    int niceness = 0;       ///< added to ours, up to 19
    bool onlyIdle = false;  ///< runs while no other program wants the processor, which may be never; see canBeOnlyIdle
};

/// What every program that we start gets: the environment without our keys, and no Ctrl+C of the terminal, which
/// reaches all its processes, because what still runs needs this one.
inline void restrainChild(QProcess &process, const ChildLimits &limits = {})
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (isSecretVariable(name)) {
            environment.remove(name);
        }
    }
    process.setProcessEnvironment(environment);
#ifdef Q_OS_UNIX
    process.setChildProcessModifier([limits] {
        std::signal(SIGINT, SIG_IGN);
        std::signal(SIGHUP, SIG_IGN);
        if (limits.mostMemory > 0) {
            const rlimit memory{.rlim_cur = limits.mostMemory, .rlim_max = limits.mostMemory};
            setrlimit(RLIMIT_AS, &memory);
        }
        if (limits.niceness > 0) {
            setpriority(PRIO_PROCESS, 0, getpriority(PRIO_PROCESS, 0) + limits.niceness);
        }
#ifdef Q_OS_LINUX
        if (limits.onlyIdle) {
            const sched_param none{};
            sched_setscheduler(0, SCHED_IDLE, &none);
        }
#endif
    });
#else
    Q_UNUSED(limits)
#endif
}

} // namespace owui
