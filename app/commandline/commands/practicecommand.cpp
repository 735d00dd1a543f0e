// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/practicecommand.h"

#include "commandline/output/console.h"
#include "commandline/output/jsonoutput.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace owui {

void PracticeCommand::start()
{
    connect(&m_server, &PracticeProcess::ready, this, &PracticeCommand::showAccess);
    connect(&m_server, &PracticeProcess::failed, this, [this](const Problem &problem) {
        if (m_server.hasRefusedOptions()) {
            // The server's own program has named the releases that there are.
            end(ExitCode::Usage);
        } else {
            fail(problem, ExitCode::NoConnection);
        }
    });
    connect(&m_server, &PracticeProcess::ended, this, [this] {
        fail({tr("The practice server ended by itself."), {}}, ExitCode::Failed);
    });
    const QString &release = options().practiceRelease;
    m_server.start(release.isEmpty() ? QStringList() : QStringList{u"--release"_s, release});
}

void PracticeCommand::interrupted()
{
    // Ctrl+C is the ordinary way to end it.
    end(ExitCode::Done);
}

void PracticeCommand::showAccess()
{
    const QString url = m_server.connection().url.toString();
    const QString key = QString::fromLatin1(m_server.credential().secret);
    if (options().json) {
        console().document(documentText({{u"url"_s, url}, {u"key"_s, key}}));
    } else {
        console().line(u"OPENWEBUI_URL=%1"_s.arg(url));
        console().line(u"OPENWEBUI_API_KEY=%1"_s.arg(key));
        console().note(tr("It keeps everything in memory and answers this machine only. Ctrl+C ends it."));
    }
    console().flush();
}

} // namespace owui
