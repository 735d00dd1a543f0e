// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/run/pace.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace std::chrono_literals;
using owui::Pace;

/// How many plugins are changed at the same time, against servers that answer in different ways.
class tst_Pace : public QObject
{
    Q_OBJECT

private slots:
    void beginsWithTwo();
    void takesMoreWhereThatCostsNothing();
    void staysWhereOthersOnlyWait();
    void takesFewerWhenTheServerGetsBusy();
    void holdsWhatSomebodySet();
};

namespace {

/// Answers so many, each after the time that `server` needs for as many at a time; the numbers that were used.
QList<int> answer(Pace &pace, int count, const std::function<std::chrono::milliseconds(int)> &server)
{
    QList<int> numbers;
    for (int i = 0; i < count; ++i) {
        numbers.append(pace.atATime());
        pace.take(server(pace.atATime()));
    }
    return numbers;
}

std::chrono::milliseconds oneProcess(int atATime)
{
    return atATime * 75ms;
}

} // namespace

void tst_Pace::beginsWithTwo()
{
    QCOMPARE(Pace().atATime(), 2);
}

void tst_Pace::takesMoreWhereThatCostsNothing()
{
    Pace pace;
    const QList<int> numbers = answer(pace, 200, [](int) { return 75ms; });
    QVERIFY(std::ranges::is_sorted(numbers));
    QCOMPARE(numbers.last(), 6);
}

void tst_Pace::staysWhereOthersOnlyWait()
{
    Pace pace;
    const QList<int> numbers = answer(pace, 400, oneProcess);
    QCOMPARE(std::ranges::max(numbers), 3);
    QCOMPARE(std::ranges::min(numbers), 2);
    QVERIFY(numbers.count(2) > 2 * numbers.count(3));
}

void tst_Pace::takesFewerWhenTheServerGetsBusy()
{
    Pace pace;
    answer(pace, 100, oneProcess);
    const QList<int> busy = answer(pace, 60, [](int atATime) { return atATime * 300ms; });
    QCOMPARE(std::ranges::min(busy), 1);
    const QList<int> free = answer(pace, 60, oneProcess);
    QVERIFY(free.last() >= 2);
}

void tst_Pace::holdsWhatSomebodySet()
{
    Pace pace(4);
    const QList<int> numbers = answer(pace, 100, oneProcess) + answer(pace, 100, [](int) { return 1ms; });
    QCOMPARE(numbers.count(4), 200);
}

QTEST_GUILESS_MAIN(tst_Pace)

#include "tst_pace.moc"
