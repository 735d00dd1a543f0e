// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/run/plandialog.h"

#include "ui/diff/diffview.h"
#include "ui/parts/named.h"
#include "ui/parts/plaintext.h"
#include "ui/parts/production.h"
#include "ui/parts/sizes.h"
#include "ui/parts/tableview.h"
#include "ui/run/planmodel.h"

#include "isolated.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

PlanDialog::PlanDialog(const Connection &connection, bool keepsVersions, const QList<PlanRow> &rows,
                       const DeploySettings &settings, QWidget *parent)
    : QDialog(parent)
    , m_connection(connection)
    , m_model(new PlanModel(rows, this))
    , m_table(named(u"planTable"_s, new QTreeView(this)))
    , m_warnings(named(u"planWarnings"_s, plainLabel({}, this)))
    , m_pin(namedButton(u"pinLookAlike"_s, {}, this))
    , m_raise(namedButton(u"raiseVersion"_s, {}, this))
    , m_differences(named(u"planDifferences"_s, new DiffView(this)))
    , m_sum(named(u"planSum"_s, new QLabel(this)))
    , m_commit(named(u"commitTemplate"_s, new QLineEdit(this)))
    , m_commitHint(named(u"commitHint"_s, plainLabel({}, this)))
    , m_always(named(u"alwaysShowPlan"_s, new QCheckBox(tr("&Always show the plan"), this)))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Plan"));
    auto *layout = new QVBoxLayout(this);
    auto *where = named(u"planPlace"_s, plainLabel({}, this));
    const QString url = connection.url.toDisplayString(QUrl::RemoveUserInfo);
    where->setText(connection.production
                       ? tr("This is what deploying to the production server %1 (%2) would do.")
                             .arg(isolated(connection.name), url)
                       : tr("This is what deploying to %1 (%2) would do.").arg(isolated(connection.name), url));
    layout->addWidget(where);
    makeTable();
    layout->addWidget(m_table, 2);
    m_warnings->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_warnings->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_warnings->setMinimumHeight(fontMetrics().lineSpacing() * 3);
    layout->addWidget(m_warnings);
    layout->addLayout(makeRowButtons());
    layout->addWidget(m_differences, 3);
    m_differences->hide();
    layout->addWidget(makeOptions(keepsVersions, settings));
    makeButtons(*layout);
    if (connection.production) {
        paintAsProduction(*where, connection);
    }
    connect(m_model, &PlanModel::ticksChanged, this, &PlanDialog::showSum);
    showSum();
    const bool updates = std::ranges::find(rows, PlanAction::Update, &PlanRow::action) != rows.end();
    sizeInLetters(*this, 130, updates ? 48 : 34);
}

QHBoxLayout *PlanDialog::makeRowButtons()
{
    auto *layout = lined<QHBoxLayout>(nullptr, {m_pin, m_raise});
    layout->addStretch();
    m_pin->hide();
    m_raise->hide();
    connect(m_pin, &QPushButton::clicked, this, [this] {
        const PlanRow &row = m_model->planRow(m_table->currentIndex().row());
        ask(row.plugin.path);
        emit pinRequested(row.plugin.path, row.lookAlikeId);
    });
    connect(m_raise, &QPushButton::clicked, this, [this] {
        const QString path = m_model->planRow(m_table->currentIndex().row()).plugin.path;
        ask(path);
        emit raiseRequested(path);
    });
    return layout;
}

void PlanDialog::makeButtons(QVBoxLayout &layout)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_deploy = named(u"deploy"_s, buttons->addButton(QString(), QDialogButtonBox::ActionRole));
    m_deploy->setDefault(true);
    guardProduction(*m_deploy, m_connection);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_sum, 1);
    bottom->addWidget(buttons);
    layout.addLayout(bottom);
    connect(m_deploy, &QPushButton::clicked, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void PlanDialog::makeTable()
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Plan"));
    setUpTable(*m_table, {34, 26, 0});
    m_table->setAlternatingRowColors(true);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(PlanModel::WarningColumn, QHeaderView::Stretch);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PlanDialog::showWarnings);
}

QWidget *PlanDialog::makeOptions(bool keepsVersions, const DeploySettings &settings)
{
    auto *options = new QWidget(this);
    auto *form = new QFormLayout(options);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_commit->setText(settings.commitTemplate);
    m_commit->setToolTip(tr("Shown in the server's own list of versions. {version}, {branch}, {commit} and {changes} "
                            "are filled in. Kept for this connection."));
    connect(m_commit, &QLineEdit::textChanged, this, &PlanDialog::showCommitHint);
    if (keepsVersions) {
        form->addRow(tr("&Note for the server:"), m_commit);
        form->addRow(m_commitHint);
    }
    m_commit->setVisible(keepsVersions);
    m_commitHint->setVisible(keepsVersions);
    if (m_model->hasUnchanged()) {
        auto *unchanged = named(u"sendUnchanged"_s, new QCheckBox(tr("&Send unchanged ones too"), options));
        connect(unchanged, &QCheckBox::toggled, m_model, &PlanModel::setSendUnchanged);
        form->addRow(unchanged);
    }
    m_always->setChecked(settings.alwaysShowPlan);
    m_always->setToolTip(tr("Also before a single plugin is deployed. A production server always shows it."));
    form->addRow(m_always);
    return options;
}

