// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/diff/diffcontroller.h"

#include "ui/diff/diffdialog.h"
#include "ui/list/pluginmodel.h"
#include "ui/list/rowstatetext.h"

#include "compare/text/storedtext.h"
#include "isolated.h"
#include "onpool.h"
#include "plugins/pluginfile.h"
#include "plugins/pluginfolder.h"

#include <QDir>

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

void showDifference(DiffView &view, const QString &root, const PluginRow &row)
{
    if (!row.seen.plugin) {
        return;
    }
    const ServerPlugin there = *row.seen.plugin;
    if (!there.content) {
        view.tell(DiffController::tr("The server does not show the text of %1.").arg(isolated(there.name)));
        return;
    }
    const QString fileName = QDir::toNativeSeparators(root + u'/' + row.plugin.file());
    const auto read = [root, plugin = row.plugin] { return readAsStored(root, plugin); };
    const int number = view.begin();
    onPool(&view, read, [&view, number, there, fileName, path = row.plugin.path](const LocalText &local) {
        if (!view.isLatest(number)) {
            return;
        }
        if (!local.problem.isEmpty()) {
            view.tell(DiffController::tr("%1 cannot be read: %2").arg(isolated(fileName), local.problem));
            return;
        }
        view.compare({.oldName = DiffController::tr("%1 on the server", "id").arg(there.id),
                      .newName = path,
                      .oldText = there.content->toUtf8(),
                      .newText = local.text});
    });
}

DiffController::DiffController(PluginFolder &folder, PluginModel &model, QWidget *window)
    : QObject(window)
    , m_folder(folder)
    , m_model(model)
    , m_window(window)
{
}

void DiffController::show(const QString &path)
{
    if (DiffDialog *dialog = openDialog(path)) {
        const PluginRow &row = *m_model.find(path);
        const QString offer = deployDetails(row);
        if (row.canDeploy() && !offer.isEmpty()) {
            dialog->offerToDeploy(offer);
            connect(dialog, &DiffDialog::deployRequested, this, [this, path] { emit deployRequested(path); });
        }
    }
}

void DiffController::showOnly(const QString &path)
{
    openDialog(path);
}

DiffDialog *DiffController::openDialog(const QString &path)
{
    const PluginRow *row = m_model.find(path);
    if (!row || !row->seen.plugin) {
        return nullptr;
    }
    auto *dialog = new DiffDialog(tr("%1: server and file").arg(isolated(row->plugin.title())), m_window);
    dialog->open();
    showDifference(dialog->view(), m_folder.root(), *row);
    return dialog;
}

} // namespace owui
