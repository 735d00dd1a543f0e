// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/testconnectioncommand.h"

#include "commandline/console.h"
#include "commandline/interrupt.h"
#include "commandline/jsonoutput.h"
#include "commandline/pluginlines.h"
#include "commandline/targetnotice.h"
#include "deploy/serversession.h"
#include "server/connectiontest.h"

#include <QDir>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

using Step = ConnectionTestStep;

QString stepKey(Step::Step step)
{
    switch (step) {
    case Step::Step::Reachable:
        return u"reachable"_s;
    case Step::Step::OpenWebUi:
        return u"open-webui"_s;
    case Step::Step::KeyAccepted:
        return u"key-accepted"_s;
    case Step::Step::Admin:
        return u"admin"_s;
    case Step::Step::FunctionsAllowed:
        return u"functions-allowed"_s;
    case Step::Step::ToolsAllowed:
        return u"tools-allowed"_s;
    }
    return {};
}

QString stateKey(Step::State state)
{
    switch (state) {
    case Step::State::Waiting:
    case Step::State::Running:
    case Step::State::Skipped:
        return u"skipped"_s;
    case Step::State::Passed:
        return u"passed"_s;
    case Step::State::Failed:
        return u"failed"_s;
    }
    return {};
}

} // namespace

TestConnectionCommand::TestConnectionCommand(const CommandLineOptions &options, Console &console,
                                             const Interrupt &interrupt, QObject *parent)
    : Command(parent)
    , m_options(options)
    , m_console(console)
    , m_finder(options, QDir::currentPath())
{
    connect(&m_finder, &TargetFinder::found, this, &TestConnectionCommand::test);
    connect(&m_finder, &TargetFinder::failed, this, [this](const Problem &problem, ExitCode code) {
        complainAbout(problem, m_console);
        end(code);
    });
    connect(&interrupt, &Interrupt::requested, this, [this] { end(ExitCode::Interrupted); });
}

TestConnectionCommand::~TestConnectionCommand() = default;

void TestConnectionCommand::start()
{
    m_finder.start();
}

void TestConnectionCommand::test(const Target &target)
{
    showTarget(target, m_console);
    m_session = std::make_unique<ServerSession>(target.connection, target.credential, m_localCheck);
    m_test = std::make_unique<ConnectionTest>(m_session->server());
    connect(m_test.get(), &ConnectionTest::stepChanged, this, &TestConnectionCommand::showStep);
    connect(m_test.get(), &ConnectionTest::finished, this, &TestConnectionCommand::report);
    m_test->start();
}

void TestConnectionCommand::showStep(int index)
{
    const Step &step = m_test->steps().at(index);
    const QString name = ConnectionTest::stepName(step.step);
    switch (step.state) {
    case Step::State::Waiting:
        return;
    case Step::State::Running:
        m_console.setProgress(name + u'…');
        return;
    case Step::State::Passed:
        m_console.setProgress({});
        m_console.note(u"%1 %2"_s.arg(m_console.toned(u"✓"_s, Tone::Good),
                                      m_console.toned(step.text.isEmpty() ? name : step.text, Tone::Plain)));
        break;
    case Step::State::Skipped:
        m_console.note(u"%1 %2"_s.arg(m_console.toned(u"–"_s, Tone::Faint), m_console.toned(name, Tone::Faint)));
        break;
    case Step::State::Failed:
        m_console.setProgress({});
        m_console.line(u"%1 %2"_s.arg(m_console.toned(u"✗"_s, Tone::Bad), m_console.toned(step.text, Tone::Plain)));
        if (!step.remedy.isEmpty()) {
            m_console.line(u"    "_s + m_console.toned(step.remedy, Tone::Plain));
        }
        break;
    }
    m_console.flush();
}

void TestConnectionCommand::report()
{
    m_console.setProgress({});
    if (m_options.json) {
        // The walk tells the release in words only.
        m_session->server().fetchRelease(this, [this](const Answer<ServerRelease> &answer) {
            writeDocument(answer.value.value_or(ServerRelease()));
        });
        return;
    }
    m_console.note(m_test->passed() ? tr("Plugins can be deployed to this server.")
                                    : tr("Plugins cannot be deployed to this server as it is."));
    end(m_test->passed() ? ExitCode::Done : ExitCode::NoConnection);
}

void TestConnectionCommand::writeDocument(const ServerRelease &release)
{
    QJsonArray steps;
    for (const Step &step : m_test->steps()) {
        steps.append(QJsonObject{{u"step"_s, stepKey(step.step)},
                                 {u"state"_s, stateKey(step.state)},
                                 {u"text"_s, step.text.isEmpty() ? ConnectionTest::stepName(step.step) : step.text},
                                 {u"remedy"_s, step.remedy}});
    }
    m_console.document(documentText({{u"server"_s, serverObject(m_session->connection(), release)},
                                     {u"steps"_s, steps},
                                     {u"passed"_s, m_test->passed()}}));
    end(m_test->passed() ? ExitCode::Done : ExitCode::NoConnection);
}

void TestConnectionCommand::end(ExitCode code)
{
    if (!m_ended) {
        m_ended = true;
        emit finished(code);
    }
}

} // namespace owui
