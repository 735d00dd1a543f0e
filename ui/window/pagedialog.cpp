// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/window/pagedialog.h"

#include "ui/parts/named.h"
#include "ui/parts/sizes.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace owui {

PageDialog::PageDialog(const QString &name, const QString &title, const QString &html, QWidget *parent)
    : QDialog(parent)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(name);
    setWindowTitle(title);
    auto *page = named(u"page"_s, new QTextBrowser(this));
    page->setAccessibleName(title);
    page->setOpenLinks(false);
    // With a cursor, which shows that the page has the focus.
    page->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    page->setHtml(html);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(page);
    layout->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    sizeInLetters(*this, 90, 30);
}

void PageDialog::addButton(const QString &name, const QString &text, const std::function<void()> &run)
{
    connect(namedButton(name, text, m_buttons), &QPushButton::clicked, this, run);
}

} // namespace owui
