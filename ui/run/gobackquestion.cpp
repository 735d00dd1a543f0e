// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/run/gobackquestion.h"

#include "server/connection.h"

#include <QCheckBox>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

GoBackQuestion::GoBackQuestion(const Connection &connection, const QList<GoBackRequest> &requests, QWidget *window)
    : QMessageBox(window)
    , m_production(connection.production)
    , m_requests(requests)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setTextFormat(Qt::PlainText);
    setIcon(connection.production ? QMessageBox::Warning : QMessageBox::Question);
}

GoBackQuestion::GoBackQuestion(const Connection &connection, const GoBackRequest &request, QWidget *window)
    : GoBackQuestion(connection, QList{request}, window)
{
    setObjectName(u"goBackQuestion"_s);
    setWindowTitle(tr("Go back"));
    setText(connection.production ? tr("Take %1 back on the production server %2?").arg(request.title, connection.name)
                                  : tr("Take %1 back on %2?").arg(request.title, connection.name));
    if (request.undoesCreate()) {
        setInformativeText(tr("It was not there before: a function is switched off, a tool is left."));
        addDelete(tr("&Delete it"));
    } else {
        setInformativeText(tr("Text, name, description, and whether it is on are brought back. Settings are not."));
    }
    addButtons(tr("&Go back"), u"goBack"_s);
}

GoBackQuestion::GoBackQuestion(const Connection &connection, const HistoryRun &run,
                               const QList<GoBackRequest> &requests, QWidget *window)
    : GoBackQuestion(connection, requests, window)
{
    setObjectName(u"undoQuestion"_s);
    setWindowTitle(tr("Undo the last deployment"));
    const QString when = QLocale().toString(run.started.toLocalTime(), QLocale::ShortFormat);
    setText(connection.production
                ? tr("Undo the deployment of %1 to the production server %2?").arg(when, connection.name)
                : tr("Undo the deployment of %1 to %2?").arg(when, connection.name));
    QStringList lines;
    const auto created = static_cast<int>(std::ranges::count_if(requests, &GoBackRequest::undoesCreate));
    if (const int updated = static_cast<int>(requests.size()) - created; updated > 0) {
        lines.append(tr("%n plugin(s) return to what they were.", nullptr, updated));
    }
    if (created > 0) {
        lines.append(tr("%n plugin(s) were new: functions are switched off, tools are left.", nullptr, created));
        addDelete(tr("&Delete what was new"));
    }
    lines.append(tr("Settings are not brought back."));
    setInformativeText(lines.join(u'\n'));
    addButtons(tr("&Undo"), u"undo"_s);
}

void GoBackQuestion::addDelete(const QString &text)
{
    auto *remove = new QCheckBox(text, this);
    remove->setObjectName(u"deleteCreated"_s);
    setCheckBox(remove);
}

void GoBackQuestion::addButtons(const QString &agree, const QString &name)
{
    QPushButton *goBack = addButton(agree, QMessageBox::AcceptRole);
    goBack->setObjectName(name);
    QPushButton *cancel = addButton(QMessageBox::Cancel);
    setDefaultButton(m_production ? cancel : goBack);
    connect(goBack, &QPushButton::clicked, this, [this] {
        for (GoBackRequest &request : m_requests) {
            request.deleteCreated = checkBox() && checkBox()->isChecked();
        }
        emit agreed(m_requests);
    });
}

} // namespace owui
