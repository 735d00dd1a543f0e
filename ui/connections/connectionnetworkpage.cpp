// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/connectionnetworkpage.h"

#include "ui/connections/extraheadermodel.h"
#include "ui/connections/secretdelegate.h"
#include "ui/parts/fieldnote.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

ConnectionNetworkPage::ConnectionNetworkPage(QWidget *parent)
    : QWidget(parent)
    , m_certificate(new QLineEdit(this))
    , m_certificateNote(new FieldNote(this))
    , m_proxy(new QComboBox(this))
    , m_proxyHost(new QLineEdit(this))
    , m_proxyPort(new QSpinBox(this))
    , m_proxyNote(new FieldNote(this))
    , m_keyHeader(new QLineEdit(this))
    , m_keyHeaderNote(new FieldNote(this))
    , m_headers(new ExtraHeaderModel(this))
    , m_headerView(new QTableView(this))
    , m_removeHeader(new QPushButton(tr("Remo&ve header"), this))
    , m_headersNote(new FieldNote(this))
{
    m_keyHeader->setObjectName(u"keyHeader"_s);
    m_keyHeader->setPlaceholderText(tr("Authorization"));
    m_keyHeader->setToolTip(
        tr("For a proxy that uses Authorization for itself. The header then carries the bare key."));

    auto *form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    auto *certificates = certificateRow();
    form->addRow(tr("&CA certificates:"), certificates);
    qobject_cast<QLabel *>(form->labelForField(certificates))->setBuddy(m_certificate);
    form->addRow(QString(), m_certificateNote);
    auto *proxy = proxyRow();
    form->addRow(tr("Pro&xy:"), proxy);
    qobject_cast<QLabel *>(form->labelForField(proxy))->setBuddy(m_proxy);
    form->addRow(QString(), m_proxyNote);
    form->addRow(tr("Send the ke&y in:"), m_keyHeader);
    form->addRow(QString(), m_keyHeaderNote);
    auto *headers = headersBlock();
    form->addRow(tr("Extra &headers:"), headers);
    qobject_cast<QLabel *>(form->labelForField(headers))->setBuddy(m_headerView);
    form->addRow(QString(), m_headersNote);

    connect(m_certificate, &QLineEdit::textEdited, this, &ConnectionNetworkPage::edited);
    connect(m_proxy, &QComboBox::activated, this, &ConnectionNetworkPage::edited);
    connect(m_proxy, &QComboBox::currentIndexChanged, this, &ConnectionNetworkPage::enableFields);
    connect(m_proxyHost, &QLineEdit::textEdited, this, &ConnectionNetworkPage::edited);
    connect(m_proxyPort, &QSpinBox::valueChanged, this, &ConnectionNetworkPage::edited);
    connect(m_keyHeader, &QLineEdit::textEdited, this, &ConnectionNetworkPage::edited);
    connect(m_headers, &ExtraHeaderModel::edited, this, &ConnectionNetworkPage::edited);
    enableFields();
}

QWidget *ConnectionNetworkPage::certificateRow()
{
    m_certificate->setObjectName(u"certificateFile"_s);
    m_certificate->setPlaceholderText(tr("Those of the system"));
    m_certificate->setToolTip(tr("A PEM file with the certificates of your own authority, used beside the system's."));
    auto *browse = new QPushButton(tr("&Browse…"), this);
    connect(browse, &QPushButton::clicked, this, &ConnectionNetworkPage::chooseCertificate);
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_certificate, 1);
    layout->addWidget(browse);
    return row;
}

QWidget *ConnectionNetworkPage::proxyRow()
{
    m_proxy->setObjectName(u"proxy"_s);
    m_proxy->addItem(tr("The system's"), int(ProxyMode::System));
    m_proxy->addItem(tr("None"), int(ProxyMode::None));
    m_proxy->addItem(tr("This one:"), int(ProxyMode::Custom));
    m_proxyHost->setObjectName(u"proxyHost"_s);
    m_proxyHost->setPlaceholderText(u"proxy.example.org"_s);
    m_proxyHost->setAccessibleName(tr("Name of the proxy"));
    m_proxyPort->setObjectName(u"proxyPort"_s);
    m_proxyPort->setRange(0, 65535);
    m_proxyPort->setSpecialValueText(tr("port"));
    m_proxyPort->setAccessibleName(tr("Port of the proxy"));
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_proxy);
    layout->addWidget(m_proxyHost, 1);
    layout->addWidget(m_proxyPort);
    return row;
}

