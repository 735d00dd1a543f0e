// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "live/groups.h"

#include "server/connectiontest.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace owui::test {

using Step = ConnectionTestStep::Step;
using State = ConnectionTestStep::State;

/// "Test connection" and a deployment say the same about a key, and the right thing.
class KeyScenarios final : public ScenarioTest
{
    Q_OBJECT

public:
    using ScenarioTest::ScenarioTest;

private slots:
    void s13_goodKey();
    void s13_sessionInsteadOfKey();
    void s13_refused_data();
    void s13_refused();
    void s13_revokedKey();
    void s13_plainUser();
    void s13_keysOff();
    void s13_restrictedKeys_data();
    void s13_restrictedKeys();

private:
    void fill();
    void useSecret(const QByteArray &secret) { fixture().credential.secret = secret; }
    QList<ConnectionTestStep> testConnection();
    void compareStep(const QList<ConnectionTestStep> &steps, Step step, State state);
    /// Deploys a function; nothing must be sent that changes the server, and the words are those of the test's step.
    void compareRefusal(ServerErrorKind kind, const ConnectionTestStep &told);
};

QList<ConnectionTestStep> KeyScenarios::testConnection()
{
    QNetworkAccessManager network;
    OpenWebUi client(network, fixture().connection, fixture().credential);
    ConnectionTest test(client);
    QSignalSpy finished(&test, &ConnectionTest::finished);
    test.start();
    (void)finished.wait(60'000);
    return test.steps();
}

void KeyScenarios::compareStep(const QList<ConnectionTestStep> &steps, Step step, State state)
{
    const ConnectionTestStep &told = steps.at(static_cast<int>(step));
    QVERIFY2(told.state == state, qUtf8Printable(textOf(step) + u": "_s + told.text));
    if (state == State::Failed) {
        QVERIFY(!told.text.isEmpty());
    }
    QVERIFY(!told.text.contains(QString::fromLatin1(fixture().credential.secret)) ||
            fixture().credential.secret.isEmpty());
}

void KeyScenarios::compareRefusal(ServerErrorKind kind, const ConnectionTestStep &told)
{
    const DeployResult result = deploy(u"refused"_s, {});
    QCOMPARE(result.outcome, DeployOutcome::Failed);
    QCOMPARE(result.error.name(), ServerError{.kind = kind}.name());
    QVERIFY2(result.message.contains(result.error.text()), qUtf8Printable(result.message));
    QVERIFY2(told.text.contains(result.error.text()), qUtf8Printable(told.text));
    QVERIFY(!result.remedy.isEmpty());
    QCOMPARE(told.remedy, result.remedy);
    QCOMPARE(fixture().posts, 0);
    QVERIFY(isMissing(PluginSpace::Function, u"refused"_s));
}

/// Of an empty server a key does not tell whether plugins are switched on (0.11).
void KeyScenarios::fill()
{
    QVERIFY(deploy(u"there"_s, {.title = u"There"_s}).isSuccess());
    QVERIFY(deploy(u"there_too"_s, {.kind = PluginKind::Tool, .title = u"There too"_s}).isSuccess());
}

void KeyScenarios::s13_goodKey()
{
    fill();
    const QList<ConnectionTestStep> steps = testConnection();
    for (const ConnectionTestStep &step : steps) {
        compareStep(steps, step.step, State::Passed);
    }
    QVERIFY(steps.at(1).text.contains(release().text()));
}

void KeyScenarios::s13_sessionInsteadOfKey()
{
    fill();
    useSecret(server().session());
    const QList<ConnectionTestStep> steps = testConnection();
    for (const ConnectionTestStep &step : steps) {
        compareStep(steps, step.step, State::Passed);
    }
    QVERIFY(deploy(u"sample"_s, {}).isSuccess());
}

void KeyScenarios::s13_refused_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<ServerErrorKind>("kind");
    QTest::newRow("wrong key") << "sk-0123456789abcdef0123456789abcdef"_ba << ServerErrorKind::KeyUnknown;
    QTest::newRow("no key") << QByteArray() << ServerErrorKind::NoCredential;
    QTest::newRow("broken session") << "eyJhbGciOiJIUzI1NiJ9.e30.AAAA"_ba << ServerErrorKind::SessionInvalid;
}

void KeyScenarios::s13_refused()
{
    QFETCH(const QByteArray, secret);
    QFETCH(const ServerErrorKind, kind);
    useSecret(secret);
    const QList<ConnectionTestStep> steps = testConnection();
    compareStep(steps, Step::OpenWebUi, State::Passed);
    compareStep(steps, Step::KeyAccepted, State::Failed);
    compareRefusal(kind, steps.at(static_cast<int>(Step::KeyAccepted)));
}

