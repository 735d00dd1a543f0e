// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/connectiontestview.h"

#include "ui/connections/connectiondraftmodel.h"
#include "ui/connections/plainhttpconsent.h"
#include "ui/parts/icons.h"
#include "ui/parts/named.h"
#include "ui/parts/plaintext.h"

#include "server/connectiontest.h"

#include <QGridLayout>
#include <QLabel>

#include <utility>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

using StepState = ConnectionTestStep::State;

QIcon stateIcon(StepState state)
{
    return state == StepState::Passed    ? toneIcon(Tone::Good)
           : state == StepState::Failed  ? toneIcon(Tone::Bad)
           : state == StepState::Running ? themedIcon(u"refresh"_s)
                                         : QIcon();
}

} // namespace

ConnectionTestView::ConnectionTestView(ConnectionDraftModel &drafts, PlainHttpConsent &consent, QWidget *parent)
    : QWidget(parent)
    , m_drafts(drafts)
    , m_button(namedButton(u"testConnection"_s, {}, this))
    , m_summary(named(u"testSummary"_s, new FieldNote(this)))
    , m_list(new QWidget(this))
{
    m_list->hide();
    auto *grid = new QGridLayout(m_list);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(2, 1);
    auto *top = new QHBoxLayout;
    top->addWidget(m_button);
    top->addWidget(m_summary, 1, Qt::AlignVCenter);
    top->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(top);
    layout->addWidget(m_list);
    connect(m_button, &QPushButton::clicked, this, [this, &consent] { isRunning() ? stop() : ask(consent); });
    connect(&drafts, &ConnectionDraftModel::anotherShown, this, &ConnectionTestView::clear);
    connect(&drafts, &ConnectionDraftModel::edited, this, &ConnectionTestView::stop);
    connect(&drafts, &ConnectionDraftModel::changed, this, &ConnectionTestView::refreshButton);
    refreshButton();
}

void ConnectionTestView::ask(PlainHttpConsent &consent)
{
    m_drafts.settleOrigin();
    const Connection connection = m_drafts.shown().connection;
    const Credential credential = m_drafts.shown().credential();
    if (credential.isEmpty()) {
        start(connection, credential);
    } else {
        consent.ask(connection.url, this, [this, connection, credential] { start(connection, credential); });
    }
}

void ConnectionTestView::start(const Connection &connection, const Credential &credential)
{
    clear();
    m_test = new ConnectionTest(connection, credential, this);
    connect(m_test, &ConnectionTest::stepChanged, this, &ConnectionTestView::showSteps);
    connect(m_test, &ConnectionTest::finished, this, [this] {
        const QUrl server = m_test->address();
        const bool isPage = server != m_drafts.shown().connection.url;
        const auto kind = m_test->passed() ? FieldNote::Success : FieldNote::Error;
        const QString summary = m_test->passed() ? tr("Everything needed for deploying works.")
                                                 : tr("Deploying would not work yet; see below.");
        end(kind, summary);
        if (isPage) { // the result is of the address that is taken over
            m_drafts.editAddress(server.toString());
            m_summary->setNote(kind, summary);
        }
    });
    m_test->start();
    m_list->show();
    m_summary->setNote(FieldNote::Information, tr("Testing %1…").arg(connection.url.toString()));
    refreshButton();
}

void ConnectionTestView::stop()
{
    if (isRunning()) {
        m_test->cancel();
        end(FieldNote::Information, tr("The test was cancelled."));
    } else if (!m_list->isHidden()) {
        m_summary->setNote(FieldNote::Information, tr("The values have changed since this test."));
    }
}

void ConnectionTestView::clear()
{
    stop();
    m_list->hide();
    m_summary->clear();
}

void ConnectionTestView::end(FieldNote::Kind kind, const QString &summary)
{
    showSteps();
    m_summary->setNote(kind, summary);
    // This may be inside a signal of the test: it goes when control is back in the event loop.
    m_test->disconnect(this);
    std::exchange(m_test, nullptr)->deleteLater();
    refreshButton();
}

void ConnectionTestView::showSteps()
{
    auto *grid = qobject_cast<QGridLayout *>(m_list->layout());
    const int size = fontMetrics().height();
    for (const ConnectionTestStep &step : m_test->steps()) {
        const int index = int(step.step);
        while (m_rows.size() <= index) {
            m_rows.append(std::array{new QLabel(m_list), new QLabel(m_list), plainLabel({}, m_list)});
            for (int column = 0; column < 3; ++column) {
                grid->addWidget(m_rows.last().at(column), int(m_rows.size()) - 1, column, Qt::AlignTop);
            }
        }
        const auto &[icon, name, text] = m_rows.at(index);
        icon->setFixedSize(size, size);
        icon->setPixmap(stateIcon(step.state).pixmap(icon->size(), devicePixelRatioF()));
        icon->setAccessibleName(textOf(step.state));
        name->setText(textOf(step.step));
        const QString told = Problem{step.text, step.remedy}.sentences();
        text->setText(told.isEmpty() ? textOf(step.state) : told);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        // Waiting and skipped steps step back; their text says the same.
        const bool quiet = step.state == StepState::Waiting || step.state == StepState::Skipped;
        name->setEnabled(!quiet);
        text->setEnabled(!quiet);
    }
}

void ConnectionTestView::refreshButton()
{
    const QString obstacle = problemOf(m_drafts.problems(), ConnectionField::Url);
    m_button->setText(isRunning() ? tr("Cancel &test") : tr("&Test connection"));
    m_button->setEnabled(isRunning() || obstacle.isEmpty());
    m_button->setToolTip(isRunning() ? QString() : obstacle);
}

} // namespace owui
