// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/list/detailspane.h"

#include "ui/list/pluginactions.h"
#include "ui/list/pluginrow.h"
#include "ui/list/rowstatetext.h"
#include "ui/parts/named.h"
#include "ui/parts/plaintext.h"
#include "ui/parts/sizes.h"
#include "ui/parts/wrappedlabel.h"

#include "isolated.h"

#include <QAction>
#include <QBoxLayout>
#include <QFormLayout>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

QLabel *heading(const QString &text)
{
    return bold(new WrappedLabel(text));
}

// An icon beside a text that may take several lines.
QWidget *note(const QIcon &icon, const QString &text)
{
    auto *widget = new QWidget;
    auto *layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *sign = new QToolButton;
    sign->setIcon(icon);
    sign->setAutoRaise(true);
    sign->setFocusPolicy(Qt::NoFocus);
    sign->setAttribute(Qt::WA_TransparentForMouseEvents);
    layout->addWidget(sign, 0, Qt::AlignTop);
    layout->addWidget(new WrappedLabel(text), 1);
    return widget;
}

QFormLayout *addForm(QVBoxLayout &layout, const QString &title)
{
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    layout.addWidget(heading(title));
    layout.addLayout(form);
    return form;
}

void addField(QFormLayout &form, const QString &name, const QString &value)
{
    auto *label = new QLabel(name);
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(QPalette::PlaceholderText);
    form.addRow(label, linkedLabel(value));
}

