// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/connectiondeploypage.h"

#include "ui/parts/fieldnote.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

QSpinBox *secondsBox(const QString &name, int maximum, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setObjectName(name);
    box->setRange(1, maximum);
    box->setSuffix(ConnectionDeployPage::tr(" s"));
    return box;
}

} // namespace

ConnectionDeployPage::ConnectionDeployPage(QWidget *parent)
    : QWidget(parent)
    , m_connectTimeout(secondsBox(u"connectTimeout"_s, 600, this))
    , m_lookUpTimeout(secondsBox(u"lookUpTimeout"_s, 600, this))
    , m_deployTimeout(secondsBox(u"deployTimeout"_s, 86'400, this))
    , m_parallel(new QSpinBox(this))
    , m_limitsNote(new FieldNote(this))
    , m_switchOn(new QCheckBox(tr("S&witch new functions on"), this))
    , m_headerText(new QCheckBox(tr("Always take name and &description from the file's header"), this))
    , m_order(new QComboBox(this))
{
    m_parallel->setObjectName(u"parallel"_s);
    m_parallel->setRange(1, 6);
    m_switchOn->setObjectName(u"switchOn"_s);
    m_switchOn->setToolTip(tr("Open WebUI creates a function switched off."));
    m_headerText->setObjectName(u"headerText"_s);
    m_headerText->setToolTip(tr("Otherwise a name or description that was changed on the server is kept."));
    m_deployTimeout->setToolTip(tr("The server installs the plugin's Python packages within this time."));
    m_order->setObjectName(u"order"_s);
    m_order->addItem(tr("Look first, then update or create"), int(DeployOrder::LookUpFirst));
    m_order->addItem(tr("Update, then create, without looking"), int(DeployOrder::UpdateThenCreate));
    m_order->setToolTip(tr("Without looking, a new function's code runs twice. Tools are always looked up."));

    auto *form = new QFormLayout(this);
    form->addRow(tr("Time to &connect:"), m_connectTimeout);
    form->addRow(tr("Time to &look up a plugin:"), m_lookUpTimeout);
    form->addRow(tr("Time to deplo&y a plugin:"), m_deployTimeout);
    form->addRow(tr("Plugins at the sa&me time:"), m_parallel);
    form->addRow(QString(), m_limitsNote);
    form->addRow(tr("&Order of requests:"), m_order);
    form->addRow(QString(), m_switchOn);
    form->addRow(QString(), m_headerText);

    for (QSpinBox *box : {m_connectTimeout, m_lookUpTimeout, m_deployTimeout, m_parallel})
        connect(box, &QSpinBox::valueChanged, this, &ConnectionDeployPage::edited);
    connect(m_switchOn, &QCheckBox::clicked, this, &ConnectionDeployPage::edited);
    connect(m_headerText, &QCheckBox::clicked, this, &ConnectionDeployPage::edited);
    connect(m_order, &QComboBox::activated, this, &ConnectionDeployPage::edited);
}

void ConnectionDeployPage::load(const Connection &connection)
{
    const QSignalBlocker quiet(this);
    m_connectTimeout->setValue(int(connection.connectTimeout.count()));
    m_lookUpTimeout->setValue(int(connection.lookUpTimeout.count()));
    m_deployTimeout->setValue(int(connection.deployTimeout.count()));
    m_parallel->setValue(connection.parallelRequests);
    m_switchOn->setChecked(connection.switchOnNewFunctions);
    m_headerText->setChecked(connection.alwaysTakeHeaderText);
    m_order->setCurrentIndex(m_order->findData(int(connection.order)));
}

void ConnectionDeployPage::apply(Connection &connection) const
{
    connection.connectTimeout = std::chrono::seconds(m_connectTimeout->value());
    connection.lookUpTimeout = std::chrono::seconds(m_lookUpTimeout->value());
    connection.deployTimeout = std::chrono::seconds(m_deployTimeout->value());
    connection.parallelRequests = m_parallel->value();
    connection.switchOnNewFunctions = m_switchOn->isChecked();
    connection.alwaysTakeHeaderText = m_headerText->isChecked();
    connection.order = DeployOrder(m_order->currentData().toInt());
}

void ConnectionDeployPage::explain(const QList<FieldProblem> &problems)
{
    m_limitsNote->setNote(FieldNote::Kind::Error, problemOf(problems, ConnectionField::TimeLimits));
}

} // namespace owui
