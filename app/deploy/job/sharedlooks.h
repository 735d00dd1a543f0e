// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/openwebui.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QTimer>

#include <array>
#include <chrono>
#include <functional>
#include <optional>
#include <utility>

namespace owui {

/// The looks of a run's jobs at what they send, made together by one list or export where the server is asked less that
/// way; see looksUpEach() and listsVersions(). What an export shows is proof as a look-up is, and so is a version that
/// is known to be a text's (functions of 0.12, contract 7); what neither shows is looked up all the same. Lives in the
/// main thread.
class SharedLooks final : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const LookUp &)>;
    /// What was asked for longer ago tells no job what is there just before it sends.
    [[nodiscard]] static bool holds(std::chrono::steady_clock::time_point askedAt);

    /// `server` must outlive it.
    explicit SharedLooks(OpenWebUi &server, QObject *parent = nullptr);

    /// How many plugins the server has, where somebody counted.
    void setCount(PluginSpace space, std::optional<qsizetype> count) { of(space).count = count; }
    /// How many of the run are still to come.
    void setLeft(qsizetype left) { m_left = left; }

    // `done` is called once, from the event loop, if the context still lives.
    /// Just before a plugin is sent.
    void lookBefore(PluginSpace space, const QString &id, QObject *context, const Done &done);
    /// The same of what was seen before: of a function with its text and its version a list may tell that it is still
    /// that version.
    void lookAgain(const ServerPlugin &known, QObject *context, const Done &done);
    /// After it was sent: waits for others until `flush`, for some seconds at most. `sent` has the text that was sent
    /// and the version that the answer named, if it did.
    void lookAfter(const ServerPlugin &sent, QObject *context, const Done &done);
    /// Nothing more comes for now, so what waits is looked at.
    void flush();
    /// What waits for this context is answered as Cancelled.
    void cancel(QObject *context);

private:
    struct Wanted
    {
        PluginSpace space = PluginSpace::Function;
        QString id;
        QPointer<QObject> context;
        Done done;
        bool proves = false; // that it was sent: the answer may be as old as it likes
    };
    struct Known
    {
        ServerPlugin plugin;
        QPointer<QObject> context;
        Done done;
    };
    struct Space
    {
        std::optional<qsizetype> count;
        QHash<QString, ServerPlugin> exported; // each is used once
        std::chrono::steady_clock::time_point askedAt;
        QList<Known> sent;     // that wait for others
        bool flushes = false;  // as soon as what is under way has come
        QList<Wanted> waiting; // for the export under way
        bool exporting = false;
        QHash<QString, ServerPlugin> listed; // each is used once
        std::chrono::steady_clock::time_point listedAt;
        QList<Known> known;   // that wait for the list under way
        QList<Known> proving; // the same
        bool listing = false;
    };

    [[nodiscard]] Space &of(PluginSpace space) { return m_spaces.at(static_cast<std::size_t>(space)); }
    [[nodiscard]] static bool isFresh(const Space &here);
    [[nodiscard]] static bool hasVersion(const ServerPlugin &plugin);
    void listFor(PluginSpace space);
    void compareVersions(const Known &known);
    /// False where the list does not show that version.
    [[nodiscard]] bool isListed(const Known &known);
    void flushAgain(PluginSpace space);
    [[nodiscard]] static Wanted proofOf(const Known &sent);
    void exportFor(PluginSpace space);
    void onExported(PluginSpace space, const Answer<QList<ServerPlugin>> &answer);
    void lookUpNext();

    OpenWebUi &m_server;
    std::array<Space, 2> m_spaces;
    QList<Wanted> m_alone; // that wait to be looked up one by one
    QList<std::pair<QPointer<QObject>, OpenWebUi::Request>> m_running;
    QTimer m_timer;
    qsizetype m_left = 0;
};

} // namespace owui
