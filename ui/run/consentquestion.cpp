// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/run/consentquestion.h"

#include "ui/parts/plaintext.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

ConsentQuestion::ConsentQuestion(const DeployResult &result, QWidget *parent)
    : QFrame(parent)
    , m_result(result)
    , m_choices(new QButtonGroup(this))
{
    auto *layout = new QVBoxLayout(this);
    const auto addText = [this, layout](const QString &text) {
        auto *label = new QLabel(text, this);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        layout->addWidget(label);
        return label;
    };
    QLabel *title = addText(result.title);
    QFont font = title->font();
    font.setBold(true);
    title->setFont(font);
    addText(result.message);
    if (!result.remedy.isEmpty()) {
        addText(result.remedy);
    }
    addDiffButton();

    addChoice(LeaveOut, tr("Leave it out"));
    if (std::ranges::any_of(result.missing, concernsOtherId)) {
        if (!result.twinId.isEmpty()) {
            addChoice(UpdateOther, tr("Update %1 instead, and pin this id for the file").arg(result.twinId));
        }
        addChoice(Agree, tr("Create a second one with the id %1").arg(result.id));
    } else {
        QStringList texts;
        for (const Consent consent : allOf<Consent>()) {
            if (result.missing.contains(consent)) {
                texts.append(textOf(consent));
            }
        }
        addChoice(Agree, tr("Deploy it all the same"));
        // Beside the button and not in it: a button's text does not wrap.
        QLabel *agreed = addText(texts.join(u'\n'));
        agreed->setIndent(style()->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth) +
                          style()->pixelMetric(QStyle::PM_RadioButtonLabelSpacing));
    }
    m_choices->button(LeaveOut)->setChecked(true);
    connect(m_choices, &QButtonGroup::idToggled, this, &ConsentQuestion::changed);
}

void ConsentQuestion::addDiffButton()
{
    if (std::ranges::none_of(m_result.missing, concernsTexts)) {
        return;
    }
    auto *button = new QPushButton(tr("D&ifferences…"), this);
    button->setObjectName(u"differences"_s);
    button->setAutoDefault(false);
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    layout()->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this] { emit diffRequested(m_result.path); });
}

void ConsentQuestion::addChoice(Choice choice, const QString &text)
{
    auto *button = new QRadioButton(withoutMnemonic(text), this);
    m_choices->addButton(button, choice);
    layout()->addWidget(button);
}

std::optional<ConsentAnswer> ConsentQuestion::answer() const
{
    switch (m_choices->checkedId()) {
    case UpdateOther: {
        // The second copy is no longer one; whatever else is missing was agreed to with it.
        Consents others = m_result.missing;
        others.removeIf(concernsOtherId);
        return ConsentAnswer{.path = m_result.path, .consents = others, .updateId = m_result.twinId};
    }
    case Agree:
        return ConsentAnswer{.path = m_result.path, .consents = m_result.missing, .updateId = {}};
    default:
        return std::nullopt;
    }
}

} // namespace owui
