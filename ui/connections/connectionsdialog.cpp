// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/connectionsdialog.h"

#include "ui/connections/connectiondraftmodel.h"
#include "ui/connections/connectioneditor.h"
#include "ui/connections/envimport.h"
#include "ui/parts/fieldnote.h"

#include "server/connectionstore.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

QPushButton *sideButton(const QString &name, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

/// What a person must know of a save that went on; empty: all is as wished.
QString outcomeText(const QList<SaveOutcome> &outcomes)
{
    QStringList lines;
    for (const SaveOutcome &outcome : outcomes) {
        if (outcome.problem) {
            lines.append((outcome.removed ? ConnectionsDialog::tr("“%1” is removed. %2 %3")
                                          : ConnectionsDialog::tr("“%1” is saved. %2 %3"))
                             .arg(outcome.name, outcome.problem->text, outcome.problem->remedy)
                             .trimmed());
        } else if (outcome.place == SecretPlace::ThisRunOnly) {
            lines.append(ConnectionsDialog::tr("“%1” is saved. No key store took its key, so it is kept only until "
                                               "the program ends.")
                             .arg(outcome.name));
        }
    }
    return lines.join(u'\n');
}

} // namespace

ConnectionsDialog::ConnectionsDialog(ConnectionStore &connections, SecretStore &secrets, QWidget *parent)
    : QDialog(parent)
    , m_connections(connections)
    , m_secrets(secrets)
    , m_saver(connections, secrets)
    , m_model(new ConnectionDraftModel(connections.connections(), this))
    , m_import(new EnvImport(this))
    , m_list(new QListView(this))
    , m_duplicate(sideButton(u"duplicateConnection"_s, tr("D&uplicate"), this))
    , m_remove(sideButton(u"removeConnection"_s, tr("&Remove…"), this))
    , m_editor(new ConnectionEditor(m_consent, this))
    , m_note(new FieldNote(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("Connections"));
    m_note->setObjectName(u"dialogNote"_s);
    m_buttons->button(QDialogButtonBox::Save)->setObjectName(u"save"_s);
    m_buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"cancel"_s);

    auto *sides = new QHBoxLayout;
    sides->addWidget(listSide());
    sides->addWidget(m_editor, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(sides, 1);
    layout->addWidget(m_note);
    layout->addWidget(m_buttons);
    resize(sizeHint().expandedTo(QSize(fontMetrics().averageCharWidth() * 120, fontMetrics().height() * 34)));

    connectParts();
    const std::optional<Connection> active = connections.active();
    const int row = active ? m_model->rowOf(active->id) : -1;
    select(row < 0 && m_model->rowCount() > 0 ? 0 : row);
    showCurrent();
    refresh();
}

ConnectionsDialog::~ConnectionsDialog()
{
    // QDialog's destructor hides the dialog; the field that loses the focus then tells of its text once more.
    m_editor->disconnect(this);
}

QWidget *ConnectionsDialog::listSide()
{
    m_list->setObjectName(u"connectionList"_s);
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("Connections"));
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    auto *label = new QLabel(tr("Co&nnections"), this);
    label->setBuddy(m_list);
    auto *add = sideButton(u"addConnection"_s, tr("&Add"), this);
    auto *import = sideButton(u"importEnv"_s, tr("I&mport from .env…"), this);
    connect(add, &QPushButton::clicked, this, &ConnectionsDialog::add);
    connect(import, &QPushButton::clicked, m_import, &EnvImport::chooseFile);

    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label);
    layout->addWidget(m_list, 1);
    layout->addWidget(add);
    layout->addWidget(m_duplicate);
    layout->addWidget(m_remove);
    layout->addWidget(import);
    side->setFixedWidth(std::max(side->sizeHint().width(), fontMetrics().averageCharWidth() * 28));
    return side;
}

