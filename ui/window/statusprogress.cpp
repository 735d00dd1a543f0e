// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/window/statusprogress.h"

#include "ui/parts/icons.h"
#include "ui/parts/named.h"
#include "ui/parts/sizes.h"

#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace owui {
namespace {

// Most folders and servers are read before anybody could read that they are.
constexpr auto busyDelay = 150ms;

} // namespace

StatusProgress::StatusProgress(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QToolButton(this))
{
    lined<QHBoxLayout>(this, {m_text, m_bar, m_cancel});
    m_bar->setTextVisible(false);
    m_bar->setMaximumWidth(lettersWide(fontMetrics(), 30));
    m_bar->setAccessibleName(tr("Progress"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setIcon(themedIcon(u"cancel"_s));
    m_cancel->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_cancel->setAutoRaise(true);
    m_cancel->setFocusPolicy(Qt::StrongFocus);
    m_delay.setSingleShot(true);
    m_delay.setInterval(busyDelay);
    connect(&m_delay, &QTimer::timeout, this, &QWidget::show);
    connect(m_cancel, &QToolButton::clicked, this, &StatusProgress::cancelRequested);
    clear();
}

void StatusProgress::showDeploy(int done, int total, int failed)
{
    if (total == 1) { // a bar that stands still says that nothing happens
        m_bar->setRange(0, 0);
        m_text->setText(tr("At work…"));
        setVisible(true);
        return;
    }
    m_bar->setRange(0, total);
    m_bar->setValue(done);
    const QString progress = tr("%L1 of %L2", "done, total").arg(QLocale().toString(done), QLocale().toString(total));
    m_text->setText(failed > 0 ? tr("%1 · %L2 failed", "progress, how many").arg(progress, QLocale().toString(failed))
                               : progress);
    setVisible(true);
}

void StatusProgress::showScan(int filesRead)
{
    showBusy(tr("Reading the folder… %L1", "how many files").arg(filesRead));
}

void StatusProgress::showRefresh()
{
    showBusy(tr("Reading the server…"));
}

void StatusProgress::showLookUps(int done, int total)
{
    showBusy(tr("Looking up %L1 of %L2 on the server…", "done, total")
                 .arg(QLocale().toString(done), QLocale().toString(total)));
    m_bar->setRange(0, total);
    m_bar->setValue(done);
}

void StatusProgress::showBusy(const QString &text)
{
    m_bar->setRange(0, 0);
    m_text->setText(text);
    if (isHidden() && !m_delay.isActive()) {
        m_delay.start();
    }
}

void StatusProgress::clear()
{
    m_delay.stop();
    m_bar->reset();
    m_text->clear();
    setVisible(false);
}

QString StatusProgress::text() const
{
    return m_text->text();
}

} // namespace owui
