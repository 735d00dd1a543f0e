// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/diff/diffdialog.h"

#include "ui/parts/named.h"
#include "ui/parts/plaintext.h"
#include "ui/parts/sizes.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace owui {

DiffDialog::DiffDialog(const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_view(new DiffView(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_view, 1);
    const auto addButton = [this](const QString &text, const QString &name, const QKeySequence &key) {
        QPushButton *button = namedButton(name, text, m_buttons);
        button->setShortcut(key);
        button->setEnabled(false);
        return button;
    };
    m_previous = addButton(tr("&Previous change"), u"previousChange"_s, Qt::SHIFT | Qt::Key_F7);
    m_next = addButton(tr("&Next change"), u"nextChange"_s, Qt::Key_F7);
    m_copy = addButton(tr("&Copy"), u"copyDiff"_s, {});
    layout->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_next, &QPushButton::clicked, this, [this] { m_view->goTo(m_view->nextChange()); });
    connect(m_previous, &QPushButton::clicked, this, [this] { m_view->goTo(m_view->previousChange()); });
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_view->unified()); });
    connect(m_view, &DiffView::ready, this, &DiffDialog::takeLines);
    connect(m_view, &DiffView::moved, this, &DiffDialog::updateButtons);
    sizeInLetters(*this, 150, 44);
}

void DiffDialog::offerToDeploy(const QString &text)
{
    QPushButton *deploy = namedButton(u"deployFromDiff"_s, withoutMnemonic(text), m_buttons);
    connect(deploy, &QPushButton::clicked, this, [this] {
        accept();
        emit deployRequested();
    });
}

void DiffDialog::takeLines()
{
    m_copy->setEnabled(!m_view->unified().isEmpty());
    m_view->setFocus(Qt::OtherFocusReason);
    updateButtons();
    emit ready();
}

void DiffDialog::updateButtons()
{
    m_next->setEnabled(m_view->nextChange() >= 0);
    m_previous->setEnabled(m_view->previousChange() >= 0);
}

} // namespace owui
