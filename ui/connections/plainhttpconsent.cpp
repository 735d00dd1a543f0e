// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/plainhttpconsent.h"

#include "ui/parts/question.h"

#include "server/connection.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace owui {

bool PlainHttpConsent::isNeeded(const QUrl &url) const
{
    return isReadableOnTheWay(url) && !m_given.contains(originOf(url));
}

void PlainHttpConsent::ask(const QUrl &url, QWidget *parent, const std::function<void()> &go)
{
    if (!isNeeded(url)) {
        go();
        return;
    }
    const auto agreed = [this, origin = originOf(url), go] {
        m_given.insert(origin);
        go();
    };
    owui::ask({.name = u"plainHttpQuestion"_s,
               .title = tr("Not encrypted"),
               .text = tr("%1 is another machine, and the way there is not encrypted.").arg(url.toString()),
               .more = tr("Everybody on the way can read the key or password and deploy code with it. Use an address "
                          "with https where there is one."),
               .agree = tr("Use without &encryption"),
               .icon = QMessageBox::Warning},
              parent, agreed);
}

} // namespace owui
