// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/foldercontroller.h"

#include "ui/pluginfilter.h"
#include "ui/pluginmodel.h"

#include "plugins/pluginfolder.h"

#include <QDir>
#include <QFileDialog>
#include <QSettings>

namespace owui {
namespace {

constexpr qsizetype keptFolders = 10;

} // namespace

FolderController::FolderController(PluginFolder &folder, PluginModel &model, PluginFilter &filter, QSettings &settings,
                                   QWidget *window)
    : QObject(window)
    , m_folder(folder)
    , m_model(model)
    , m_filter(filter)
    , m_settings(settings)
    , m_window(window)
{
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
    const QStringList recent = recentFolders();
    auto *dialog = new QFileDialog(m_window, tr("Open folder"), recent.isEmpty() ? QDir::homePath() : recent.first());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &FolderController::open);
    dialog->open();
}

QString FolderController::lastFolder() const
{
    return recentFolders().value(0);
}

QStringList FolderController::recentFolders() const
{
    return m_settings.value("folders/recent").toStringList();
}

void FolderController::remember(const QString &root)
{
    QStringList recent = recentFolders();
    recent.removeAll(root);
    recent.prepend(root);
    m_settings.setValue("folders/recent", QStringList(recent.first(qMin(recent.size(), keptFolders))));
    emit recentFoldersChanged();
}

} // namespace owui
