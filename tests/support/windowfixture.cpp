// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/windowfixture.h"

#include "support/deployfixture.h"

#include "compare/seen/inventory.h"
#include "deploy/job/payload.h"
#include "deploy/run/serversession.h"
#include "ui/list/filterbar.h"
#include "ui/list/pluginactions.h"
#include "ui/log/logpane.h"
#include "ui/parts/messagearea.h"
#include "ui/parts/windowactions.h"

#include <QAbstractButton>
#include <QAction>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHeaderView>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <QThreadPool>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui::test {
namespace {

constexpr int patience = 30'000; // milliseconds

} // namespace

WindowFixture::WindowFixture()
    : settings(data.filePath(u"settings.ini"_s), QSettings::IniFormat)
    , connections(settings)
    , secrets(data.path())
    , history(data.filePath(u"history"_s))
    , journal(history)
    , window(std::make_unique<MainWindow>(settings, connections, secrets, localCheck, plugins, history, journal))
{
}

WindowFixture::~WindowFixture()
{
    // Qt 6.4 asserts that the context of QFuture::then() is still there when the work on the pool ends.
    QThreadPool::globalInstance()->waitForDone();
}

void WindowFixture::write(const QString &path, const QByteArray &text) const
{
    const QString absolute = folder.filePath(path);
    QDir().mkpath(QFileInfo(absolute).path());
    QFile file(absolute);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        qFatal("cannot write %s", qPrintable(absolute));
    }
}

QString WindowFixture::folderPath() const
{
    return folder.path();
}

void WindowFixture::open(int rows)
{
    window->show();
    window->start(folder.path());
    if (!QTest::qWaitFor([this, rows] { return !plugins.isScanning() && view().model()->rowCount() == rows; },
                         patience)) {
        qFatal("The list has %d rows instead of %d.", view().model()->rowCount(), rows);
    }
}

void WindowFixture::openDeployed(const QStringList &titles)
{
    const auto path = [](const QString &title) { return title.left(1).toLower() + u".py"_s; };
    for (const QString &title : titles) {
        write(path(title), filterText(title));
    }
    open(static_cast<int>(titles.size()));
    practise();
    QTRY_COMPARE_WITH_TIMEOUT(model().counts().missing, static_cast<int>(titles.size()), patience);
    clickDeploy(path(titles.first()));
    QTRY_COMPARE_WITH_TIMEOUT(model().find(path(titles.first()))->compareState(), CompareState::Same, patience);
}

QString WindowFixture::versionThere(const QString &path)
{
    const PluginRow *row = model().find(path);
    return row ? row->versionThere() : QString();
}

void WindowFixture::practise()
{
    find<WindowActions>().practice->trigger();
    const auto usesPractice = [this] {
        return std::ranges::any_of(window->findChildren<ServerSession *>(), [](ServerSession *session) {
            return session->connection().practice && session->state() == ServerSession::State::Reachable;
        });
    };
    if (!QTest::qWaitFor(usesPractice, patience)) {
        qFatal("The practice server did not start.");
    }
}

void WindowFixture::use(const Connection &connection, const Credential &credential)
{
    bool written = credential.isEmpty();
    if (!written) {
        secrets.write(connection, credential, window.get(),
                      [&written](const Result<SecretPlace> &) { written = true; });
    }
    [&] { QTRY_VERIFY_WITH_TIMEOUT(written, patience); }();
    connections.save(connection);
    connections.setActive(connection.id);
}

const PluginModel &WindowFixture::model()
{
    return *qobject_cast<const PluginModel *>(qobject_cast<PluginFilter *>(view().model())->sourceModel());
}

LogModel &WindowFixture::log()
{
    return find<LogPane>().model();
}

QStringList WindowFixture::shown()
{
    return view().shownPaths();
}

QModelIndex WindowFixture::indexOf(const QString &path, int column)
{
    const auto *filter = qobject_cast<PluginFilter *>(view().model());
    return filter->mapFromSource(model().index(model().rowOf(path), column));
}

void WindowFixture::clickDeploy(const QString &path)
{
    // A file that was just written has its button when it is compared.
    const auto hasButton = [&] { return !indexOf(path, PluginModel::DeployColumn).data().toString().isEmpty(); };
    if (!QTest::qWaitFor(hasButton, patience)) {
        qFatal("%s has no button.", qPrintable(path));
    }
    const QModelIndex index = indexOf(path, PluginModel::DeployColumn);
    view().scrollTo(index);
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, view().visualRect(index).center());
}

void WindowFixture::sendAgain(const QString &path)
{
    select({path});
    QAction *again = find<PluginActions>().sendAgain;
    if (!QTest::qWaitFor([again] { return again->isVisible(); }, patience)) {
        qFatal("%s cannot be sent again.", qPrintable(path));
    }
    again->trigger();
}

PlanDialog &WindowFixture::plan()
{
    const auto shown = [this] {
        const auto *dialog = window->findChild<PlanDialog *>();
        return dialog && dialog->isVisible();
    };
    if (!QTest::qWaitFor(shown, patience)) {
        qFatal("There is no plan.");
    }
    return find<PlanDialog>();
}

