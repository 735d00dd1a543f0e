// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "watch/deployonsave.h"

#include "deploy/run/serversession.h"
#include "plugins/folderdecisions.h"
#include "plugins/folderscan.h"
#include "support/deployfixture.h"
#include "support/emptyjournal.h"
#include "support/memoryserver.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace owui;
using namespace owui::test;

namespace {

const QByteArray updatePath = "/api/v1/functions/id/f/update";

QByteArray filter(int number)
{
    return pluginText(PluginKind::Filter, u"F"_s, u"1.0.%1"_s.arg(number));
}

} // namespace

/// Keeps nothing but the run that each change belongs to.
class RunsOfChanges final : public EmptyJournal
{
public:
    void before(const JournalChange &change, std::function<void(const Result<qint64> &)> stored) override
    {
        runs.append(change.run.id);
        QMetaObject::invokeMethod(
            &m_context, [stored = std::move(stored)] { stored(1); }, Qt::QueuedConnection);
    }
    QStringList runs;

private:
    QObject m_context;
};

class TestDeployOnSave final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void saveIsSent();
    void syntaxErrorIsToldAndNotSent();
    void newOnesGoOnlyWhereTheyMay();
    void changeOfSomebodyElseIsNotOverwritten();
    void savesMeanwhileBecomeOne();
    void fileIsEditedDuringEachStage();
    void serverThatIsGoneIsWaitedFor();
    void manyAtOnceAreNotSent();
    void savesOfAPluginAreOneStep();
    void idThatChangesIsFollowed();
    void fileThatIsNoPluginIsTold();
    void whatBecomesAPluginIsSent();
    void whatBecomesAPluginInAStormIsNotSent();
    void whatIsIncludedLaterIsNotSent();

private:
    void write(const QString &name, const QByteArray &text) const;
    void watch(SaveOptions options = {});
    /// As who watches does when the folder may hold other plugins.
    void followAgain();
    [[nodiscard]] DeployResult result(qsizetype number) const;
    [[nodiscard]] QString live(const QString &id = u"f"_s) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MemoryServer> m_memory;
    std::unique_ptr<LocalCheck> m_check;
    RunsOfChanges m_journal;
    std::unique_ptr<ServerSession> m_session;
    std::unique_ptr<DeployOnSave> m_saves;
    std::unique_ptr<QSignalSpy> m_ended;
};

void TestDeployOnSave::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_memory = std::make_unique<MemoryServer>("sk-memory");
    m_memory->addFunction(u"f"_s, QString::fromUtf8(filter(0)), true);
    m_check = std::make_unique<LocalCheck>();
    m_journal.runs.clear();
    const QUrl url = m_memory->server().url();
    m_session = std::make_unique<ServerSession>(Connection{.id = u"c"_s, .name = u"memory"_s, .url = url},
                                                Credential{.secret = "sk-memory", .origin = originOf(url)}, *m_check,
                                                &m_journal);
    write(u"f.py"_s, filter(0));
}

void TestDeployOnSave::cleanup()
{
    m_saves.reset();
    m_session.reset();
}

void TestDeployOnSave::write(const QString &name, const QByteArray &text) const
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

void TestDeployOnSave::watch(SaveOptions options)
{
    options.root = QDir(m_folder->path()).canonicalPath();
    m_saves = std::make_unique<DeployOnSave>(*m_session, options);
    m_ended = std::make_unique<QSignalSpy>(m_saves.get(), &DeployOnSave::ended);
    followAgain();
}

void TestDeployOnSave::followAgain()
{
    const Result<FolderScanResult> scan = scanFolder(m_folder->path());
    QVERIFY(scan);
    QSet<QString> watched;
    for (const Plugin &plugin : scan.value().plugins) {
        if (!plugin.skipped) {
            watched.insert(plugin.path);
        }
    }
    QSignalSpy started(m_saves.get(), &DeployOnSave::started);
    m_saves->follow(scan.value().plugins, watched, scan.value().folders);
    QVERIFY(started.wait());
}

DeployResult TestDeployOnSave::result(qsizetype number) const
{
    return m_ended->value(number).value(0).value<DeployResult>();
}

QString TestDeployOnSave::live(const QString &id) const
{
    return m_memory->function(id).value(u"content"_s).toString();
}

