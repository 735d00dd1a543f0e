// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QStringList>

namespace owui {

class LogModel;
class MessageArea;
class PluginFolder;
struct Problem;

/// Tells what is wrong with the open folder: the first few things at the top of the window, all of them in the log.
class FolderMessages final : public QObject
{
    Q_OBJECT

public:
    /// The references must outlive it.
    FolderMessages(const PluginFolder &folder, MessageArea &messages, LogModel &log, QObject *parent);

private:
    void tell(const Problem &problem);
    void forget();

    MessageArea &m_messages;
    LogModel &m_log;
    QStringList m_told;
};

} // namespace owui
