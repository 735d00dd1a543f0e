// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/job/deployresult.h"

#include <QFrame>

#include <QList>
#include <QString>

#include <optional>

class QButtonGroup;
class QCheckBox;
class QLabel;

namespace owui {

/// What a person decided about one blocked plugin.
struct ConsentAnswer
{
    QString path;
    Consents consents; ///< what was agreed to
    QString updateId;  ///< set: deploy under this id, which the server already has, and pin it

    friend bool operator==(const ConsentAnswer &, const ConsentAnswer &) = default;
};

/// One blocked plugin in the question. It goes on where everything that is missing was ticked, and for a second copy
/// one of the ways was chosen.
class ConsentQuestion final : public QFrame
{
    Q_OBJECT

public:
    explicit ConsentQuestion(const DeployResult &result, QWidget *parent = nullptr);

    /// None: leave it out.
    [[nodiscard]] std::optional<ConsentAnswer> answer() const;

signals:
    void diffRequested(const QString &path);
    void changed();

private:
    enum Choice { LeaveOut, UpdateOther, CreateSecond };

    QLabel *addText(const QString &text);
    void addDiffButton();
    void addChoices();
    void addTicks();

    const DeployResult m_result;
    QButtonGroup *m_choices = nullptr; // only where it would be a second copy
    QList<QCheckBox *> m_ticks;        // one for each other consent
};

} // namespace owui
