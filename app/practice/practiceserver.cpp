// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "practice/practiceserver.h"

#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace owui {

namespace {

constexpr auto lastWords = 100ms; ///< for the bytes of the last answer to leave

} // namespace

PracticeServer::PracticeServer(const Options &options, QObject *parent)
    : QObject(parent)
    , m_context{.release = options.release, .accounts = {}, .store = {}, .gate = {}}
    , m_loader(m_context.release, &m_context.gate, options.checkSyntax)
    , m_functions(m_context, m_loader)
    , m_tools(m_context, m_loader)
    , m_valves(m_context)
    , m_history(m_context, m_loader)
    , m_account(m_context, m_loader)
    , m_front([this](const HttpCall &call, const Answer &answer) { receive(call, answer); }, options.latency)
{
}

quint16 PracticeServer::listen(quint16 port, QString *error)
{
    return m_front.listen(port, error);
}

void PracticeServer::receive(const HttpCall &call, const Answer &answer)
{
    if (call.method == "GET" && call.path == u"/practice/requests") {
        answer(tellRequests());
        return;
    }
    if (m_requests) {
        m_requests->append(QString::fromLatin1(call.method) + u' ' + call.path);
    }
    m_context.gate.enter([this, call, answer] {
        dispatch(call, [this, answer](const HttpAnswer &given) {
            answer(given);
            if (given.afterSystemExit && m_context.release.exitStopsServer()) {
                // The gate stays shut: nobody else is answered.
                QTimer::singleShot(lastWords, this, &PracticeServer::stopped);
                return;
            }
            m_context.gate.leave();
        });
    });
}

HttpAnswer PracticeServer::tellRequests()
{
    return HttpAnswer::json(
        QJsonArray::fromStringList(std::exchange(m_requests, QStringList()).value_or(QStringList())));
}

void PracticeServer::dispatch(const HttpCall &call, const Answer &answer)
{
    const QStringList path = call.path.split(u'/').mid(1);
    const bool ofPlugins = path.size() >= 4 && path.at(0) == u"api" && path.at(1) == u"v1" &&
                           (path.at(2) == u"functions" || path.at(2) == u"tools");
    bool known = false;
    if (ofPlugins) {
        const PluginSpace space = path.at(2) == u"tools" ? PluginSpace::Tool : PluginSpace::Function;
        const PracticeRequest request(call, path.mid(3));
        known = (space == PluginSpace::Tool ? m_tools.handle(request, answer) : m_functions.handle(request, answer)) ||
                m_valves.handle(space, request, answer) || m_history.handle(space, request, answer);
    } else {
        known = m_account.handle(PracticeRequest(call, path), answer);
    }
    if (known) {
        return;
    }
    // The web page is mounted at the root: it takes every GET that no route knows, and no other verb (contract 1.1).
    answer(call.method == "GET" || call.method == "HEAD" ? HttpAnswer::page()
                                                         : HttpAnswer::detail(405, u"Method Not Allowed"_s));
}

} // namespace owui
