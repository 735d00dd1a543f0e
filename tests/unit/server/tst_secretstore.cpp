// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

// Runs twice: without a key store, and under tests/support/with-keyring with a real one.

#include "server/secretstore.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace owui;

namespace {

Connection connection(const QString &url = u"https://one.example"_s)
{
    Connection made;
    made.id = u"11111111-2222-3333-4444-555555555555"_s;
    made.name = u"one"_s;
    made.url = QUrl(url);
    return made;
}

Credential credential(const QByteArray &secret = "sk-0123456789")
{
    return {.secret = secret,
            .origin = {},
            .expires = QDateTime::fromSecsSinceEpoch(1'900'000'000, Qt::UTC),
            .extraHeaders = {{"CF-Access-Client-Secret", "hidden \"value\""}}};
}

} // namespace

class TestSecretStore : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_keyStore = qEnvironmentVariableIsSet("OWUI_TEST_KEYRING"); }

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void cleanup()
    {
        SecretStore store(m_folder->path());
        (void)removed(store, connection());
        m_folder.reset();
    }

    void keepsAndForgets()
    {
        SecretStore store(m_folder->path());
        QVERIFY(!found(store, connection()));
        QCOMPARE(written(store, connection()), m_keyStore ? SecretPlace::KeyStore : SecretPlace::ThisRunOnly);
        const std::optional<Credential> read = found(store, connection());
        QVERIFY(read);
        QCOMPARE(read->secret, credential().secret);
        QCOMPARE(read->origin, u"https://one.example:443"_s);
        QCOMPARE(read->expires, credential().expires);
        QCOMPARE(read->extraHeaders, credential().extraHeaders);
        QCOMPARE(removed(store, connection()), m_keyStore ? SecretPlace::KeyStore : SecretPlace::ThisRunOnly);
        QVERIFY(!found(store, connection()));
    }

    void outlivesTheProgramOnlyInAKeyStore()
    {
        {
            SecretStore store(m_folder->path());
            (void)written(store, connection());
        }
        SecretStore again(m_folder->path());
        QCOMPARE(found(again, connection()).has_value(), m_keyStore);
    }

    void writesNoFileUnasked()
    {
        SecretStore store(m_folder->path());
        (void)written(store, connection());
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void aSecretBelongsToSchemeHostAndPort_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("same");
        QTest::newRow("path") << u"https://one.example/owui"_s << true;
        QTest::newRow("port written") << u"https://one.example:443"_s << true;
        QTest::newRow("case") << u"https://ONE.example"_s << true;
        QTest::newRow("scheme") << u"http://one.example"_s << false;
        QTest::newRow("scheme, same port") << u"http://one.example:443"_s << false;
        QTest::newRow("host") << u"https://two.example"_s << false;
        QTest::newRow("port") << u"https://one.example:8443"_s << false;
    }

    void aSecretBelongsToSchemeHostAndPort()
    {
        QFETCH(QString, url);
        QFETCH(bool, same);
        for (const bool inFile : {false, true}) {
            Connection saved = connection();
            saved.keepSecretsInFile = inFile;
            SecretStore store(m_folder->path());
            (void)written(store, saved);
            Connection changed = connection(url);
            changed.keepSecretsInFile = inFile;
            QCOMPARE(found(store, changed).has_value(), same);
            SecretStore again(m_folder->path());
            QCOMPARE(found(again, changed).has_value(), same && (m_keyStore || inFile));
        }
    }

    void aFileIsForTheUserAlone()
    {
        if (m_keyStore) {
            QSKIP("the key store comes first");
        }
        Connection saved = connection();
        saved.keepSecretsInFile = true;
        {
            SecretStore store(m_folder->path() + u"/data"_s);
            QCOMPARE(written(store, saved), SecretPlace::File);
        }
        const QString path = m_folder->path() + u"/data/secrets.json"_s;
        constexpr QFileDevice::Permissions Others = QFileDevice::ReadGroup | QFileDevice::WriteGroup |
                                                    QFileDevice::ExeGroup | QFileDevice::ReadOther |
                                                    QFileDevice::WriteOther | QFileDevice::ExeOther;
        QVERIFY(!(QFile::permissions(path) & Others));
        SecretStore again(m_folder->path() + u"/data"_s);
        QCOMPARE(found(again, saved).value_or(Credential()).secret, credential().secret);
        QVERIFY(!found(again, connection())); // not ticked: the file is not looked at
        QCOMPARE(removed(again, saved), SecretPlace::File);
        QVERIFY(!QFile::exists(path));
    }

    void aFileThatCannotBeWrittenIsReported()
    {
        if (m_keyStore) {
            QSKIP("the key store comes first");
        }
        QFile inTheWay(m_folder->path() + u"/data"_s);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        Connection saved = connection();
        saved.keepSecretsInFile = true;
        SecretStore store(inTheWay.fileName());
        QVERIFY(!written(store, saved));
        QVERIFY(!m_problem.text.contains(u"sk-"));
        QVERIFY(found(store, saved)); // for this run
    }

    void tellsOfAnotherSecret()
    {
        SecretStore store(m_folder->path());
        QStringList told;
        connect(&store, &SecretStore::changed, this, [&told](const QString &id) { told.append(id); });
        bool answered = false;
        // After the answer: whoever wrote it saves the connection first.
        store.write(connection(), credential(), this, [&](const auto &) { answered = told.isEmpty(); });
        QTRY_COMPARE(told, QStringList{connection().id});
        QVERIFY(answered);
        (void)removed(store, connection());
        QTRY_COMPARE(told.size(), 2);
    }

    void leavesTheFileWhenItIsNotWishedAnyMore()
    {
        if (m_keyStore) {
            QSKIP("the key store comes first");
        }
        Connection saved = connection();
        saved.keepSecretsInFile = true;
        const SecretFile file(m_folder->path());
        QVERIFY(!file.write(u"another"_s, credential("sk-another")));
        SecretStore store(m_folder->path());
        QCOMPARE(written(store, saved), SecretPlace::File);
        saved.keepSecretsInFile = false;
        QCOMPARE(written(store, saved), SecretPlace::ThisRunOnly);
        QVERIFY2(!fileText().contains(credential().secret), "the key stays in the file");
        QCOMPARE(found(store, saved)->secret, credential().secret);
        QVERIFY(fileText().contains("sk-another"));
    }

    void aBrokenFileIsAnErrorAndStays_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("cut off") << QByteArray(
            "{\"another\": {\"origin\": \"https://two.example:443\", \"secret\": \"sk-a");
        QTest::newRow("a list") << QByteArray("[\"sk-another\"]");
        QTest::newRow("not JSON") << QByteArray("sk-another");
        QTest::newRow("empty") << QByteArray();
    }

    void aBrokenFileIsAnErrorAndStays()
    {
        QFETCH(QByteArray, text);
        const QString path = SecretFile(m_folder->path()).path();
        {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        }
        Connection saved = connection();
        saved.keepSecretsInFile = true;
        SecretStore store(m_folder->path());
        if (!m_keyStore) {
            QVERIFY2(!found(store, saved) && m_problem.text.contains(path),
                     "a broken file reads as one without the key");
        }
        // Also where the key store took the key: an older one may be in the file.
        QVERIFY2(!written(store, saved) && m_problem.text.contains(path), qPrintable(m_problem.text));
        QVERIFY2(!removed(store, saved) && m_problem.text.contains(path), qPrintable(m_problem.text));
        QVERIFY(!(m_problem.text + m_problem.remedy).contains(u"sk-"));
        QCOMPARE(fileText(), text);
        QVERIFY(QFile::remove(path));
    }

    void aFileThatCannotBeReadIsAnError()
    {
        // A folder in its place: nobody can read that, not even root.
        QVERIFY(QDir(m_folder->path()).mkdir(u"secrets.json"_s));
        Connection saved = connection();
        saved.keepSecretsInFile = true;
        const SecretFile file(m_folder->path());
        const Result<std::optional<Credential>> read = file.read(saved.id);
        QVERIFY(!read && read.error().text.contains(file.path()));
        QVERIFY(file.write(saved.id, credential()));
        QVERIFY(file.remove(saved.id));
        QVERIFY(QDir(m_folder->path()).rmdir(u"secrets.json"_s));
    }

    void theKeyStoreReplacesAWeakerPlace()
    {
        if (!m_keyStore) {
            QSKIP("needs a key store");
        }
        const SecretFile file(m_folder->path());
        QVERIFY(!file.write(connection().id, credential("old")));
        SecretStore store(m_folder->path());
        QCOMPARE(written(store, connection()), SecretPlace::KeyStore);
        QVERIFY(!QFile::exists(file.path()));
    }

    void forgetsWhoDoesNotListenAnyMore()
    {
        SecretStore store(m_folder->path());
        bool called = false;
        auto *listener = new QObject;
        store.write(connection(), credential(), listener, [&called](const auto &) { called = true; });
        store.read(connection(), listener, [&called](const auto &) { called = true; });
        delete listener;
        (void)found(store, connection());
        QVERIFY(!called);
    }

    void answersFromTheEventLoop()
    {
        SecretStore store(m_folder->path());
        (void)written(store, connection());
        bool called = false;
        store.read(connection(), this, [&called](const auto &) { called = true; });
        QVERIFY(!called);
        QTRY_VERIFY(called);
    }

    void doesNotWaitForEver()
    {
        SecretStore store(m_folder->path(), nullptr, 0ms);
        QVERIFY(written(store, connection()).has_value());
        QVERIFY(found(store, connection()));
    }

    /// The last one: nothing unlocks it again. A locked entry must not read as none, nor as one that was removed.
    void tellsALockedKeyStore()
    {
        if (!m_keyStore || QStandardPaths::findExecutable(u"gdbus"_s).isEmpty()) {
            QSKIP("needs a key store, and gdbus to lock it");
        }
        SecretStore store(m_folder->path());
        QCOMPARE(written(store, connection()), SecretPlace::KeyStore);
        QProcess lock;
        lock.start(u"gdbus"_s,
                   {u"call"_s, u"--session"_s, u"--dest"_s, u"org.freedesktop.secrets"_s, u"--object-path"_s,
                    u"/org/freedesktop/secrets"_s, u"--method"_s, u"org.freedesktop.Secret.Service.Lock"_s,
                    u"['/org/freedesktop/secrets/collection/login']"_s});
        QVERIFY(lock.waitForFinished());
        QVERIFY2(lock.exitCode() == 0, lock.readAllStandardError().constData());
        m_problem = {};
        QVERIFY(!found(store, connection()));
        QVERIFY2(m_problem.text.contains(u"locked"_s), qPrintable(m_problem.text));
        QVERIFY(m_problem.remedy.contains(u"--key-file"_s));
        m_problem = {};
        QVERIFY(!removed(store, connection()));
        QVERIFY2(m_problem.text.contains(u"refused to delete"_s), qPrintable(m_problem.text));
    }

