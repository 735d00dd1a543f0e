// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "benchtable.h"
#include "heartbeat.h"
#include "samplefolder.h"

#include "deploy/journal/historyjournal.h"
#include "history/historystore.h"
#include "plugins/localcheck.h"
#include "plugins/pluginfolder.h"
#include "server/connectionstore.h"
#include "server/secretstore.h"
#include "ui/list/pluginview.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QFile>
#include <QProcess>
#include <QSettings>

#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace owui;

namespace {

constexpr int settleTime = 300; // milliseconds
constexpr int patience = 60'000;

/// The window as the program makes it, with settings of its own.
class Window final
{
public:
    explicit Window(const QString &home)
        : settings(home + u"/settings.ini"_s, QSettings::IniFormat)
        , connections(settings)
        , secrets(home)
        , history(home + u"/history"_s)
        , journal(history)
        , window(settings, connections, secrets, localCheck, folder, history, journal)
    {
    }

    QSettings settings;
    ConnectionStore connections;
    SecretStore secrets;
    LocalCheck localCheck;
    PluginFolder folder;
    HistoryStore history;
    HistoryJournal journal;
    MainWindow window;
};

/// Calls back once the watched widget was painted and `ready` holds.
class PaintWatch final : public QObject
{
public:
    PaintWatch(QWidget *widget, std::function<bool()> ready, std::function<void()> painted)
        : m_ready(std::move(ready))
        , m_painted(std::move(painted))
    {
        widget->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !m_done && m_ready()) {
            m_done = true;
            // The event loop comes back after this paint was done.
            QTimer::singleShot(0, this, m_painted);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<bool()> m_ready;
    std::function<void()> m_painted;
    bool m_done = false;
};

double memory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:")) {
            return line.mid(6).simplified().split(' ').first().toDouble() / 1024;
        }
    }
    return 0;
}

void end(bool withMemory)
{
    if (!withMemory) {
        QTextStream(stdout) << "painted" << Qt::endl;
        QApplication::quit();
        return;
    }
    QTimer::singleShot(settleTime, qApp, [] {
        QTextStream(stdout) << memory() << '\n';
        QApplication::quit();
    });
}

// Ends when the window was painted, and with `thenMemory` after it has settled.
int showEmpty(bool thenMemory)
{
    QMainWindow window;
    window.resize(1400, 900);
    const PaintWatch watch(
        &window, [] { return true; }, [thenMemory] { end(thenMemory); });
    window.show();
    return QApplication::exec();
}

int showList(const QString &path, int count, bool thenMemory)
{
    const QTemporaryDir home;
    Window real(home.path());
    auto *view = real.window.findChild<PluginView *>();
    const PaintWatch watch(
        view->viewport(), [view, count] { return view->model()->rowCount() == count; },
        [thenMemory] { end(thenMemory); });
    // As the program does.
    real.window.start(path);
    real.window.show();
    return QApplication::exec();
}

// A large folder in a window that is already there.
int measureLarge(const QString &path, int count)
{
    const QTemporaryDir home;
    Window real(home.path());
    auto *view = real.window.findChild<PluginView *>();
    QElapsedTimer clock;
    double firstPaint = 0;
    double complete = 0;
    const PaintWatch firstRows(
        view->viewport(), [view] { return view->model()->rowCount() > 0; },
        [&] { firstPaint = static_cast<double>(clock.nsecsElapsed()) / 1e6; });
    const PaintWatch allRows(
        view->viewport(), [view, count] { return view->model()->rowCount() == count; },
        [&] {
            complete = static_cast<double>(clock.nsecsElapsed()) / 1e6;
            QTimer::singleShot(settleTime, qApp, &QApplication::quit);
        });
    Heartbeat heartbeat;
    real.window.show();
    QTimer::singleShot(settleTime, qApp, [&] {
        clock.start();
        heartbeat.start();
        real.window.start(path);
    });
    QTimer::singleShot(patience, qApp, [] { QApplication::exit(1); });
    const int result = QApplication::exec();
    QTextStream(stdout) << firstPaint << ' ' << complete << ' ' << heartbeat.latest() << ' ' << heartbeat.lateShare()
                        << '\n';
    return result;
}

