// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/testconnectioncommand.h"

#include "commandline/output/console.h"
#include "commandline/output/jsonoutput.h"
#include "deploy/run/serversession.h"
#include "server/connectiontest.h"

#include <QDir>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

using Step = ConnectionTestStep;

} // namespace

TestConnectionCommand::TestConnectionCommand(const CommandLineOptions &options, Console &console,
                                             const Interrupt &interrupt, QObject *parent)
    : ServerCommand(options, console, interrupt, parent)
{
}

TestConnectionCommand::~TestConnectionCommand() = default;

void TestConnectionCommand::start()
{
    findServer(QDir::currentPath());
}

void TestConnectionCommand::connected()
{
    m_test = std::make_unique<ConnectionTest>(session()->server());
    connect(m_test.get(), &ConnectionTest::stepChanged, this, &TestConnectionCommand::showStep);
    connect(m_test.get(), &ConnectionTest::finished, this, &TestConnectionCommand::report);
    m_test->start();
}

void TestConnectionCommand::showStep(int index)
{
    const Step &step = m_test->steps().at(index);
    const QString name = textOf(step.step);
    switch (step.state) {
    case Step::State::Waiting:
        return;
    case Step::State::Running:
        console().setProgress(name + u'…');
        return;
    case Step::State::Passed:
        console().setProgress({});
        console().note(u"%1 %2"_s.arg(console().toned(u"✓"_s, Tone::Good),
                                      console().toned(step.text.isEmpty() ? name : step.text, Tone::Plain)));
        break;
    case Step::State::Skipped:
        console().note(u"%1 %2"_s.arg(console().toned(u"–"_s, Tone::Faint), console().toned(name, Tone::Faint)));
        break;
    case Step::State::Failed:
        console().setProgress({});
        console().line(u"%1 %2"_s.arg(console().toned(u"✗"_s, Tone::Bad), console().toned(step.text, Tone::Plain)));
        if (!step.remedy.isEmpty()) {
            console().line(u"    "_s + console().toned(step.remedy, Tone::Plain));
        }
        break;
    }
    console().flush();
}

void TestConnectionCommand::report()
{
    console().setProgress({});
    if (options().json) {
        // The walk tells the release in words only.
        session()->server().fetchRelease(this, [this](const Answer<ServerRelease> &answer) {
            writeDocument(answer.value.value_or(ServerRelease()));
        });
        return;
    }
    console().note(m_test->passed() ? tr("Plugins can be deployed to this server.")
                                    : tr("Plugins cannot be deployed to this server as it is."));
    end(m_test->passed() ? ExitCode::Done : ExitCode::NoConnection);
}

void TestConnectionCommand::writeDocument(const ServerRelease &release)
{
    QJsonArray steps;
    for (const Step &step : m_test->steps()) {
        steps.append(QJsonObject{{u"step"_s, nameOf(step.step)},
                                 {u"state"_s, nameOf(step.state)},
                                 {u"text"_s, step.text.isEmpty() ? textOf(step.step) : step.text},
                                 {u"remedy"_s, step.remedy}});
    }
    console().document(documentText({{u"server"_s, serverObject(session()->connection(), release)},
                                     {u"steps"_s, steps},
                                     {u"passed"_s, m_test->passed()}}));
    end(m_test->passed() ? ExitCode::Done : ExitCode::NoConnection);
}

} // namespace owui
