// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/diff/diffcontroller.h"

#include "ui/diff/diffdialog.h"
#include "ui/list/pluginmodel.h"
#include "ui/parts/plaintext.h"

#include "compare/storedtext.h"
#include "onpool.h"
#include "plugins/pluginfile.h"
#include "plugins/pluginfolder.h"

#include <QDir>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

struct LocalText
{
    QByteArray text;
    QString problem;
};

// As a server would store it. Runs on the pool.
LocalText readAsStored(const QString &root, const Plugin &plugin)
{
    const Result<PluginSource, SkipReason> read = readSourceOf(root, plugin);
    if (!read) {
        return {.text = {}, .problem = textOf(read.error())};
    }
    return {.text = storedText(read.value().utf8).toUtf8(), .problem = {}};
}

} // namespace

DiffController::DiffController(PluginFolder &folder, PluginModel &model, QWidget *window)
    : QObject(window)
    , m_folder(folder)
    , m_model(model)
    , m_window(window)
{
}

void DiffController::show(const QString &path)
{
    const PluginRow *row = m_model.find(path);
    if (!row || !row->seen.plugin) {
        return;
    }
    const ServerPlugin there = *row->seen.plugin;
    const QPointer<DiffDialog> dialog =
        new DiffDialog(tr("%1: server and file").arg(isolated(row->plugin.title())), m_window);
    dialog->open();
    if (!there.content) {
        dialog->showProblem(tr("The server does not show the text of %1.").arg(isolated(there.name)));
        return;
    }
    const QString fileName = m_folder.absolutePath(row->plugin.file());
    const auto read = [root = m_folder.root(), plugin = row->plugin] { return readAsStored(root, plugin); };
    onPool(this, read, [dialog, there, fileName, path](const LocalText &local) {
        if (!dialog) {
            return;
        }
        if (!local.problem.isEmpty()) {
            dialog->showProblem(
                tr("%1 cannot be read: %2").arg(isolated(QDir::toNativeSeparators(fileName)), local.problem));
            return;
        }
        dialog->show({.oldName = tr("%1 on the server", "id").arg(there.id),
                      .newName = path,
                      .oldText = there.content->toUtf8(),
                      .newText = local.text});
    });
}

} // namespace owui
