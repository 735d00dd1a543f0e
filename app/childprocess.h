// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QString>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

namespace owui {

/// The variables that hold a key.
inline constexpr const char *keyVariables[] = {"OPENWEBUI_API_KEY", "api_key"};

/// What every program that we start gets: the environment without our keys, and no Ctrl+C of the terminal, which
/// reaches all its processes, because what still runs needs this one. `mostMemory` bounds its address space; 0: not.
inline void restrainChild(QProcess &process, quint64 mostMemory = 0)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : keyVariables) {
        environment.remove(QString::fromLatin1(name));
    }
    process.setProcessEnvironment(environment);
#ifdef Q_OS_UNIX
    process.setChildProcessModifier([mostMemory] {
        std::signal(SIGINT, SIG_IGN);
        std::signal(SIGHUP, SIG_IGN);
        if (mostMemory > 0) {
            const rlimit limit{.rlim_cur = mostMemory, .rlim_max = mostMemory};
            setrlimit(RLIMIT_AS, &limit);
        }
    });
#else
    Q_UNUSED(mostMemory)
#endif
}

} // namespace owui