void ConnectionsDialog::connectParts()
{
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ConnectionsDialog::showCurrent);
    connect(m_duplicate, &QPushButton::clicked, this, &ConnectionsDialog::duplicate);
    connect(m_remove, &QPushButton::clicked, this, &ConnectionsDialog::askToRemove);
    connect(m_editor, &ConnectionEditor::draftChanged, this, &ConnectionsDialog::takeDraft);
    connect(m_import, &EnvImport::imported, this, &ConnectionsDialog::addImported);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ConnectionsDialog::save);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &ConnectionsDialog::reject);
    connect(&m_saver, &ConnectionSaver::finished, this, &ConnectionsDialog::finishSaving);
}

int ConnectionsDialog::currentRow() const
{
    return m_list->currentIndex().row();
}

void ConnectionsDialog::select(int row)
{
    m_list->setCurrentIndex(m_model->index(row));
}

void ConnectionsDialog::showCurrent()
{
    const int row = currentRow();
    m_editor->setEnabled(row >= 0);
    m_duplicate->setEnabled(row >= 0);
    m_remove->setEnabled(row >= 0);
    if (row < 0) {
        m_editor->load({}, {});
        return;
    }
    ConnectionDraft draft = m_model->drafts().at(row);
    const bool ask = draft.storedState == ConnectionDraft::Stored::NotAsked;
    if (ask) {
        draft.storedState = ConnectionDraft::Stored::Asking;
        m_model->replace(row, draft);
    }
    m_editor->load(draft, m_model->otherNames(row));
    if (ask)
        askForStored(draft.connection.id);
}

void ConnectionsDialog::askForStored(const QString &id)
{
    const std::optional<Connection> saved = m_model->drafts().at(m_model->rowOf(id)).saved;
    m_secrets.read(*saved, this, [this, id](const Result<std::optional<Credential>> &answer) {
        const int row = m_model->rowOf(id);
        if (row < 0)
            return;
        ConnectionDraft draft = m_model->drafts().at(row);
        draft.setStored(answer);
        m_model->replace(row, draft);
        if (row == currentRow())
            m_editor->refresh(draft);
        refresh();
    });
}

void ConnectionsDialog::takeDraft()
{
    const int row = currentRow();
    if (row >= 0)
        m_model->replace(row, m_editor->draft());
    refresh();
}

void ConnectionsDialog::add()
{
    select(m_model->add(ConnectionDraft::fresh(m_model->freeName(tr("New connection")))));
    m_editor->beginNew();
    refresh();
}

void ConnectionsDialog::duplicate()
{
    const ConnectionDraft &original = m_model->drafts().at(currentRow());
    select(m_model->add(original.duplicate(m_model->freeName(tr("%1 copy").arg(original.connection.name)))));
    m_editor->beginNew();
    refresh();
}

void ConnectionsDialog::addImported(const EnvFile &file)
{
    const Result<QUrl> url = normalizedServerUrl(file.url);
    ConnectionDraft draft = ConnectionDraft::fresh(m_model->freeName(url ? url.value().host() : tr("New connection")));
    draft.setUrlText(file.url);
    draft.secretChange = ConnectionDraft::SecretChange::Replace;
    draft.typed = {.value = file.key, .origin = draft.origin()};
    select(m_model->add(draft));
    m_editor->beginNew();
    refresh();
}

void ConnectionsDialog::askToRemove()
{
    const QString id = m_model->drafts().at(currentRow()).connection.id;
    const QString name = m_model->drafts().at(currentRow()).connection.name;
    auto *box = new QMessageBox(QMessageBox::Question, tr("Remove connection"), tr("Remove “%1”?").arg(name),
                                QMessageBox::Cancel, this);
    box->setObjectName(u"removeQuestion"_s);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("Save then removes the connection and its key from this computer. Nothing changes on "
                               "the server."));
    auto *agree = box->addButton(tr("&Remove"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QMessageBox::finished, this, [this, box, agree, id] {
        const int row = m_model->rowOf(id);
        if (box->clickedButton() != agree || row < 0)
            return;
        m_model->remove(row);
        showCurrent();
        refresh();
    });
    box->open();
}

