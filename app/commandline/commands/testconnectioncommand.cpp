// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/testconnectioncommand.h"

#include "commandline/output/console.h"
#include "deploy/run/serversession.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace owui {

using Step = ConnectionTestStep;

void TestConnectionCommand::connected()
{
    m_test.emplace(session()->server());
    connect(&*m_test, &ConnectionTest::stepChanged, this, &TestConnectionCommand::showStep);
    connect(&*m_test, &ConnectionTest::finished, this, &TestConnectionCommand::report);
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
        console().note(
            u"%1 %2"_s.arg(console().toned(u"–"_s, Tone::Faint),
                           console().toned(step.text.isEmpty() ? name : name + u": "_s + step.text, Tone::Faint)));
        break;
    case Step::State::Failed:
        console().setProgress({});
        console().line(u"%1 %2"_s.arg(console().toned(u"✗"_s, Tone::Bad), console().toned(step.text, Tone::Plain)));
        if (!step.remedy.isEmpty()) {
            console().indentedLine(step.remedy, Tone::Plain);
        }
        break;
    }
    console().flush();
}

void TestConnectionCommand::report()
{
    console().setProgress({});
    if (options().json) {
        QJsonArray steps;
        for (const Step &step : m_test->steps()) {
            steps.append(QJsonObject{{u"step"_s, nameOf(step.step)},
                                     {u"state"_s, nameOf(step.state)},
                                     {u"text"_s, step.text.isEmpty() ? textOf(step.step) : step.text},
                                     {u"remedy"_s, step.remedy}});
        }
        session()->learnRelease(m_test->release());
        writeDocument({{u"steps"_s, steps}, {u"passed"_s, m_test->passed()}});
    } else {
        console().note(m_test->passed() ? tr("Plugins can be deployed to this server.")
                                        : tr("Plugins cannot be deployed to this server as it is."));
    }
    end(m_test->passed() ? ExitCode::Done : ExitCode::NoConnection);
}

} // namespace owui