QWidget *makeHint(const QString &text)
{
    QLabel *label = new WrappedLabel(text);
    label->setAlignment(Qt::AlignCenter);
    label->setMargin(12);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QToolButton *actionButton(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QWidget *makeButtons(const PluginActions &actions, QWidget *parent)
{
    auto *buttons = new QWidget(parent);
    auto *layout = new QGridLayout(buttons);
    layout->setContentsMargins(0, 0, 0, 0);
    int place = 0;
    // What to do with it comes first, over both columns, and stands out where it would change the server.
    if (actions.deploy->isVisible()) {
        auto *deploy = named(u"detailsDeploy"_s, actionButton(actions.deploy, buttons));
        QFont font = deploy->font();
        font.setBold(true);
        deploy->setFont(font);
        deploy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        layout->addWidget(deploy, 0, 0, 1, 2);
        place = 2;
    }
    for (QAction *action :
         {actions.pinLookAlike, actions.useThisFile, actions.include, actions.switchOn, actions.switchOff,
          actions.lookAtLine, actions.diff, actions.openOnServer, actions.history, actions.openInEditor,
          actions.showInFolder, actions.pinId, actions.exclude, actions.saveToFolder, actions.deleteFromServer}) {
        if (!action->isVisible()) {
            continue;
        }
        layout->addWidget(actionButton(action, buttons), place / 2, place % 2);
        ++place;
    }
    if (actions.raiseMenu()->menuAction()->isVisible()) {
        QToolButton *raise = actionButton(actions.raiseMenu()->menuAction(), buttons);
        raise->setPopupMode(QToolButton::InstantPopup);
        layout->addWidget(named(u"detailsRaise"_s, raise), place / 2, place % 2);
    }
    return buttons;
}

void addComparison(QVBoxLayout &layout, const PluginRow &row)
{
    const QString text = compareText(row);
    if (text.isEmpty()) {
        return;
    }
    layout.addWidget(heading(DetailsPane::tr("Compared with the server")));
    QStringList lines{text};
    if (const QString details = compareDetails(row); !details.isEmpty()) {
        lines.append(details);
    }
    if (const QString there = onServerText(row); !there.isEmpty()) {
        lines.append(row.seen.plugin->space == PluginSpace::Tool ? DetailsPane::tr("Who may use it: %1").arg(there)
                                                                 : DetailsPane::tr("On the server: %1").arg(there));
    }
    layout.addWidget(note(compareIcon(row), lines.join(u'\n')));
}

void addResult(QVBoxLayout &layout, const PluginRow &row)
{
    if (row.plugin.skipped) {
        layout.addWidget(note(severityIcon(Severity::Info), textOf(*row.plugin.skipped)));
    }
    if (row.result) {
        layout.addWidget(heading(DetailsPane::tr("Last operation")));
        layout.addWidget(note(resultIcon(*row.result), resultDetails(*row.result)));
    } else if (row.past) {
        layout.addWidget(heading(DetailsPane::tr("Last operation")));
        layout.addWidget(note(pastIcon(*row.past), pastText(*row.past)));
    }
}

void addFindings(QVBoxLayout &layout, const PluginRow &row)
{
    const QList<Finding> findings = row.findings();
    if (findings.isEmpty()) {
        return;
    }
    layout.addWidget(heading(DetailsPane::tr("Found in this file")));
    for (const Finding &finding : findings) {
        QString text = finding.line > 0
                           ? DetailsPane::tr("Line %1: %2").arg(QString::number(finding.line), finding.text())
                           : finding.text();
        if (const QString remedy = finding.remedy(); !remedy.isEmpty()) {
            text += u'\n' + remedy;
        }
        layout.addWidget(note(severityIcon(finding.severity()), text));
    }
}

void addFields(QVBoxLayout &layout, const PluginRow &row)
{
    QFormLayout *file = addForm(layout, DetailsPane::tr("Id and file"));
    const QString id =
        row.serverOnly ? row.plugin.id
        : row.plugin.id.isEmpty()
            ? DetailsPane::tr("none: no rule gives a valid one")
            : DetailsPane::tr("%1 (%2)", "id, where it comes from").arg(row.plugin.id, textOf(row.plugin.idOrigin));
    addField(*file, DetailsPane::tr("Id"), id);
    if (!row.serverOnly) {
        addField(*file, DetailsPane::tr("Path"), row.plugin.path);
    }
    if (row.plugin.header.isEmpty()) {
        return;
    }
    QFormLayout *header = addForm(layout, DetailsPane::tr("Header"));
    for (const Frontmatter::Field &field : row.plugin.header.fields()) {
        addField(*header, field.key, field.value);
    }
}

QWidget *makeContent(const PluginRow &row, const PluginActions &actions)
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    QLabel *title = heading(row.plugin.title());
    QFont font = title->font();
    font.setPointSizeF(font.pointSizeF() * 1.2);
    title->setFont(font);
    layout->addWidget(title);

    QStringList line;
    if (row.plugin.kind) {
        line.append(textOf(*row.plugin.kind));
    }
    if (!row.plugin.version().isEmpty()) {
        line.append(row.plugin.version());
    }
    if (!row.plugin.author().isEmpty()) {
        line.append(DetailsPane::tr("by %1", "author").arg(isolated(row.plugin.author())));
    }
    if (!line.isEmpty()) {
        layout->addWidget(new WrappedLabel(line.join(u" · "_s)));
    }
    layout->addWidget(makeButtons(actions, content));
    addComparison(*layout, row);
    addResult(*layout, row);
    addFindings(*layout, row);
    addFields(*layout, row);
    layout->addStretch();
    return content;
}

} // namespace

DetailsPane::DetailsPane(const PluginActions &actions, QWidget *parent)
    : QScrollArea(parent)
    , m_actions(actions)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::StyledPanel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Details of the plugin"));
    setMinimumWidth(lettersWide(fontMetrics(), 30));
    show(nullptr);
}

void DetailsPane::show(const PluginRow *row)
{
    const int position = verticalScrollBar()->value();
    if (row) {
        setWidget(makeContent(*row, m_actions));
    } else {
        setWidget(makeHint(tr("Select a plugin to see its header, its id and what was found in it.")));
    }
    // The buttons are never cut off; texts wrap.
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
    setMinimumWidth(qMax(minimumWidth(), widget()->minimumSizeHint().width() + bar + 2 * frameWidth()));
    verticalScrollBar()->setValue(position);
}

} // namespace owui
