// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/run/historydialog.h"

#include "ui/parts/named.h"
#include "ui/parts/plaintext.h"
#include "ui/parts/sizes.h"
#include "ui/parts/tableview.h"
#include "ui/run/historymodel.h"

#include "deploy/run/serversession.h"
#include "isolated.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace owui {

HistoryDialog::HistoryDialog(HistoryStore &store, ServerSession &session, const HistorySubject &subject,
                             QWidget *parent)
    : QDialog(parent)
    , m_subject(subject)
    , m_session(&session)
    , m_history(store)
    , m_model(new HistoryModel(this))
    , m_table(named(u"historyTable"_s, new QTreeView(this)))
    , m_about(named(u"historyAbout"_s, plainLabel({}, this)))
    , m_note(named(u"historyNote"_s, plainLabel(tr("Reading the history…"), this)))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(
        tr("%1 on %2: history", "plugin, server").arg(isolated(subject.title), isolated(session.connection().name)));
    auto *layout = new QVBoxLayout(this);
    m_table->setAccessibleName(tr("What happened"));
    m_table->setModel(m_model);
    setUpTable(*m_table, {20, 26, 10, 10, 26});
    m_table->setAlternatingRowColors(true);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HistoryDialog::updateButtons);
    layout->addWidget(m_table, 1);
    m_about->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    layout->addWidget(m_about);
    layout->addWidget(m_note);
    makeButtons();
    connect(&m_history, &PluginHistory::loaded, this, &HistoryDialog::takeHistory);
    m_history.show(originOf(session.connection().url), &session.server(), subject.space, subject.id);
    sizeInLetters(*this, 140, 26);
    updateButtons();
}

void HistoryDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_more = namedButton(u"more"_s, tr("&More"), buttons);
    m_diff = namedButton(u"diffToNow"_s, tr("&Differences to now…"), buttons);
    m_restore = namedButton(u"restore"_s, tr("&Restore"), buttons);
    layout()->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_more, &QPushButton::clicked, &m_history, &PluginHistory::showMore);
    connect(m_diff, &QPushButton::clicked, this, [this] {
        if (const HistoryMoment *moment = current()) {
            emit diffRequested(m_subject, *moment);
        }
    });
    connect(m_restore, &QPushButton::clicked, this, &HistoryDialog::restore);
}

std::optional<GoBackRequest> HistoryDialog::restored() const
{
    const HistoryMoment *moment = current();
    if (moment && moment->canGoTo()) {
        return GoBackRequest::toVersion(m_subject.space, m_subject.id, m_subject.title, moment->version->id);
    }
    if (moment && moment->canGoBackBefore()) {
        return GoBackRequest::toBefore(*moment->entry);
    }
    return {};
}

QString HistoryDialog::versionOf(const GoBackRequest &request) const
{
    return request.before ? current()->versionFrom() : current()->versionTo();
}

QString HistoryDialog::restoreText(const GoBackRequest &request) const
{
    if (request.undoesCreate()) {
        return tr("&Undo creating it…");
    }
    if (request.before && request.before->change == HistoryChange::Toggle) {
        return request.before->before->active ? tr("&Restore: switched on") : tr("&Restore: switched off");
    }
    const QString version = versionOf(request);
    return version.isEmpty() ? tr("&Restore") : tr("&Restore %1").arg(withoutMnemonic(version));
}

void HistoryDialog::restore()
{
    std::optional<GoBackRequest> wanted = restored();
    if (!wanted) {
        return;
    }
    if (wanted->path.isEmpty()) {
        wanted->path = m_subject.path;
    }
    // Somebody chose it from a list that shows what happened since.
    wanted->expectedHash.reset();
    emit goBackRequested(*wanted, versionOf(*wanted));
}

void HistoryDialog::refresh()
{
    if (m_session) {
        m_history.refresh();
    }
}

void HistoryDialog::takeHistory()
{
    const int row = m_table->currentIndex().row();
    const bool isFirst = m_model->rowCount() == 0;
    m_model->setMoments(m_history.moments());
    if (isFirst) {
        fitColumns();
    }
    if (m_model->rowCount() > 0) {
        m_table->setCurrentIndex(m_model->index(qBound(0, row, m_model->rowCount() - 1), 0));
    }
    QStringList notes;
    if (!m_history.problem().text.isEmpty()) {
        notes.append(m_history.problem().sentences());
    }
    notes.append(m_model->rowCount() == 0
                     ? tr("Nothing is known of %1 on this server.").arg(isolated(m_subject.title))
                     : tr("The settings of the plugin are not brought back: their values are never kept."));
    m_note->setText(notes.join(u'\n'));
    updateButtons();
}

void HistoryDialog::fitColumns()
{
    // The note has what they do not need; all of it stands below.
    for (int column = 0; column < HistoryModel::NoteColumn; ++column) {
        m_table->resizeColumnToContents(column);
    }
}

void HistoryDialog::updateButtons()
{
    const HistoryMoment *moment = current();
    const std::optional<GoBackRequest> request = restored();
    m_restore->setEnabled(request.has_value());
    m_restore->setText(request ? restoreText(*request) : tr("&Restore"));
    m_about->setText(moment ? HistoryModel::noteText(*moment) : QString());
    const bool hasText =
        moment &&
        ((moment->entry && moment->entry->before && !moment->entry->before->contentHash.isEmpty()) || moment->version);
    m_diff->setEnabled(hasText);
    m_more->setEnabled(m_history.hasMore() && !m_history.isLoading());
}

const HistoryMoment *HistoryDialog::current() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() && m_session ? &m_model->moment(index.row()) : nullptr;
}

} // namespace owui
