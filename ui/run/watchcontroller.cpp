// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/run/watchcontroller.h"

#include "ui/list/pluginmodel.h"
#include "ui/parts/desktopnotice.h"
#include "ui/parts/messagearea.h"
#include "ui/parts/question.h"
#include "ui/run/deploysettings.h"
#include "ui/run/runcontroller.h"

#include "deploy/run/serversession.h"
#include "isolated.h"
#include "plugins/pluginfolder.h"

#include <QApplication>
#include <QLocale>
#include <QSettings>
#include <QWidget>
#include <QWindow>

#include <utility>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

const MessageSubject watchSubject{u"watch"_s, MessageScope::Folder | MessageScope::Server};
const MessageSubject stormSubject{u"storm"_s, MessageScope::Folder | MessageScope::Server};
const QString successKey = u"watch/tellSuccess"_s;

} // namespace

WatchController::WatchController(const Parts &parts, RunController &runs, QSettings &settings)
    : ListController(parts)
    , m_runs(runs)
    , m_settings(settings)
    , m_notice(&notifyDesktop)
{
    const auto leaveFolder = [this] {
        if (m_saves && m_folder.root() != m_root) {
            stop();
        }
    };
    connect(&m_folder, &PluginFolder::opened, this, leaveFolder);
    connect(&m_folder, &PluginFolder::openFailed, this, leaveFolder);
    connect(&m_folder, &PluginFolder::scanned, this, &WatchController::follow);
    connect(&m_folder, &PluginFolder::changed, this, &WatchController::follow);
    connect(&m_folder, &PluginFolder::writing, this,
            [this](const QString &path, const QByteArray &bytes) { expect(m_folder.root() + u'/' + path, bytes); });
    connect(&m_folder, &PluginFolder::notWritten, this,
            [this](const QString &path) { expect(m_folder.root() + u'/' + path, {}); });
    // Queued: the window learns only then that it is in front.
    connect(qApp, &QApplication::focusWindowChanged, this, &WatchController::showStorm, Qt::QueuedConnection);
}

WatchController::~WatchController() = default;

void WatchController::expect(const QString &file, const std::optional<QByteArray> &bytes)
{
    if (m_saves) {
        m_saves->expect(file, bytes);
    }
}

void WatchController::leaveSession()
{
    stop();
}

void WatchController::setOn(bool on)
{
    if (on == isOn()) {
        return;
    }
    if (!on) {
        stop();
        return;
    }
    if (!mayWatch()) {
        emit onChanged(false);
        return;
    }
    if (!m_session->connection().production) {
        begin();
        return;
    }
    emit onChanged(false); // until somebody agrees
    ask(
        {.name = u"watchQuestion"_s,
         .title = tr("Deploy on save"),
         .text = tr("%1 is a production server. Send each plugin to it as soon as it is saved?")
                     .arg(isolated(m_session->connection().name)),
         .more = tr("Nothing else is asked while this is on. It ends with another folder or server, and with the "
                    "program."),
         .agree = tr("&Deploy on save"),
         .agreeName = u"watch"_s},
        m_window,
        [this] {
            if (mayWatch()) {
                begin();
            }
        },
        m_sessionContext.get());
}

bool WatchController::mayWatch()
{
    if (!m_session || m_folder.root().isEmpty()) {
        m_messages.show(watchSubject, Tone::Warning,
                        m_session ? tr("Open a folder first, to have what is saved in it deployed.")
                                  : tr("Choose a server first, to have what is saved deployed there."));
        return false;
    }
    if (!m_session->canBeUsed()) {
        m_messages.show(watchSubject, m_session->reasonAgainstUse());
        return false;
    }
    return true;
}

void WatchController::begin()
{
    const Connection &connection = m_session->connection();
    Consents consents;
    if (connection.production) {
        consents.insert(Consent::Production); // it was asked for just now
    }
    m_root = m_folder.root();
    m_saves = std::make_unique<DeployOnSave>(
        *m_session, SaveOptions{.root = m_root,
                                .consents = consents,
                                .alsoNew = m_alsoNew,
                                .commitTemplate = DeploySettings::read(m_settings, connection.id).commitTemplate});
    m_last.clear();
    m_isKnown = false;
    m_messages.close(watchSubject);
    connectSaves();
    follow();
    emit onChanged(true);
    tellState();
}

