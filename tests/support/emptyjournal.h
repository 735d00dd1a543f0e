// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/journal/journal.h"

#include <utility>

namespace owui::test {

/// A journal that keeps nothing and knows of nothing; what a test is about it says itself.
class EmptyJournal : public Journal
{
public:
    void after(qint64 /*entry*/, HistoryOutcome /*outcome*/, const std::optional<ServerPlugin> & /*now*/,
               const QString & /*message*/) override
    {
    }
    void endRun(const QString & /*run*/) override {}
    void content(const QByteArray & /*hash*/, QObject * /*context*/,
                 std::function<void(const Result<QString> &)> done) override
    {
        done(Problem{QStringLiteral("Nothing is kept here."), {}});
    }
    void contents(const QList<QByteArray> & /*hashes*/, QObject * /*context*/,
                  std::function<void(const QHash<QByteArray, QString> &)> done) override
    {
        done({});
    }
    void setTakenBack(const QString & /*run*/, PluginSpace /*space*/, const QString & /*id*/) override {}
    void sentTexts(const QString & /*serverOrigin*/, std::optional<PluginSpace> /*space*/, const QString & /*id*/,
                   QObject * /*context*/, std::function<void(const SentTexts &)> done) override
    {
        done({});
    }
    void sentIds(const QString & /*serverOrigin*/, QObject * /*context*/,
                 std::function<void(const SentIds &)> done) override
    {
        done({});
    }
    void release(const QString & /*serverOrigin*/, QObject * /*context*/,
                 std::function<void(const QString &)> done) override
    {
        done({});
    }
};

} // namespace owui::test
