// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "live/groups.h"

#include "compare/text/storedtext.h"
#include "plugins/pluginfile.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace owui::test {

/// Ids and texts arrive as they are, or it is said why not.
class TextScenarios final : public ScenarioTest
{
    Q_OBJECT

public:
    using ScenarioTest::ScenarioTest;

private slots:
    void s11_idOfTheHeader_data();
    void s11_idOfTheHeader();
    void s11_refusedIds_data();
    void s11_refusedIds();
    void s11_upperCaseIsNoSuccess();
    void s11_longId();
    void s11_toolAndFunctionShareAnId();
    void s12_text_data();
    void s12_text();

private:
    Answer<ServerPlugin> create(const QString &id);
};

void TextScenarios::s11_idOfTheHeader_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("id");
    QTest::newRow("upper case") << u"My_Filter"_s << u"my_filter"_s;
    QTest::newRow("not ASCII") << u"深度_filter"_s << u"深度_filter"_s;
    QTest::newRow("hyphen") << u"my-filter"_s << QString();
    QTest::newRow("digit first") << u"1st_filter"_s << QString();
    QTest::newRow("300 characters") << QString(300, u'a') << QString();
}

// What the header asks for becomes an id that the server takes, and the second deployment finds it again.
void TextScenarios::s11_idOfTheHeader()
{
    QFETCH(const QString, header);
    QFETCH(const QString, id);
    PluginCode code{.title = u"Id Sample"_s, .header = "id: " + header.toUtf8() + '\n'};
    const Plugin plugin = fixture().write(u"sample.py"_s, code.text());
    if (!id.isEmpty()) {
        QCOMPARE(plugin.id, id);
    }
    const DeployResult created = fixture().deploy(plugin);
    if (!plugin.deployable() || plugin.id.isEmpty()) {
        QCOMPARE(created.outcome, DeployOutcome::Failed);
        QVERIFY(!created.message.isEmpty() && !created.remedy.isEmpty());
        QCOMPARE(fixture().posts, 0);
        return;
    }
    QVERIFY2(created.outcome == DeployOutcome::Created, qUtf8Printable(created.message));
    QCOMPARE(stored(PluginSpace::Function, plugin.id)[u"id"_s].toString(), plugin.id);
    const DeployResult updated = fixture().deploy(plugin);
    QVERIFY2(updated.outcome == DeployOutcome::Updated, qUtf8Printable(updated.message));
}

Answer<ServerPlugin> TextScenarios::create(const QString &id)
{
    QNetworkAccessManager network;
    OpenWebUi client(network, server().connection(), server().credential());
    const QJsonObject body{{u"id"_s, id},
                           {u"name"_s, u"Sample"_s},
                           {u"content"_s, QString::fromUtf8(PluginCode().text())},
                           {u"meta"_s, QJsonObject()}};
    std::optional<Answer<ServerPlugin>> told;
    client.create(PluginSpace::Function, id, QJsonDocument(body).toJson(), this,
                  [&told](const Answer<ServerPlugin> &answer) { told = answer; });
    (void)QTest::qWaitFor([&told] { return told.has_value(); }, 60'000);
    return told.value_or(Answer<ServerPlugin>());
}

void TextScenarios::s11_refusedIds_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("hyphen") << u"my-filter"_s;
    QTest::newRow("dot") << u"my.filter"_s;
    QTest::newRow("digit first") << u"1st"_s;
    QTest::newRow("blank") << u"my filter"_s;
}

void TextScenarios::s11_refusedIds()
{
    QFETCH(const QString, id);
    const Answer<ServerPlugin> answer = create(id);
    QVERIFY(!answer);
    QCOMPARE(answer.error.name(), ServerError{.kind = ServerErrorKind::IdInvalid}.name());
    QVERIFY(isMissing(PluginSpace::Function, id));
}

