// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/log/logpane.h"

#include "files/filewriter.h"
#include "isolated.h"
#include "onpool.h"
#include "ui/log/logview.h"
#include "ui/parts/icons.h"
#include "ui/parts/named.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QSettings>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace owui {

LogPane::LogPane(QSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_filter(m_model)
    , m_view(new LogView(m_filter, this))
{
    lined<QVBoxLayout>(this, {makeBar(), m_view})->setSpacing(4);
    restoreOptions();
    const auto takeChoice = [this] {
        applyOptions();
        saveOptions();
    };
    connect(m_level, &QComboBox::currentIndexChanged, this, takeChoice);
    connect(m_selectedOnly, &QCheckBox::toggled, this, takeChoice);
    connect(m_details, &QCheckBox::toggled, this, takeChoice);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, &LogPane::showMenu);
}

QWidget *LogPane::makeBar()
{
    auto *bar = new QWidget(this);
    m_level = new QComboBox(bar);
    m_level->setAccessibleName(tr("Which lines the log shows"));
    m_level->addItem(tr("All levels"), static_cast<int>(LogLevel::Info));
    m_level->addItem(tr("Warnings and errors"), static_cast<int>(LogLevel::Warning));
    m_level->addItem(tr("Errors"), static_cast<int>(LogLevel::Error));
    m_selectedOnly = new QCheckBox(tr("Selected &plugins only"), bar);
    m_details = new QCheckBox(tr("De&tails"), bar);
    m_details->setToolTip(tr("One more line for each request to the server"));

    auto *title = new QLabel(tr("&Log"), bar);
    title->setBuddy(m_view);
    auto *layout = lined<QHBoxLayout>(bar, {title, m_level, m_selectedOnly, m_details});
    layout->addStretch();
    const auto addButton = [bar, layout](const QString &icon, const QString &text, const QString &tip) {
        auto *button = new QToolButton(bar);
        button->setIcon(themedIcon(icon));
        button->setText(text);
        button->setToolTip(tip);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        layout->addWidget(button);
        return button;
    };
    connect(addButton(u"save"_s, tr("Save…"), tr("Save the lines shown to a file")), &QToolButton::clicked, this,
            &LogPane::chooseFile);
    connect(addButton(u"copy"_s, tr("Copy"), tr("Copy the selected lines, or all that are shown")),
            &QToolButton::clicked, m_view, &LogView::copy);
    connect(addButton(u"clear"_s, tr("Clear"), tr("Remove every line")), &QToolButton::clicked, &m_model,
            &LogModel::clear);
    return bar;
}

void LogPane::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Copy"), m_view, &LogView::copy);
    menu->addAction(tr("Copy &all"), m_view, &LogView::copyAll);
    menu->addAction(tr("&Save…"), this, &LogPane::chooseFile);
    menu->addAction(tr("C&lear"), &m_model, &LogModel::clear);
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

void LogPane::restoreOptions()
{
    const int level = m_level->findData(m_settings.value("log/level"));
    m_level->setCurrentIndex(qMax(0, level));
    m_selectedOnly->setChecked(m_settings.value("log/selectedOnly").toBool());
    m_details->setChecked(m_settings.value("log/details").toBool());
    applyOptions();
}

void LogPane::applyOptions()
{
    m_filter.setLevel(static_cast<LogLevel>(m_level->currentData().toInt()));
    m_filter.setDetails(m_details->isChecked());
    if (m_selectedOnly->isChecked()) {
        m_filter.setPaths(QSet<QString>(m_selectedPaths.cbegin(), m_selectedPaths.cend()));
    } else {
        m_filter.showAllPaths();
    }
}

void LogPane::saveOptions()
{
    m_settings.setValue("log/level", m_level->currentData());
    m_settings.setValue("log/selectedOnly", m_selectedOnly->isChecked());
    m_settings.setValue("log/details", m_details->isChecked());
}

void LogPane::setSelectedPaths(const QStringList &paths)
{
    m_selectedPaths = paths;
    applyOptions();
}

void LogPane::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Save the log"), {}, tr("Text files (*.txt *.log)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"txt"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &LogPane::save);
    dialog->open();
}

void LogPane::save(const QString &fileName)
{
    const auto work = [fileName, text = m_view->allPlainText()] { return writeFile(fileName, text.toUtf8()); };
    onPool(this, work, [this, fileName](const QString &reason) {
        if (!reason.isEmpty()) {
            emit problemFound({.text = tr("The log could not be saved to %1: %2").arg(isolated(fileName), reason),
                               .remedy = tr("Choose another place.")});
        }
    });
}

} // namespace owui
