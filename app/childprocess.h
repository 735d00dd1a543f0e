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

/// What every program that we start gets: the environment without our keys, and no Ctrl+C of the terminal, which
/// reaches all its processes, because what still runs needs this one. `mostMemory` in bytes of address space; 0: any.
inline void restrainChild(QProcess &process, quint64 mostMemory = 0)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (isSecretVariable(name)) {
            environment.remove(name);
        }
    }
    process.setProcessEnvironment(environment);
#ifdef Q_OS_UNIX
    process.setChildProcessModifier([mostMemory] {
        std::signal(SIGINT, SIG_IGN);
        std::signal(SIGHUP, SIG_IGN);
        if (mostMemory > 0) {
            const rlimit memory{.rlim_cur = mostMemory, .rlim_max = mostMemory};
            setrlimit(RLIMIT_AS, &memory);
        }
    });
#else
    Q_UNUSED(mostMemory)
#endif
}

/// Lets a program of one thread that runs give way to others for good. `niceness` is added to ours, up to 19. With
/// `onlyIdle` it runs while no other program wants the processor, which may be never; see canBeOnlyIdle.
inline void giveWay(const QProcess &process, int niceness, bool onlyIdle)
{
#ifdef Q_OS_UNIX
    const auto child = static_cast<pid_t>(process.processId());
    if (child <= 0) {
        return; // it would be this program
    }
    setpriority(PRIO_PROCESS, static_cast<id_t>(child), getpriority(PRIO_PROCESS, 0) + niceness);
#ifdef Q_OS_LINUX
    if (onlyIdle) {
        const sched_param none{};
        sched_setscheduler(child, SCHED_IDLE, &none);
    }
#else
    Q_UNUSED(onlyIdle)
#endif
#else
    Q_UNUSED(process)
    Q_UNUSED(niceness)
    Q_UNUSED(onlyIdle)
#endif
}

} // namespace owui
