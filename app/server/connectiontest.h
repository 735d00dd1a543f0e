// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/addresssearch.h"
#include "server/connectionnetwork.h"
#include "server/openwebui.h"
#include "words.h"

#include <QObject>

#include <memory>

namespace owui {

/// One line of "Test connection".
struct ConnectionTestStep
{
    enum class Step { Reachable, OpenWebUi, KeyAccepted, Admin, FunctionsAllowed, ToolsAllowed };
    enum class State { Waiting, Running, Passed, Failed, Skipped };

    Step step{};
    State state = State::Waiting;
    QString text; ///< "Open WebUI 0.12.4", or what is wrong
    QString remedy;
};

template<>
WordTable<ConnectionTestStep::Step> wordsOf();

template<>
WordTable<ConnectionTestStep::State> wordsOf();

/// Walks through what a deployment needs, and says for each step whether it holds and what to do if not. Asks for an id
/// that cannot exist (contract 7), which works on every release.
class ConnectionTest final : public QObject
{
    Q_OBJECT

public:
    /// `server` must outlive the test.
    explicit ConnectionTest(OpenWebUi &server, QObject *parent = nullptr);
    /// With a network of its own.
    ConnectionTest(const Connection &connection, const Credential &credential, QObject *parent = nullptr);

    /// Ends with `finished`, unless it is cancelled before.
    void start();
    /// What was not told by then counts as skipped.
    void cancel();
    [[nodiscard]] const QList<ConnectionTestStep> &steps() const { return m_steps; }
    [[nodiscard]] bool passed() const;
    /// Unknown where the server does not tell.
    /// Where the server is: the connection's address, or one above it. See AddressSearch.
    [[nodiscard]] QUrl address() const { return m_server->connection().url; }
    [[nodiscard]] const ServerRelease &release() const { return m_release; }

signals:
    void stepChanged(int index);
    void finished();

private:
    void reset();
    void set(ConnectionTestStep::Step step, ConnectionTestStep::State state, const QString &text = {},
             const QString &remedy = {});
    void fail(ConnectionTestStep::Step step, const ServerError &error);
    void finish();
    void askRelease();
    void onRelease(const Answer<ServerRelease> &answer);
    void searchAbove();
    void askFunctions();
    void onFunctions(const LookUp &answer);
    void askTools();
    void onTools(const LookUp &answer);
    void allow(PluginSpace space);
    void askSwitches();
    void onSwitches(const PluginSwitches &told);
    void askNextList();
    void onListed(PluginSpace space, const Answer<QList<ServerPlugin>> &answer);

    std::unique_ptr<ConnectionNetwork> m_ownNetwork; // before m_ownServer, which uses it
    std::unique_ptr<OpenWebUi> m_ownServer;
    std::unique_ptr<AddressSearch> m_search;
    QUrl m_page;             ///< that the server was found above
    Credential m_credential; ///< of m_ownServer
    OpenWebUi *m_server;
    QList<ConnectionTestStep> m_steps;
    QList<PluginSpace> m_untold; ///< allowed, unless they are switched off
    ServerRelease m_release;
    OpenWebUi::Request m_request;
};

} // namespace owui
