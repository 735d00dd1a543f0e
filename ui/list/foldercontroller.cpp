// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/list/foldercontroller.h"

#include "ui/list/pluginfilter.h"
#include "ui/list/pluginmodel.h"

#include "plugins/pluginfolder.h"

#include <QDir>
#include <QFileDialog>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

constexpr qsizetype keptFolders = 10;
const QString recentKey = u"folders/recent"_s;

// The settings wait for the disk when they are written. Runs on the pool.
void writeRecent(const QString &settingsFile, QSettings::Format format, const QStringList &folders)
{
    QSettings settings(settingsFile, format);
    settings.setValue(recentKey, folders);
    settings.sync();
}

} // namespace

FolderController::FolderController(PluginFolder &folder, PluginModel &model, PluginFilter &filter, QSettings &settings,
                                   QWidget *window)
    : QObject(window)
    , m_folder(folder)
    , m_model(model)
    , m_filter(filter)
    , m_settings(settings)
    , m_recent(settings.value(recentKey).toStringList())
    , m_window(window)
{
    m_writer.setMaxThreadCount(1); // in the order of the folders
    connect(&m_folder, &PluginFolder::opened, this, &FolderController::remember);
    connect(&m_folder, &PluginFolder::found, &m_model, &PluginModel::add);
    connect(&m_folder, &PluginFolder::scanned, this, [this] { m_model.merge(m_folder.plugins()); });
    connect(&m_folder, &PluginFolder::changed, this, [this] { m_model.merge(m_folder.plugins()); });
    connect(&m_model, &PluginModel::merged, this, [this] { m_filter.setLoading(false); });
}

void FolderController::open(const QString &path)
{
    // Paths are relative to the folder: the rows of another one must not lend their status to this one.
    m_model.clear();
    m_filter.setLoading(true);
    m_folder.open(path);
    emit openStarted();
}

void FolderController::chooseFolder()
{
    auto *dialog = new QFileDialog(m_window, tr("Open folder"), m_recent.value(0, QDir::homePath()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &FolderController::open);
    dialog->open();
}

void FolderController::remember(const QString &root)
{
    if (lastFolder() == root) {
        return;
    }
    m_recent.removeAll(root);
    m_recent.prepend(root);
    m_recent.resize(qMin(m_recent.size(), keptFolders));
    m_writer.start([file = m_settings.fileName(), format = m_settings.format(), folders = m_recent] {
        writeRecent(file, format, folders);
    });
    emit recentFoldersChanged();
}

} // namespace owui
