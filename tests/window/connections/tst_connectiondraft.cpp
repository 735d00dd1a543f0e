// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/connectiondraft.h"
#include "ui/connections/connectiondraftmodel.h"
#include "ui/connections/extraheadermodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace owui;
using namespace Qt::StringLiterals;

namespace {

Connection savedConnection()
{
    Connection connection;
    connection.id = u"id-1"_s;
    connection.name = u"first"_s;
    connection.url = QUrl(u"http://localhost:8080"_s);
    return connection;
}

ConnectionDraft draftWithKey()
{
    Connection connection = savedConnection();
    connection.extraHeaders = {u"X-Token"_s};
    ConnectionDraft draft = ConnectionDraft::of(connection);
    draft.setStored(std::optional(Credential{.secret = "sk-old",
                                             .origin = originOf(connection.url),
                                             .expires = {},
                                             .extraHeaders = {{"X-Token", "token-old"}}}));
    return draft;
}

} // namespace

class TestConnectionDraft : public QObject
{
    Q_OBJECT

private slots:
    void storedSecretCountsForItsOriginOnly_data();
    void storedSecretCountsForItsOriginOnly();
    void typedSecretIsBoundByTheFirstAddress();
    void typedSecretThatIsDroppedLeavesTheStoredOne();
    void aSessionBelongsToItsAccount();
    void writing_data();
    void writing();
    void unknownStoreIsLeftAlone();
    void duplicateHasNoSecrets();
    void problemsBesideTheirFields_data();
    void problemsBesideTheirFields();
    void draftModel();
    void whatWasEnteredIsNotBlank_data();
    void whatWasEnteredIsNotBlank();
    void saysWhyWhereNoFieldDoes();
    void headerModelHidesValues();
};

void TestConnectionDraft::storedSecretCountsForItsOriginOnly_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("kept");
    QTest::newRow("same") << u"http://localhost:8080"_s << true;
    QTest::newRow("path") << u"http://localhost:8080/owui"_s << true;
    QTest::newRow("pasted path") << u"localhost:8080/api/v1/functions/"_s << true;
    QTest::newRow("capitals") << u"HTTP://LOCALHOST:8080"_s << true;
    QTest::newRow("scheme") << u"https://localhost:8080"_s << false;
    QTest::newRow("host") << u"http://example.org:8080"_s << false;
    QTest::newRow("port") << u"http://localhost:8081"_s << false;
    QTest::newRow("not an address") << u"http://"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void TestConnectionDraft::storedSecretCountsForItsOriginOnly()
{
    QFETCH(const QString, url);
    QFETCH(const bool, kept);
    ConnectionDraft draft = draftWithKey();
    draft.setUrlText(url);
    QCOMPARE(draft.credential().secret, kept ? QByteArray("sk-old") : QByteArray());
    QCOMPARE(draft.credential().extraHeaders.size(), kept ? 1 : 0);
    QCOMPARE(draft.secretIsForAnotherOrigin(), !kept && !draft.connection.url.isEmpty());
    draft.setUrlText(u"http://localhost:8080"_s);
    QCOMPARE(draft.credential().secret, QByteArray("sk-old"));
}

void TestConnectionDraft::typedSecretIsBoundByTheFirstAddress()
{
    ConnectionDraft draft = ConnectionDraft::fresh(u"new"_s);
    draft.typeKey(u"sk-typed"_s);
    draft.setHeaders({{.name = u"X-Token"_s, .storedName = {}, .typed = {.value = "token"}}});
    QVERIFY(draft.credential().isEmpty());

    draft.setUrlText(u"https://one.example.org"_s);
    draft.settleOrigin();
    QCOMPARE(draft.credential().secret, QByteArray("sk-typed"));
    QCOMPARE(draft.credential().origin, u"https://one.example.org:443"_s);
    QCOMPARE(draft.credential().extraHeaders.size(), 1);

    draft.setUrlText(u"https://two.example.org"_s);
    QVERIFY(draft.secretIsForAnotherOrigin());
    QVERIFY(draft.credential().isEmpty());
    draft.settleOrigin();
    draft.setUrlText(u"https://one.example.org"_s);
    QVERIFY2(draft.credential().isEmpty(), "dropped when the other address was complete");
    QVERIFY(draft.credential().extraHeaders.isEmpty());
}