private:
    [[nodiscard]] QByteArray fileText() const
    {
        QFile file(SecretFile(m_folder->path()).path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::optional<SecretPlace> written(SecretStore &store, const Connection &to)
    {
        std::optional<Result<SecretPlace>> result;
        store.write(to, credential(), this, [&result](const Result<SecretPlace> &place) { result = place; });
        return waitFor(result);
    }

    std::optional<SecretPlace> removed(SecretStore &store, const Connection &of)
    {
        std::optional<Result<SecretPlace>> result;
        store.remove(of, this, [&result](const Result<SecretPlace> &place) { result = place; });
        return waitFor(result);
    }

    std::optional<Credential> found(SecretStore &store, const Connection &of)
    {
        std::optional<Result<std::optional<Credential>>> result;
        store.read(of, this, [&result](const Result<std::optional<Credential>> &read) { result = read; });
        return waitFor(result).value_or(std::nullopt);
    }

    template<typename T>
    std::optional<T> waitFor(std::optional<Result<T>> &result)
    {
        if (!QTest::qWaitFor([&result] { return result.has_value(); }, 10'000)) {
            qFatal("no answer from the secret store");
        }
        if (*result) {
            return result->value();
        }
        m_problem = result->error();
        return std::nullopt;
    }

    bool m_keyStore = false;
    std::unique_ptr<QTemporaryDir> m_folder;
    Problem m_problem;
};

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secretstore.moc"