void TestDeployOnSave::saveIsSent()
{
    watch();
    for (int i = 1; i <= 3; ++i) {
        m_memory->server().clear();
        write(u"f.py"_s, filter(i));
        QTRY_COMPARE(m_ended->size(), i);
        QCOMPARE(result(i - 1).outcome, DeployOutcome::Updated);
        QCOMPARE(result(i - 1).versionAfter, u"1.0.%1"_s.arg(i));
        QCOMPARE(live(), QString::fromUtf8(filter(i)));
        QCOMPARE(m_memory->server().count("POST", updatePath), 1);
        // A look before it and, the first time, one for the release.
        QCOMPARE(m_memory->server().requests().size(), i == 1 ? 3 : 2);
        QVERIFY(m_ended->last().at(1).value<std::chrono::milliseconds>() >= SaveJudge::quiet);
        QTRY_VERIFY(!m_session->isBusy());
    }
}

void TestDeployOnSave::syntaxErrorIsToldAndNotSent()
{
    watch();
    write(u"f.py"_s, filter(1) + "def broken(:\n");
    QTRY_COMPARE(m_ended->size(), 1);
    if (!result(0).missing.contains(Consent::LocalCheck)) {
        QSKIP("There is no Python here.");
    }
    QCOMPARE(result(0).outcome, DeployOutcome::Blocked);
    QCOMPARE(m_memory->server().count("POST"), 0);
    write(u"f.py"_s, filter(2));
    QTRY_COMPARE(m_ended->size(), 2);
    QCOMPARE(live(), QString::fromUtf8(filter(2)));
}

void TestDeployOnSave::newOnesGoOnlyWhereTheyMay()
{
    write(u"g.py"_s, pluginText(PluginKind::Filter, u"G"_s, u"1.0.0"_s));
    watch();
    write(u"g.py"_s, pluginText(PluginKind::Filter, u"G"_s, u"1.0.1"_s));
    QTRY_COMPARE(m_ended->size(), 1);
    QCOMPARE(result(0).outcome, DeployOutcome::Blocked);
    QVERIFY2(result(0).message.contains(u"does not have it yet"_s), qUtf8Printable(result(0).message));
    QVERIFY(!result(0).needsDecision());
    QVERIFY(!m_memory->has(u"g"_s));
    m_saves->setAlsoNew(true);
    write(u"g.py"_s, pluginText(PluginKind::Filter, u"G"_s, u"1.0.2"_s));
    QTRY_COMPARE(m_ended->size(), 2);
    QCOMPARE(result(1).outcome, DeployOutcome::Created);
    QVERIFY(m_memory->has(u"g"_s));
}

void TestDeployOnSave::changeOfSomebodyElseIsNotOverwritten()
{
    watch();
    write(u"f.py"_s, filter(1));
    QTRY_COMPARE(m_ended->size(), 1);
    QCOMPARE(result(0).outcome, DeployOutcome::Updated);
    m_memory->addFunction(u"f"_s, QString::fromUtf8(filter(1)) + u"# mended in the browser\n"_s, true);
    write(u"f.py"_s, filter(2));
    QTRY_COMPARE(m_ended->size(), 2);
    QCOMPARE(result(1).outcome, DeployOutcome::Blocked);
    QCOMPARE(result(1).missing, Consents{Consent::EditedOnServer});
    QVERIFY(live().contains(u"mended"_s));
}

void TestDeployOnSave::savesMeanwhileBecomeOne()
{
    int running = 0;
    int most = 0;
    m_memory->server().setFront([&](const FakeRequest &request) -> std::optional<FakeAnswer> {
        if (request.method == "POST") {
            most = std::max(most, ++running);
        }
        return {};
    });
    connect(&m_session->server(), &OpenWebUi::exchanged, this,
            [&running](const Exchange &exchange) { running -= exchange.method == "POST" ? 1 : 0; });
    watch();
    // Each is whole for the watch, while the request before it may still be on its way.
    constexpr int saves = 40;
    for (int i = 1; i <= saves; ++i) {
        write(u"f.py"_s, filter(i));
        QTest::qWait(static_cast<int>(SaveJudge::quiet.count()) + 5);
    }
    QTRY_COMPARE(live(), QString::fromUtf8(filter(saves)));
    QTRY_VERIFY(!m_saves->isBusy());
    QCOMPARE(most, 1);
    QVERIFY(m_memory->server().count("POST", updatePath) <= saves);
    for (qsizetype i = 0; i < m_ended->size(); ++i) {
        QVERIFY2(result(i).isSuccess(), qUtf8Printable(result(i).message));
    }
}

