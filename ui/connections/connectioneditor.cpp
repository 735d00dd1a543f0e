// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/connectioneditor.h"

#include "ui/connections/connectiondeploypage.h"
#include "ui/connections/connectiongeneralpage.h"
#include "ui/connections/connectionnetworkpage.h"
#include "ui/connections/connectiontestview.h"
#include "ui/connections/plainhttpconsent.h"
#include "ui/connections/secreteditor.h"
#include "ui/parts/icons.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

/// On a small screen or with a large font a page scrolls rather than push the dialog beyond the screen.
QScrollArea *scrolling(QWidget *page)
{
    auto *area = new QScrollArea;
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Only the height may scroll: what is cut off at the side cannot be reached.
    area->setMinimumWidth(page->minimumSizeHint().width() + area->verticalScrollBar()->sizeHint().width());
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    return area;
}

} // namespace

ConnectionEditor::ConnectionEditor(PlainHttpConsent &consent, QWidget *parent)
    : QWidget(parent)
    , m_consent(consent)
    , m_tabs(new QTabWidget(this))
    , m_general(new ConnectionGeneralPage(this))
    , m_secret(new SecretEditor(consent, this))
    , m_deploy(new ConnectionDeployPage(this))
    , m_network(new ConnectionNetworkPage(this))
    , m_test(new ConnectionTestView(this))
{
    m_tabs->setObjectName(u"connectionTabs"_s);
    m_tabs->addTab(scrolling(m_general), tr("&General"));
    m_tabs->addTab(scrolling(m_secret), tr("S&ign in"));
    m_tabs->addTab(scrolling(m_deploy), tr("Dep&loying"));
    m_tabs->addTab(scrolling(m_network), tr("Net&work"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_test);

    connect(m_general, &ConnectionGeneralPage::edited, this, &ConnectionEditor::takeFields);
    connect(m_general, &ConnectionGeneralPage::urlFinished, this, &ConnectionEditor::settleAddress);
    connect(m_secret, &SecretEditor::edited, this, &ConnectionEditor::takeFields);
    connect(m_deploy, &ConnectionDeployPage::edited, this, &ConnectionEditor::takeFields);
    connect(m_network, &ConnectionNetworkPage::edited, this, &ConnectionEditor::takeFields);
    connect(m_test, &ConnectionTestView::startRequested, this, &ConnectionEditor::test);
}

void ConnectionEditor::load(const ConnectionDraft &draft, const QStringList &otherNames)
{
    m_draft = draft;
    m_otherNames = otherNames;
    m_general->load(draft);
    m_secret->load(draft);
    m_deploy->load(draft.connection);
    m_network->load(draft);
    m_test->clear();
    explain();
}

void ConnectionEditor::refresh(const ConnectionDraft &draft)
{
    m_draft = draft;
    explain();
}

void ConnectionEditor::beginNew()
{
    m_tabs->setCurrentIndex(0);
    m_general->focusFirst();
}

void ConnectionEditor::settleAddress()
{
    m_draft.settleOrigin();
    explain();
    emit draftChanged();
}

void ConnectionEditor::takeFields()
{
    m_general->apply(m_draft);
    m_secret->apply(m_draft);
    m_deploy->apply(m_draft.connection);
    m_network->apply(m_draft);
    m_test->markOld();
    explain();
    emit draftChanged();
}

void ConnectionEditor::explain()
{
    const QList<FieldProblem> problems = problemsOf(m_draft, m_otherNames);
    m_general->explain(m_draft, problems);
    m_secret->explain(m_draft, problems);
    m_deploy->explain(problems);
    m_network->explain(m_draft, problems);
    m_test->setObstacle(problemOf(problems, ConnectionField::Url));

    const auto mark = [this, &problems](int tab, const QList<ConnectionField> &fields) {
        const bool wrong = std::ranges::any_of(
            problems, [&fields](const FieldProblem &problem) { return fields.contains(problem.field); });
        m_tabs->setTabIcon(tab, wrong ? themedIcon(u"error"_s, Tone::Bad) : QIcon());
    };
    mark(0, {ConnectionField::Name, ConnectionField::Url});
    mark(1, {ConnectionField::Key, ConnectionField::Email});
    mark(2, {ConnectionField::TimeLimits});
    mark(3, {ConnectionField::CertificateFile, ConnectionField::Proxy, ConnectionField::KeyHeader,
             ConnectionField::ExtraHeaders});
}

void ConnectionEditor::test()
{
    settleAddress();
    const Credential credential = m_draft.credential();
    const auto start = [this, connection = m_draft.connection, credential] { m_test->start(connection, credential); };
    if (credential.isEmpty())
        start();
    else
        m_consent.ask(m_draft.connection.url, this, start);
}

} // namespace owui
