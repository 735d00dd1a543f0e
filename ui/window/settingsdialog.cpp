// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/window/settingsdialog.h"

#include "ui/parts/editorcommand.h"
#include "ui/parts/named.h"
#include "ui/parts/plaintext.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

constexpr qint64 megabyte = qint64(1024) * 1024;

} // namespace

SettingsDialog::SettingsDialog(const Values &values, QWidget *parent)
    : QDialog(parent)
    , m_theme(named(u"settingsTheme"_s, new QComboBox(this)))
    , m_language(named(u"settingsLanguage"_s, new QComboBox(this)))
    , m_editor(named(u"settingsEditor"_s, new QComboBox(this)))
    , m_always(named(u"settingsAlwaysShowPlan"_s, new QCheckBox(tr("&Always show the plan"), this)))
    , m_raise(named(u"settingsRaiseVersions"_s,
                    new QCheckBox(tr("&Raise the patch number by itself, in this folder"), this)))
    , m_megabytes(named(u"historyMegabytes"_s, new QSpinBox(this)))
    , m_days(named(u"historyDays"_s, new QSpinBox(this)))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Settings"));
    auto *buttons =
        new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::RestoreDefaults, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
            [this] { showValues({}); });
    auto *layout = new QVBoxLayout(this);
    for (QWidget *group : {makeAppearance(), makeDeploying(), makeEditor(), makeHistory()}) {
        layout->addWidget(group);
    }
    layout->addStretch();
    layout->addWidget(buttons);
    showValues(values);
    m_raise->setEnabled(values.raisesVersions.has_value());
}

QWidget *SettingsDialog::makeAppearance()
{
    auto *group = new QGroupBox(tr("Appearance"), this);
    auto *form = new QFormLayout(group);
    for (const Theme theme : allOf<Theme>()) {
        m_theme->addItem(textOf(theme), nameOf(theme));
    }
    m_language->addItem(textOf(Theme::System), QString());
    // Each in its own words, for who cannot read the present ones.
    m_language->addItem(u"English"_s, u"en"_s);
    m_language->addItem(u"简体中文"_s, u"zh_CN"_s);
    form->addRow(tr("&Colours:"), m_theme);
    form->addRow(tr("&Language:"), m_language);
    auto *note = named(u"languageNote"_s, plainLabel(tr("The program speaks it from its next start on."), group));
    note->setForegroundRole(QPalette::PlaceholderText);
    form->addRow(QString(), note);
    return group;
}

QWidget *SettingsDialog::makeDeploying()
{
    auto *group = new QGroupBox(tr("Deploying"), this);
    auto *layout = new QVBoxLayout(group);
    layout->addWidget(m_always);
    layout->addWidget(m_raise);
    m_raise->setToolTip(
        tr("In the file, when a changed text is deployed that still has the server's version. The plan "
           "shows it. It is kept in the folder's .owui-deploy.json, so it also holds for owui-deploy."));
    m_always->setToolTip(tr("Also before a single plugin is deployed. A production server always shows it."));
    return group;
}

QWidget *SettingsDialog::makeEditor()
{
    auto *group = new QGroupBox(tr("Looking at files"), this);
    auto *form = new QFormLayout(group);
    m_editor->setEditable(true);
    // A preset is what it starts; its name is told beside it.
    m_editor->setInsertPolicy(QComboBox::NoInsert);
    for (const EditorPreset &preset : editorPresets()) {
        m_editor->addItem(preset.command);
        m_editor->setItemData(m_editor->count() - 1, preset.name, Qt::ToolTipRole);
    }
    m_editor->lineEdit()->setPlaceholderText(tr("As the desktop does, without the line"));
    m_editor->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_editor->setMinimumContentsLength(30);
    m_editor->setToolTip(tr("The command that opens a file at a line. {file} and {line} are filled in."));
    form->addRow(tr("&Editor:"), m_editor);
    return group;
}

QWidget *SettingsDialog::makeHistory()
{
    auto *group = new QGroupBox(tr("History"), this);
    auto *form = new QFormLayout(group);
    m_megabytes->setRange(1, static_cast<int>(HistoryLimits::mostMegabytes));
    m_megabytes->setSingleStep(256);
    m_megabytes->setGroupSeparatorShown(true);
    m_megabytes->setSuffix(tr(" MiB"));
    m_days->setRange(1, static_cast<int>(HistoryLimits::mostDays));
    m_days->setGroupSeparatorShown(true);
    m_days->setSuffix(tr(" days"));
    form->addRow(tr("At &most:"), m_megabytes);
    form->addRow(tr("&Keep for:"), m_days);
    form->addRow(
        plainLabel(tr("What servers had before each change is kept on this computer. With the next change, what "
                      "is older or too much is taken away, the oldest first; then there is no way back to it."),
                   group));
    return group;
}

void SettingsDialog::showValues(const Values &values)
{
    m_theme->setCurrentIndex(m_theme->findData(nameOf(values.appearance.theme)));
    m_language->setCurrentIndex(std::max(0, m_language->findData(values.appearance.language)));
    m_editor->setEditText(values.editorCommand);
    m_always->setChecked(values.alwaysShowPlan);
    m_raise->setChecked(values.raisesVersions.value_or(false));
    m_megabytes->setValue(static_cast<int>(values.limits.bytes / megabyte));
    m_days->setValue(static_cast<int>(values.limits.age.count()));
}

SettingsDialog::Values SettingsDialog::values() const
{
    const auto theme = fromName<Theme>(m_theme->currentData().toString());
    return {.alwaysShowPlan = m_always->isChecked(),
            .limits = {.bytes = m_megabytes->value() * megabyte, .age = std::chrono::days(m_days->value())},
            .editorCommand = m_editor->currentText().trimmed(),
            .appearance = {.theme = theme.value_or(Theme::System), .language = m_language->currentData().toString()},
            .raisesVersions = m_raise->isEnabled() ? std::optional(m_raise->isChecked()) : std::nullopt};
}

} // namespace owui