void TestConnectionDraft::typedSecretThatIsDroppedLeavesTheStoredOne()
{
    ConnectionDraft draft = draftWithKey();
    draft.typeKey(u"sk-new"_s);
    draft.setUrlText(u"http://localhost:8081"_s);
    draft.settleOrigin();
    draft.setUrlText(u"http://localhost:8080"_s);
    QCOMPARE(draft.credential().secret, QByteArray("sk-old"));
    QCOMPARE(draft.writing(), ConnectionDraft::Writing::Nothing);
}

void TestConnectionDraft::aSessionBelongsToItsAccount()
{
    Connection connection = savedConnection();
    connection.signIn = SignInMethod::EmailAndPassword;
    connection.email = u"one@example.org"_s;
    ConnectionDraft draft = ConnectionDraft::of(connection);
    draft.setStored(std::optional<Credential>());
    const Credential session{.secret = "token", .origin = draft.origin(), .expires = {}, .extraHeaders = {}};
    draft.takeSession(session);
    QCOMPARE(draft.credential().secret, QByteArray("token"));
    draft.setEmail(u"other@example.org"_s);
    QVERIFY(draft.credential().isEmpty());
    draft.setSignIn(SignInMethod::ApiKey);
    draft.takeSession(session);
    QVERIFY2(draft.credential().isEmpty(), "it came after another way to sign in was chosen");
}

void TestConnectionDraft::writing_data()
{
    using Writing = ConnectionDraft::Writing;
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("removed");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("keepInFile");
    QTest::addColumn<Writing>("expected");
    const QString same = u"http://localhost:8080"_s;
    const QString other = u"http://localhost:8081"_s;
    QTest::newRow("untouched") << same << false << QString() << false << Writing::Nothing;
    QTest::newRow("replaced") << same << false << u"sk-new"_s << false << Writing::Write;
    QTest::newRow("the same again") << same << false << u"sk-old"_s << false << Writing::Nothing;
    QTest::newRow("key removed, header stays") << same << true << QString() << false << Writing::Write;
    QTest::newRow("other place") << same << false << QString() << true << Writing::Write;
    QTest::newRow("other server") << other << false << QString() << false << Writing::Remove;
    QTest::newRow("other server, new key") << other << false << u"sk-new"_s << false << Writing::Write;
}

void TestConnectionDraft::writing()
{
    QFETCH(const QString, url);
    QFETCH(const bool, removed);
    QFETCH(const QString, typed);
    QFETCH(const bool, keepInFile);
    QFETCH(const ConnectionDraft::Writing, expected);
    ConnectionDraft draft = draftWithKey();
    if (removed) {
        draft.removeSecret();
    }
    draft.setUrlText(url);
    if (!typed.isEmpty()) {
        draft.typeKey(typed);
    }
    draft.connection.keepSecretsInFile = keepInFile;
    QCOMPARE(draft.writing(), expected);
}

void TestConnectionDraft::unknownStoreIsLeftAlone()
{
    ConnectionDraft draft = ConnectionDraft::of(savedConnection());
    draft.setStored(Problem{.text = u"locked"_s, .remedy = {}});
    draft.connection.color = u"#112233"_s;
    QCOMPARE(draft.writing(), ConnectionDraft::Writing::Nothing);
    draft.setUrlText(u"http://localhost:1"_s);
    QCOMPARE(draft.writing(), ConnectionDraft::Writing::Remove);
}

