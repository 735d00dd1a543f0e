// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/envimport.h"

#include "ui/parts/question.h"

#include "onpool.h"
#include "server/connection.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

struct EnvImportTexts
{
    Q_DECLARE_TR_FUNCTIONS(EnvImport)
};

void show(const QString &path, const Result<EnvFile> &result, QWidget *window,
          const std::function<void(const EnvFile &)> &take)
{
    const QString title = EnvImportTexts::tr("Import from .env");
    if (!result) {
        tell(u"envMessage"_s, title, result.error().text, result.error().remedy, window);
        return;
    }
    const EnvFile &file = result.value();
    const QString address = normalizedServerUrl(file.url).value().toString();
    ask({.name = u"envQuestion"_s,
         .title = title,
         .text = EnvImportTexts::tr("Found in %1:").arg(QDir::toNativeSeparators(path)),
         .more =
             EnvImportTexts::tr("Address: %1\nKey: found, not shown\n\nMake a new connection from both?").arg(address),
         .agree = EnvImportTexts::tr("&Add connection"),
         .role = QMessageBox::AcceptRole,
         .isGrave = false},
        window, [take, file] { take(file); });
}

} // namespace

void importEnv(const QString &folder, QWidget *window, const std::function<void(const EnvFile &)> &take)
{
    auto *dialog =
        new QFileDialog(window, EnvImportTexts::tr("Import from .env"), folder.isEmpty() ? QDir::homePath() : folder,
                        EnvImportTexts::tr("Settings of the scripts (.env *.env .env.*);;All files (*)"));
    dialog->setObjectName(u"envFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    // A name that begins with a dot is hidden everywhere else.
    dialog->setFilter(dialog->filter() | QDir::Hidden);
    QObject::connect(dialog, &QFileDialog::fileSelected, window, [window, take](const QString &path) {
        onPool(
            window, [path] { return EnvFile::readBoth(path); },
            [path, window, take](const Result<EnvFile> &result) { show(path, result, window, take); });
    });
    dialog->open();
}

} // namespace owui
