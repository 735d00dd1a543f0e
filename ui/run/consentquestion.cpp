// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/run/consentquestion.h"

#include "ui/parts/named.h"
#include "ui/parts/plaintext.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

ConsentQuestion::ConsentQuestion(const DeployResult &result, QWidget *parent)
    : QFrame(parent)
    , m_result(result)
{
    setLayout(new QVBoxLayout);
    bold(addText(result.title));
    addText(result.message);
    if (!result.remedy.isEmpty()) {
        addText(result.remedy);
    }
    addDiffButton();
    if (std::ranges::any_of(result.missing, concernsOtherId)) {
        addChoices();
    }
    addTicks();
}

QLabel *ConsentQuestion::addText(const QString &text)
{
    QLabel *label = plainLabel(text, this);
    layout()->addWidget(label);
    return label;
}

void ConsentQuestion::addDiffButton()
{
    if (std::ranges::none_of(m_result.missing, concernsTexts)) {
        return;
    }
    auto *button = namedButton(u"differences"_s, tr("D&ifferences…"), this);
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    layout()->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this] { emit diffRequested(m_result.path); });
}

void ConsentQuestion::addChoices()
{
    m_choices = new QButtonGroup(this);
    const auto add = [this](Choice choice, const QString &text) {
        auto *button = new QRadioButton(withoutMnemonic(text), this);
        m_choices->addButton(button, choice);
        layout()->addWidget(button);
    };
    // First, because it is what most want: the file has only got another title or name.
    if (!m_result.twinId.isEmpty()) {
        add(UpdateOther, tr("Keep the id %1: update that, and keep that id for the file").arg(m_result.twinId));
    }
    add(LeaveOut, tr("Leave it out"));
    add(CreateSecond, tr("Create a second one with the id %1").arg(m_result.id));
    m_choices->button(LeaveOut)->setChecked(true);
    connect(m_choices, &QButtonGroup::idToggled, this, &ConsentQuestion::changed);
}

void ConsentQuestion::addTicks()
{
    for (const Consent consent : allOf<Consent>()) {
        if (concernsOtherId(consent) || !m_result.missing.contains(consent)) {
            continue;
        }
        if (m_ticks.isEmpty()) {
            addText(tr("Deploy it all the same, if you agree to this:"));
        }
        m_ticks.append(new QCheckBox(withoutMnemonic(textOf(consent)), this));
        layout()->addWidget(m_ticks.last());
        connect(m_ticks.last(), &QCheckBox::toggled, this, &ConsentQuestion::changed);
    }
}

std::optional<ConsentAnswer> ConsentQuestion::answer() const
{
    if (!std::ranges::all_of(m_ticks, &QCheckBox::isChecked) || (m_choices && m_choices->checkedId() == LeaveOut)) {
        return std::nullopt;
    }
    ConsentAnswer answer{.path = m_result.path, .consents = m_result.missing, .updateId = {}};
    if (m_choices && m_choices->checkedId() == UpdateOther) {
        // The second copy is no longer one.
        answer.consents.removeIf(concernsOtherId);
        answer.updateId = m_result.twinId;
    }
    return answer;
}

} // namespace owui