void TestConnectionDraft::duplicateHasNoSecrets()
{
    ConnectionDraft original = draftWithKey();
    original.typeKey(u"sk-typed"_s);
    const ConnectionDraft copy = original.duplicate(u"copy"_s);
    QVERIFY(copy.credential().isEmpty());
    QVERIFY(copy.credential().extraHeaders.isEmpty());
    QVERIFY(copy.connection.id != original.connection.id);
    QCOMPARE(copy.connection.extraHeaders, original.connection.extraHeaders);
    QVERIFY(!copy.saved);
}

void TestConnectionDraft::problemsBesideTheirFields_data()
{
    QTest::addColumn<ConnectionField>("field");
    QTest::newRow("name") << ConnectionField::Name;
    QTest::newRow("url") << ConnectionField::Url;
    QTest::newRow("key") << ConnectionField::Key;
    QTest::newRow("e-mail") << ConnectionField::Email;
    QTest::newRow("key header") << ConnectionField::KeyHeader;
    QTest::newRow("extra headers") << ConnectionField::ExtraHeaders;
    QTest::newRow("time limits") << ConnectionField::TimeLimits;
    QTest::newRow("certificate") << ConnectionField::CertificateFile;
    QTest::newRow("proxy") << ConnectionField::Proxy;
}

void TestConnectionDraft::problemsBesideTheirFields()
{
    QFETCH(const ConnectionField, field);
    ConnectionDraft draft = ConnectionDraft::of(savedConnection());
    QVERIFY(draft.problems({}).isEmpty());
    switch (field) {
    case ConnectionField::Name:
        draft.connection.name = u"Taken"_s;
        break;
    case ConnectionField::Url:
        draft.setUrlText(u"ftp://localhost"_s);
        break;
    case ConnectionField::Key:
        draft.typeKey(u"a b"_s);
        break;
    case ConnectionField::Email:
        draft.connection.signIn = SignInMethod::EmailAndPassword;
        break;
    case ConnectionField::KeyHeader:
        draft.connection.keyHeader = u"bad header:"_s;
        break;
    case ConnectionField::ExtraHeaders:
        draft.setHeaders({{.name = QString(), .storedName = {}, .typed = {}}});
        break;
    case ConnectionField::TimeLimits:
        draft.connection.pluginsAtATime = 7;
        break;
    case ConnectionField::CertificateFile:
        draft.connection.certificateAuthorityFile = u"/nonexistent/ca.pem"_s;
        break;
    case ConnectionField::Proxy:
        draft.connection.proxy = ProxyMode::Custom;
        break;
    }
    const QList<FieldProblem> problems = draft.problems({u"taken"_s});
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().field, field);
    QVERIFY(!problemOf(problems, field).isEmpty());
}

void TestConnectionDraft::draftModel()
{
    ConnectionDraftModel model({savedConnection()});
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(!model.isChanged());
    QCOMPARE(model.freeName(u"First"_s), u"First 2"_s);
    QCOMPARE(model.add(ConnectionDraft::fresh(u"second"_s)), 1);
    QVERIFY(model.isChanged());
    QVERIFY(model.obstacle().contains(u"second"_s));
    model.show(1);
    QCOMPARE(model.shown().connection.name, u"second"_s);
    model.edit([](ConnectionDraft &draft) { draft.setUrlText(u"localhost"_s); });
    QVERIFY(model.obstacle().isEmpty());
    model.remove(1);
    QVERIFY2(!model.isChanged(), "one that was never saved leaves nothing behind");
    model.remove(0);
    QCOMPARE(model.removed().size(), 1);
    model.forgetRemoved(u"id-1"_s);
    QVERIFY(!model.isChanged());
}

