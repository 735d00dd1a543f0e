// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "history/historydatabase.h"
#include "history/historyentry.h"
#include "history/historyretention.h"
#include "history/senttexts.h"

#include <QList>
#include <QVariant>

#include <functional>

namespace owui {

struct HistoryQuery;

/// What HistoryStore promises, in the thread that calls; the store alone uses it. Each call is one transaction. A file
/// that turns out to be broken is kept aside, and the call goes to the new one.
class HistoryFile final
{
    Q_DISABLE_COPY_MOVE(HistoryFile)

public:
    explicit HistoryFile(const QString &folder, const HistoryLimits &limits = {});

    void setLimits(const HistoryLimits &limits) { m_retention.setLimits(limits); }

    [[nodiscard]] Result<qint64> begin(const HistoryEntry &entry, const std::optional<QString> &content);
    /// For each what is wrong with it: there may be no such entry any more.
    [[nodiscard]] Result<QList<std::optional<Problem>>> end(const QList<HistoryEnd> &ends);
    [[nodiscard]] Result<bool> endRun(const QString &run, const QDateTime &when);
    [[nodiscard]] Result<bool> setTakenBack(const QString &run, PluginSpace space, const QString &id);
    [[nodiscard]] Result<QList<HistoryEntry>> entries(const HistoryQuery &query);
    [[nodiscard]] Result<HistoryEntry> entry(qint64 number);
    [[nodiscard]] Result<QList<HistoryRun>> runs(const QString &server, int most);
    [[nodiscard]] Result<QString> content(const QByteArray &hash);
    [[nodiscard]] Result<QHash<QByteArray, QString>> contents(const QList<QByteArray> &hashes);
    [[nodiscard]] Result<QString> release(const QString &server);
    [[nodiscard]] Result<SentIds> sentIds(const QString &server);
    [[nodiscard]] Result<bool> setPulled(const QString &server, const PulledPlugin &plugin, const QByteArray &hash);
    [[nodiscard]] Result<SentTexts> sentTexts(const QString &server, std::optional<PluginSpace> space,
                                              const QString &id);

    /// What happened to the file itself and was not told yet.
    [[nodiscard]] std::optional<Problem> takeNotice();

private:
    template<typename T>
    [[nodiscard]] Result<T> guarded(const std::function<std::optional<T>()> &work);
    [[nodiscard]] HistoryStatement bound(const QString &statement, const QVariantList &values);
    [[nodiscard]] bool exec(const QString &statement, const QVariantList &values);
    [[nodiscard]] Result<bool> write(const QString &statement, const QVariantList &values);
    [[nodiscard]] std::optional<qint64> insert(const HistoryEntry &entry, const QByteArray &utf8);
    [[nodiscard]] bool noteFile(const HistoryEntry &entry);
    [[nodiscard]] std::optional<qint64> runNumber(const HistoryEntry &entry);
    [[nodiscard]] std::optional<qint64> contentNumber(const QByteArray &bytes);
    using Contents = QHash<QByteArray, QString>;
    /// Those that are kept.
    [[nodiscard]] std::optional<Contents> readContents(const QList<QByteArray> &hashes);
    using Problems = QList<std::optional<Problem>>;
    [[nodiscard]] std::optional<Problems> writeEnds(const QList<HistoryEnd> &ends, bool keepsTexts);
    /// False where a statement failed.
    [[nodiscard]] bool endOne(const HistoryEnd &end, std::optional<Problem> &problem);
    [[nodiscard]] bool keepLastText(qint64 entry, const QByteArray &utf8);
    [[nodiscard]] bool learnTexts(SentTexts &texts, const QString &condition, const QVariantList &values);
    [[nodiscard]] bool learnPulled(SentTexts &texts, const QString &condition, const QVariantList &values);

    HistoryDatabase m_database;
    HistoryRetention m_retention;
    Problem m_missing; ///< why a call failed that SQLite did not refuse; empty: it was SQLite
    std::optional<Problem> m_notice;
};

} // namespace owui
