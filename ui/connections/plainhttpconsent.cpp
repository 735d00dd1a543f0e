// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/plainhttpconsent.h"

#include "server/connection.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace owui {

bool PlainHttpConsent::isNeeded(const QUrl &url) const
{
    return url.scheme() == u"http"_s && !isThisMachine(url) && !m_given.contains(originOf(url));
}

void PlainHttpConsent::ask(const QUrl &url, QWidget *parent, const std::function<void()> &go)
{
    if (!isNeeded(url)) {
        go();
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Warning, QCoreApplication::translate("PlainHttpConsent", "Not encrypted"),
                                QCoreApplication::translate("PlainHttpConsent",
                                                            "%1 is another machine, and the way there is not "
                                                            "encrypted.")
                                    .arg(url.toString()),
                                QMessageBox::Cancel, parent);
    box->setObjectName(u"plainHttpQuestion"_s);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(QCoreApplication::translate("PlainHttpConsent",
                                                        "Everybody on the way can read the key or password and deploy "
                                                        "code with it. Use an address with https where there is one."));
    auto *agree = box->addButton(QCoreApplication::translate("PlainHttpConsent", "Use without &encryption"),
                                 QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(box, &QMessageBox::finished, parent, [this, box, agree, go, origin = originOf(url)] {
        if (box->clickedButton() != agree)
            return;
        m_given.insert(origin);
        go();
    });
    box->open();
}

} // namespace owui
