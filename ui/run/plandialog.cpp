// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/run/plandialog.h"

#include "ui/parts/named.h"
#include "ui/parts/plaintext.h"
#include "ui/parts/question.h"
#include "ui/parts/sizes.h"
#include "ui/parts/tableview.h"
#include "ui/run/planmodel.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>

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
    , m_sum(named(u"planSum"_s, new QLabel(this)))
    , m_commit(named(u"commitTemplate"_s, new QLineEdit(this)))
    , m_always(named(u"alwaysShowPlan"_s, new QCheckBox(tr("&Always show the plan"), this)))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Plan"));
    auto *layout = new QVBoxLayout(this);
    auto *where = new QLabel(this);
    where->setTextFormat(Qt::PlainText);
    const QString url = connection.url.toDisplayString(QUrl::RemoveUserInfo);
    where->setText(connection.production
                       ? tr("This is what deploying to the production server %1 (%2) would do.")
                             .arg(isolated(connection.name), url)
                       : tr("This is what deploying to %1 (%2) would do.").arg(isolated(connection.name), url));
    layout->addWidget(where);
    makeTable();
    layout->addWidget(m_table, 1);
    m_warnings->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_warnings->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_warnings->setMinimumHeight(fontMetrics().lineSpacing() * 4);
    layout->addWidget(m_warnings);
    m_pin->hide();
    layout->addWidget(m_pin, 0, Qt::AlignLeft);
    connect(m_pin, &QPushButton::clicked, this, [this] {
        const PlanRow &row = m_model->planRow(m_table->currentIndex().row());
        m_pin->setEnabled(false);
        emit pinRequested(row.plugin.path, row.lookAlikeId);
    });
    layout->addWidget(makeOptions(keepsVersions, settings));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_deploy = named(u"deploy"_s, buttons->addButton(QString(), QDialogButtonBox::ActionRole));
    m_deploy->setDefault(!connection.production);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_sum, 1);
    bottom->addWidget(buttons);
    layout->addLayout(bottom);
    connect(m_deploy, &QPushButton::clicked, this, &PlanDialog::confirm);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_model, &PlanModel::ticksChanged, this, &PlanDialog::showSum);
    showSum();
    sizeInLetters(*this, 130, 34);
}

void PlanDialog::makeTable()
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Plan"));
    setUpTable(*m_table, {34, 26, 0, 11});
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
    m_commit->setPlaceholderText(u"{version} from {branch}@{commit}{changes}"_s);
    m_commit->setToolTip(tr("Shown in the server's own list of versions. {version}, {branch}, {commit} and {changes} "
                            "are filled in. Kept for this connection."));
    if (keepsVersions) {
        form->addRow(tr("Commit &message:"), m_commit);
    } else {
        m_commit->hide();
    }
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
    m_warnings->setText(warningTexts(row));
    m_pin->setText(tr("&Use the id %1, and update that").arg(withoutMnemonic(row.lookAlikeId)));
    m_pin->setVisible(!row.lookAlikeId.isEmpty() && !m_model->hasId(row.lookAlikeId, row));
    m_pin->setEnabled(true);
}

void PlanDialog::replace(const PlanRow &row)
{
    m_model->replace(row);
    showWarnings();
}

void PlanDialog::showSum()
{
    const int count = m_model->tickedCount();
    m_sum->setText(count == 0 ? tr("Nothing is ticked.") : tr("%n request(s)", nullptr, m_model->requests()));
    m_deploy->setText(tr("&Deploy (%L1)").arg(count));
    m_deploy->setEnabled(count > 0);
}

void PlanDialog::confirm()
{
    if (!m_connection.production) {
        accept();
        return;
    }
    ask({.name = u"productionQuestion"_s,
         .title = tr("Deploy to production"),
         .text = tr("Deploy %n plugin(s) to the production server %1?", nullptr, m_model->tickedCount())
                     .arg(m_connection.name),
         .agree = tr("&Deploy"),
         .agreeName = u"deployToProduction"_s,
         .icon = QMessageBox::Warning,
         .role = QMessageBox::AcceptRole},
        this, [this] { accept(); });
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
