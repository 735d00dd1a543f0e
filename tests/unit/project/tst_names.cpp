// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "madeuptree.h"
#include "namerules.h"

#include <QTest>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace {

const QString root = QStringLiteral(OWUI_SOURCE_DIR);

using Rule = QStringList (*)(const QString &root);

} // namespace

Q_DECLARE_METATYPE(Rule)

/// Where names may stand: consents, what changes a server, and functions that another file has already.
class TestNames final : public QObject
{
    Q_OBJECT

private slots:
    void projectKeepsTo_data();
    void projectKeepsTo();
    void madeUpTree_data();
    void madeUpTree();
};

void TestNames::projectKeepsTo_data()
{
    QTest::addColumn<Rule>("rule");
    QTest::newRow("one judge") << Rule(owui::consentsOutsideTheJudge);
    QTest::newRow("changes from deploy only") << Rule(owui::changesOutsideDeploy);
    QTest::newRow("one function of a name") << Rule(owui::doubledFunctions);
}

void TestNames::projectKeepsTo()
{
    QFETCH(Rule, rule);
    const QStringList wrong = rule(root);
    QVERIFY2(wrong.isEmpty(), qUtf8Printable(u'\n' + wrong.join(u'\n')));
}

void TestNames::madeUpTree_data()
{
    QTest::addColumn<Rule>("rule");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");

    const Rule judge = owui::consentsOutsideTheJudge;
    const auto consent = [&](const char *name, const QString &file, const QByteArray &text, const QString &expected) {
        QTest::newRow(name) << judge << file << text << expected;
    };
    consent("a consent in a job", u"app/deploy/job/a.cpp"_s, "\nif (has(Consent::Downgrade)) {\n",
            u"app/deploy/job/a.cpp:2: Consent::Downgrade"_s);
    consent("with its namespace", u"ui/run/a.cpp"_s, "x = owui::Consent::Valves;\n",
            u"ui/run/a.cpp:1: Consent::Valves"_s);
    consent("in the judge", u"app/compare/plan/plan.cpp"_s, "Consent::Downgrade;\n", {});
    consent("beside the judge", u"app/compare/plan/planwarning.cpp"_s, "Consent::Downgrade;\n", {});
    consent("in their table", u"app/compare/plan/consent.cpp"_s, "Consent::Downgrade;\n", {});
    consent("elsewhere in compare", u"app/compare/seen/inventory.cpp"_s, "Consent::Downgrade;\n",
            u"app/compare/seen/inventory.cpp:1: Consent::Downgrade"_s);
    consent("exceptions", u"ui/run/a.cpp"_s, "f(Consent::Production, Consent::RunForReason, Consent::ChangedOnDisk);\n",
            {});
    consent("begins as an exception does", u"ui/run/a.cpp"_s, "f(Consent::ProductionToo);\n",
            u"ui/run/a.cpp:1: Consent::ProductionToo"_s);
    consent("comments and texts", u"ui/run/a.cpp"_s,
            "// Consent::Valves\n/* Consent::Valves\n */ f(u\"Consent::Valves\"_s);\n", {});

    const Rule changes = owui::changesOutsideDeploy;
    const auto change = [&](const char *name, const QString &file, const QByteArray &text, const QString &expected) {
        QTest::newRow(name) << changes << file << text << expected;
    };
    change("a member", u"ui/list/a.cpp"_s, "OpenWebUi &m_server;\nm_server.update(id);\n",
           u"ui/list/a.cpp:2: m_server.update"_s);
    change("a pointer", u"app/commandline/input/a.cpp"_s, "void f(OpenWebUi *client) { client->remove(id); }\n",
           u"app/commandline/input/a.cpp:1: client->remove"_s);
    change("through an accessor", u"ui/run/a.cpp"_s,
           "OpenWebUi &server() const;\nm_session->server().toggleGlobal(id);\n",
           u"ui/run/a.cpp:2: server().toggleGlobal"_s);
    change("owned", u"ui/run/a.cpp"_s, "std::unique_ptr<OpenWebUi> m_server;\nm_server->create(id);\n",
           u"ui/run/a.cpp:2: m_server->create"_s);
    change("by the calls for jobs", u"ui/run/a.cpp"_s,
           "ServerChanges changes;\nchanges.ask(&OpenWebUi::updateToVersion);\n",
           u"ui/run/a.cpp:2: OpenWebUi::updateToVersion"_s);
    change("from deploy", u"app/deploy/job/a.cpp"_s, "OpenWebUi &m_server;\nm_server.update(id);\n", {});
    change("a look", u"ui/run/a.cpp"_s, "OpenWebUi &m_server;\nm_server.lookUp(id); m_server.updated(id);\n", {});
    change("of another", u"ui/run/a.cpp"_s, "OpenWebUi &m_server;\nm_list.remove(id); update();\n", {});

    const Rule doubled = owui::doubledFunctions;
    const auto function = [&](const char *name, const QString &file, const QByteArray &text, const QString &expected) {
        QTest::newRow(name) << doubled << file << text << expected;
    };
    function("its definition", u"app/deploy/job/texts.cpp"_s, "QString successText(const Result &result)\n{\n}\n", {});
    function("after the unnamed namespace", u"app/deploy/job/texts.cpp"_s,
             "namespace {\n\n} // namespace\n\nQString successText(const Result &result)\n{\n}\n", {});
    function("for itself, in its own unit", u"app/deploy/job/words.cpp"_s,
             "namespace {\n\nQString successText(int number)\n{\n}\n", {});
    function("declared twice", u"ui/list/texts.h"_s, "[[nodiscard]] QString successText(int number);\n",
             u"ui/list/texts.h:1: successText() is also declared in app/deploy/job/words.h"_s);
    function("for itself", u"ui/list/texts.cpp"_s, "namespace {\n\nQString successText(int number)\n{\n}\n",
             u"ui/list/texts.cpp:3: successText() is also declared in app/deploy/job/words.h"_s);
    function("a member", u"ui/list/texts.cpp"_s, "QString Texts::successText(int number)\n{\n}\n", {});
    function("a call", u"ui/list/texts.cpp"_s, "{\n    return successText(1);\n}\n", {});
    function("an overload for a type", u"ui/list/texts.h"_s, "inline size_t qHash(Texts texts, size_t seed = 0)\n", {});
    function("a specialisation", u"ui/list/texts.cpp"_s, "template<>\nQString successText<Texts>()\n", {});
}

void TestNames::madeUpTree()
{
    QFETCH(Rule, rule);
    QFETCH(QString, file);
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);

    owui::MadeUpTree tree;
    QVERIFY(tree.write(u"app/deploy/job/words.h"_s, "[[nodiscard]] QString successText(const Result &result);\n"
                                                    "inline size_t qHash(Result result, size_t seed = 0)\n"));
    QVERIFY(tree.write(file, text));
    const QStringList wrong = rule(tree.path());
    QStringList here;
    std::ranges::copy_if(wrong, std::back_inserter(here),
                         [&file](const QString &line) { return line.startsWith(file); });
    QCOMPARE(here.join(u'\n'), expected);
}

QTEST_GUILESS_MAIN(TestNames)

#include "tst_names.moc"
