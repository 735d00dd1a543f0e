// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/run/consentquestion.h"

#include "deploy/job/deployresult.h"

#include <QDialog>
#include <QList>

class QPushButton;

namespace owui {

struct Connection;

/// One question for all plugins of a run that need a decision. Show it with open().
class ConsentDialog final : public QDialog
{
    Q_OBJECT

public:
    ConsentDialog(const QString &server, const QList<DeployResult> &blocked, QWidget *parent = nullptr);

    [[nodiscard]] QList<ConsentAnswer> answers() const;
    /// Where it is one, the button says so, in the server's colour.
    void tellProduction(const Connection &connection);

signals:
    void diffRequested(const QString &path);

private:
    QList<ConsentQuestion *> m_questions; // children of this
    QPushButton *m_deploy = nullptr;
};

} // namespace owui
