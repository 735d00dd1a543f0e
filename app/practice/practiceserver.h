// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "practice/accountroutes.h"
#include "practice/functionroutes.h"
#include "practice/historyroutes.h"
#include "practice/httpfront.h"
#include "practice/toolroutes.h"
#include "practice/valveroutes.h"

#include <QObject>
#include <QStringList>

#include <optional>

namespace owui {

/// An Open WebUI in memory, on loopback. One path is its own: GET /practice/requests tells what it was asked since that
/// was asked last, as ["GET /api/version"].
class PracticeServer final : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        PracticeRelease release;
        std::chrono::milliseconds latency{0};
        bool checkSyntax = true;
    };

    explicit PracticeServer(const Options &options, QObject *parent = nullptr);

    /// Returns the port, or 0 with the reason in `error`.
    [[nodiscard]] quint16 listen(quint16 port, QString *error);
    [[nodiscard]] const PracticeAccounts &accounts() const { return m_context.accounts; }

signals:
    /// Code called sys.exit on a release that stops then. Its request was answered.
    void stopped();

private:
    void receive(const HttpCall &call, const Answer &answer);
    [[nodiscard]] HttpAnswer tellRequests();
    void dispatch(const HttpCall &call, const Answer &answer);

    std::optional<QStringList> m_requests; ///< since somebody asked for them; none: nobody did, and nothing is kept
    PracticeContext m_context;
    PluginLoader m_loader;
    FunctionRoutes m_functions;
    ToolRoutes m_tools;
    ValveRoutes m_valves;
    HistoryRoutes m_history;
    AccountRoutes m_account;
    HttpFront m_front;
};

} // namespace owui
