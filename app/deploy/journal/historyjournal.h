// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/journal/journal.h"
#include "history/historystore.h"
#include "result.h"

#include <QObject>

namespace owui {

/// The journal that the programs use: it is kept in the history.
class HistoryJournal final : public QObject, public Journal
{
    Q_OBJECT

public:
    /// `store` must outlive it, and it must outlive every run that uses it.
    explicit HistoryJournal(HistoryStore &store, QObject *parent = nullptr);

    void before(const JournalChange &change, std::function<void(const Result<qint64> &)> stored) override;
    void after(qint64 entry, HistoryOutcome outcome, const std::optional<ServerPlugin> &now,
               const QString &message) override;
    void endRun(const QString &run) override;
    void content(const QByteArray &hash, QObject *context, std::function<void(const Result<QString> &)> done) override;
    void contents(const QList<QByteArray> &hashes, QObject *context,
                  std::function<void(const QHash<QByteArray, QString> &)> done) override;
    void setTakenBack(const QString &run, PluginSpace space, const QString &id) override;
    void sentTexts(const QString &serverOrigin, std::optional<PluginSpace> space, const QString &id, QObject *context,
                   std::function<void(const SentTexts &)> done) override;
    void sentIds(const QString &serverOrigin, QObject *context, std::function<void(const SentIds &)> done) override;
    void release(const QString &serverOrigin, QObject *context, std::function<void(const QString &)> done) override;

signals:
    /// What was sent is done, but what came of it could not be written: the history says "sent, outcome unknown".
    void failed(const owui::Problem &problem);

private:
    [[nodiscard]] HistoryStore::Handler<bool> orTell();

    HistoryStore &m_store;
};

} // namespace owui