void WindowFixture::agreeToPlan()
{
    QTest::mouseClick(plan().findChild<QPushButton *>(u"deploy"_s), Qt::LeftButton);
}

void WindowFixture::select(const QStringList &paths)
{
    view().clearSelection();
    for (const QString &path : paths) {
        const QModelIndex index = indexOf(path, PluginModel::NameColumn);
        view().scrollTo(index);
        QTest::mouseClick(view().viewport(), Qt::LeftButton, Qt::ControlModifier, view().visualRect(index).center());
    }
}

void WindowFixture::editOnServer(PluginSpace space, const QString &id, const QByteArray &text)
{
    const Payload payload{
        .id = id, .name = id, .meta = {{u"description"_s, id}, {u"manifest"_s, QJsonObject()}}, .notes = {}};
    bool edited = false;
    find<ServerSession>().server().update(
        space, id, payload.toJson(QString::fromUtf8(text)), window.get(),
        [&edited](const Answer<ServerPlugin> &answer) { edited = answer.value.has_value(); });
    if (!QTest::qWaitFor([&edited] { return edited; }, patience)) {
        qFatal("The server did not take the text of %s.", qPrintable(id));
    }
}

void WindowFixture::toggleOnServer(const QString &id)
{
    bool toggled = false;
    find<ServerSession>().server().toggle(
        id, window.get(), [&toggled](const Answer<ServerPlugin> &answer) { toggled = answer.value.has_value(); });
    if (!QTest::qWaitFor([&toggled] { return toggled; }, patience)) {
        qFatal("The server did not switch %s.", qPrintable(id));
    }
}

void WindowFixture::toggleGlobalOnServer(const QString &id)
{
    bool toggled = false;
    find<ServerSession>().server().toggleGlobal(
        id, window.get(), [&toggled](const Answer<ServerPlugin> &answer) { toggled = answer.value.has_value(); });
    [&] { QTRY_VERIFY(toggled); }();
}

QToolButton *WindowFixture::chip(const QString &name)
{
    const auto chips = find<FilterBar>().findChildren<QToolButton *>();
    const auto found = std::ranges::find_if(
        chips, [&name](const QToolButton *button) { return button->isVisible() && button->text().startsWith(name); });
    return found == chips.end() ? nullptr : *found;
}

void WindowFixture::clickChip(const QString &name)
{
    const auto chips = [this] {
        QStringList texts;
        for (const QToolButton *button : find<FilterBar>().findChildren<QToolButton *>()) {
            texts.append(button->text());
        }
        return texts.join(u", "_s);
    };
    [&] { QTRY_VERIFY2(chip(name), qPrintable(chips())); }();
    QTest::mouseClick(chip(name), Qt::LeftButton);
}

QMessageBox *WindowFixture::question(const QString &name)
{
    QMessageBox *box = nullptr;
    [&] { QTRY_VERIFY((box = window->findChild<QMessageBox *>(name)) && box->isVisible()); }();
    return box;
}

int WindowFixture::neededWidth(int column)
{
    int width = view().header()->sectionSizeHint(column);
    for (int row = 0; row < view().model()->rowCount(); ++row) {
        width = std::max(width, view().sizeHintForIndex(view().model()->index(row, column)).width());
    }
    return width;
}

QAbstractButton *WindowFixture::messageButton(const QString &text)
{
    const auto buttons = find<MessageArea>().findChildren<QAbstractButton *>();
    // A message that was closed in this turn of the event loop is still a child.
    const auto isIt = [&text](QAbstractButton *button) { return button->text() == text && button->isVisible(); };
    const auto found = std::ranges::find_if(buttons, isIt);
    return found == buttons.end() ? nullptr : *found;
}

void WindowFixture::clickMessageButton(const QString &text)
{
    if (!QTest::qWaitFor([this, &text] { return messageButton(text) != nullptr; }, patience)) {
        qFatal("No message has a button \"%s\".", qPrintable(text));
    }
    QTest::mouseClick(messageButton(text), Qt::LeftButton);
}

std::optional<DeployOutcome> WindowFixture::outcome(const QString &path)
{
    const PluginRow *row = model().find(path);
    return row && row->result && !row->isBusy() ? std::optional(row->result->outcome) : std::nullopt;
}

bool WindowFixture::isDeploying()
{
    return std::ranges::any_of(window->findChildren<ServerSession *>(),
                               [](ServerSession *session) { return session->run().isRunning(); });
}

bool WindowFixture::isLooking()
{
    return std::ranges::any_of(window->findChildren<ServerSession *>(), [](ServerSession *session) {
        const Inventory &inventory = session->plans().inventory();
        return inventory.isRefreshing() || inventory.isConfirming();
    });
}

bool WindowFixture::logContains(const QString &path, LogLevel level)
{
    for (int row = 0; row < log().rowCount(); ++row) {
        if (log().entry(row).path == path && log().entry(row).level == level) {
            return true;
        }
    }
    return false;
}

} // namespace owui::test