void WatchController::connectSaves()
{
    const DeployOnSave *saves = m_saves.get();
    connect(saves, &DeployOnSave::started, this, [this] {
        m_isKnown = true;
        tellState();
    });
    connect(saves, &DeployOnSave::submitting, &m_runs, &RunController::takeSaved);
    connect(saves, &DeployOnSave::ended, this, &WatchController::takeResult);
    connect(saves, &DeployOnSave::stormed, this, &WatchController::takeStorm);
    connect(saves, &DeployOnSave::serverGone, this, [this](const ServerError &error) {
        const QString text = tr("%1 does not answer any more, so what is saved waits until it does. %2")
                                 .arg(isolated(m_session->connection().name), failureText(error));
        m_messages.show(watchSubject, Tone::Bad, text);
        tellState();
        if (!isInFront()) {
            m_notice(tr("Deploy on save"), text);
        }
    });
    connect(saves, &DeployOnSave::serverBack, this, [this] {
        m_messages.close(watchSubject);
        tellState();
    });
    connect(saves, &DeployOnSave::incomplete, this, [this] {
        m_messages.show(watchSubject, Tone::Warning,
                        tr("The system does not allow to watch so many files, so a save is noticed a little later."));
    });
}

void WatchController::stop()
{
    if (!m_saves) {
        return;
    }
    m_saves.reset();
    m_storm.clear();
    m_messages.close(watchSubject);
    m_messages.close(stormSubject);
    emit onChanged(false);
    tellState();
}

void WatchController::follow()
{
    if (!m_saves || m_folder.isScanning()) {
        return; // the list comes with the end of the scan
    }
    QSet<QString> watched;
    for (const Plugin &plugin : m_folder.plugins()) {
        if (!plugin.skipped) {
            watched.insert(plugin.path);
        }
    }
    m_saves->follow(m_folder.plugins(), watched, {});
}

void WatchController::setAlsoNew(bool alsoNew)
{
    m_alsoNew = alsoNew;
    if (m_saves) {
        m_saves->setAlsoNew(alsoNew);
    }
}

void WatchController::setTellsSuccess(bool tells)
{
    m_settings.setValue(successKey, tells);
}

bool WatchController::tellsSuccess() const
{
    return m_settings.value(successKey, false).toBool();
}

/// The window, or a dialog of it.
bool WatchController::isInFront() const
{
    const QWidget *front = QApplication::activeWindow();
    while (front && front != m_window) {
        front = front->parentWidget();
    }
    return front != nullptr;
}

void WatchController::takeResult(const DeployResult &result, std::chrono::milliseconds elapsed)
{
    const QString title = result.versionAfter.isEmpty() || !result.isSuccess()
                              ? isolated(result.title)
                              : isolated(result.title) + u' ' + isolated(result.versionAfter);
    const QString milliseconds = QLocale().toString(static_cast<qint64>(elapsed.count()));
    m_last = result.outcome == DeployOutcome::Unchanged ? tr("%1 is live already").arg(title)
             : result.isSuccess()                       ? tr("%1 live after %2 ms").arg(title, milliseconds)
             : result.needsDecision()                   ? tr("%1 waits for a decision").arg(title)
                                                        : tr("%1 was not deployed").arg(title);
    tellState();
    if (!isInFront() && (!result.isSuccess() || tellsSuccess())) {
        m_notice(m_last, result.isSuccess() ? result.message : u"%1 %2"_s.arg(result.message, result.remedy).trimmed());
    }
}

void WatchController::takeStorm(const QStringList &paths)
{
    for (const QString &path : paths) {
        if (!m_storm.contains(path)) {
            m_storm.append(path);
        }
    }
    m_messages.show(
        stormSubject, Tone::Warning,
        tr("%n plugin(s) changed at once, so nothing of them was sent.", nullptr, static_cast<int>(m_storm.size())),
        {{.text = tr("Plan…"), .run = [this, all = m_storm] { emit planRequested(all); }}});
    showStorm();
}

/// Once, and not over what the person looks at.
void WatchController::showStorm()
{
    if (!m_storm.isEmpty() && m_window->isActiveWindow()) {
        emit planRequested(std::exchange(m_storm, {}));
    }
}

void WatchController::tellState()
{
    if (!m_saves) {
        emit stateChanged({});
        return;
    }
    const QString name = isolated(m_session->connection().name);
    const QString state =
        m_saves->isServerGone() ? tr("Waiting for %1").arg(name)
        : !m_isKnown            ? tr("Starting to watch…")
                     : tr("Watching %n plugin(s) on %1", nullptr, static_cast<int>(m_saves->count())).arg(name);
    emit stateChanged(m_last.isEmpty() ? state : tr("%1 · %2", "what is watched, the last save").arg(state, m_last));
}

} // namespace owui