QList<double> run(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), arguments);
    process.waitForFinished(-1);
    if (process.exitCode() != 0) {
        qFatal("%s failed", qPrintable(arguments.join(u' ')));
    }
    QList<double> numbers;
    const QList<QByteArray> words = process.readAllStandardOutput().simplified().split(' ');
    for (const QByteArray &word : words) {
        numbers.append(word.toDouble());
    }
    return numbers;
}

// Milliseconds from the start of the process until it says that it has painted. How it ends is not measured: the system
// takes its time to take back what was watched.
double timeToPaint(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer clock;
    clock.start();
    process.start(QCoreApplication::applicationFilePath(), arguments);
    if (!process.waitForReadyRead(patience)) {
        qFatal("%s painted nothing", qPrintable(arguments.join(u' ')));
    }
    const double painted = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    process.waitForFinished(-1);
    return painted;
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString mode = arguments.value(1);
    if (mode == u"--empty" || mode == u"--empty-memory") {
        return showEmpty(mode == u"--empty-memory");
    }
    if (mode == u"--list" || mode == u"--list-memory") {
        return showList(arguments.at(2), arguments.at(3).toInt(), mode == u"--list-memory");
    }
    if (mode == u"--large") {
        return measureLarge(arguments.at(2), arguments.at(3).toInt());
    }

    const QTemporaryDir small;
    const QTemporaryDir medium;
    const QTemporaryDir large;
    constexpr int bytes = 44'000;
    if (!writeSampleFolder(small.path(), 50, bytes) || !writeSampleFolder(medium.path(), 1000, bytes) ||
        !writeSampleFolder(large.path(), 10'000, bytes)) {
        QTextStream(stderr) << "The files to measure with could not be written.\n";
        return 1;
    }
    const QStringList listOf50{u"--list"_s, small.path(), u"50"_s};
    timeToPaint(listOf50);
    timeToPaint({u"--empty"_s});
    QList<double> listStart;
    QList<double> emptyStart;
    for (int round = 0; round < 7; ++round) {
        listStart.append(timeToPaint(listOf50));
        emptyStart.append(timeToPaint({u"--empty"_s}));
    }
    printRatio(u"Start to painted list of 50 plugins"_s, median(listStart), u"empty Qt window"_s, median(emptyStart),
               2);
    QList<double> ours;
    QList<double> empty;
    QList<double> firstPaint;
    QList<double> complete;
    QList<double> worst;
    QList<double> share;
    for (int round = 0; round < 7; ++round) {
        ours.append(run({u"--list-memory"_s, medium.path(), u"1000"_s}).first());
        empty.append(run({u"--empty-memory"_s}).first());
        const QList<double> measured = run({u"--large"_s, large.path(), u"10000"_s});
        firstPaint.append(measured.value(0));
        complete.append(measured.value(1));
        worst.append(measured.value(2));
        share.append(measured.value(3));
    }
    const double ratio = median(ours) / median(empty);
    printValue(u"Memory with 1,000 plugins: %1 MB, empty Qt window %2 MB"_s.arg(median(ours)).arg(median(empty)), ratio,
               u"times"_s, 2);
    printValue(u"10,000 plugins: first rows painted after opening"_s, median(firstPaint), u"ms"_s, 150);
    printValue(u"10,000 plugins: list complete"_s, median(complete), u"ms"_s, 2000);
    printValue(u"10,000 plugins: 4 ms timer late by at most"_s, median(worst), u"ms"_s, 50);
    printValue(u"10,000 plugins: 4 ms timer late by more than 16 ms"_s, median(share), u"% of time"_s, 1);
    return 0;
}
