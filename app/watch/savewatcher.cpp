// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "watch/savewatcher.h"

#include "watch/savedfiles.h"

namespace owui {

SaveWatcher::SaveWatcher(QObject *parent)
    : QObject(parent)
    , m_files(new SavedFiles)
{
    m_files->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_files, &QObject::deleteLater);
    connect(m_files, &SavedFiles::started, this, &SaveWatcher::started);
    connect(m_files, &SavedFiles::saved, this, &SaveWatcher::saved);
    connect(m_files, &SavedFiles::stormed, this, &SaveWatcher::stormed);
    connect(m_files, &SavedFiles::listChanged, this, &SaveWatcher::listChanged);
    connect(m_files, &SavedFiles::incomplete, this, &SaveWatcher::incomplete);
    m_thread.start();
}

SaveWatcher::~SaveWatcher()
{
    m_thread.quit();
    m_thread.wait(); // ends with the event that it is at; none takes longer than looking at all files once
}

void SaveWatcher::follow(const QStringList &files, const QStringList &folders)
{
    QMetaObject::invokeMethod(m_files, [watched = m_files, files, folders] { watched->follow(files, folders); });
}

void SaveWatcher::expect(const QString &file, const std::optional<QByteArray> &bytes)
{
    QMetaObject::invokeMethod(m_files, [watched = m_files, file, bytes] { watched->expect(file, bytes); });
}

} // namespace owui
