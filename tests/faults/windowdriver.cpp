// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

// The window as table.py drives it: "owui-window-driver FILE", with one JSON object on standard input that tells url,
// key and sign-in, and then a line for each thing to do. Each is answered with a line of JSON that tells all that a
// person saw.

#include "support/connectionsfixture.h"
#include "support/windowfixture.h"

#include "deploy/run/serversession.h"
#include "ui/connections/signindialog.h"
#include "ui/parts/fieldnote.h"
#include "ui/parts/messagearea.h"
#include "ui/parts/messagestrip.h"
#include "ui/parts/windowactions.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <string>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace owui;
using namespace owui::test;

namespace {

constexpr int patience = 90'000; // milliseconds
const QString path = u"plugin.py"_s;

class Driver final
{
public:
    Driver(const QByteArray &plugin, const QJsonObject &server);

    void deploy();
    void undo();
    void signIn();
    [[nodiscard]] QJsonObject told();

private:
    [[nodiscard]] ServerSession *session() const;
    void waitForEnd();
    /// Closes a dialog as somebody does who agrees to nothing, and remembers what it said.
    bool declineDialog();

    WindowFixture m_window;
    QStringList m_asked;
};

Driver::Driver(const QByteArray &plugin, const QJsonObject &server)
{
    m_window.write(path, plugin);
    m_window.open(1);
    Connection connection;
    connection.id = u"faulty"_s;
    connection.name = u"faulty"_s;
    connection.url = QUrl(server.value("url"_L1).toString());
    connection.connectTimeout = connection.lookUpTimeout = connection.deployTimeout = 3s;
    connection.proxy = ProxyMode::None;
    Credential credential;
    credential.origin = originOf(connection.url);
    credential.secret = server.value("key"_L1).toString().toUtf8();
    if (server.contains("email"_L1)) {
        connection.signIn = SignInMethod::EmailAndPassword;
        connection.email = server.value("email"_L1).toString();
    } else {
        bool written = false;
        m_window.secrets.write(connection, credential, m_window.window.get(),
                               [&written](const Result<SecretPlace> &) { written = true; });
        if (!QTest::qWaitFor([&written] { return written; }, patience)) {
            qFatal("The key cannot be kept.");
        }
    }
    m_window.connections.save(connection);
    m_window.connections.setActive(connection.id);
    const auto isDecided = [this] {
        return session() && session()->state() != ServerSession::State::Unknown &&
               session()->state() != ServerSession::State::Checking;
    };
    if (!QTest::qWaitFor(isDecided, patience)) {
        qFatal("The window never got to know the server.");
    }
}

ServerSession *Driver::session() const
{
    const auto sessions = m_window.window->findChildren<ServerSession *>();
    return sessions.isEmpty() ? nullptr : sessions.last();
}

bool Driver::declineDialog()
{
    const auto dialogs = m_window.window->findChildren<QDialog *>();
    const auto open = std::ranges::find_if(dialogs, [](const QDialog *dialog) { return dialog->isVisible(); });
    if (open == dialogs.end()) {
        return false;
    }
    if (const auto *box = qobject_cast<QMessageBox *>(*open)) {
        m_asked << box->text() << box->informativeText();
    }
    m_asked << (*open)->windowTitle();
    QTest::keyClick(*open, Qt::Key_Escape);
    return true;
}

void Driver::waitForEnd()
{
    const auto isOver = [this] {
        declineDialog();
        return !m_window.isDeploying() || session()->run().isHeld();
    };
    if (!QTest::qWaitFor(isOver, patience)) {
        qFatal("The run does not end.");
    }
    // A question may come a turn of the event loop after the end.
    QTest::qWait(50);
    declineDialog();
}

void Driver::deploy()
{
    m_window.clickDeploy(path);
    waitForEnd();
}

void Driver::undo()
{
    m_window.find<WindowActions>().undoDeploy->trigger();
    QPushButton *agree = nullptr;
    const auto isAsked = [&] {
        const auto *question = m_window.window->findChild<QMessageBox *>(u"undoQuestion"_s);
        agree = question && question->isVisible() ? question->findChild<QPushButton *>(u"undo"_s) : nullptr;
        return agree != nullptr;
    };
    if (!QTest::qWaitFor(isAsked, patience)) {
        qFatal("Undo asks nothing.");
    }
    QTest::mouseClick(agree, Qt::LeftButton);
    waitForEnd();
}

/// As a person does: through the message's button, and with a dialog that stays as long as it is not successful.
void Driver::signIn()
{
    m_window.clickMessageButton(u"Sign in…"_s);
    auto &dialog = m_window.find<SignInDialog>();
    QTest::keyClicks(dialog.findChild<QLineEdit *>(u"password"_s), u"practice"_s);
    auto *button = dialog.findChild<QPushButton *>(u"signIn"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    // Whichever of its letters is underlined.
    const auto isIdle = [button] { return button->text().remove(u'&') == u"Sign in"; };
    if (!QTest::qWaitFor(isIdle, patience)) {
        qFatal("Signing in does not end.");
    }
    m_asked << dialog.findChild<FieldNote *>(u"signInNote"_s)->text();
    auto *save = dialog.findChild<QPushButton *>(u"save"_s);
    if (!save->isEnabled()) {
        declineDialog();
        return;
    }
    QTest::mouseClick(save, Qt::LeftButton);
    const auto isKnown = [this] { return session() && session()->state() == ServerSession::State::Reachable; };
    if (!QTest::qWaitFor(isKnown, patience)) {
        qFatal("What the sign-in brought is not used.");
    }
    deploy();
}

QJsonObject Driver::told()
{
    QStringList strips;
    for (const MessageStrip *strip : m_window.find<MessageArea>().findChildren<MessageStrip *>()) {
        strips << strip->text();
    }
    QStringList log;
    for (int row = 0; row < m_window.log().rowCount(); ++row) {
        log << LogModel::plainLine(m_window.log().entry(row));
    }
    const PluginRow *row = m_window.model().find(path);
    const auto outcome = m_window.outcome(path);
    return {{u"outcome"_s, outcome ? nameOf(*outcome) : u"none"_s},
            {u"message"_s, outcome ? row->result->message : (strips + m_asked).join(u'\n')},
            {u"strips"_s, QJsonArray::fromStringList(strips)},
            {u"asked"_s, QJsonArray::fromStringList(m_asked)},
            {u"log"_s, QJsonArray::fromStringList(log)}};
}

std::optional<std::string> readLine()
{
    std::string line;
    return std::getline(std::cin, line) ? std::optional(line) : std::nullopt;
}

} // namespace

int main(int argc, char *argv[])
{
    ConnectionsFixture::withoutKeyStore();
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QFile file(QApplication::arguments().value(1));
    const auto server = readLine();
    if (!server || !file.open(QIODevice::ReadOnly)) {
        qFatal("owui-window-driver FILE, and a line about the server on standard input");
    }
    Driver driver(file.readAll(), QJsonDocument::fromJson(QByteArray::fromStdString(*server)).object());
    while (const auto command = readLine()) {
        if (*command == "deploy") {
            driver.deploy();
        } else if (*command == "undo") {
            driver.undo();
        } else if (*command == "sign in") {
            driver.signIn();
        } else {
            qFatal("There is no command %s.", command->c_str());
        }
        std::puts(QJsonDocument(driver.told()).toJson(QJsonDocument::Compact).constData());
        std::fflush(stdout);
    }
    return 0;
}
