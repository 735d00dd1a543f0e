// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/connections/connectionproblems.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace owui {

class FieldNote;

/// How plugins are deployed to a connection: time limits, requests at a time, new functions, names, order.
class ConnectionDeployPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionDeployPage)

public:
    explicit ConnectionDeployPage(QWidget *parent = nullptr);

    void load(const Connection &connection);
    void apply(Connection &connection) const;
    void explain(const QList<FieldProblem> &problems);

signals:
    void edited();

private:
    QSpinBox *m_connectTimeout;
    QSpinBox *m_lookUpTimeout;
    QSpinBox *m_deployTimeout;
    QSpinBox *m_parallel;
    FieldNote *m_limitsNote;
    QCheckBox *m_switchOn;
    QCheckBox *m_headerText;
    QComboBox *m_order;
};

} // namespace owui
