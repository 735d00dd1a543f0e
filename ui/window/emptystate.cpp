// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/window/emptystate.h"

#include "ui/parts/icons.h"
#include "ui/parts/linkbutton.h"
#include "ui/parts/named.h"
#include "ui/parts/plaintext.h"
#include "ui/parts/windowactions.h"

#include <QBoxLayout>
#include <QDir>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

constexpr qsizetype shownFolders = 5;

} // namespace

EmptyState::EmptyState(const WindowActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_recent(new QWidget(this))
    , m_recentLayout(new QVBoxLayout(m_recent))
{
    auto *column = new QVBoxLayout;
    auto *title = new QLabel(tr("Deploy Open WebUI plugins from a folder"), this);
    QFont font = title->font();
    font.setPointSizeF(font.pointSizeF() * 1.5);
    title->setFont(font);
    column->addWidget(title);
    auto *text = new QLabel(
        tr("Open the folder that holds your plugins, choose a server, and click Deploy. You can drop a folder here."),
        this);
    text->setWordWrap(true);
    column->addWidget(text);

    const auto addButton = [this, column](const QString &objectName, const QString &icon, const QAction *action,
                                          const QString &name, const QString &description) {
        auto *button = named(objectName, new LinkButton(name, description, this));
        button->setIcon(themedIcon(icon));
        column->addWidget(button);
        connect(button, &LinkButton::clicked, action, &QAction::trigger);
    };
    addButton(u"chooseFolder"_s, u"open-folder"_s, actions.openFolder, tr("Choos&e folder…"),
              tr("It is read, and nothing in it is changed."));
    addButton(u"addServer"_s, u"connections"_s, actions.addServer, tr("&Add server…"),
              tr("Where Open WebUI runs, and an API key for it."));
    addButton(u"practice"_s, u"deploy"_s, actions.practice, tr("&Try the practice server"),
              tr("Sample plugins and a pretended Open WebUI on this computer. Nothing leaves it."));

    m_recentLayout->setContentsMargins(0, 12, 0, 0);
    m_recent->setVisible(false);
    column->addWidget(m_recent);

    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addLayout(column, 3);
    middle->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(1);
    layout->addLayout(middle);
    layout->addStretch(2);
}

void EmptyState::setRecentFolders(const QStringList &folders)
{
    while (QLayoutItem *item = m_recentLayout->takeAt(0)) {
        // A button of the list may be what brought us here.
        item->widget()->deleteLater();
        delete item;
    }
    m_recentLayout->addWidget(new QLabel(tr("Recent folders"), m_recent));
    for (const QString &folder : folders.first(qMin(folders.size(), shownFolders))) {
        auto *button = new LinkButton(withoutMnemonic(QDir::toNativeSeparators(folder)), {}, m_recent);
        button->setIcon(themedIcon(u"open-folder"_s));
        m_recentLayout->addWidget(button);
        connect(button, &LinkButton::clicked, this, [this, folder] { emit folderRequested(folder); });
    }
    m_recent->setVisible(!folders.isEmpty());
}

} // namespace owui
