// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/envimport.h"

#include "server/connection.h"

#include <QDir>
#include <QFileDialog>
#include <QFutureWatcher>
#include <QMessageBox>
#include <QPushButton>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace owui {

EnvImport::EnvImport(QWidget *window)
    : QObject(window)
    , m_window(window)
{
}

void EnvImport::chooseFile()
{
    auto *dialog = new QFileDialog(m_window, tr("Import from .env"), QDir::homePath(),
                                   tr("Settings of the scripts (.env *.env .env.*);;All files (*)"));
    dialog->setObjectName(u"envFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    // A name that begins with a dot is hidden everywhere else.
    dialog->setFilter(dialog->filter() | QDir::Hidden);
    connect(dialog, &QFileDialog::fileSelected, this, &EnvImport::read);
    dialog->open();
}

void EnvImport::read(const QString &path)
{
    auto *watcher = new QFutureWatcher<Result<EnvFile>>(this);
    connect(watcher, &QFutureWatcher<Result<EnvFile>>::finished, this, [this, watcher, path] {
        watcher->deleteLater();
        show(path, watcher->result());
    });
    watcher->setFuture(QtConcurrent::run([path] { return EnvFile::read(path); }));
}

void EnvImport::show(const QString &path, const Result<EnvFile> &result)
{
    if (!result) {
        tell(result.error().text, result.error().remedy);
        return;
    }
    const EnvFile &file = result.value();
    const QString name = QDir::toNativeSeparators(path);
    const QString together = tr("Address and key are only taken together from one file, so that no key reaches a "
                                "server that it was not meant for. Add the missing line and import again, or add the "
                                "connection by hand.");
    if (file.url.isEmpty() && file.key.isEmpty()) {
        tell(tr("%1 holds neither an address nor a key.").arg(name),
             tr("Looked for: url, OPENWEBUI_URL or OPENWEBUI_BASE_URL, and api_key or OPENWEBUI_API_KEY."));
        return;
    }
    if (file.key.isEmpty()) {
        tell(tr("%1 holds the address %2 but no key.").arg(name, file.url), together);
        return;
    }
    if (file.url.isEmpty()) {
        tell(tr("%1 holds a key but no address.").arg(name), together);
        return;
    }
    const Result<QUrl> url = normalizedServerUrl(file.url);
    if (!url) {
        tell(tr("The address in %1 cannot be used. %2").arg(name, url.error().text), url.error().remedy);
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Question, tr("Import from .env"), tr("Found in %1:").arg(name),
                                QMessageBox::Cancel, m_window);
    box->setObjectName(u"envQuestion"_s);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(
        tr("Address: %1\nKey: found, not shown\n\nMake a new connection from both?").arg(url.value().toString()));
    auto *add = box->addButton(tr("&Add connection"), QMessageBox::AcceptRole);
    box->setDefaultButton(add);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QMessageBox::finished, this, [this, box, add, file] {
        if (box->clickedButton() == add)
            emit imported(file);
    });
    box->open();
}

void EnvImport::tell(const QString &text, const QString &more)
{
    auto *box = new QMessageBox(QMessageBox::Information, tr("Import from .env"), text, QMessageBox::Ok, m_window);
    box->setObjectName(u"envMessage"_s);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(more);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace owui