void ConnectionsDialog::save()
{
    m_editor->settleAddress();
    const QList<ConnectionDraft> &drafts = m_model->drafts();
    const auto unsafe = std::ranges::find_if(drafts, [this](const ConnectionDraft &draft) {
        return draft.writing() == ConnectionDraft::Writing::Write && m_consent.isNeeded(draft.connection.url);
    });
    // One question per server, and then from the start: the answer may come much later.
    if (unsafe != drafts.end())
        m_consent.ask(unsafe->connection.url, this, [this] { save(); });
    else if (m_model->isChanged() && m_model->obstacle().isEmpty() && !m_saver.isRunning())
        write();
}

void ConnectionsDialog::write()
{
    QList<ConnectionDraft> changed;
    std::ranges::copy_if(m_model->drafts(), std::back_inserter(changed), &ConnectionDraft::isChanged);
    m_saver.start(changed, m_model->removed());
    refresh();
}

void ConnectionsDialog::finishSaving(const QList<SaveOutcome> &outcomes)
{
    for (const SaveOutcome &outcome : outcomes) {
        const int row = m_model->rowOf(outcome.id);
        if (outcome.removed) {
            m_model->forgetRemoved(outcome.id);
        } else if (row >= 0) {
            ConnectionDraft draft = m_model->drafts().at(row);
            if (outcome.problem)
                draft.saved = draft.connection;
            else
                draft.markSaved(outcome.secretChanged ? std::optional(outcome.credential) : std::nullopt);
            m_model->replace(row, draft);
        }
        if (outcome.secretChanged)
            emit secretSaved(outcome.id);
    }
    const QString text = outcomeText(outcomes);
    if (text.isEmpty()) {
        accept();
        return;
    }
    showCurrent();
    refresh();
    const bool failed = std::ranges::any_of(outcomes, [](const SaveOutcome &o) { return o.problem.has_value(); });
    m_note->setNote(failed ? FieldNote::Kind::Error : FieldNote::Kind::Warning, text);
}

void ConnectionsDialog::refresh()
{
    const bool saving = m_saver.isRunning();
    const bool changed = m_model->isChanged();
    const QString obstacle = m_model->obstacle();
    auto *saveButton = m_buttons->button(QDialogButtonBox::Save);
    saveButton->setEnabled(!saving && changed && obstacle.isEmpty());
    saveButton->setToolTip(changed ? obstacle : tr("Nothing was changed."));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(changed ? tr("Cancel") : tr("Close"));
    m_list->setEnabled(!saving);
    m_editor->setEnabled(!saving && currentRow() >= 0);
    if (saving)
        m_note->setNote(FieldNote::Kind::Information, tr("Saving; waiting for the key store…"));
    else if (m_model->rowCount() == 0 && !changed)
        m_note->setNote(FieldNote::Kind::Information,
                        tr("There is no connection yet. Add one, or import the .env of your scripts."));
    else
        m_note->setNote(FieldNote::Kind::Information, obstacle);
}

void ConnectionsDialog::reject()
{
    if (m_saver.isRunning()) {
        m_saver.stopWaiting();
        QDialog::reject();
        return;
    }
    if (!m_model->isChanged()) {
        QDialog::reject();
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Question, tr("Connections"), tr("Save the changes?"),
                                QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box->setObjectName(u"closeQuestion"_s);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(m_model->obstacle());
    box->button(QMessageBox::Save)->setEnabled(m_model->obstacle().isEmpty());
    box->setDefaultButton(m_model->obstacle().isEmpty() ? QMessageBox::Save : QMessageBox::Cancel);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QMessageBox::finished, this, [this](int button) {
        if (button == QMessageBox::Save)
            save();
        else if (button == QMessageBox::Discard)
            QDialog::reject();
    });
    box->open();
}

} // namespace owui
