// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/window/foldermessages.h"

#include "ui/log/logmodel.h"
#include "ui/parts/messagearea.h"

#include "compare/git/gitfolder.h"
#include "compare/git/gitthreads.h"
#include "plugins/pluginfolder.h"

#include <QDateTime>

#include <optional>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

constexpr qsizetype mostToldLines = 4;
const MessageSubject folderSubject{u"folder"_s, MessageScope::Folder};

} // namespace

FolderMessages::FolderMessages(const PluginFolder &folder, MessageArea &messages, LogModel &log, QObject *parent)
    : QObject(parent)
    , m_messages(messages)
    , m_log(log)
{
    connect(&folder, &PluginFolder::problemFound, this, &FolderMessages::tell);
    connect(&folder, &PluginFolder::openFailed, this, &FolderMessages::tell);
    connect(&folder, &PluginFolder::scanned, this, [this, &folder] {
        const auto look = [root = folder.root()] { return ownershipProblem(GitFolder(root).state()); };
        onGitThread(this, look, std::optional<Problem>(), [this](const std::optional<Problem> &problem) {
            if (problem) {
                tell(*problem);
            }
        });
    });
    // What is still wrong is told again.
    connect(&folder, &PluginFolder::scanStarted, this, &FolderMessages::forget);
}

void FolderMessages::tell(const Problem &problem)
{
    const QString line = problem.sentences();
    m_log.append({.time = QDateTime::currentDateTime(),
                  .level = LogLevel::Warning,
                  .server = {},
                  .path = {},
                  .plugin = {},
                  .text = line});
    if (m_messages.text(folderSubject.name).isEmpty()) {
        m_told.clear(); // somebody has read and closed it
    }
    if (!m_told.contains(line)) {
        m_told.append(line);
    }
    QStringList lines = m_told.mid(0, mostToldLines);
    if (m_told.size() > mostToldLines) {
        lines.append(tr("%n more problems of this folder are in the log.", nullptr,
                        static_cast<int>(m_told.size() - mostToldLines)));
    }
    m_messages.show(folderSubject, Tone::Warning, lines.join(u'\n'));
}

void FolderMessages::forget()
{
    m_told.clear();
    m_messages.close(folderSubject);
}

} // namespace owui
