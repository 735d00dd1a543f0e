// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/connectionsdialog.h"

#include "ui/connections/connectionform.h"
#include "ui/connections/envimport.h"
#include "ui/parts/named.h"
#include "ui/parts/question.h"

#include "isolated.h"
#include "server/addresssearch.h"
#include "server/connectionstore.h"
#include "ui/parts/sizes.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace owui {

ConnectionsDialog::ConnectionsDialog(ConnectionStore &connections, SecretStore &secrets, QWidget *parent)
    : QDialog(parent)
    , m_connections(connections)
    , m_secrets(secrets)
    , m_drafts(new ConnectionDraftModel(connections.connections(), this))
    , m_side(new QWidget(this))
    , m_list(named(u"connectionList"_s, new QListView(this)))
    , m_duplicate(namedButton(u"duplicateConnection"_s, tr("D&uplicate"), this))
    , m_remove(namedButton(u"removeConnection"_s, tr("&Remove…"), this))
    , m_form(new ConnectionForm(*m_drafts, m_consent, this))
    , m_note(named(u"dialogNote"_s, new FieldNote(this)))
{
    setWindowTitle(tr("Connections"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_save = named(u"save"_s, buttons->button(QDialogButtonBox::Save));
    m_cancel = named(u"cancel"_s, buttons->button(QDialogButtonBox::Cancel));
    fillListSide();
    auto *sides = lined<QHBoxLayout>(nullptr, {m_side, m_form});
    sides->setStretchFactor(m_form, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(sides, 1);
    layout->addWidget(m_note);
    layout->addWidget(buttons);
    sizeInLetters(*this, 120, 34);

    const std::optional<Connection> active = connections.active();
    m_list->setCurrentIndex(m_drafts->index(active ? std::max(0, m_drafts->rowOf(active->id)) : 0));
    connect(m_drafts, &ConnectionDraftModel::changed, this, &ConnectionsDialog::refresh);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ConnectionsDialog::showCurrent);
    connect(buttons, &QDialogButtonBox::accepted, this, &ConnectionsDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &ConnectionsDialog::reject);
    showCurrent();
}

ConnectionsDialog::~ConnectionsDialog()
{
    // QDialog's destructor hides the dialog; the field that loses the focus then tells of its text once more.
    m_drafts->disconnect(this);
}

void ConnectionsDialog::fillListSide()
{
    m_list->setModel(m_drafts);
    m_list->setAccessibleName(tr("Connections"));
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    auto *label = new QLabel(tr("Connections"), this);
    label->setBuddy(m_list);
    auto *add = namedButton(u"addConnection"_s, tr("A&dd"), this);
    connect(add, &QPushButton::clicked, this, &ConnectionsDialog::addNew);
    connect(m_duplicate, &QPushButton::clicked, this, [this] {
        const ConnectionDraft &original = m_drafts->shown();
        addDraft(original.duplicate(m_drafts->freeName(tr("%1 copy").arg(original.connection.name))));
    });
    connect(m_remove, &QPushButton::clicked, this, &ConnectionsDialog::askToRemove);
    auto *import = namedButton(u"importEnv"_s, tr("I&mport from .env…"), this);
    connect(import, &QPushButton::clicked, this,
            [this] { importEnv(m_importFolder, this, std::bind_front(&ConnectionsDialog::addImported, this)); });

    lined<QVBoxLayout>(m_side, {label, m_list, add, m_duplicate, m_remove, import})->setStretchFactor(m_list, 1);
    m_side->setFixedWidth(std::max(m_side->sizeHint().width(), lettersWide(fontMetrics(), 28)));
}

void ConnectionsDialog::addNew()
{
    if (const int blank = m_drafts->blankRow(); blank >= 0) {
        m_list->setCurrentIndex(m_drafts->index(blank));
        m_form->beginNew();
    } else {
        addDraft(ConnectionDraft::fresh({}));
    }
}

void ConnectionsDialog::enterSecretOf(const QString &id)
{
    if (const int row = m_drafts->rowOf(id); row >= 0) {
        m_list->setCurrentIndex(m_drafts->index(row));
        m_form->enterSecret();
    }
}

void ConnectionsDialog::showCurrent()
{
    m_drafts->show(m_list->currentIndex().row());
    m_drafts->askForStored(m_secrets);
}

void ConnectionsDialog::addDraft(const ConnectionDraft &draft)
{
    m_list->setCurrentIndex(m_drafts->index(m_drafts->add(draft)));
    m_form->beginNew();
}

void ConnectionsDialog::addImported(const EnvFile &file)
{
    if (const int blank = m_drafts->blankRow(); blank >= 0) {
        m_drafts->remove(blank);
    }
    ConnectionDraft draft = ConnectionDraft::fresh({});
    draft.setUrlText(file.url);
    draft.connection.name = m_drafts->freeName(hostText(draft.connection.url));
    draft.typeKey(QString::fromUtf8(file.key));
    QList<HeaderDraft> headers;
    for (const auto &[name, value] : file.headers) {
        headers.append({.name = QString::fromLatin1(name), .storedName = {}, .typed = {.value = value}});
    }
    draft.setHeaders(headers);
    addDraft(draft);
}

void ConnectionsDialog::askToRemove()
{
    const Connection &connection = m_drafts->shown().connection;
    ask({.name = u"removeQuestion"_s,
         .title = tr("Remove connection"),
         .text = tr("Remove “%1”?").arg(isolated(connection.name)),
         .more = tr("Save then removes the connection and its key from this computer. Nothing changes on the server."),
         .agree = tr("&Remove")},
        this, [this, id = connection.id] {
            if (const int row = m_drafts->rowOf(id); row >= 0) {
                m_drafts->remove(row);
                showCurrent();
            }
        });
}

void ConnectionsDialog::save()
{
    m_drafts->settleOrigin();
    const QList<ConnectionDraft> &drafts = m_drafts->drafts();
    const auto unsafe = std::ranges::find_if(drafts, [this](const ConnectionDraft &draft) {
        return draft.writing() == ConnectionDraft::Writing::Write && m_consent.isNeeded(draft.connection.url);
    });
    if (unsafe != drafts.end()) {
        // One question per server, and then from the start: the answer may come much later.
        m_consent.ask(unsafe->connection.url, this, [this] { save(); });
    } else if (m_drafts->isChanged() && m_drafts->obstacle().isEmpty() && m_waiting.isEmpty() && !m_search) {
        const auto page = std::ranges::find_if(drafts, [this](const ConnectionDraft &draft) {
            const QUrl &url = draft.connection.url;
            const bool isNew = !draft.saved || draft.saved->url != url;
            return isNew && !m_searched.contains(url) && !addressesAbove(url).isEmpty();
        });
        if (page == drafts.end()) {
            write();
        } else {
            findServer(*page);
        }
    }
}

/// Somebody pasted the address of a page: the server is looked for above it, and then everything is saved.
void ConnectionsDialog::findServer(const ConnectionDraft &draft)
{
    m_searched.insert(draft.connection.url);
    m_search = new AddressSearch(draft.connection, draft.credential(), this);
    connect(m_search, &AddressSearch::finished, this, [this, id = draft.connection.id](const QUrl &url) {
        std::exchange(m_search, nullptr)->deleteLater();
        m_searched.insert(url);
        m_drafts->update(id, [&url](ConnectionDraft &found) { found.setUrlText(url.toString()); });
        save();
    });
    m_search->start();
    refresh();
}

void ConnectionsDialog::write()
{
    m_outcome.clear();
    m_outcomeKind = FieldNote::Warning;
    for (const Connection &connection : m_drafts->removed()) {
        m_waiting.insert(connection.id);
        m_secrets.remove(connection, this, [this, connection](const Result<SecretPlace> &result) {
            takeStored(connection, ConnectionDraft::Writing::Remove, result);
        });
    }
    for (const ConnectionDraft &draft : m_drafts->drafts()) {
        if (draft.isChanged()) {
            m_waiting.insert(draft.connection.id);
            writeSecret(draft);
        }
    }
    refresh();
}

void ConnectionsDialog::writeSecret(const ConnectionDraft &draft)
{
    const ConnectionDraft::Writing writing = draft.writing();
    const auto written = [this, connection = draft.connection, writing](const Result<SecretPlace> &result) {
        takeStored(connection, writing, result);
    };
    switch (writing) {
    case ConnectionDraft::Writing::Nothing:
        QMetaObject::invokeMethod(
            this, [written] { written(SecretPlace::KeyStore); }, Qt::QueuedConnection);
        break;
    case ConnectionDraft::Writing::Write:
        m_secrets.write(draft.connection, draft.credential(), this, written);
        break;
    case ConnectionDraft::Writing::Remove:
        m_secrets.remove(draft.saved.value_or(draft.connection), this, written);
        break;
    }
}

/// After its secret, so that whoever follows the store of connections finds both.
void ConnectionsDialog::saveConnection(const QString &id)
{
    m_waiting.remove(id);
    const int row = m_drafts->rowOf(id);
    if (row < 0) {
        m_connections.remove(id);
        return;
    }
    m_connections.save(m_drafts->drafts().at(row).connection);
    if (!m_connections.active()) {
        m_connections.setActive(id);
    }
}

void ConnectionsDialog::takeStored(const Connection &connection, ConnectionDraft::Writing writing,
                                   const Result<SecretPlace> &result)
{
    // What comes after the dialog was closed was saved by that.
    if (!m_waiting.contains(connection.id)) {
        return;
    }
    saveConnection(connection.id);
    const bool removed = m_drafts->rowOf(connection.id) < 0;
    if (!result) {
        m_outcome.append((removed ? tr("“%1” is removed. %2") : tr("“%1” is saved. %2"))
                             .arg(isolated(connection.name), result.error().sentences()));
        m_outcomeKind = FieldNote::Error;
    } else if (writing == ConnectionDraft::Writing::Write && result.value() == SecretPlace::ThisRunOnly) {
        m_outcome.append(tr("“%1” is saved. No key store took its key, so it is kept only until the program ends.")
                             .arg(isolated(connection.name)));
    }
    m_drafts->forgetRemoved(connection.id);
    m_drafts->update(connection.id, [&result](ConnectionDraft &draft) {
        if (result) {
            draft = ConnectionDraft::of(draft.connection);
        } else {
            // What was typed stays, to be saved again.
            draft.saved = draft.connection;
        }
    });
    if (m_waiting.isEmpty() && m_outcomeKind != FieldNote::Error) {
        if (!m_outcome.isEmpty()) {
            emit savedWith(m_outcome.join(u'\n'));
        }
        accept();
    } else if (m_waiting.isEmpty()) {
        showCurrent();
    }
}

void ConnectionsDialog::refresh()
{
    const bool saving = !m_waiting.isEmpty() || m_search;
    const bool changed = m_drafts->isChanged();
    const bool any = m_list->currentIndex().isValid();
    const QString obstacle = m_drafts->obstacle();
    m_save->setEnabled(!saving && changed && obstacle.isEmpty());
    m_save->setToolTip(changed ? obstacle : tr("Nothing was changed."));
    m_cancel->setText(changed ? tr("Cancel") : tr("Close"));
    m_side->setEnabled(!saving);
    m_duplicate->setEnabled(any);
    m_remove->setEnabled(any);
    m_form->setEnabled(!saving && any);
    if (m_search) {
        m_note->setNote(FieldNote::Information, tr("Looking for the server above this page…"));
    } else if (saving) {
        m_note->setNote(FieldNote::Information, tr("Saving; waiting for the key store…"));
    } else if (!obstacle.isEmpty()) {
        m_note->setNote(FieldNote::Information, obstacle);
    } else if (any && m_drafts->shown().isBlank()) {
        m_note->setNote(FieldNote::Information,
                        tr("Paste the address that you open in the browser, and the API key of an admin."));
    } else if (m_drafts->drafts().isEmpty() && !changed) {
        m_note->setNote(FieldNote::Information,
                        tr("There is no connection yet. Add one, or import the .env of your scripts."));
    } else {
        m_note->setNote(m_outcomeKind, m_outcome.join(u'\n'));
    }
}

void ConnectionsDialog::reject()
{
    if (!m_waiting.isEmpty() || !m_drafts->isChanged()) {
        for (const QString &id : m_waiting.values()) {
            saveConnection(id);
        }
        QDialog::reject();
        return;
    }
    const QString obstacle = m_drafts->obstacle();
    auto *box = new QMessageBox(QMessageBox::Question, tr("Connections"), tr("Save the changes?"),
                                QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box->setObjectName(u"closeQuestion"_s);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(obstacle);
    box->button(QMessageBox::Save)->setEnabled(obstacle.isEmpty());
    box->setDefaultButton(obstacle.isEmpty() ? QMessageBox::Save : QMessageBox::Cancel);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QMessageBox::finished, this, [this](int button) {
        if (button == QMessageBox::Save) {
            save();
        } else if (button == QMessageBox::Discard) {
            QDialog::reject();
        }
    });
    box->open();
}

} // namespace owui
