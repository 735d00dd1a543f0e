// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/connectiontestview.h"

#include "ui/parts/fieldnote.h"
#include "ui/parts/icons.h"

#include "server/connectionnetwork.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

QIcon stateIcon(ConnectionTestStep::State state)
{
    switch (state) {
    case ConnectionTestStep::State::Passed:
        return themedIcon(u"success"_s, Tone::Good);
    case ConnectionTestStep::State::Failed:
        return themedIcon(u"error"_s, Tone::Bad);
    case ConnectionTestStep::State::Running:
        return themedIcon(u"refresh"_s);
    case ConnectionTestStep::State::Waiting:
    case ConnectionTestStep::State::Skipped:
        break;
    }
    return {};
}

} // namespace

struct ConnectionTestView::Run
{
    Run(const Connection &connection, const Credential &credential)
        : network(connection)
        , server(network.manager(), connection, credential)
        , test(server)
    {
    }

    ConnectionNetwork network;
    OpenWebUi server;
    ConnectionTest test;
};

ConnectionTestView::ConnectionTestView(QWidget *parent)
    : QWidget(parent)
    , m_button(new QPushButton(this))
    , m_summary(new FieldNote(this))
    , m_list(new QWidget(this))
{
    m_button->setObjectName(u"testConnection"_s);
    m_button->setAutoDefault(false);
    m_summary->setObjectName(u"testSummary"_s);
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
    connect(m_button, &QPushButton::clicked, this, [this] { isRunning() ? cancel() : emit startRequested(); });
    refreshButton();
}

ConnectionTestView::~ConnectionTestView() = default;

void ConnectionTestView::start(const Connection &connection, const Credential &credential)
{
    endRun();
    m_run = std::make_unique<Run>(connection, credential);
    connect(&m_run->test, &ConnectionTest::stepChanged, this, [this](int index) {
        m_steps = m_run->test.steps();
        showStep(index);
    });
    connect(&m_run->test, &ConnectionTest::finished, this, &ConnectionTestView::finish);
    m_run->test.start();
    m_steps = m_run->test.steps();
    for (int index = 0; index < m_steps.size(); ++index)
        showStep(index);
    m_list->show();
    m_summary->setNote(FieldNote::Kind::Information, tr("Testing %1…").arg(connection.url.toString()));
    refreshButton();
}

void ConnectionTestView::cancel()
{
    if (!isRunning())
        return;
    m_run->test.disconnect(this);
    m_run->test.cancel();
    endRun();
    for (int index = 0; index < m_steps.size(); ++index) {
        ConnectionTestStep &step = m_steps[index];
        if (step.state == ConnectionTestStep::State::Running || step.state == ConnectionTestStep::State::Waiting)
            step.state = ConnectionTestStep::State::Skipped;
        showStep(index);
    }
    m_summary->setNote(FieldNote::Kind::Information, tr("The test was cancelled."));
}

void ConnectionTestView::markOld()
{
    if (isRunning())
        cancel();
    else if (!m_steps.isEmpty())
        m_summary->setNote(FieldNote::Kind::Information, tr("The values have changed since this test."));
}

void ConnectionTestView::clear()
{
    cancel();
    m_steps.clear();
    m_list->hide();
    m_summary->clear();
}

void ConnectionTestView::setObstacle(const QString &text)
{
    m_obstacle = text;
    refreshButton();
}

QString ConnectionTestView::text() const
{
    QStringList lines;
    for (const ConnectionTestStep &step : m_steps) {
        lines.append(u"%1: %2. %3 %4"_s.arg(textOf(step.step), textOf(step.state), step.text, step.remedy).trimmed());
    }
    return lines.join(u'\n');
}

void ConnectionTestView::showStep(int index)
{
    auto *grid = qobject_cast<QGridLayout *>(m_list->layout());
    while (m_rows.size() <= index) {
        Row row{.icon = new QLabel(m_list), .name = new QLabel(m_list), .text = new QLabel(m_list)};
        row.text->setTextFormat(Qt::PlainText);
        row.text->setWordWrap(true);
        row.text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        const int line = int(m_rows.size());
        grid->addWidget(row.icon, line, 0, Qt::AlignTop);
        grid->addWidget(row.name, line, 1, Qt::AlignTop);
        grid->addWidget(row.text, line, 2, Qt::AlignTop);
        m_rows.append(row);
    }
    const ConnectionTestStep &step = m_steps.at(index);
    const Row &row = m_rows.at(index);
    const int size = fontMetrics().height();
    row.icon->setFixedSize(size, size);
    row.icon->setPixmap(stateIcon(step.state).pixmap(QSize(size, size), devicePixelRatioF()));
    row.icon->setAccessibleName(textOf(step.state));
    row.name->setText(textOf(step.step));
    const QString text = QString(step.text + u' ' + step.remedy).trimmed();
    row.text->setText(text.isEmpty() ? textOf(step.state) : text);
    // Waiting and skipped steps step back; their text says the same.
    const bool quiet =
        step.state == ConnectionTestStep::State::Waiting || step.state == ConnectionTestStep::State::Skipped;
    row.name->setEnabled(!quiet);
    row.text->setEnabled(!quiet);
}

void ConnectionTestView::finish()
{
    m_steps = m_run->test.steps();
    for (int index = 0; index < m_steps.size(); ++index)
        showStep(index);
    if (m_run->test.passed())
        m_summary->setNote(FieldNote::Kind::Information, tr("Everything needed for deploying works."));
    else
        m_summary->setNote(FieldNote::Kind::Error, tr("Deploying would not work yet; see below."));
    endRun();
}

void ConnectionTestView::endRun()
{
    if (!m_run)
        return;
    // This may be inside a signal of the test: it goes when control is back in the event loop.
    m_run->test.disconnect(this);
    QMetaObject::invokeMethod(
        this, [ended = std::shared_ptr<Run>(std::move(m_run))] { Q_UNUSED(ended) }, Qt::QueuedConnection);
    refreshButton();
}

void ConnectionTestView::refreshButton()
{
    m_button->setText(isRunning() ? tr("Cancel &test") : tr("&Test connection"));
    m_button->setEnabled(isRunning() || m_obstacle.isEmpty());
    m_button->setToolTip(isRunning() ? QString() : m_obstacle);
}

} // namespace owui
