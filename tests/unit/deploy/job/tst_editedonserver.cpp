// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/journal/historyjournal.h"
#include "history/historystore.h"
#include "support/practicefixture.h"

#include <QDir>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

/// In a git folder, a text that is in no commit was edited on the server, unless it was sent from here.
class EditedOnServerTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<PracticeFixture>();
        QVERIFY(m_fixture->start(u"0.12.4"_s));
        m_home = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<HistoryStore>(m_home->path());
        m_journal = std::make_unique<HistoryJournal>(*m_store);
        const Plugin plugin = write(u"1.0.0"_s);
        m_root = m_fixture->request(plugin).root;
        git({u"init"_s, u"-q"_s});
        git({u"add"_s, u"."_s});
        git({u"-c"_s, u"user.name=t"_s, u"-c"_s, u"user.email=t@example.org"_s, u"commit"_s, u"-qm"_s, u"one"_s});
    }

    void cleanup()
    {
        m_fixture.reset();
        m_journal.reset();
        m_store.reset();
        m_home.reset();
    }

    void whatWasSentFromHereMayBeReplaced_data()
    {
        QTest::addColumn<bool>("history");
        QTest::newRow("with a history") << true;
        QTest::newRow("without one nobody knows") << false;
    }

    void whatWasSentFromHereMayBeReplaced()
    {
        QFETCH(const bool, history);
        m_fixture->journal = history ? m_journal.get() : nullptr;
        QCOMPARE(deploy(u"1.0.0"_s).outcome, DeployOutcome::Created);
        QCOMPARE(deploy(u"1.1.0"_s).outcome, DeployOutcome::Updated); // over the committed one
        const DeployResult third = deploy(u"1.2.0"_s);                // over one that was never committed
        QCOMPARE(third.outcome, history ? DeployOutcome::Updated : DeployOutcome::Blocked);
        QCOMPARE(third.missing, history ? Consents() : Consents{Consent::EditedOnServer});
    }

    void whatSomebodyElseSentIsKept()
    {
        m_fixture->journal = m_journal.get();
        QCOMPARE(deploy(u"1.0.0"_s).outcome, DeployOutcome::Created);
        editThere();
        const DeployResult blocked = deploy(u"1.1.0"_s);
        QCOMPARE(blocked.outcome, DeployOutcome::Blocked);
        QCOMPARE(blocked.missing, Consents{Consent::EditedOnServer});
        QVERIFY(m_fixture->look(PluginSpace::Function, u"edited"_s).plugin->content->contains(u"in the browser"_s));

        QCOMPARE(m_fixture->deploy(write(u"1.1.0"_s), {Consent::EditedOnServer}).outcome, DeployOutcome::Updated);
    }

    /// Outside Git what was sent from here tells it, and where nothing was, nobody is asked.
    void outsideGit_data()
    {
        QTest::addColumn<bool>("history");
        QTest::newRow("with a history") << true;
        QTest::newRow("without one nobody knows") << false;
    }

    void outsideGit()
    {
        QFETCH(const bool, history);
        QVERIFY(QDir(m_root + u"/.git"_s).removeRecursively());
        m_fixture->journal = history ? m_journal.get() : nullptr;
        QCOMPARE(deploy(u"1.0.0"_s).outcome, DeployOutcome::Created);
        QCOMPARE(deploy(u"1.1.0"_s).outcome, DeployOutcome::Updated);
        editThere();
        const DeployResult result = deploy(u"1.2.0"_s);
        QCOMPARE(result.outcome, history ? DeployOutcome::Blocked : DeployOutcome::Updated);
        QCOMPARE(result.missing, history ? Consents{Consent::EditedOnServer} : Consents());
    }

    void whatWasThereFirstIsNobodysEdit()
    {
        QVERIFY(QDir(m_root + u"/.git"_s).removeRecursively());
        QCOMPARE(deploy(u"1.0.0"_s).outcome, DeployOutcome::Created); // from another home
        m_fixture->journal = m_journal.get();
        const QString first = *m_fixture->look(PluginSpace::Function, u"edited"_s).plugin->content;
        QCOMPARE(deploy(u"1.1.0"_s).outcome, DeployOutcome::Updated);
        put(first); // as an undo does
        QCOMPARE(deploy(u"1.2.0"_s).outcome, DeployOutcome::Updated);
        editThere();
        QCOMPARE(deploy(u"1.3.0"_s).missing, Consents{Consent::EditedOnServer});
    }

    /// What the history knows of the file: its text and its title are others now.
    void sameFileUnderAnotherIdIsASecondCopy()
    {
        m_fixture->journal = m_journal.get();
        QCOMPARE(deploy(u"1.0.0"_s).outcome, DeployOutcome::Created);
        const Plugin renamed =
            m_fixture->write(u"edited.py"_s, pluginText(PluginKind::Filter, u"another"_s, u"1.1.0"_s));
        QVERIFY(renamed.id != u"edited"_s);
        const DeployResult blocked = m_fixture->deploy(renamed);
        QCOMPARE(blocked.missing, Consents{Consent::SecondCopy});
        QCOMPARE(blocked.twinId, u"edited"_s);
        QCOMPARE(m_fixture->deploy(renamed, {Consent::SecondCopy}).outcome, DeployOutcome::Created);
    }

private:
    void editThere()
    {
        put(*m_fixture->look(PluginSpace::Function, u"edited"_s).plugin->content +
            u"\n# a change made in the browser\n"_s);
    }

    void put(const QString &content)
    {
        const ServerPlugin present = *m_fixture->look(PluginSpace::Function, u"edited"_s).plugin;
        QVERIFY(m_fixture->post(
            u"/api/v1/functions/id/edited/update"_s,
            {{u"id"_s, present.id}, {u"name"_s, present.name}, {u"content"_s, content}, {u"meta"_s, present.meta}}));
    }

    Plugin write(const QString &version)
    {
        return m_fixture->write(u"edited.py"_s, pluginText(PluginKind::Filter, u"edited"_s, version));
    }

    DeployResult deploy(const QString &version) { return m_fixture->deploy(write(version)); }

    void git(const QStringList &arguments)
    {
        QProcess process;
        process.setWorkingDirectory(m_root);
        process.start(u"git"_s, arguments);
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    }

    std::unique_ptr<PracticeFixture> m_fixture;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<HistoryStore> m_store;
    std::unique_ptr<HistoryJournal> m_journal;
    QString m_root;
};

QTEST_GUILESS_MAIN(EditedOnServerTest)
#include "tst_editedonserver.moc"