void TestConnectionDraft::whatWasEnteredIsNotBlank_data()
{
    QTest::addColumn<ConnectionDraftModel::Change>("enter");
    using Change = ConnectionDraftModel::Change;
    QTest::newRow("address") << Change([](ConnectionDraft &draft) { draft.setUrlText(u"localhost"_s); });
    QTest::newRow("key") << Change([](ConnectionDraft &draft) { draft.typeKey(u"sk-new"_s); });
    QTest::newRow("e-mail") << Change([](ConnectionDraft &draft) { draft.setEmail(u"a@example.org"_s); });
    QTest::newRow("sign in") << Change([](ConnectionDraft &draft) { draft.setSignIn(SignInMethod::EmailAndPassword); });
    QTest::newRow("production") << Change([](ConnectionDraft &draft) { draft.connection.production = true; });
    QTest::newRow("proxy") << Change([](ConnectionDraft &draft) { draft.connection.proxy = ProxyMode::None; });
    QTest::newRow("header") << Change(
        [](ConnectionDraft &draft) { draft.setHeaders({{.name = u"X-Token"_s, .storedName = {}, .typed = {}}}); });
}

void TestConnectionDraft::whatWasEnteredIsNotBlank()
{
    QFETCH(const ConnectionDraftModel::Change, enter);
    ConnectionDraft draft = ConnectionDraft::fresh({});
    QVERIFY(draft.isBlank() && !draft.isChanged());
    enter(draft);
    QVERIFY(!draft.isBlank() && draft.isChanged());
}

/// Nothing is said beside a field in which nobody has typed.
void TestConnectionDraft::saysWhyWhereNoFieldDoes()
{
    ConnectionDraftModel model({});
    model.show(model.add(ConnectionDraft::fresh({})));
    QVERIFY(model.obstacle().isEmpty());
    model.edit([](ConnectionDraft &draft) { draft.typeKey(u"sk-new"_s); });
    QVERIFY2(!model.obstacle().contains(u"beside the field"_s) && model.obstacle().contains(u"address"_s),
             qPrintable(model.obstacle()));
    model.editAddress(u"http://"_s);
    QVERIFY2(model.obstacle().contains(u"beside the field"_s), qPrintable(model.obstacle()));
}

void TestConnectionDraft::headerModelHidesValues()
{
    ConnectionDraftModel drafts({savedConnection()});
    drafts.show(0);
    drafts.edit([](ConnectionDraft &draft) { draft = draftWithKey(); });
    ExtraHeaderModel model(drafts);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto nowhere = [&model](const QString &secret) {
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int role = 0; role < 32; ++role) {
                if (model.index(row, ExtraHeaderModel::Value).data(role).toString().contains(secret))
                    return false;
            }
        }
        return true;
    };
    QVERIFY(nowhere(u"token-old"_s));
    const QString hidden = model.index(0, ExtraHeaderModel::Value).data().toString();

    const int row = model.addRow();
    QVERIFY(model.setData(model.index(row, ExtraHeaderModel::Name), u" X-Other "_s));
    QVERIFY(model.index(row, ExtraHeaderModel::Value).data().toString() != hidden);
    QVERIFY(model.setData(model.index(row, ExtraHeaderModel::Value), u"other-secret"_s));
    QVERIFY(nowhere(u"other-secret"_s));
    QCOMPARE(model.index(row, ExtraHeaderModel::Value).data().toString(), hidden);
    QVERIFY(model.setData(model.index(row, ExtraHeaderModel::Value), QString()));
    QCOMPARE(model.index(row, ExtraHeaderModel::Value).data().toString(), hidden);
    QCOMPARE(drafts.shown().headers.at(row).name, u"X-Other"_s);
    QCOMPARE(drafts.shown().credential().extraHeaders.size(), 2);
    model.removeRow(0);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(drafts.shown().connection.extraHeaders, QStringList{u"X-Other"_s});
    // As long as the names stay it is the same rows, so that an open editor is not closed.
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    drafts.edit([](ConnectionDraft &draft) { draft.setUrlText(u"https://other.example.org"_s); });
    QCOMPARE(reset.count(), 0);
    drafts.show(-1);
    QCOMPARE(model.rowCount(), 0);
}

QTEST_MAIN(TestConnectionDraft)
#include "tst_connectiondraft.moc"
