// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "benchtable.h"

#include <QElapsedTimer>
#include <QTextStream>

#include <algorithm>

namespace owui {

using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 7;

double elapsed(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void print(const QString &what, const QString &value, const QString &beside, const QString &limit, bool reached)
{
    QTextStream(stdout) << what.leftJustified(58) << value.rightJustified(11) << u"   "_s << beside.leftJustified(32)
                        << limit.rightJustified(16) << (reached ? u"   reached\n"_s : u"   MISSED\n"_s);
}

} // namespace

double median(QList<double> values)
{
    if (values.isEmpty()) {
        return 0;
    }
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

Medians interleaved(const std::function<void()> &first, const std::function<void()> &second)
{
    first();
    second();
    QList<double> ofFirst;
    QList<double> ofSecond;
    for (int round = 0; round < rounds; ++round) {
        ofFirst.append(elapsed(first));
        ofSecond.append(elapsed(second));
    }
    return {.first = median(ofFirst), .second = median(ofSecond)};
}

void printRatio(const QString &what, double milliseconds, const QString &beside, double besideMilliseconds,
                double limit)
{
    const double ratio = besideMilliseconds > 0 ? milliseconds / besideMilliseconds : 0;
    print(what, u"%1 ms"_s.arg(milliseconds, 0, 'f', 1), u"%1 %2 ms"_s.arg(beside).arg(besideMilliseconds, 0, 'f', 1),
          u"%1 of %2"_s.arg(ratio, 0, 'f', 2).arg(limit, 0, 'f', 2), ratio <= limit);
}

void printValue(const QString &what, double value, const QString &unit, double limit)
{
    print(what, u"%1 %2"_s.arg(value, 0, 'f', 1).arg(unit), {}, u"of %1 %2"_s.arg(limit, 0, 'f', 1).arg(unit),
          value <= limit);
}

} // namespace owui
