// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "live/groups.h"
#include "live/planning.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui::test {

namespace {

constexpr qsizetype sizeOfPlugin = 42'000; // bytes
constexpr int rounds = 3;
constexpr int looksOfRound = 5;

QByteArray code()
{
    QByteArray lines;
    for (int i = 0; lines.size() < sizeOfPlugin; ++i) {
        lines += "def helper_" + QByteArray::number(i) +
                 "(text: str) -> str:\n    return text.strip().lower() + ' and some words more'\n\n\n";
    }
    return lines;
}

} // namespace

/// What looking costs where nothing is to be done.
class SpeedScenarios final : public ScenarioTest
{
    Q_OBJECT

public:
    using ScenarioTest::ScenarioTest;

private slots:
    void s30_nothingToDo();
};

/// The scripts that people used before send an update for every plugin, one after the other. We look, and send nothing.
void SpeedScenarios::s30_nothingToDo()
{
    // Without a real server there is nothing to measure.
    const int count = server().isPractice() ? 20 : 200;
    const QByteArray lines = code();
    QList<Plugin> plugins;
    QList<QJsonObject> bodies;
    for (int i = 0; i < count; ++i) {
        const QString id = u"many_%1"_s.arg(i);
        const PluginCode text{.title = u"Many %1"_s.arg(i), .topLevel = lines};
        plugins.append(write(id, text));
        bodies.append({{u"id"_s, id},
                       {u"name"_s, text.title},
                       {u"content"_s, QString::fromUtf8(text.text())},
                       {u"meta"_s, QJsonObject{{u"description"_s, text.description}}}});
        const RawAnswer created = server().admin().post(u"/api/v1/functions/create"_s, bodies.last());
        QVERIFY2(created.ok(), created.body.constData());
    }
    const QString root = fixture().request(plugins.first()).root;
    qint64 theirs = std::numeric_limits<qint64>::max();
    qint64 ours = std::numeric_limits<qint64>::max();
    QElapsedTimer clock;
    for (int round = 0; round < rounds; ++round) {
        clock.start();
        for (const QJsonObject &body : std::as_const(bodies)) {
            const QString path = u"/api/v1/functions/id/"_s + body.value(u"id"_s).toString() + u"/update"_s;
            QVERIFY(server().admin().post(path, body).ok());
        }
        theirs = std::min(theirs, clock.nsecsElapsed());
        // It is short, so that whatever else the machine does at the moment counts for more.
        for (int look = 0; look < looksOfRound; ++look) {
            clock.start();
            const QList<PlanRow> rows = planFor(fixture(), release(), root, plugins);
            ours = std::min(ours, clock.nsecsElapsed());
            QCOMPARE(rows.size(), count);
            for (const PlanRow &row : rows) {
                QVERIFY2(row.action == PlanAction::None, qUtf8Printable(row.plugin.id + warningsOf(row)));
            }
        }
    }
    if (server().isPractice()) {
        return; // it runs no code, so an update costs it next to nothing
    }
    // Told below the table and not judged: seconds depend on what else the machine does.
    const auto seconds = [](qint64 nanoseconds) { return static_cast<double>(nanoseconds) / 1e9; };
    reportMeasure(
        u"%1 unchanged plugins of 42 KB: update each %2 s, look and compare %3 s, %4 times faster"_s.arg(count)
            .arg(seconds(theirs), 0, 'f', 2)
            .arg(seconds(ours), 0, 'f', 3)
            .arg(static_cast<double>(theirs) / static_cast<double>(ours), 0, 'f', 1));
}

std::unique_ptr<ScenarioTest> makeSpeedScenarios(LiveServer &server)
{
    return std::make_unique<SpeedScenarios>(server);
}

} // namespace owui::test

#include "speedscenarios.moc"
