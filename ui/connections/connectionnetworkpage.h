// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/connections/connectionproblems.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTableView;

namespace owui {

class ExtraHeaderModel;
class FieldNote;

/// The way to a server: certificates, proxy, header of the key, extra headers.
class ConnectionNetworkPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionNetworkPage)

public:
    explicit ConnectionNetworkPage(QWidget *parent = nullptr);

    void load(const ConnectionDraft &draft);
    void apply(ConnectionDraft &draft) const;
    void explain(const ConnectionDraft &draft, const QList<FieldProblem> &problems);

signals:
    void edited();

private:
    [[nodiscard]] QWidget *certificateRow();
    [[nodiscard]] QWidget *proxyRow();
    [[nodiscard]] QWidget *headersBlock();
    void chooseCertificate();
    void addHeader();
    void removeHeader();
    void enableFields();

    QLineEdit *m_certificate;
    FieldNote *m_certificateNote;
    QComboBox *m_proxy;
    QLineEdit *m_proxyHost;
    QSpinBox *m_proxyPort;
    FieldNote *m_proxyNote;
    QLineEdit *m_keyHeader;
    FieldNote *m_keyHeaderNote;
    ExtraHeaderModel *m_headers;
    QTableView *m_headerView;
    QPushButton *m_removeHeader;
    FieldNote *m_headersNote;
};

} // namespace owui
