// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

#include "plugins/pluginfile.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

namespace owui {

class LocalCheck;
class PluginFolder;
class PluginModel;
struct PluginRow;

/// Has the code of the folder's plugins checked by a local Python and tells the rows what came of it. The list never
/// waits for it: it begins when the list is complete, goes from one file to the next, and lets a large folder be but
/// for what somebody looks at.
class CodeChecks final : public QObject
{
    Q_OBJECT

public:
    /// The references must outlive it.
    CodeChecks(const PluginFolder &folder, PluginModel &model, LocalCheck &check, QObject *parent);

    /// What is looked at comes before all others.
    void checkFirst(const QStringList &paths);

private:
    struct File
    {
        QString root;
        QString path;
    };

    void collect();
    void next();
    void check(const File &file, const Result<PluginSource, SkipReason> &source);
    void end();
    [[nodiscard]] static bool isUnchecked(const PluginRow *row);

    const PluginFolder &m_folder;
    PluginModel &m_model;
    LocalCheck &m_check;
    QTimer m_pause; // the list is painted before its files are read again
    QStringList m_waiting;
    bool m_busy = false;
};

} // namespace owui