void PlanDialog::showWarnings()
{
    const QModelIndex current = m_table->currentIndex();
    const PlanRow row = current.isValid() ? m_model->planRow(current.row()) : PlanRow();
    QStringList texts = current.isValid() ? m_model->texts(current.row()) : QStringList();
    if (const QString refused = m_refused.value(row.plugin.path); !refused.isEmpty()) {
        texts.append(refused);
    }
    m_warnings->setText(texts.join(u'\n'));
    const bool isAsked = m_asked.contains(row.plugin.path);
    m_pin->setText(tr("&Use the id %1, and update that").arg(withoutMnemonic(row.lookAlikeId)));
    m_pin->setVisible(!row.lookAlikeId.isEmpty() && !m_model->hasId(row.lookAlikeId, row));
    m_pin->setEnabled(!isAsked);
    const QString next = row.has(PlanWarningCode::VersionNotRaised) && !row.comparison.notRaised
                             ? raisedVersion(row.plugin.version(), VersionPart::Patch)
                             : QString();
    m_raise->setText(tr("&Raise the version in the file to %1").arg(withoutMnemonic(next)));
    m_raise->setVisible(!next.isEmpty() && !row.plugin.entry);
    m_raise->setEnabled(!isAsked);
    m_differences->setVisible(row.action == PlanAction::Update);
    if (row.action == PlanAction::Update) {
        emit rowShown(row.plugin.path);
    }
}

void PlanDialog::showFirst()
{
    m_table->setCurrentIndex(m_model->index(0, PlanModel::NameColumn));
}

QString PlanDialog::examplePath() const
{
    const QList<PlanRow> ticked = m_model->ticked();
    return ticked.isEmpty() ? m_model->planRow(0).plugin.path : ticked.first().plugin.path;
}

void PlanDialog::setCommitFacts(const QString &title, const CommitFacts &facts)
{
    m_exampleTitle = title;
    m_facts = facts;
    // Without a text of one's own this is what is sent.
    m_commit->setPlaceholderText(commitMessage({}, facts));
    showCommitHint();
}

void PlanDialog::showCommitHint()
{
    const QString text = commitMessage(m_commit->text().trimmed(), m_facts);
    m_commitHint->setText(m_exampleTitle.isEmpty() || text.isEmpty()
                              ? QString()
                              : tr("With %1 the server gets “%2”.").arg(isolated(m_exampleTitle), isolated(text)));
}

void PlanDialog::ask(const QString &path)
{
    m_asked.insert(path);
    m_refused.remove(path);
    showWarnings();
}

void PlanDialog::replace(const PlanRow &row)
{
    m_asked.remove(row.plugin.path);
    m_refused.remove(row.plugin.path);
    m_model->replace(row);
    showWarnings();
}

void PlanDialog::tellProblem(const QString &path, const Problem &problem)
{
    m_asked.remove(path);
    m_refused.insert(path, problem.sentences());
    showWarnings();
}

void PlanDialog::showSum()
{
    const int count = m_model->tickedCount();
    m_sum->setText(sumText());
    m_deploy->setText(m_connection.production ? tr("&Deploy to production (%L1)").arg(count)
                                              : tr("&Deploy (%L1)").arg(count));
    m_deploy->setEnabled(count > 0);
}

QString PlanDialog::sumText() const
{
    if (m_model->tickedCount() == 0) {
        const int rows = m_model->rowCount();
        return !m_model->isNothingToDo() ? tr("Nothing is ticked.")
               : rows == 1               ? tr("Nothing to do: it is the same.")
                                         : tr("Nothing to do: all %L1 are the same.").arg(rows);
    }
    QStringList parts;
    const auto add = [&parts, this](PlanAction action, const QString &text) {
        if (const int count = m_model->tickedCount(action); count > 0) {
            parts.append(text.arg(count));
        }
    };
    add(PlanAction::Create, tr("%L1 to create"));
    add(PlanAction::Update, tr("%L1 to update"));
    add(PlanAction::None, tr("%L1 to send again"));
    return parts.join(u", "_s);
}

QList<PlanRow> PlanDialog::chosen() const
{
    return m_model->ticked();
}

DeploySettings PlanDialog::settings() const
{
    return {.alwaysShowPlan = m_always->isChecked(), .commitTemplate = m_commit->text().trimmed()};
}

} // namespace owui
