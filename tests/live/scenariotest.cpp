// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "live/scenariotest.h"

#include <QJsonArray>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace owui::test {

namespace {

constexpr std::chrono::minutes patience(5); // pip and a slow machine take their time

QString idPath(PluginSpace space, const QString &id)
{
    return spacePath(space) + u"/id/"_s + QString::fromLatin1(QUrl::toPercentEncoding(id));
}

} // namespace

QString spacePath(PluginSpace space)
{
    return space == PluginSpace::Tool ? u"/api/v1/tools"_s : u"/api/v1/functions"_s;
}

ScenarioTest::ScenarioTest(LiveServer &server)
    : m_server(server)
{
}

ScenarioTest::~ScenarioTest() = default;

void ScenarioTest::initTestCase()
{
    if (m_server.hasOtherSettings()) {
        QVERIFY(m_server.restart());
    }
}

void ScenarioTest::init()
{
    m_skipped = false;
    m_clock.start();
    m_server.clear();
    m_fixture = std::make_unique<DeployFixture>();
    m_fixture->setServer(m_server.connection(), m_server.credential());
    m_fixture->patience = patience;
}

void ScenarioTest::cleanup()
{
    m_fixture.reset();
    const int scenario = scenarioOf(QTest::currentTestFunction());
    const std::chrono::milliseconds elapsed(m_clock.elapsed());
    if (QTest::currentTestFailed()) {
        reportResult(scenario, ScenarioState::Failed, QString::fromUtf8(QTest::currentTestFunction()), elapsed);
    } else if (!m_skipped) {
        reportResult(scenario, ScenarioState::Passed, {}, elapsed);
    }
}

void ScenarioTest::notApplicable(const QString &reason)
{
    m_skipped = true;
    partlyNotApplicable(reason);
}

void ScenarioTest::partlyNotApplicable(const QString &reason)
{
    reportResult(scenarioOf(QTest::currentTestFunction()), ScenarioState::NotApplicable, reason);
}

Plugin ScenarioTest::write(const QString &id, const PluginCode &code)
{
    // The name says nothing: the id is pinned, and may be longer than a file's name.
    const QString name = u"%1_%2.py"_s.arg(id.left(32)).arg(static_cast<int>(spaceOf(code.kind)));
    Plugin plugin = m_fixture->write(name, code.text());
    plugin.id = id;
    plugin.idOrigin = IdOrigin::Pinned;
    return plugin;
}

DeployResult ScenarioTest::deploy(const QString &id, const PluginCode &code, const Consents &consents)
{
    return m_fixture->deploy(write(id, code), consents);
}

RawAnswer ScenarioTest::stored(PluginSpace space, const QString &id)
{
    return m_server.admin().get(idPath(space, id));
}

bool ScenarioTest::isMissing(PluginSpace space, const QString &id)
{
    const RawAnswer answer = stored(space, id);
    return (answer.status == 401 || answer.status == 404) &&
           answer[u"detail"_s].toString().startsWith(u"We could not find"_s);
}

RawAnswer ScenarioTest::act(PluginSpace space, const QString &id, const QString &action, const QJsonObject &body)
{
    const QString path = idPath(space, id) + u'/' + action;
    return action == u"delete" ? m_server.admin().remove(path) : m_server.admin().post(path, body);
}

RawAnswer ScenarioTest::chat(const QString &model)
{
    const QJsonObject message{{u"role"_s, u"user"_s}, {u"content"_s, u"hello"_s}};
    return m_server.admin().post(u"/api/chat/completions"_s,
                                 {{u"model"_s, model}, {u"messages"_s, QJsonArray{message}}, {u"stream"_s, false}});
}

QString ScenarioTest::version(const RawAnswer &plugin)
{
    return plugin[u"meta"_s].toObject().value(u"manifest"_s).toObject().value(u"version"_s).toString();
}

} // namespace owui::test
