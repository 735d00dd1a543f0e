// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/memoryserver.h"
#include "support/programrun.h"

#include "server/connectionstore.h"
#include "server/secretfile.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

const QByteArray key = "sk-0123456789abcdef0123456789abcdef";

} // namespace

/// Connections that the window saved, and production servers without a terminal.
class TestSavedServer final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<MemoryServer>(key);
        m_server->addFunction(u"other"_s, u"class Filter: pass\n"_s);
        QFile plugin(m_folder->filePath(u"word.py"_s));
        QVERIFY(plugin.open(QIODevice::WriteOnly));
        plugin.write("\"\"\"\ntitle: Word\nversion: 1\n\"\"\"\n\n\nclass Filter:\n    pass\n");
    }

    void deploysToASavedConnection()
    {
        ProgramRun run({u"deploy"_s, m_folder->path(), u"--server"_s, u"Work"_s, u"--json"_s});
        save(run, false);
        QVERIFY(run.run());
        QVERIFY2(run.exitCode() == 0, run.errors().constData());
        QCOMPARE(run.document().value(u"server"_s)[u"name"_s].toString(), u"Work"_s);
        QVERIFY(m_server->has(u"word"_s));
    }

    void wantsAgreementForProduction()
    {
        ProgramRun run({u"deploy"_s, m_folder->path(), u"--server"_s, u"Work"_s, u"--json"_s});
        save(run, true);
        QVERIFY(run.run());
        QCOMPARE(run.exitCode(), 1);
        QCOMPARE(run.document().value(u"summary"_s)[u"blocked"_s].toInt(), 1);
        QVERIFY(run.document().value(u"results"_s)[0][u"remedy"_s].toString().contains(u"--yes"));
        QCOMPARE(m_server->server().count("POST"), 0);

        ProgramRun agreed({u"deploy"_s, m_folder->path(), u"--server"_s, u"Work"_s, u"--yes"_s});
        save(agreed, true);
        QVERIFY(agreed.run());
        QVERIFY2(agreed.exitCode() == 0, agreed.errors().constData());
        QVERIFY(m_server->has(u"word"_s));

        ProgramRun toggle({u"toggle"_s, u"other"_s, u"on"_s, u"--server"_s, u"Work"_s, u"--json"_s});
        save(toggle, true);
        QVERIFY(toggle.run());
        QCOMPARE(toggle.exitCode(), 1);
        QCOMPARE(toggle.document().value(u"outcome"_s).toString(), u"blocked"_s);
        ProgramRun agreedToggle({u"toggle"_s, u"other"_s, u"on"_s, u"--server"_s, u"Work"_s, u"--yes"_s});
        save(agreedToggle, true);
        QVERIFY(agreedToggle.run());
        QCOMPARE(agreedToggle.exitCode(), 0);
        QCOMPARE(m_server->function(u"other"_s).value(u"is_active"_s), true);
    }

    void watchWantsAgreementForProduction()
    {
        m_server->addFunction(u"word"_s, u"\"\"\"\ntitle: Word\nversion: 0\n\"\"\"\n\n\nclass Filter: pass\n"_s);
        ProgramRun run({u"watch"_s, m_folder->path(), u"--server"_s, u"Work"_s});
        save(run, true);
        QVERIFY(run.run());
        QCOMPARE(run.exitCode(), 1);
        QVERIFY2(run.errors().contains("Confirm with --yes"), run.errors().constData());

        ProgramRun agreed({u"watch"_s, m_folder->path(), u"--server"_s, u"Work"_s, u"--yes"_s});
        save(agreed, true);
        agreed.start();
        QTRY_VERIFY_WITH_TIMEOUT(agreed.errors().contains("Watching 1 plugin for Work."), 30'000);
        QFile plugin(m_folder->filePath(u"word.py"_s));
        QVERIFY(plugin.open(QIODevice::WriteOnly));
        plugin.write("\"\"\"\ntitle: Word\nversion: 2\n\"\"\"\n\n\nclass Filter:\n    pass\n");
        plugin.close();
        QTRY_VERIFY_WITH_TIMEOUT(agreed.output().contains("Live after"), 30'000);
        agreed.interrupt();
        QVERIFY(agreed.waitForEnd());
        QCOMPARE(agreed.exitCode(), 0);
    }

    void doesNotSilenceWarnings()
    {
        m_server->addFunction(u"word"_s, u"\"\"\"\ntitle: Word\nversion: 2\n\"\"\"\n\n\nclass Filter: pass\n"_s);
        ProgramRun run({u"deploy"_s, m_folder->path(), u"--server"_s, u"Work"_s, u"--yes"_s, u"--json"_s});
        save(run, true);
        QVERIFY(run.run());
        QCOMPARE(run.exitCode(), 1);
        QVERIFY(run.document().value(u"results"_s)[0][u"remedy"_s].toString().contains(u"--allow downgrade"));
        QCOMPARE(m_server->server().count("POST"), 0);
    }

    void keepsTheHistoryOfTheWindow()
    {
        ProgramRun run({u"deploy"_s, m_folder->path(), u"--server"_s, u"Work"_s});
        save(run, false);
        QVERIFY(run.run());
        QDirIterator files(run.home(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        bool found = false;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            found = found || file.read(15) == "SQLite format 3";
        }
        QVERIFY(found);
    }

    void namesWhatIsSaved()
    {
        ProgramRun run({u"status"_s, m_folder->path(), u"--server"_s, u"Home"_s});
        save(run, false);
        QVERIFY(run.run());
        QCOMPARE(run.exitCode(), 2);
        QVERIFY(run.errors().contains("Saved are: Work."));
    }

private:
    /// As the window saves it, where there is no key store.
    void save(const ProgramRun &run, bool production) const
    {
        Connection connection{.id = u"one"_s, .name = u"Work"_s, .url = QUrl(m_server->url())};
        connection.keepSecretsInFile = true;
        connection.production = production;
        QSettings settings(run.home() + u"/.config/owui-deployer/owui-deployer.conf"_s, QSettings::NativeFormat);
        ConnectionStore(settings).save(connection);
        settings.sync();
        Credential credential;
        credential.secret = key;
        credential.origin = originOf(connection.url);
        QVERIFY(
            !SecretFile(run.home() + u"/.local/share/owui-deployer/owui-deployer"_s).write(connection.id, credential));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MemoryServer> m_server;
};

QTEST_GUILESS_MAIN(TestSavedServer)
#include "tst_savedserver.moc"
