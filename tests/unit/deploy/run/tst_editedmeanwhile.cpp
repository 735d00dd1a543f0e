// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/plan/comparison.h"
#include "compare/seen/inventory.h"
#include "support/memoryfixture.h"

#include <QCryptographicHash>
#include <QTest>

#include <utility>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

const QString path = u"f.py"_s;
const QByteArray there = filterText(u"F"_s, u"1.0"_s);
const QByteArray seen = filterText(u"F"_s, u"2.0"_s);
const QByteArray edited = filterText(u"F"_s, u"2.0"_s, "# saved while it was being deployed");

QByteArray digestOf(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256);
}

} // namespace

/// A file that is saved while it is being deployed: what is told of it is true of the text that was sent, and the next
/// comparison sees the other.
class TestEditedMeanwhile final : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatWasSent_data();
    void tellsWhatWasSent();
    void raisesOnlyWhatWasJudged_data();
    void raisesOnlyWhatWasJudged();
};

void TestEditedMeanwhile::tellsWhatWasSent_data()
{
    QTest::addColumn<DeployStage>("stage"); // in which it is saved
    QTest::addColumn<bool>("isThere");
    QTest::addColumn<bool>("isPlanned"); // somebody agreed to the text that was there before
    using enum DeployStage;
    for (const DeployStage stage : {Reading, LookingUp, Checking, Searching, Updating, Creating, BeingProved, Done}) {
        for (const bool isThere : {true, false}) {
            if ((isThere && (stage == Searching || stage == Creating || stage == BeingProved)) ||
                (!isThere && stage == Updating)) {
                continue; // such a deployment has no such stage
            }
            for (const bool isPlanned : {true, false}) {
                QTest::addRow("%s, %s, %s", qPrintable(nameOf(stage)), isThere ? "there" : "new",
                              isPlanned ? "planned" : "unplanned")
                    << stage << isThere << isPlanned;
            }
        }
    }
}

void TestEditedMeanwhile::tellsWhatWasSent()
{
    QFETCH(const DeployStage, stage);
    QFETCH(const bool, isThere);
    QFETCH(const bool, isPlanned);
    MemoryFixture fixture;
    if (isThere) {
        fixture.memory.addFunction(u"f"_s, QString::fromUtf8(there));
    }
    const Plugin plugin = fixture.write(path, seen);
    DeployRequest request = fixture.request(plugin);
    if (isPlanned) {
        request.lookedAt.digest = digestOf(seen);
    }
    bool isEdited = false;
    const auto edit = [&] {
        if (!std::exchange(isEdited, true)) {
            fixture.write(path, edited);
        }
    };
    fixture.onStage = [&](DeployStage entered) {
        if (entered == stage) {
            edit();
        }
    };
    const DeployResult result = fixture.deploy({request}).value(path);
    // The check may be over before the look, and the end is entered without a word.
    QVERIFY(isEdited || stage == DeployStage::Done || stage == DeployStage::Checking);
    edit();

    const QString onServer = fixture.memory.function(u"f"_s).value(u"content"_s).toString();
    if (isPlanned && stage == DeployStage::Reading) {
        QCOMPARE(result.missing, Consents{Consent::ChangedOnDisk});
        QCOMPARE(onServer.toUtf8(), isThere ? there : QByteArray());
    } else {
        QVERIFY2(result.outcome == (isThere ? DeployOutcome::Updated : DeployOutcome::Created),
                 qPrintable(result.message));
        QCOMPARE(onServer.toUtf8(), stage == DeployStage::Reading ? edited : seen);
        QCOMPARE(result.lookedAt.digest, digestOf(onServer.toUtf8()));
    }
    const LookUp look = fixture.look(PluginSpace::Function, u"f"_s);
    const Sighting now{.presence = look.presence, .plugin = look.plugin};
    const Comparison comparison = compare({.plugin = plugin, .seen = now, .sentBefore = {}}, edited, false);
    QCOMPARE(comparison.state == CompareState::Same, onServer.toUtf8() == edited);
}

void TestEditedMeanwhile::raisesOnlyWhatWasJudged_data()
{
    QTest::addColumn<DeployStage>("stage"); // in which it is saved
    QTest::addColumn<QByteArray>("saved");
    QTest::addColumn<bool>("isRaised"); // by then
    const QByteArray broken = QByteArray(seen).replace("pass", "pas(");
    QTest::addRow("%s", qPrintable(nameOf(DeployStage::LookingUp))) << DeployStage::LookingUp << broken << false;
    QTest::addRow("longer") << DeployStage::LookingUp << edited << false;
    QTest::addRow("just raised") << DeployStage::Done << broken << true;
    QTest::addRow("%s", qPrintable(nameOf(DeployStage::Updating))) << DeployStage::Updating << broken << true;
}

/// Where the folder has a version raised by itself, what is saved meanwhile does not go along.
void TestEditedMeanwhile::raisesOnlyWhatWasJudged()
{
    QFETCH(const DeployStage, stage);
    QFETCH(const QByteArray, saved); // mostly of the same size, so that only the text itself tells it apart
    QFETCH(const bool, isRaised);
    const QByteArray raised = QByteArray(seen).replace("2.0", "2.0.1");
    MemoryFixture fixture;
    const QString before = QString::fromUtf8(filterText(u"F"_s, u"2.0"_s, "# before"));
    fixture.memory.addFunction(u"f"_s, before);
    Plugin plugin = fixture.write(path, seen);
    plugin.raisesVersion = true;
    bool isEdited = false;
    const auto edit = [&] {
        if (!std::exchange(isEdited, true)) {
            fixture.write(path, saved);
        }
    };
    fixture.onStage = [&](DeployStage entered) {
        if (entered == stage) {
            edit();
        }
    };
    fixture.run();
    fixture.submit({fixture.request(plugin)});
    if (stage == DeployStage::Done) {
        QObject::connect(&fixture.current(), &Run::written, &fixture.current(), edit);
    }
    QVERIFY(fixture.waitForEnd());
    const DeployResult result = fixture.current().results().first();
    const QString onServer = fixture.memory.function(u"f"_s).value(u"content"_s).toString();
    if (isRaised) {
        QVERIFY2(result.outcome == DeployOutcome::Updated, qPrintable(result.message));
        QCOMPARE(onServer.toUtf8(), raised);
        QCOMPARE(result.lookedAt.digest, digestOf(raised));
    } else {
        QCOMPARE(result.outcome, DeployOutcome::Failed);
        QVERIFY2(result.message.contains(u"was changed meanwhile"_s), qPrintable(result.message));
        QCOMPARE(onServer, before);
    }
    QVERIFY(isEdited);
    QCOMPARE(fixture.textOf(path), saved);
}

QTEST_GUILESS_MAIN(TestEditedMeanwhile)
#include "tst_editedmeanwhile.moc"
