// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/parts/question.h"

#include <QPushButton>

namespace owui {

namespace {

QMessageBox *plainBox(const QString &name, QMessageBox::Icon icon, const QString &title, const QString &text,
                      const QString &more, QMessageBox::StandardButton button, QWidget *parent)
{
    auto *box = new QMessageBox(icon, title, text, button, parent);
    box->setObjectName(name);
    // Names and addresses are shown as they are, whatever they look like.
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(more);
    box->setAttribute(Qt::WA_DeleteOnClose);
    return box;
}

} // namespace

void ask(const Question &question, QWidget *parent, const std::function<void()> &go)
{
    auto *box = plainBox(question.name, question.icon, question.title, question.text, question.more,
                         QMessageBox::Cancel, parent);
    auto *agree =
        box->addButton(question.agree, question.isGrave ? QMessageBox::DestructiveRole : QMessageBox::AcceptRole);
    if (question.isGrave) {
        box->setDefaultButton(QMessageBox::Cancel);
    } else {
        box->setDefaultButton(agree);
    }
    QObject::connect(agree, &QPushButton::clicked, parent, go);
    box->open();
}

void tell(const QString &name, const QString &title, const QString &text, const QString &more, QWidget *parent)
{
    plainBox(name, QMessageBox::Information, title, text, more, QMessageBox::Ok, parent)->open();
}

} // namespace owui
