// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/run/consentdialog.h"

#include "ui/parts/plaintext.h"
#include "ui/parts/production.h"
#include "ui/parts/sizes.h"

#include "isolated.h"
#include "server/connection.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

namespace owui {

namespace {

constexpr int mostLinesHigh = 34;

} // namespace

ConsentDialog::ConsentDialog(const QString &server, const QList<DeployResult> &blocked, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Decide how to go on"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(plainLabel(
        tr("Nothing was sent to %1 for these plugins yet. What should happen?").arg(isolated(server)), this));

    auto *list = new QWidget(this);
    auto *listLayout = new QVBoxLayout(list);
    for (const DeployResult &result : blocked) {
        auto *question = new ConsentQuestion(result, list);
        question->setFrameShape(QFrame::StyledPanel);
        listLayout->addWidget(question);
        m_questions.append(question);
        connect(question, &ConsentQuestion::diffRequested, this, &ConsentDialog::diffRequested);
        connect(question, &ConsentQuestion::changed, this, [this] { m_deploy->setEnabled(!answers().isEmpty()); });
    }
    listLayout->addStretch();
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus); // it shows none, and follows what has it
    area->setWidget(list);
    layout->addWidget(area);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_deploy = buttons->addButton(tr("&Deploy as chosen"), QDialogButtonBox::AcceptRole);
    m_deploy->setEnabled(false);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    // The height that the questions need at this width; of many, as much as a screen has.
    const int width = lettersWide(fontMetrics(), 100);
    area->setMinimumHeight(std::min(listLayout->totalHeightForWidth(width) + 2 * area->frameWidth(),
                                    mostLinesHigh * fontMetrics().height()));
    sizeInLetters(*this, 100, 0);
}

void ConsentDialog::tellProduction(const Connection &connection)
{
    if (connection.production) {
        m_deploy->setText(tr("&Deploy to production as chosen"));
    }
    guardProduction(*m_deploy, connection);
}

QList<ConsentAnswer> ConsentDialog::answers() const
{
    QList<ConsentAnswer> answers;
    for (const ConsentQuestion *question : m_questions) {
        if (const auto answer = question->answer()) {
            answers.append(*answer);
        }
    }
    return answers;
}

} // namespace owui
