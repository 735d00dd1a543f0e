// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/input/terminal.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <langinfo.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <clocale>
#include <csignal>
#include <cstring>
#else
#include <io.h>
#endif

namespace owui {

#ifdef Q_OS_UNIX

bool isTerminal(std::FILE *stream)
{
    return isatty(fileno(stream)) == 1;
}

int terminalWidth(std::FILE *stream)
{
    winsize size{};
    if (!isTerminal(stream) || ioctl(fileno(stream), TIOCGWINSZ, &size) != 0) {
        return 0;
    }
    return size.ws_col > 0 ? size.ws_col : 80;
}

std::optional<QByteArray> readStandardInput(qsizetype maximum, bool oneLine)
{
    QByteArray text;
    while (text.size() < maximum && !(oneLine && text.endsWith('\n'))) {
        // Unlike read, poll is never restarted after a signal.
        pollfd input = {.fd = STDIN_FILENO, .events = POLLIN, .revents = 0};
        if (poll(&input, 1, -1) < 0) {
            return {};
        }
        char byte = 0;
        if (read(STDIN_FILENO, &byte, 1) <= 0) {
            break;
        }
        text.append(byte);
    }
    return text;
}

void prepareProcess()
{
    // Writing to a closed pipe becomes an error instead of ending the program.
    std::signal(SIGPIPE, SIG_IGN);
    // A crash leaves no file with the memory of this program, which holds the key.
    constexpr rlimit none = {.rlim_cur = 0, .rlim_max = 0};
    setrlimit(RLIMIT_CORE, &none);
    // Qt wants a UTF-8 locale and complains on standard error about any other, such as a bare container's.
    std::setlocale(LC_ALL, "");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") != 0) {
        qputenv("LC_ALL", "C.UTF-8");
    }
}

#else

bool isTerminal(std::FILE *stream)
{
    return _isatty(_fileno(stream)) != 0;
}

int terminalWidth(std::FILE *stream)
{
    return isTerminal(stream) ? 80 : 0;
}

std::optional<QByteArray> readStandardInput(qsizetype maximum, bool oneLine)
{
    QByteArray text;
    while (text.size() < maximum && !(oneLine && text.endsWith('\n'))) {
        const int character = std::getchar();
        if (character == EOF) {
            break;
        }
        text.append(static_cast<char>(character));
    }
    return text;
}

void prepareProcess() {}

#endif

} // namespace owui