QWidget *ConnectionNetworkPage::headersBlock()
{
    m_headerView->setObjectName(u"extraHeaders"_s);
    m_headerView->setModel(m_headers);
    m_headerView->setItemDelegateForColumn(ExtraHeaderModel::Value, new SecretDelegate(this));
    m_headerView->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_headerView->setSelectionMode(QAbstractItemView::SingleSelection);
    m_headerView->verticalHeader()->hide();
    m_headerView->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_headerView->setTabKeyNavigation(false);
    m_headerView->setWordWrap(false);
    m_headerView->setMinimumHeight(4 * fontMetrics().height() + m_headerView->horizontalHeader()->sizeHint().height());
    m_headerView->setToolTip(tr("For a proxy in front of the server, such as Cloudflare Access. Values are kept like "
                                "keys."));
    m_removeHeader->setObjectName(u"removeHeader"_s);
    auto *add = new QPushButton(tr("A&dd header"), this);
    add->setObjectName(u"addHeader"_s);
    connect(add, &QPushButton::clicked, this, &ConnectionNetworkPage::addHeader);
    connect(m_removeHeader, &QPushButton::clicked, this, &ConnectionNetworkPage::removeHeader);
    connect(m_headerView->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ConnectionNetworkPage::enableFields);
    connect(m_headers, &QAbstractItemModel::modelReset, this, &ConnectionNetworkPage::enableFields);

    auto *block = new QWidget(this);
    auto *layout = new QHBoxLayout(block);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_headerView, 1);
    auto *buttons = new QVBoxLayout;
    buttons->addWidget(add);
    buttons->addWidget(m_removeHeader);
    buttons->addStretch();
    layout->addLayout(buttons);
    return block;
}

void ConnectionNetworkPage::load(const ConnectionDraft &draft)
{
    const QSignalBlocker quiet(this);
    m_certificate->setText(draft.connection.certificateAuthorityFile);
    m_proxy->setCurrentIndex(m_proxy->findData(int(draft.connection.proxy)));
    m_proxyHost->setText(draft.connection.proxyHost);
    m_proxyPort->setValue(draft.connection.proxyPort);
    m_keyHeader->setText(draft.connection.keyHeader);
    m_headers->load(draft);
}

void ConnectionNetworkPage::apply(ConnectionDraft &draft) const
{
    draft.connection.certificateAuthorityFile = m_certificate->text().trimmed();
    draft.connection.proxy = ProxyMode(m_proxy->currentData().toInt());
    draft.connection.proxyHost = m_proxyHost->text().trimmed();
    draft.connection.proxyPort = m_proxyPort->value();
    draft.connection.keyHeader = m_keyHeader->text().trimmed();
    draft.setHeaders(m_headers->headers());
}

void ConnectionNetworkPage::explain(const ConnectionDraft &draft, const QList<FieldProblem> &problems)
{
    m_headers->load(draft);
    m_certificateNote->setNote(FieldNote::Kind::Error, problemOf(problems, ConnectionField::CertificateFile));
    m_proxyNote->setNote(FieldNote::Kind::Error, problemOf(problems, ConnectionField::Proxy));
    m_keyHeaderNote->setNote(FieldNote::Kind::Error, problemOf(problems, ConnectionField::KeyHeader));
    const QString headersProblem = problemOf(problems, ConnectionField::ExtraHeaders);
    const bool missing = std::ranges::any_of(
        draft.headers, [&draft](const HeaderDraft &header) { return !draft.hasHeaderValue(header); });
    if (!headersProblem.isEmpty())
        m_headersNote->setNote(FieldNote::Kind::Error, headersProblem);
    else if (missing && draft.storedState == ConnectionDraft::Stored::Known)
        m_headersNote->setNote(FieldNote::Kind::Warning, tr("A header without a value is not sent."));
    else
        m_headersNote->clear();
}

void ConnectionNetworkPage::chooseCertificate()
{
    auto *dialog = new QFileDialog(this, tr("CA certificates"), m_certificate->text(),
                                   tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_certificate->setText(path);
        emit edited();
    });
    dialog->open();
}

void ConnectionNetworkPage::addHeader()
{
    const int row = m_headers->addRow();
    const QModelIndex name = m_headers->index(row, ExtraHeaderModel::Name);
    m_headerView->setCurrentIndex(name);
    m_headerView->edit(name);
}

void ConnectionNetworkPage::removeHeader()
{
    const QModelIndex current = m_headerView->currentIndex();
    if (current.isValid())
        m_headers->removeRow(current.row());
}

void ConnectionNetworkPage::enableFields()
{
    const bool custom = ProxyMode(m_proxy->currentData().toInt()) == ProxyMode::Custom;
    m_proxyHost->setEnabled(custom);
    m_proxyPort->setEnabled(custom);
    m_removeHeader->setEnabled(m_headerView->selectionModel() && m_headerView->selectionModel()->hasSelection());
}

} // namespace owui
