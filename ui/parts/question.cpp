// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/parts/question.h"

#include "ui/parts/named.h"

#include <QCheckBox>
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

void ask(const Question &question, QWidget *parent, const std::function<void()> &go, const QObject *context)
{
    const bool cancels = question.stay.isEmpty();
    auto *box = plainBox(question.name, question.icon, question.title, question.text, question.more,
                         cancels ? QMessageBox::Cancel : QMessageBox::NoButton, parent);
    QPushButton *agree = named(question.agreeName, box->addButton(question.agree, question.role));
    QPushButton *stay = cancels ? static_cast<QPushButton *>(box->button(QMessageBox::Cancel))
                                : box->addButton(question.stay, QMessageBox::RejectRole);
    box->setDefaultButton(question.isGrave ? stay : agree);
    box->setEscapeButton(stay);
    box->setCheckBox(question.tick);
    if (question.tick && !question.moreTicked.isEmpty()) {
        QObject::connect(question.tick, &QCheckBox::toggled, box,
                         [box, more = question.more, moreTicked = question.moreTicked](bool ticked) {
                             box->setInformativeText(ticked ? moreTicked : more);
                         });
    }
    QObject::connect(agree, &QPushButton::clicked, context ? context : parent, go);
    box->open();
}

void tell(const QString &name, const QString &title, const QString &text, const QString &more, QWidget *parent)
{
    plainBox(name, QMessageBox::Information, title, text, more, QMessageBox::Ok, parent)->open();
}

} // namespace owui
