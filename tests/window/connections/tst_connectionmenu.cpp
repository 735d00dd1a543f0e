// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/connectionsfixture.h"
#include "support/fakeopenwebui.h"

#include "deploy/run/serversession.h"
#include "plugins/localcheck.h"
#include "ui/connections/connectionmenu.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace owui;
using namespace owui::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray key = "sk-0123456789abcdef";

// Opens the menu with a click and takes the entry with this text by a key; the menu has an event loop of its own
// meanwhile. With Qt 6.8 a second click, which comes before the first one has ended, would close it.
void choose(ConnectionMenu &menu, const QString &text)
{
    bool clicked = false;
    QTimer::singleShot(0, &menu, [&] {
        QMenu *list = menu.menu();
        for (QAction *action : list->actions()) {
            if (action->text().remove(u'&').startsWith(text)) {
                list->setActiveAction(action);
                QTest::keyClick(list, Qt::Key_Return);
                clicked = true;
                return;
            }
        }
        list->close();
    });
    QTest::mouseClick(&menu, Qt::LeftButton);
    QVERIFY2(clicked, qPrintable(text));
}

} // namespace

class TestConnectionMenu : public QObject
{
    Q_OBJECT

public:
    static void initMain() { ConnectionsFixture::withoutKeyStore(); }

private slots:
    void saysThatThereIsNone();
    void choosesFromItsMenu();
    void followsTheSession_data();
    void followsTheSession();
    void marksProductionAndPractice();
    void asksForConnectionsAndPractice();
};

void TestConnectionMenu::saysThatThereIsNone()
{
    ConnectionsFixture f;
    const ConnectionMenu menu(*f.connections);
    QCOMPARE(menu.text(), u"No connection"_s);
}

void TestConnectionMenu::choosesFromItsMenu()
{
    ConnectionsFixture f;
    const Connection first = f.addSaved(u"First"_s, u"https://first.example.com"_s);
    const Connection second = f.addSaved(u"Second & last"_s, u"https://second.example.com"_s);
    f.connections->setActive(first.id);
    ConnectionMenu menu(*f.connections);
    menu.show();
    QVERIFY(menu.text().startsWith(u"First"_s));
    QVERIFY(menu.text().endsWith(u"not checked"_s));
    QSignalSpy chosen(&menu, &ConnectionMenu::connectionChosen);
    choose(menu, u"Second"_s);
    QCOMPARE(f.connections->active()->id, second.id);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(menu.accessibleName(), u"Connection: Second & last · not checked"_s);
}

void TestConnectionMenu::followsTheSession_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<bool>("gone");
    QTest::addColumn<QString>("text");
    QTest::newRow("reachable") << key << false << u"Local · Open WebUI 0.12.4 · reachable"_s;
    QTest::newRow("refused") << QByteArray("sk-wrong") << false << u"Local · Open WebUI 0.12.4 · refused"_s;
    QTest::newRow("unreachable") << key << true << u"Local · unreachable"_s;
}

void TestConnectionMenu::followsTheSession()
{
    QFETCH(const QByteArray, sent);
    QFETCH(const bool, gone);
    QFETCH(const QString, text);
    ConnectionsFixture f;
    FakeServer server;
    actAsOpenWebUi(server, key);
    const Connection connection = f.addSaved(u"Local"_s, server.url().toString());
    f.connections->setActive(connection.id);
    if (gone) {
        server.close();
    }
    LocalCheck check;
    ConnectionMenu menu(*f.connections);
    ServerSession session(
        connection, Credential{.secret = sent, .origin = originOf(connection.url), .expires = {}, .extraHeaders = {}},
        check);
    menu.setSession(&session);
    session.checkState();
    QCOMPARE(menu.text(), u"Local · checking…"_s);
    QTRY_COMPARE(menu.text(), text);
    // What is wrong is said where the pointer rests, and the key never.
    QCOMPARE(menu.toolTip().contains(session.problem().text.left(20).toHtmlEscaped()), true);
    QVERIFY(!menu.toolTip().contains(QString::fromLatin1(sent)));
    menu.setSession(nullptr);
    QCOMPARE(menu.text(), u"Local · not checked"_s);
}

void TestConnectionMenu::marksProductionAndPractice()
{
    ConnectionsFixture f;
    Connection connection = f.addSaved(u"Live"_s, u"https://live.example.com"_s);
    connection.production = true;
    f.connections->save(connection);
    f.connections->setActive(connection.id);
    LocalCheck check;
    ConnectionMenu menu(*f.connections);
    QCOMPARE(menu.text(), u"Live · production · not checked"_s);
    Connection practice;
    practice.name = u"Practice server"_s;
    practice.url = QUrl(u"http://127.0.0.1:1"_s);
    practice.practice = true;
    {
        ServerSession session(practice, {}, check);
        menu.setSession(&session);
        QVERIFY(menu.text().startsWith(u"Practice server"_s));
    }
    // The session is gone without a word to the menu.
    QTRY_COMPARE(menu.text(), u"Live · production · not checked"_s);
}

void TestConnectionMenu::asksForConnectionsAndPractice()
{
    ConnectionsFixture f;
    ConnectionMenu menu(*f.connections);
    menu.show();
    QSignalSpy edit(&menu, &ConnectionMenu::editRequested);
    QSignalSpy practice(&menu, &ConnectionMenu::practiceRequested);
    choose(menu, u"Edit connections"_s);
    QCOMPARE(edit.size(), 1);
    choose(menu, u"Practice server"_s);
    QCOMPARE(practice.size(), 1);
}

QTEST_MAIN(TestConnectionMenu)
#include "tst_connectionmenu.moc"