void TextScenarios::s11_upperCaseIsNoSuccess()
{
    // The server lowers it; the one that was asked for is not there.
    const Answer<ServerPlugin> answer = create(u"UPPER"_s);
    QVERIFY(!answer);
    QVERIFY(isMissing(PluginSpace::Function, u"UPPER"_s));
    QVERIFY(stored(PluginSpace::Function, u"upper"_s).ok());
    const Answer<ServerPlugin> again = create(u"upper"_s);
    QCOMPARE(again.error.name(), ServerError{.kind = ServerErrorKind::IdTaken}.name());
}

void TextScenarios::s11_longId()
{
    const QString id(300, u'a');
    const DeployResult result = deploy(id, {.header = "id: " + id.toUtf8() + '\n'});
    QCOMPARE(result.outcome, DeployOutcome::Failed);
    const RawAnswer now = stored(PluginSpace::Function, id);
    if (now.ok()) {
        QVERIFY2(result.message.contains(u"it is there now"_s), qUtf8Printable(result.message));
    } else {
        QVERIFY2(result.message.contains(u"Nothing was stored"_s), qUtf8Printable(result.message));
    }
}

void TextScenarios::s11_toolAndFunctionShareAnId()
{
    QVERIFY(deploy(u"shared"_s, {}).isSuccess());
    const DeployResult tool = deploy(u"shared"_s, {.kind = PluginKind::Tool, .title = u"Other"_s});
    QVERIFY2(tool.outcome == DeployOutcome::Created, qUtf8Printable(tool.message));
    QCOMPARE(stored(PluginSpace::Function, u"shared"_s)[u"name"_s].toString(), u"Sample"_s);
    QCOMPARE(stored(PluginSpace::Tool, u"shared"_s)[u"name"_s].toString(), u"Other"_s);
}

void TextScenarios::s12_text_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto with = [](const QByteArray &lines) { return PluginCode{.topLevel = lines}.text(); };
    QTest::newRow("CRLF") << with("# a line").replace('\n', "\r\n");
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + with({});
    QTest::newRow("emoji and Chinese") << with("WORDS = '😀 深度思考 👩‍👩‍👧'\n");
    QTest::newRow("5 MB") << with(QByteArray("# 0123456789012345678901234567890123456789\n").repeated(120'000));
    QTest::newRow("rewritten imports") << with("# from utils and from config, from main and from apps\n");
}

void TextScenarios::s12_text()
{
    QFETCH(const QByteArray, text);
    const bool hasMark = text.startsWith("\xEF\xBB\xBF");
    const Plugin plugin = fixture().write(u"sample.py"_s, text);
    const DeployResult created = fixture().deploy(plugin);
    QVERIFY2(created.outcome == DeployOutcome::Created, qUtf8Printable(created.message));
    QCOMPARE(created.notes.join(u' ').contains(u"byte order mark"_s), hasMark);
    QVERIFY(!created.notes.join(u' ').contains(u"different text"_s));

    const QString now = stored(PluginSpace::Function, plugin.id)[u"content"_s].toString();
    QString expected = QString::fromUtf8(hasMark ? text.sliced(3) : text);
    for (const QString &module : {u"utils"_s, u"apps"_s, u"main"_s, u"config"_s}) {
        expected.replace(u"from "_s + module, u"from open_webui."_s + module);
    }
    QVERIFY(now == expected); // QCOMPARE would print 5 MB

    DeployRequest request = fixture().request(plugin);
    request.sendUnchanged = false;
    const DeployResult same = fixture().deploy({request}).value(plugin.path);
    QVERIFY2(same.outcome == DeployOutcome::Unchanged, qUtf8Printable(same.message));
    QCOMPARE(fixture().posts, 0);
}

std::unique_ptr<ScenarioTest> makeTextScenarios(LiveServer &server)
{
    return std::make_unique<TextScenarios>(server);
}

} // namespace owui::test

#include "textscenarios.moc"
