// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/window/helpcontroller.h"

#include "ui/log/logmodel.h"
#include "ui/parts/windowactions.h"
#include "ui/window/helptexts.h"
#include "ui/window/pagedialog.h"
#include "ui/window/problemreport.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QUrl>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace owui {

HelpController::HelpController(const WindowActions &actions, const LogModel &log,
                               const std::function<QString()> &serverRelease, QWidget *window)
    : QObject(window)
    , m_log(log)
    , m_serverRelease(serverRelease)
    , m_window(window)
{
    connect(actions.guide, &QAction::triggered, this, [this] { showPage(u"guideDialog"_s, tr("Guide"), guidePage()); });
    connect(actions.shortcuts, &QAction::triggered, this,
            [this] { showPage(u"shortcutsDialog"_s, tr("Keys"), shortcutsPage(m_window->findChildren<QAction *>())); });
    connect(actions.about, &QAction::triggered, this,
            [this] { showPage(u"aboutDialog"_s, tr("About OWUI Deployer"), aboutPage()); });
    connect(actions.reportProblem, &QAction::triggered, this, &HelpController::reportProblem);
}

void HelpController::showPage(const QString &name, const QString &title, const QString &html)
{
    auto *dialog = m_window->findChild<PageDialog *>(name);
    if (!dialog) {
        dialog = new PageDialog(name, title, html, m_window);
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

void HelpController::reportProblem()
{
    const QString report = problemReport(m_log, m_serverRelease());
    QGuiApplication::clipboard()->setText(report);
    if (auto *open = m_window->findChild<PageDialog *>(u"reportDialog"_s)) {
        delete open; // it shows what was so before
    }
    const QString told = tr("This was copied. Paste it where you report the problem, and write what you did and what "
                            "you expected. Keys are left out; read it through before you send it.");
    showPage(u"reportDialog"_s, tr("Report a problem"),
             u"<p>"_s + told.toHtmlEscaped() + u"</p><pre style=\"white-space:pre-wrap\">"_s + report.toHtmlEscaped() +
                 u"</pre>"_s);
    // Only a build that names a page has one.
    if (const QUrl page(QStringLiteral(OWUI_REPORT_URL)); !page.isEmpty()) {
        m_window->findChild<PageDialog *>(u"reportDialog"_s)
            ->addButton(u"openReportPage"_s, tr("&Open the page"), [page] { QDesktopServices::openUrl(page); });
    }
}

} // namespace owui
