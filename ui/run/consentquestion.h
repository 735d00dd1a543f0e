// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/run/consentanswer.h"

#include "deploy/job/deployresult.h"

#include <QFrame>

#include <optional>

class QButtonGroup;

namespace owui {

/// One blocked plugin in the question, with the ways to go on.
class ConsentQuestion final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConsentQuestion)

public:
    explicit ConsentQuestion(const DeployResult &result, QWidget *parent = nullptr);

    /// None: leave it out.
    [[nodiscard]] std::optional<ConsentAnswer> answer() const;

signals:
    void diffRequested(const QString &path);
    void changed();

private:
    enum Choice { LeaveOut, UpdateOther, Agree };

    void addChoice(Choice choice, const QString &text);
    void addDiffButton();

    DeployResult m_result;
    QButtonGroup *m_choices;
};

} // namespace owui
