// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/run/reportactions.h"

#include "files/filewriter.h"
#include "isolated.h"
#include "onpool.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

struct ReportActionsTexts
{
    Q_DECLARE_TR_FUNCTIONS(ReportActions)
};

// The reason why it could not be written; empty where it was. Runs on the pool.
QString writeReport(const QString &fileName, const RunReport &report)
{
    const bool json = fileName.endsWith(u".json"_s, Qt::CaseInsensitive);
    const QByteArray text = json ? report.toJson() : report.toMarkdown().toUtf8();
    return writeFile(fileName, text);
}

void chooseFile(const RunReport &report, QWidget *window, const std::function<void(const Problem &)> &failed)
{
    auto *dialog = new QFileDialog(window, ReportActionsTexts::tr("Save the report"), QDir::homePath(),
                                   ReportActionsTexts::tr("Markdown (*.md);;JSON (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"reportDialog"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"md"_s);
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(u"json"_s) ? u"json"_s : u"md"_s);
    });
    QObject::connect(dialog, &QFileDialog::fileSelected, window, [report, window, failed](const QString &fileName) {
        const auto work = [fileName, report] { return writeReport(fileName, report); };
        onPool(window, work, [fileName, failed](const QString &reason) {
            if (!reason.isEmpty()) {
                failed({.text = ReportActionsTexts::tr("The report could not be saved to %1: %2")
                                    .arg(isolated(fileName), reason),
                        .remedy = ReportActionsTexts::tr("Choose another place.")});
            }
        });
    });
    dialog->open();
}

} // namespace

QList<MessageAction> reportActions(const RunReport &report, QWidget *window,
                                   std::function<void(const Problem &)> failed)
{
    return {{.text = ReportActionsTexts::tr("Save report…"),
             .run = [report, window, failed = std::move(failed)] { chooseFile(report, window, failed); },
             .closesMessage = false},
            {.text = ReportActionsTexts::tr("Copy report"),
             .run = [report] { QGuiApplication::clipboard()->setText(report.toMarkdown()); },
             .closesMessage = false}};
}

} // namespace owui