void TestDeployOnSave::fileIsEditedDuringEachStage()
{
    watch();
    int version = 0;
    QSet<DeployStage> edited;
    connect(&m_session->run(), &Run::stageChanged, this, [&](const QString & /*path*/, DeployStage stage) {
        if (!edited.contains(stage)) {
            edited.insert(stage);
            write(u"f.py"_s, filter(++version));
        }
    });
    write(u"f.py"_s, filter(++version));
    QTRY_VERIFY(edited.contains(DeployStage::Updating));
    QTRY_VERIFY(!m_saves->isBusy() && live() == QString::fromUtf8(filter(version)));
    QVERIFY(edited.size() >= 3);
    for (qsizetype i = 0; i < m_ended->size(); ++i) {
        QVERIFY2(result(i).isSuccess(), qUtf8Printable(result(i).message));
    }
}

void TestDeployOnSave::serverThatIsGoneIsWaitedFor()
{
    watch();
    QSignalSpy gone(m_saves.get(), &DeployOnSave::serverGone);
    QSignalSpy back(m_saves.get(), &DeployOnSave::serverBack);
    write(u"f.py"_s, filter(1));
    QTRY_COMPARE(m_ended->size(), 1);
    m_memory->server().close();
    write(u"f.py"_s, filter(2));
    QTRY_COMPARE_WITH_TIMEOUT(gone.size(), 1, 30'000);
    write(u"f.py"_s, filter(3));
    QVERIFY(m_saves->isBusy());
    m_memory->server().reopen();
    QTRY_COMPARE_WITH_TIMEOUT(back.size(), 1, 30'000);
    QTRY_COMPARE(live(), QString::fromUtf8(filter(3)));
    QTRY_VERIFY(!m_saves->isBusy());
    QCOMPARE(gone.size(), 1);
    QCOMPARE(back.size(), 1);
}

void TestDeployOnSave::manyAtOnceAreNotSent()
{
    QStringList expected;
    for (int i = 0; i < 12; ++i) {
        const QString title = u"P%1"_s.arg(i);
        write(u"p%1.py"_s.arg(i), pluginText(PluginKind::Filter, title, u"1.0.0"_s));
        m_memory->addFunction(u"p%1"_s.arg(i), QString::fromUtf8(pluginText(PluginKind::Filter, title, u"1.0.0"_s)));
        expected.append(u"p%1.py"_s.arg(i));
    }
    expected.sort();
    watch();
    QSignalSpy stormed(m_saves.get(), &DeployOnSave::stormed);
    for (int i = 0; i < 12; ++i) {
        write(u"p%1.py"_s.arg(i), pluginText(PluginKind::Filter, u"P%1"_s.arg(i), u"1.0.1"_s));
    }
    QTRY_COMPARE(stormed.size(), 1);
    QCOMPARE(stormed.first().first().toStringList(), expected);
    QCOMPARE(m_memory->server().count("POST"), 0);
    QVERIFY(m_ended->isEmpty());
}

void TestDeployOnSave::savesOfAPluginAreOneStep()
{
    write(u"g.py"_s, pluginText(PluginKind::Filter, u"G"_s, u"1.0.0"_s));
    watch({.alsoNew = true});
    for (int i = 1; i <= 3; ++i) {
        write(u"f.py"_s, filter(i));
        QTRY_COMPARE(m_ended->size(), i);
        QTRY_VERIFY(!m_session->isBusy());
    }
    write(u"g.py"_s, pluginText(PluginKind::Filter, u"G"_s, u"1.0.1"_s));
    QTRY_COMPARE(m_ended->size(), 4);
    QCOMPARE(m_journal.runs.size(), 4);
    QCOMPARE(QSet<QString>(m_journal.runs.cbegin(), m_journal.runs.cend()).size(), 2);
    QCOMPARE(m_journal.runs.at(2), m_journal.runs.at(0));
    QVERIFY(m_journal.runs.at(3) != m_journal.runs.at(0));
}

/// No title that was changed leads to a failure until somebody looks at the folder anew.
void TestDeployOnSave::idThatChangesIsFollowed()
{
    write(u"g.py"_s, pluginText(PluginKind::Filter, u"G"_s, u"1.0.0"_s));
    watch({.alsoNew = true});
    write(u"g.py"_s, pluginText(PluginKind::Filter, u"H"_s, u"1.0.0"_s));
    QTRY_COMPARE(m_ended->size(), 1);
    QVERIFY2(m_memory->has(u"h"_s), qUtf8Printable(result(0).message));
    // The id of another file of the folder is taken.
    write(u"g.py"_s, pluginText(PluginKind::Filter, u"F"_s, u"1.0.0"_s));
    QTRY_COMPARE(m_ended->size(), 2);
    QVERIFY(!result(1).isSuccess());
    QCOMPARE(live(), QString::fromUtf8(filter(0)));
}

void TestDeployOnSave::fileThatIsNoPluginIsTold()
{
    write(u"notes.py"_s, "print('no plugin')\n");
    watch();
    QSignalSpy other(m_saves.get(), &DeployOnSave::otherSaved);
    write(u"notes.py"_s, "print('still none')\n");
    QTRY_COMPARE(other.size(), 1);
    QVERIFY(m_ended->isEmpty());
    QCOMPARE(m_memory->server().requests().size(), 0);
}

void TestDeployOnSave::whatBecomesAPluginIsSent()
{
    write(u"g.py"_s, "# to be written\n");
    watch({.alsoNew = true});
    QSignalSpy other(m_saves.get(), &DeployOnSave::otherSaved);
    write(u"g.py"_s, pluginText(PluginKind::Filter, u"G"_s, u"1.0.0"_s));
    QTRY_COMPARE(other.size(), 1);
    followAgain();
    QTRY_COMPARE(m_ended->size(), 1);
    QVERIFY(m_memory->has(u"g"_s));
}

void TestDeployOnSave::whatBecomesAPluginInAStormIsNotSent()
{
    for (int i = 0; i < 8; ++i) {
        write(u"g%1.py"_s.arg(i), "# to be written\n");
    }
    watch({.alsoNew = true});
    QSignalSpy other(m_saves.get(), &DeployOnSave::otherSaved);
    for (int i = 0; i < 8; ++i) {
        write(u"g%1.py"_s.arg(i), pluginText(PluginKind::Filter, u"G%1"_s.arg(i), u"1.0.0"_s));
    }
    QTRY_COMPARE(other.size(), 8);
    followAgain();
    write(u"f.py"_s, filter(1));
    QTRY_COMPARE(live(), QString::fromUtf8(filter(1)));
    QTRY_VERIFY(!m_saves->isBusy());
    QCOMPARE(m_ended->size(), 1);
    QVERIFY(!m_memory->has(u"g0"_s));
}

/// It was saved while it was left out, and nobody saves it now.
void TestDeployOnSave::whatIsIncludedLaterIsNotSent()
{
    const auto decide = [this](const std::function<void(FolderDecisions &)> &change) {
        FolderDecisions decisions;
        change(decisions);
        QVERIFY(!decisions.save(m_folder->path()));
    };
    write(u"g.py"_s, pluginText(PluginKind::Filter, u"G"_s, u"1.0.0"_s));
    write(u"template.py"_s, pluginText(PluginKind::Filter, u"T"_s, u"1.0.0"_s));
    decide([](FolderDecisions &decisions) { decisions.exclude(u"g.py"_s); });
    watch({.alsoNew = true});
    QSignalSpy other(m_saves.get(), &DeployOnSave::otherSaved);
    write(u"g.py"_s, pluginText(PluginKind::Filter, u"G"_s, u"1.0.1"_s));
    write(u"template.py"_s, pluginText(PluginKind::Filter, u"T"_s, u"1.0.1"_s));
    QTRY_COMPARE(other.size(), 2);
    followAgain();
    decide([](FolderDecisions &decisions) {
        decisions.include(u"g.py"_s);
        decisions.include(u"template.py"_s);
    });
    followAgain();
    write(u"f.py"_s, filter(1));
    QTRY_COMPARE(live(), QString::fromUtf8(filter(1)));
    QTRY_VERIFY(!m_saves->isBusy());
    QCOMPARE(m_ended->size(), 1);
    write(u"g.py"_s, pluginText(PluginKind::Filter, u"G"_s, u"1.0.2"_s));
    QTRY_VERIFY(m_memory->has(u"g"_s));
    QVERIFY(!m_memory->has(u"t"_s));
}

QTEST_GUILESS_MAIN(TestDeployOnSave)

#include "tst_deployonsave.moc"
