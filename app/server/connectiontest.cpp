// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/connectiontest.h"

#include <algorithm>
#include <utility>

namespace owui {

namespace {

using Step = ConnectionTestStep::Step;
using State = ConnectionTestStep::State;
using Kind = ServerErrorKind;

Step stepOf(PluginSpace space)
{
    return space == PluginSpace::Tool ? Step::ToolsAllowed : Step::FunctionsAllowed;
}

/// The server said who we are not.
bool refusesKey(Kind kind)
{
    return kind == Kind::NoCredential || kind == Kind::KeyUnknown || kind == Kind::SessionInvalid ||
           kind == Kind::KeysDisabled || kind == Kind::HumanSessionRequired;
}

} // namespace

template<>
WordTable<ConnectionTestStep::Step> wordsOf()
{
    static constexpr Word<Step> words[] = {
        {Step::Reachable, "reachable", QT_TRANSLATE_NOOP("owui::ConnectionTest", "Server can be reached")},
        {Step::OpenWebUi, "open-webui", QT_TRANSLATE_NOOP("owui::ConnectionTest", "It is Open WebUI")},
        {Step::KeyAccepted, "key-accepted", QT_TRANSLATE_NOOP("owui::ConnectionTest", "Key or session is accepted")},
        {Step::Admin, "admin", QT_TRANSLATE_NOOP("owui::ConnectionTest", "Account is an administrator")},
        {Step::FunctionsAllowed, "functions-allowed",
         QT_TRANSLATE_NOOP("owui::ConnectionTest", "Functions may be deployed")},
        {Step::ToolsAllowed, "tools-allowed", QT_TRANSLATE_NOOP("owui::ConnectionTest", "Tools may be deployed")},
    };
    return {.words = words, .context = "owui::ConnectionTest"};
}

template<>
WordTable<ConnectionTestStep::State> wordsOf()
{
    static constexpr Word<State> words[] = {
        {State::Waiting, "waiting", QT_TRANSLATE_NOOP("owui::ConnectionTestView", "waiting")},
        {State::Running, "running", QT_TRANSLATE_NOOP("owui::ConnectionTestView", "running")},
        {State::Passed, "passed", QT_TRANSLATE_NOOP("owui::ConnectionTestView", "passed")},
        {State::Failed, "failed", QT_TRANSLATE_NOOP("owui::ConnectionTestView", "failed")},
        {State::Skipped, "skipped", QT_TRANSLATE_NOOP("owui::ConnectionTestView", "not tested")},
    };
    return {.words = words, .context = "owui::ConnectionTestView"};
}

ConnectionTest::ConnectionTest(OpenWebUi &server, QObject *parent)
    : QObject(parent)
    , m_server(&server)
{
    reset();
}

ConnectionTest::ConnectionTest(const Connection &connection, const Credential &credential, QObject *parent)
    : QObject(parent)
    , m_ownNetwork(std::make_unique<ConnectionNetwork>(connection))
    , m_ownServer(std::make_unique<OpenWebUi>(m_ownNetwork->manager(), connection, credential))
    , m_credential(credential)
    , m_server(m_ownServer.get())
{
    reset();
}

bool ConnectionTest::passed() const
{
    // A minimal server cannot tell everything; what it cannot tell is skipped.
    return m_steps.constFirst().state == State::Passed &&
           std::ranges::all_of(m_steps, [](const ConnectionTestStep &step) {
               return step.state == State::Passed || step.state == State::Skipped;
           });
}

void ConnectionTest::start()
{
    cancel();
    reset();
    askRelease();
}

void ConnectionTest::cancel()
{
    // Deleted and not cancelled: its handler must not go on with a test that is over.
    delete m_request.data();
    m_request = nullptr;
    m_search.reset();
    for (ConnectionTestStep &step : m_steps) {
        if (step.state == State::Running || step.state == State::Waiting) {
            step.state = State::Skipped;
        }
    }
}

void ConnectionTest::reset()
{
    m_release = {};
    m_untold.clear();
    m_steps.clear();
    for (const Step step : allOf<Step>()) {
        m_steps.append({.step = step, .state = State::Waiting, .text = {}, .remedy = {}});
    }
}

void ConnectionTest::set(Step step, State state, const QString &text, const QString &remedy)
{
    const int index = static_cast<int>(step);
    m_steps[index] = {.step = step, .state = state, .text = text, .remedy = remedy};
    emit stepChanged(index);
}

void ConnectionTest::fail(Step step, const ServerError &error)
{
    set(step, State::Failed, failureText(error), error.remedy());
}

void ConnectionTest::finish()
{
    m_request = nullptr;
    for (const Step step : allOf<Step>()) {
        if (const State state = m_steps.at(static_cast<int>(step)).state;
            state == State::Waiting || state == State::Running) {
            set(step, State::Skipped, tr("Not checked."));
        }
    }
    emit finished();
}

void ConnectionTest::askRelease()
{
    set(Step::Reachable, State::Running);
    m_request = m_server->fetchRelease(this, [this](const Answer<ServerRelease> &answer) { onRelease(answer); });
}

void ConnectionTest::onRelease(const Answer<ServerRelease> &answer)
{
    const ServerError &error = answer.error;
    if (error && error.httpStatus == 0) {
        fail(Step::Reachable, error);
        finish();
        return;
    }
    set(Step::Reachable, State::Passed, tr("It answered within %1 ms.").arg(answer.elapsed.count()));
    if (error && m_ownServer && !m_search && !addressesAbove(address()).isEmpty()) {
        searchAbove();
        return;
    }
    if (answer) {
        m_release = *answer.value;
        const QString release = answer.value->text();
        set(Step::OpenWebUi, State::Passed,
            m_page.isEmpty() ? tr("Open WebUI %1").arg(release)
                             : tr("Open WebUI %1. %2").arg(release, pageText(m_page, address())));
    } else if (error.kind == Kind::RouteMissing) {
        // A minimal server with only the plugin routes: it can be deployed to all the same.
        set(Step::OpenWebUi, State::Skipped, tr("The server does not tell its release."));
    } else {
        fail(Step::OpenWebUi, error);
        finish();
        return;
    }
    askFunctions();
}

void ConnectionTest::searchAbove()
{
    m_search = std::make_unique<AddressSearch>(m_server->connection(), m_credential);
    connect(m_search.get(), &AddressSearch::finished, this, [this](const QUrl &url) {
        Connection found = m_server->connection();
        if (found.url != url) {
            m_page = std::exchange(found.url, url);
            m_ownServer = std::make_unique<OpenWebUi>(m_ownNetwork->manager(), found, m_credential);
            m_server = m_ownServer.get();
        }
        askRelease();
    });
    m_search->start();
}

/// GET /auths/ cannot tell this since 0.12: it wants a person's session.
void ConnectionTest::askFunctions()
{
    set(Step::KeyAccepted, State::Running);
    m_request = m_server->lookUp(PluginSpace::Function, OpenWebUi::impossibleId(), this,
                                 [this](const LookUp &answer) { onFunctions(answer); });
}

void ConnectionTest::onFunctions(const LookUp &answer)
{
    const ServerError &error = answer.error;
    if (answer.presence == Presence::Missing || answer.presence == Presence::Found) {
        set(Step::KeyAccepted, State::Passed);
        set(Step::Admin, State::Passed);
        allow(PluginSpace::Function);
    } else if (answer.presence == Presence::CannotTell) {
        const QString text = tr("The server has no way to ask. A deployment will show it.");
        set(Step::KeyAccepted, State::Skipped, text);
        set(Step::Admin, State::Skipped, text);
        set(Step::FunctionsAllowed, State::Skipped, text);
    } else if (error.kind == Kind::NotAdmin) {
        set(Step::KeyAccepted, State::Passed);
        fail(Step::Admin, error);
        set(Step::FunctionsAllowed, State::Failed, tr("Only an administrator may deploy functions."));
    } else if (error.kind == Kind::EndpointRestricted) {
        set(Step::KeyAccepted, State::Passed);
        set(Step::Admin, State::Skipped, tr("It cannot be told while the key may not ask."));
        fail(Step::FunctionsAllowed, error);
    } else if (refusesKey(error.kind)) {
        fail(Step::KeyAccepted, error);
        finish();
        return;
    } else {
        set(Step::KeyAccepted, State::Skipped, tr("It cannot be told from this answer."));
        set(Step::Admin, State::Skipped, tr("It cannot be told from this answer."));
        fail(Step::FunctionsAllowed, error);
    }
    askTools();
}

void ConnectionTest::askTools()
{
    set(Step::ToolsAllowed, State::Running);
    m_request = m_server->lookUp(PluginSpace::Tool, OpenWebUi::impossibleId(), this,
                                 [this](const LookUp &answer) { onTools(answer); });
}

void ConnectionTest::onTools(const LookUp &answer)
{
    if (answer.presence == Presence::CannotTell) {
        set(Step::ToolsAllowed, State::Skipped, tr("The server has no way to ask. A deployment will show it."));
    } else if (answer.presence == Presence::Failed) {
        fail(Step::ToolsAllowed, answer.error);
    } else if (m_steps.at(static_cast<int>(Step::Admin)).state == State::Passed) {
        allow(PluginSpace::Tool);
    } else {
        // Any account gets this answer; whether it may create tools shows only when it does.
        set(Step::ToolsAllowed, State::Skipped,
            tr("Tools can be looked up. Creating one needs the permission for it."));
    }
    if (m_untold.isEmpty()) {
        finish();
    } else {
        askSwitches();
    }
}

/// Nothing against it so far: since 0.11 a look-up by id works also where plugins are switched off.
void ConnectionTest::allow(PluginSpace space)
{
    if (m_release.hasPluginSwitches()) {
        m_untold.append(space);
    } else {
        set(stepOf(space), State::Passed);
    }
}

void ConnectionTest::askSwitches()
{
    m_request = m_server->fetchSwitches(
        this, [this](const Answer<PluginSwitches> &answer) { onSwitches(answer.value.value_or(PluginSwitches())); });
}

void ConnectionTest::onSwitches(const PluginSwitches &told)
{
    m_untold.removeIf([this, &told](PluginSpace space) {
        const std::optional<QString> off = told.offBy(space);
        if (off && off->isEmpty()) {
            set(stepOf(space), State::Passed);
        } else if (off) {
            const ServerError error{.kind = Kind::PluginsDisabled, .detail = *off};
            set(stepOf(space), State::Failed, error.text(), error.remedy());
        }
        return off.has_value();
    });
    askNextList();
}

/// A list is answered also where plugins are switched off, with nothing in it.
void ConnectionTest::askNextList()
{
    if (m_untold.isEmpty()) {
        finish();
        return;
    }
    const PluginSpace space = m_untold.takeFirst();
    m_request = m_server->list(space, this, [this, space](const auto &answer) { onListed(space, answer); });
}

void ConnectionTest::onListed(PluginSpace space, const Answer<QList<ServerPlugin>> &answer)
{
    if (answer && !answer.value->isEmpty()) {
        set(stepOf(space), State::Passed);
        // Before 0.12 there is one switch for both.
        if (m_release.isBefore(0, 12) && !m_untold.isEmpty()) {
            set(stepOf(m_untold.takeFirst()), State::Passed);
        }
    } else {
        set(stepOf(space), State::Skipped,
            answer ? tr("It could not be told: the server's list is empty, which is also what one with "
                        "ENABLE_PLUGINS=False answers.")
                   : tr("It could not be told, because the server's list cannot be read. %1")
                         .arg(failureText(answer.error)));
    }
    askNextList();
}

} // namespace owui
