// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/input/interrupt.h"

#include <QSocketNotifier>
#include <QTimer>

#include <csignal>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#endif

namespace owui {

namespace {

// A signal handler may touch nothing but these.
std::atomic_bool raised = false;
std::atomic_int interrupts = 0;
static_assert(std::atomic_bool::is_always_lock_free && std::atomic_int::is_always_lock_free);

#ifdef Q_OS_UNIX

std::array<int, 2> wakeUp = {-1, -1};

void handle(int signal)
{
    const int savedError = errno;
    raised.store(true);
    if (interrupts.fetch_add(1) >= 1) {
        // The program had its chance; the next one takes the usual way.
        std::signal(signal, SIG_DFL);
    }
    const char byte = 0;
    // A full pipe already holds enough to wake the loop.
    [[maybe_unused]] const auto written = ::write(wakeUp[1], &byte, 1);
    errno = savedError;
}

void install(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    // A terminal that was closed, unless nohup said that it does not matter.
    struct sigaction present = {};
    if (sigaction(SIGHUP, nullptr, &present) == 0 && present.sa_handler != SIG_IGN) {
        sigaction(SIGHUP, &action, nullptr);
    }
}

#else

void handle(int signal)
{
    raised.store(true);
    // Windows takes the handler away before it calls it.
    if (interrupts.fetch_add(1) < 1) {
        std::signal(signal, handle);
    }
}

#endif

} // namespace

#ifdef Q_OS_UNIX

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
{
    raised.store(false);
    interrupts.store(0);
    if (::pipe(wakeUp.data()) == 0) {
        for (const int end : wakeUp) {
            fcntl(end, F_SETFL, O_NONBLOCK);
            fcntl(end, F_SETFD, FD_CLOEXEC);
        }
        auto *notifier = new QSocketNotifier(wakeUp[0], QSocketNotifier::Read, this);
        connect(notifier, &QSocketNotifier::activated, this, &Interrupt::wake);
    }
    install(&handle);
}

Interrupt::~Interrupt()
{
    install(SIG_DFL);
    for (int &end : wakeUp) {
        if (end >= 0) {
            ::close(end);
        }
        end = -1;
    }
}

#else

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
{
    std::signal(SIGINT, &handle);
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &Interrupt::wake);
    timer->start(100);
}

Interrupt::~Interrupt()
{
    std::signal(SIGINT, SIG_DFL);
}

#endif

const std::atomic_bool &Interrupt::flag() const
{
    return raised;
}

void Interrupt::wake()
{
#ifdef Q_OS_UNIX
    std::array<char, 16> bytes{};
    while (::read(wakeUp[0], bytes.data(), bytes.size()) > 0) {
    }
#endif
    const int seen = interrupts.load();
    if (m_seen < 1 && seen >= 1) {
        m_seen = 1;
        emit requested();
    }
    if (m_seen < 2 && seen >= 2) {
        m_seen = 2;
        emit insisted();
    }
}

} // namespace owui
