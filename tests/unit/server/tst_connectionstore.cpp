// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/connectionstore.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace owui;

namespace {

Connection full(const QString &id)
{
    return {.id = id,
            .name = u"Größe "_s + id,
            .url = QUrl(u"https://h.example:8443/base"_s),
            .signIn = SignInMethod::EmailAndPassword,
            .email = u"a@b.example"_s,
            .keyHeader = u"x-api-key"_s,
            .extraHeaders = {u"CF-Access-Client-Id"_s, u"CF-Access-Client-Secret"_s},
            .keepSecretsInFile = true,
            .connectTimeout = 5s,
            .lookUpTimeout = 7s,
            .deployTimeout = 11s,
            .pluginsAtATime = 6,
            .certificateAuthorityFile = u"/etc/ca.pem"_s,
            .proxy = ProxyMode::Custom,
            .proxyHost = u"proxy"_s,
            .proxyPort = 3128,
            .production = true,
            .switchOnNewFunctions = true,
            .alwaysTakeHeaderText = true,
            .order = DeployOrder::UpdateThenCreate,
            .color = u"#aa0000"_s,
            .practice = false};
}

} // namespace

class TestConnectionStore : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_folder.reset(); }

    void keepsEverything()
    {
        {
            const auto settings = open();
            ConnectionStore store(*settings);
            QVERIFY(store.connections().isEmpty() && !store.active());
            store.save(full(u"b"_s));
            store.save(full(u"a"_s));
            store.setActive(u"a"_s);
        }
        const auto settings = open();
        const ConnectionStore store(*settings);
        QCOMPARE(store.connections(), (QList{full(u"b"_s), full(u"a"_s)})); // in the order in which they were made
        QCOMPARE(store.active()->id, u"a"_s);
        QCOMPARE(store.byId(u"b"_s), full(u"b"_s));
        QCOMPARE(store.byName(u"Größe b"_s)->id, u"b"_s);
        QVERIFY(!store.byId(u"c"_s) && !store.byName(u"c"_s));
    }

    void writesNoSecretOfTheUrl()
    {
        {
            const auto settings = open();
            ConnectionStore store(*settings);
            Connection connection = full(u"a"_s);
            connection.url.setUserInfo(u"me:hunter2"_s);
            store.save(connection);
        }
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("h.example"));
        QVERIFY(!text.contains("hunter2"));
    }

    void replacesAndRemoves()
    {
        const auto settings = open();
        ConnectionStore store(*settings);
        QSignalSpy changed(&store, &ConnectionStore::changed);
        QSignalSpy activeChanged(&store, &ConnectionStore::activeChanged);
        store.save(full(u"a"_s));
        store.save(full(u"a"_s));
        QCOMPARE(changed.count(), 1); // nothing new the second time
        Connection renamed = full(u"a"_s);
        renamed.name = u"new"_s;
        store.save(renamed);
        QCOMPARE(changed.count(), 2);
        QCOMPARE(store.connections(), QList{renamed});
        store.setActive(u"nobody"_s);
        QCOMPARE(activeChanged.count(), 0);
        store.setActive(u"a"_s);
        store.setActive(u"a"_s);
        QCOMPARE(activeChanged.count(), 1);
        store.remove(u"nobody"_s);
        QCOMPARE(changed.count(), 2);
        store.remove(u"a"_s);
        QCOMPARE(changed.count(), 3);
        QCOMPARE(activeChanged.count(), 2);
        QVERIFY(!store.active());
        const ConnectionStore again(*settings);
        QVERIFY(again.connections().isEmpty() && !again.active());
    }

    void doesNotSaveThePracticeServer()
    {
        const auto settings = open();
        {
            ConnectionStore store(*settings);
            store.save(full(u"a"_s));
            store.setActive(u"a"_s);
            Connection practice = full(u"p"_s);
            practice.practice = true;
            store.save(practice);
            store.setActive(u"p"_s);
            QCOMPARE(store.active()->id, u"p"_s);
        }
        const ConnectionStore again(*settings);
        QCOMPARE(again.connections(), QList{full(u"a"_s)});
        QCOMPARE(again.active()->id, u"a"_s); // what was active before
    }

    void keepsWhatAnotherWindowAdded()
    {
        const auto settings = open();
        ConnectionStore store(*settings);
        store.save(full(u"a"_s));
        store.save(full(u"b"_s));
        settings->sync();
        const auto otherSettings = openInAnotherWindow();
        ConnectionStore other(*otherSettings);
        other.save(full(u"prod"_s));
        otherSettings->sync();
        // Each of these was enough: the first lost the order, and the second, with the file read anew, the connection.
        for (const QString &chosen : {u"b"_s, u"a"_s, u"b"_s}) {
            store.setActive(chosen);
            settings->sync();
        }
        store.save(full(u"c"_s));
        store.remove(u"a"_s);
        settings->sync();
        otherSettings->sync();
        const ConnectionStore again(*otherSettings);
        QCOMPARE(again.connections(), (QList{full(u"b"_s), full(u"prod"_s), full(u"c"_s)}));
        QCOMPARE(again.active()->id, u"b"_s);
    }

    void doesNotBringBackWhatAnotherWindowRemoved()
    {
        const auto settings = open();
        ConnectionStore store(*settings);
        store.save(full(u"a"_s));
        store.save(full(u"b"_s));
        store.setActive(u"a"_s);
        settings->sync();
        const auto otherSettings = openInAnotherWindow();
        ConnectionStore other(*otherSettings);
        other.remove(u"a"_s);
        other.setActive(u"b"_s);
        otherSettings->sync();
        store.save(full(u"c"_s));
        store.remove(u"a"_s);
        settings->sync();
        otherSettings->sync();
        const ConnectionStore again(*otherSettings);
        QCOMPARE(again.connections(), (QList{full(u"b"_s), full(u"c"_s)}));
        QVERIFY(again.active());
        QCOMPARE(again.active()->id, u"b"_s); // what the other window chose since
    }

    void keepsAGroupThatItCannotRead()
    {
        const auto settings = open();
        settings->setValue(u"connections/odd/name"_s, u"odd"_s);
        settings->setValue(u"connections/odd/url"_s, u"unix:///run/owui.sock"_s);
        settings->setValue(u"connections/odd/socketMode"_s, 7);
        settings->setValue(u"connectionOrder"_s, QStringList{u"odd"_s});
        ConnectionStore store(*settings);
        QVERIFY(store.connections().isEmpty());
        store.save(full(u"a"_s));
        store.setActive(u"a"_s);
        store.remove(u"a"_s);
        QCOMPARE(settings->value(u"connections/odd/url"_s).toString(), u"unix:///run/owui.sock"_s);
        QCOMPARE(settings->value(u"connections/odd/socketMode"_s).toInt(), 7);
        QCOMPARE(settings->value(u"connectionOrder"_s).toStringList(), QStringList{u"odd"_s});
    }

    void takesOverTheNumberAtATimeOfOlderPrograms_data()
    {
        QTest::addColumn<int>("stored");
        QTest::addColumn<int>("read");
        QTest::newRow("everybody's") << 2 << 0;
        QTest::newRow("chosen") << 4 << 4;
    }
    void takesOverTheNumberAtATimeOfOlderPrograms()
    {
        QFETCH(const int, stored);
        const auto settings = open();
        settings->setValue(u"connections/a/name"_s, u"old"_s);
        settings->setValue(u"connections/a/url"_s, u"https://h.example"_s);
        settings->setValue(u"connections/a/parallelRequests"_s, stored);
        ConnectionStore store(*settings);
        QFETCH(const int, read);
        Connection connection = store.connections().constFirst();
        QCOMPARE(connection.pluginsAtATime, read);
        connection.name = u"saved"_s;
        store.save(connection);
        QVERIFY(!settings->contains(u"connections/a/parallelRequests"_s));
    }

    void bearsBrokenSettings()
    {
        {
            const auto settings = open();
            settings->setValue(u"connections/a/name"_s, u"no url"_s);
            settings->setValue(u"connections/b/name"_s, u"odd"_s);
            settings->setValue(u"connections/b/url"_s, u"https://h.example"_s);
            settings->setValue(u"connections/b/pluginsAtATime"_s, 99);
            settings->setValue(u"connections/b/lookUpTimeout"_s, -1);
            settings->setValue(u"connections/b/proxy"_s, u"telepathy"_s);
            settings->setValue(u"activeConnection"_s, u"gone"_s);
        }
        const auto settings = open();
        const ConnectionStore store(*settings);
        QCOMPARE(store.connections().size(), 1);
        QVERIFY(!store.active());
        const Connection &odd = store.connections().constFirst();
        QCOMPARE(odd.pluginsAtATime, 6);
        QCOMPARE(odd.lookUpTimeout, 20s);
        QCOMPARE(odd.proxy, ProxyMode::System);
        QCOMPARE(odd.order, DeployOrder::LookUpFirst);
    }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"settings.ini"_s); }
    [[nodiscard]] std::unique_ptr<QSettings> open() const
    {
        return std::make_unique<QSettings>(path(), QSettings::IniFormat);
    }
    /// As another process has them: settings of one process with one path share what they know of the file.
    [[nodiscard]] std::unique_ptr<QSettings> openInAnotherWindow() const
    {
        const QString link = m_folder->filePath(u"other"_s);
        if (!QFile::link(m_folder->path(), link)) {
            qFatal("cannot make a link");
        }
        return std::make_unique<QSettings>(link + u"/settings.ini"_s, QSettings::IniFormat);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestConnectionStore)
#include "tst_connectionstore.moc"
