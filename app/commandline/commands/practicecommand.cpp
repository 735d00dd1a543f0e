// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/practicecommand.h"

#include "commandline/input/interrupt.h"
#include "commandline/output/console.h"
#include "commandline/output/jsonoutput.h"
#include "commandline/output/pluginlines.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace owui {

PracticeCommand::PracticeCommand(const CommandLineOptions &options, Console &console, const Interrupt &interrupt,
                                 QObject *parent)
    : Command(parent)
    , m_options(options)
    , m_console(console)
{
    connect(&m_server, &PracticeProcess::ready, this, &PracticeCommand::showAccess);
    connect(&m_server, &PracticeProcess::failed, this, [this](const Problem &problem) {
        if (m_server.hasRefusedOptions()) {
            // The server's own program has named the releases that there are.
            end(ExitCode::Usage);
            return;
        }
        complainAbout(problem, m_console);
        end(ExitCode::NoConnection);
    });
    connect(&m_server, &PracticeProcess::ended, this, [this] {
        complainAbout({tr("The practice server ended by itself."), {}}, m_console);
        end(ExitCode::Failed);
    });
    // Ctrl+C is the ordinary way to end it.
    connect(&interrupt, &Interrupt::requested, this, [this] { end(ExitCode::Done); });
}

void PracticeCommand::start()
{
    m_server.start(m_options.practiceRelease.isEmpty() ? QStringList()
                                                       : QStringList{u"--release"_s, m_options.practiceRelease});
}

void PracticeCommand::showAccess()
{
    const QString url = m_server.connection().url.toString();
    const QString key = QString::fromLatin1(m_server.credential().secret);
    if (m_options.json) {
        m_console.document(documentText({{u"url"_s, url}, {u"key"_s, key}}));
    } else {
        m_console.line(u"OPENWEBUI_URL=%1"_s.arg(url));
        m_console.line(u"OPENWEBUI_API_KEY=%1"_s.arg(key));
        m_console.note(tr("It keeps everything in memory and answers this machine only. Ctrl+C ends it."));
    }
    m_console.flush();
}

void PracticeCommand::end(ExitCode code)
{
    if (!m_ended) {
        m_ended = true;
        m_server.stop();
        emit finished(code);
    }
}

} // namespace owui
