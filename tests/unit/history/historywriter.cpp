// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "history/historyfile.h"
#include "history/historystore.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace {

/// history_writer FOLDER COUNT [SIZE|nobody|ends]: writes entries, prints "stored N" for each that is stored and
/// "PROBLEM" for each that is not. SIZE: no file may become larger; nobody: without the rights of root; ends: writes
/// what came of each, too.
void restrain(const QByteArray &how)
{
#ifdef Q_OS_UNIX
    if (how == "nobody" && geteuid() == 0) {
        constexpr uid_t nobody = 65534;
        if (setgid(nobody) != 0 || setuid(nobody) != 0) {
            std::abort();
        }
    }
    if (const rlim_t size = how.toULong(); size > 0) {
        std::signal(SIGXFSZ, SIG_IGN); // the write fails then, as on a full disk
        const rlimit limit{size, size};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
#endif
}

void print(const QString &line)
{
    std::puts(qPrintable(line));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QByteArray how = arguments.value(3).toLatin1();
    restrain(how);
    owui::HistoryFile file(arguments.value(1));
    for (int i = 0; i < arguments.value(2).toInt(); ++i) {
        // Texts that do not become small, so that each entry needs room.
        QString content;
        for (int j = 0; j < 2'000; ++j) {
            content += QString::number(i * 7'919 + j * 104'729, 36);
        }
        owui::HistoryEntry entry;
        entry.run = u"run-%1"_s.arg(getpid());
        entry.server = u"http://localhost:1"_s;
        entry.id = u"plugin_%1"_s.arg(i);
        entry.when = QDateTime::currentDateTimeUtc();
        entry.before = owui::HistoryState{.contentHash = owui::historyHash(content)};
        const owui::Result<qint64> number = file.begin(entry, content);
        if (!number) {
            print(number.error().text);
            continue;
        }
        print(u"stored %1"_s.arg(number.value()));
        if (how == "ends") {
            const auto ended = file.end(
                {{.number = number.value(), .result = {.outcome = owui::HistoryOutcome::Done, .when = entry.when}}});
            print(ended ? u"ended %1"_s.arg(number.value()) : ended.error().text);
        }
    }
    return 0;
}
