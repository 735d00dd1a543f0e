// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/window/settingsdialog.h"

#include "ui/parts/named.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

constexpr qint64 megabyte = qint64(1024) * 1024;

} // namespace

SettingsDialog::SettingsDialog(bool alwaysShowPlan, const HistoryLimits &limits, QWidget *parent)
    : QDialog(parent)
    , m_always(named(u"settingsAlwaysShowPlan"_s, new QCheckBox(tr("&Always show the plan"), this)))
    , m_megabytes(named(u"historyMegabytes"_s, new QSpinBox(this)))
    , m_days(named(u"historyDays"_s, new QSpinBox(this)))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Settings"));
    auto *deploying = new QGroupBox(tr("Deploying"), this);
    auto *plan = new QVBoxLayout(deploying);
    plan->addWidget(m_always);
    m_always->setToolTip(tr("Also before a single plugin is deployed. A production server always shows it."));

    auto *history = new QGroupBox(tr("History"), this);
    auto *form = new QFormLayout(history);
    m_megabytes->setRange(1, static_cast<int>(HistoryLimits::mostMegabytes));
    m_megabytes->setSingleStep(256);
    m_megabytes->setGroupSeparatorShown(true);
    m_megabytes->setSuffix(tr(" MiB"));
    m_days->setRange(1, static_cast<int>(HistoryLimits::mostDays));
    m_days->setGroupSeparatorShown(true);
    m_days->setSuffix(tr(" days"));
    form->addRow(tr("At &most:"), m_megabytes);
    form->addRow(tr("&Keep for:"), m_days);
    auto *note =
        new QLabel(tr("What servers had before each change is kept on this computer. With the next change, what "
                      "is older or too much is taken away, the oldest first; then there is no way back to it."),
                   history);
    note->setWordWrap(true);
    form->addRow(note);

    auto *buttons =
        new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::RestoreDefaults, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
            [this] { showValues(false, {}); });
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(deploying);
    layout->addWidget(history);
    layout->addStretch();
    layout->addWidget(buttons);
    showValues(alwaysShowPlan, limits);
}

void SettingsDialog::showValues(bool alwaysShowPlan, const HistoryLimits &limits)
{
    m_always->setChecked(alwaysShowPlan);
    m_megabytes->setValue(static_cast<int>(limits.bytes / megabyte));
    m_days->setValue(static_cast<int>(limits.age.count()));
}

bool SettingsDialog::alwaysShowPlan() const
{
    return m_always->isChecked();
}

HistoryLimits SettingsDialog::limits() const
{
    return {.bytes = m_megabytes->value() * megabyte, .age = std::chrono::days(m_days->value())};
}

} // namespace owui
