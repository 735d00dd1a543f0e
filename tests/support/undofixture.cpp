// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/undofixture.h"

#include <QSignalSpy>
#include <QTest>

namespace owui::test {

UndoFixture::UndoFixture(DeployFixture &fixture)
    : m_fixture(fixture)
    , m_store(std::make_unique<HistoryStore>(folder()))
    , m_journal(std::make_unique<HistoryJournal>(*m_store))
{
    m_fixture.journal = m_journal.get();
}

UndoFixture::~UndoFixture()
{
    m_fixture.journal = nullptr;
}

template<typename T>
T UndoFixture::waitFor(const std::function<void(HistoryStore::Handler<T>)> &ask)
{
    std::optional<Result<T>> answer;
    ask([&answer](const Result<T> &result) { answer = result; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, static_cast<int>(m_fixture.patience.count()))) {
        qFatal("the history did not answer");
    }
    if (!*answer) {
        qWarning("%s", qPrintable(answer->error().text));
        return {};
    }
    return answer->value();
}

QList<HistoryEntry> UndoFixture::entries(const HistoryQuery &query)
{
    return waitFor<QList<HistoryEntry>>(
        [&](const HistoryStore::Handler<QList<HistoryEntry>> &done) { m_store->entries(query, m_store.get(), done); });
}

QList<HistoryRun> UndoFixture::runs()
{
    return waitFor<QList<HistoryRun>>(
        [&](const HistoryStore::Handler<QList<HistoryRun>> &done) { m_store->runs({}, 100, m_store.get(), done); });
}

HistoryEntry UndoFixture::last(PluginSpace space, const QString &id)
{
    return entries({.space = space, .id = id}).value(0);
}

QList<HistoryMoment> UndoFixture::moments(PluginSpace space, const QString &id)
{
    OpenWebUi server(m_network, m_fixture.connection, m_fixture.credential);
    PluginHistory history(*m_store);
    QSignalSpy loaded(&history, &PluginHistory::loaded);
    history.show(originOf(m_fixture.connection.url), &server, space, id);
    if (loaded.isEmpty() && !loaded.wait(static_cast<int>(m_fixture.patience.count()))) {
        qWarning("the history was not loaded");
    }
    if (!history.problem().text.isEmpty()) {
        qWarning("%s", qPrintable(history.problem().text));
    }
    return history.moments();
}

QList<DeployResult> UndoFixture::goBack(const QList<GoBackRequest> &requests, const QString &takesBackRun)
{
    OpenWebUi server(m_network, m_fixture.connection, m_fixture.credential);
    paths.clear();
    QObject::connect(&server, &OpenWebUi::exchanged, &server, [this](const Exchange &exchange) {
        paths.append(exchange.method + ' ' + exchange.path.toUtf8());
    });
    Run undo(server, m_localCheck, m_journal.get());
    QObject::connect(&undo, &Run::logged, &undo, [this](const LogEntry &entry) { log.append(entry); });
    QObject::connect(&undo, &Run::stageChanged, &undo, [this](const QString &, DeployStage stage) {
        if (onStage) {
            onStage(stage);
        }
    });
    QObject::connect(&undo, &Run::finished, &undo, [this](const DeployResult &result) {
        if (onResult) {
            onResult(result);
        }
    });
    QSignalSpy finished(&undo, &Run::runFinished);
    m_undo = &undo;
    // Nothing to do is no run.
    const bool isBegun = undo.goBack(requests, takesBackRun) > 0;
    if (isBegun && finished.isEmpty() && !finished.wait(static_cast<int>(m_fixture.patience.count()))) {
        qWarning("it did not end");
    }
    m_undo = nullptr;
    return undo.results();
}

void UndoFixture::cancel()
{
    if (m_undo) {
        m_undo->cancelAll();
    }
}

DeployResult UndoFixture::goBack(const GoBackRequest &request)
{
    return goBack(QList{request}).value(0);
}

QList<DeployResult> UndoFixture::undoLast(bool deleteCreated, const Consents &consents)
{
    return undo(runs().value(0).id, deleteCreated, consents);
}

QList<DeployResult> UndoFixture::undo(const QString &run, bool deleteCreated, const Consents &consents)
{
    QList<GoBackRequest> requests = undoRequests(entries({.run = run}));
    for (GoBackRequest &request : requests) {
        request.deleteCreated = deleteCreated;
        request.consents = consents;
    }
    return goBack(requests, run);
}

QStringList UndoFixture::left(const QString &run)
{
    QStringList ids;
    for (const GoBackRequest &request : undoRequests(entries({.run = run}))) {
        ids.append(request.id);
    }
    ids.sort();
    return ids;
}

} // namespace owui::test
