// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/connections/connectionproblems.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace owui {

class FieldNote;

/// Name, address, colour, production.
class ConnectionGeneralPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionGeneralPage)

public:
    explicit ConnectionGeneralPage(QWidget *parent = nullptr);

    void load(const ConnectionDraft &draft);
    void apply(ConnectionDraft &draft) const;
    /// What is wrong and what the address comes to.
    void explain(const ConnectionDraft &draft, const QList<FieldProblem> &problems);
    void focusFirst();

signals:
    void edited();
    /// The address was left: it counts as complete.
    void urlFinished();

private:
    void showColor(const QString &value);

    QLineEdit *m_name;
    FieldNote *m_nameNote;
    QLineEdit *m_url;
    FieldNote *m_urlNote;
    FieldNote *m_originNote;
    QComboBox *m_color;
    QCheckBox *m_production;
};

} // namespace owui
