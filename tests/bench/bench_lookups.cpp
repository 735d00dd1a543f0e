// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "benchtable.h"
#include "heartbeat.h"

#include "support/practicefixture.h"
#include "support/windowfixture.h"

#include "ui/list/pluginmodel.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

constexpr int many = 2000;
constexpr int patience = 120'000; // milliseconds
constexpr int pollTime = 10;
constexpr double longestWhole = 3'000;
// 300 at once and 50 in each second after them.
constexpr double longestEach = 40'000;
constexpr double longestAway = 50;

/// From the choice of the server until so many rows are told to be missing there.
void measure(const QString &what, const PracticeFixture &server, int missing, double limit)
{
    WindowFixture window;
    for (int number = 0; number < many; ++number) {
        const QString title = u"Plugin %1"_s.arg(number);
        window.write(u"p%1.py"_s.arg(number), pluginText(PluginKind::Filter, title, u"1.0.0"_s));
    }
    window.open(many);
    QElapsedTimer clock;
    Heartbeat heartbeat;
    clock.start();
    heartbeat.start();
    window.use(server.connection, server.credential);
    // What QtTest waits with sleeps between the events.
    QEventLoop loop;
    QTimer poll;
    QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
        if (window.model().counts().missing == missing) {
            loop.quit();
        } else if (clock.elapsed() > patience) {
            qFatal("%d of %d rows have a state.", window.model().counts().missing, missing);
        }
    });
    poll.start(pollTime);
    loop.exec();
    const auto complete = static_cast<double>(clock.elapsed());
    printValue(what + u": a state on each row"_s, complete, u"ms"_s, limit);
    printValue(what + u": 4 ms timer late by at most"_s, heartbeat.latest(), u"ms"_s, longestAway);
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    qputenv("PATH", OWUI_PROGRAMS ":" + qgetenv("PATH"));
    PracticeFixture server;
    if (!server.start(u"0.12.4"_s)) {
        return 1;
    }
    // An empty export proves nothing, so each of them is looked up.
    measure(u"2,000 plugins, an empty server"_s, server, many, longestEach);
    const DeployRequest first =
        server.request(server.write(u"p0.py"_s, pluginText(PluginKind::Filter, u"Plugin 0"_s, u"1.0.0"_s)));
    server.deploy({first});
    measure(u"2,000 plugins, one is there"_s, server, many - 1, longestWhole);
    return 0;
}