void KeyScenarios::s13_revokedKey()
{
    const QByteArray old = server().credential().secret;
    const QByteArray made = server().replaceKey();
    QVERIFY(!made.isEmpty());
    QVERIFY(made != old);
    useSecret(old);
    const QList<ConnectionTestStep> steps = testConnection();
    compareStep(steps, Step::KeyAccepted, State::Failed);
    compareRefusal(ServerErrorKind::KeyUnknown, steps.at(static_cast<int>(Step::KeyAccepted)));
    useSecret(made);
    QVERIFY(deploy(u"sample"_s, {}).isSuccess());
}

void KeyScenarios::s13_plainUser()
{
    const QByteArray key = server().plainUser().key;
    QVERIFY(!key.isEmpty());
    useSecret(key);
    const QList<ConnectionTestStep> steps = testConnection();
    compareStep(steps, Step::KeyAccepted, State::Passed);
    compareStep(steps, Step::Admin, State::Failed);
    compareStep(steps, Step::FunctionsAllowed, State::Failed);
    compareRefusal(ServerErrorKind::NotAdmin, steps.at(static_cast<int>(Step::Admin)));
    const DeployResult tool = deploy(u"refused"_s, {.kind = PluginKind::Tool});
    QCOMPARE(tool.outcome, DeployOutcome::Failed);
    QCOMPARE(tool.error.name(), ServerError{.kind = ServerErrorKind::NoToolAccess}.name());
    QVERIFY(isMissing(PluginSpace::Tool, u"refused"_s));
}

void KeyScenarios::s13_keysOff()
{
    if (server().isPractice()) {
        NOT_APPLICABLE(u"The practice server has no settings for keys."_s);
    }
    QVERIFY(server().setKeyRules({{u"ENABLE_API_KEYS"_s, false}}));
    const QList<ConnectionTestStep> steps = testConnection();
    compareStep(steps, Step::KeyAccepted, State::Failed);
    compareRefusal(ServerErrorKind::KeysDisabled, steps.at(static_cast<int>(Step::KeyAccepted)));
    QVERIFY(server().setKeyRules({{u"ENABLE_API_KEYS"_s, true}}));
}

void KeyScenarios::s13_restrictedKeys_data()
{
    QTest::addColumn<QString>("allowed");
    QTest::newRow("functions only") << u"/api/v1/functions"_s;
    QTest::newRow("nothing of ours") << u"/api/chat/completions"_s;
}

void KeyScenarios::s13_restrictedKeys()
{
    if (server().isPractice()) {
        NOT_APPLICABLE(u"The practice server has no settings for keys."_s);
    }
    QFETCH(const QString, allowed);
    // Up to 0.6.0 a path must match as a whole, so no list can allow the plugins' own paths.
    const bool matchesWhole = release().isBefore(0, 6, 3);
    const bool functions = allowed.contains(u"functions"_s) && !matchesWhole;
    if (matchesWhole) {
        partlyNotApplicable(u"Before 0.6.3 a restricted key cannot reach a plugin whatever is allowed; it is told."_s);
    }
    fill();
    QVERIFY(server().setKeyRules(
        {{u"ENABLE_API_KEYS_ENDPOINT_RESTRICTIONS"_s, true}, {u"API_KEYS_ALLOWED_ENDPOINTS"_s, allowed}}));
    const QList<ConnectionTestStep> steps = testConnection();
    const DeployResult function = deploy(u"sample"_s, {});
    const DeployResult tool = deploy(u"sample"_s, {.kind = PluginKind::Tool});
    QVERIFY(server().setKeyRules({{u"ENABLE_API_KEYS_ENDPOINT_RESTRICTIONS"_s, false}}));

    QVERIFY(!tool.isSuccess());
    QVERIFY(isMissing(PluginSpace::Tool, u"sample"_s));
    if (functions) {
        compareStep(steps, Step::FunctionsAllowed, State::Passed);
        compareStep(steps, Step::ToolsAllowed, State::Failed);
        QVERIFY2(function.isSuccess(), qUtf8Printable(function.message));
        return;
    }
    QVERIFY(!function.isSuccess());
    QVERIFY(isMissing(PluginSpace::Function, u"sample"_s));
    if (release().isBefore(0, 6, 38)) {
        // One text for "keys are off" and "not this path".
        compareStep(steps, Step::KeyAccepted, State::Failed);
        QCOMPARE(function.error.name(), ServerError{.kind = ServerErrorKind::KeysDisabled}.name());
        QVERIFY2(function.remedy.contains(u"endpoint"_s, Qt::CaseInsensitive), qUtf8Printable(function.remedy));
    } else {
        compareStep(steps, Step::FunctionsAllowed, State::Failed);
        QCOMPARE(function.error.name(), ServerError{.kind = ServerErrorKind::EndpointRestricted}.name());
    }
}

std::unique_ptr<ScenarioTest> makeKeyScenarios(LiveServer &server)
{
    return std::make_unique<KeyScenarios>(server);
}

} // namespace owui::test

#include "keyscenarios.moc"
