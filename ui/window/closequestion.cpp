// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/window/closequestion.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CloseQuestion)
};

} // namespace

void askBeforeClosing(QWidget *window, std::function<void()> stop)
{
    auto *question = new QMessageBox(window);
    question->setObjectName(u"closeQuestion"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setIcon(QMessageBox::Question);
    question->setWindowTitle(Texts::tr("Still at work"));
    question->setText(Texts::tr("Plugins are still being deployed or taken back."));
    question->setInformativeText(
        Texts::tr("What waits would not be sent. The server may still finish what it has begun."));
    QPushButton *stopping = question->addButton(Texts::tr("&Stop and close"), QMessageBox::DestructiveRole);
    stopping->setObjectName(u"stop"_s);
    QPushButton *stay = question->addButton(Texts::tr("&Keep open"), QMessageBox::RejectRole);
    question->setDefaultButton(stay);
    question->setEscapeButton(stay);
    QObject::connect(stopping, &QAbstractButton::clicked, window, std::move(stop));
    question->open();
}

} // namespace owui
