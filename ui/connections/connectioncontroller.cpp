// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/connectioncontroller.h"

#include "ui/connections/connectionmenu.h"
#include "ui/connections/connectionsdialog.h"
#include "ui/connections/sessioncontroller.h"
#include "ui/connections/signindialog.h"
#include "ui/parts/messagearea.h"
#include "ui/parts/named.h"
#include "ui/parts/sizes.h"

#include "isolated.h"
#include "server/connectionstore.h"
#include "server/secretstore.h"

#include <QLineEdit>
#include <QPointer>

#include <utility>

using namespace Qt::StringLiterals;

namespace owui {

ConnectionController::ConnectionController(ConnectionStore &connections, SecretStore &secrets,
                                           SessionController &sessions, MessageArea &messages, QWidget *window)
    : QObject(window)
    , m_connections(connections)
    , m_secrets(secrets)
    , m_sessions(sessions)
    , m_messages(messages)
    , m_window(window)
    , m_menu(new ConnectionMenu(connections, window))
{
    connect(m_menu, &ConnectionMenu::addRequested, this, &ConnectionController::addServer);
    connect(m_menu, &ConnectionMenu::editRequested, this, &ConnectionController::showConnections);
    connect(m_menu, &ConnectionMenu::connectionChosen, &m_sessions, &SessionController::useActiveConnection);
    connect(&m_sessions, &SessionController::sessionChanged, this, &ConnectionController::takeSession);
}

ConnectionsDialog *ConnectionController::openDialog()
{
    auto *dialog = new ConnectionsDialog(m_connections, m_secrets, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setImportFolder(m_folder);
    connect(dialog, &ConnectionsDialog::savedWith, this,
            [this](const QString &remark) { m_messages.show(u"keyPlace"_s, Tone::Neutral, remark); });
    connect(&m_connections, &ConnectionStore::activeChanged, dialog, [this] { m_hasSaved = true; });
    dialog->open();
    return dialog;
}

void ConnectionController::showConnections()
{
    ConnectionsDialog *dialog = openDialog();
    const ServerSession *session = m_sessions.session();
    if (m_connections.connections().isEmpty()) {
        dialog->addNew();
    } else if (session && (session->wantsKey() || !session->canBeUsed())) {
        dialog->enterSecretOf(session->connection().id);
    }
}

void ConnectionController::addServer()
{
    openDialog()->addNew();
}

bool ConnectionController::hasServer() const
{
    return m_sessions.session() || m_connections.active();
}

void ConnectionController::offerServer()
{
    if (hasServer()) {
        return;
    }
    m_messages.show(u"server"_s, Tone::Warning, tr("No server is chosen yet. Add yours, or try the practice server."),
                    {{.text = tr("Add server…"), .run = [this] { addServer(); }, .closesMessage = false},
                     {.text = tr("Practice server"), .run = [this] { emit practiceRequested(); }}});
}

void ConnectionController::takeSession(ServerSession *session)
{
    m_menu->setSession(session);
    m_messages.close(u"connection"_s);
    m_messages.close(u"switched"_s);
    const bool practised = std::exchange(m_practised, session && session->connection().practice);
    const bool hasSaved = std::exchange(m_hasSaved, false);
    if (!session) {
        return;
    }
    m_messages.close(u"server"_s);
    connect(session, &ServerSession::stateChanged, this, &ConnectionController::tellState);
    if (practised && hasSaved && !m_practised) {
        m_messages.show(
            u"switched"_s, Tone::Neutral,
            tr("The window now uses %1, and no longer the practice server.").arg(isolated(session->connection().name)),
            {{.text = tr("Back to the practice server"), .run = [this] { emit practiceRequested(); }}});
    }
}

void ConnectionController::tellState()
{
    const ServerSession *session = m_sessions.session();
    const ServerSession::State state = session ? session->state() : ServerSession::State::Unknown;
    if (state == ServerSession::State::Checking) {
        return;
    }
    if (state != ServerSession::State::Unreachable && state != ServerSession::State::Refused) {
        m_messages.close(u"connection"_s);
        return;
    }
    if (session->wantsKey() && session->connection().signIn == SignInMethod::ApiKey) {
        askForKey(keyProblem(*session));
        return;
    }
    QList<MessageAction> actions;
    const bool byPassword = session->connection().signIn == SignInMethod::EmailAndPassword;
    if (state == ServerSession::State::Refused && byPassword) {
        actions.append({.text = tr("Sign in…"), .run = [this] { signIn(); }});
    }
    actions.append({.text = tr("Try again"), .run = [this] {
                        if (ServerSession *present = m_sessions.session()) {
                            present->checkState();
                        }
                    }});
    actions.append({.text = tr("Connections…"), .run = [this] { showConnections(); }, .closesMessage = false});
    m_messages.show(u"connection"_s, session->problem(), actions);
}

Problem ConnectionController::keyProblem(const ServerSession &session) const
{
    if (session.canBeUsed()) {
        return session.problem();
    }
    const Connection &connection = session.connection();
    if (!m_secrets.hasKeyStore() && !connection.keepSecretsInFile) {
        return {.text = tr("There is no key for %1. A key could not be kept: no key store answers on this computer.")
                            .arg(isolated(connection.name)),
                .remedy = tr("Enter it here. “Connections…” can keep it in a file.")};
    }
    return {.text = session.reasonAgainstUse().text, .remedy = tr("Enter it here.")};
}

void ConnectionController::askForKey(const Problem &problem)
{
    auto *field = named(u"messageKey"_s, new QLineEdit(m_window));
    field->setEchoMode(QLineEdit::Password);
    field->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    field->setPlaceholderText(u"sk-…"_s);
    field->setAccessibleName(tr("API key"));
    field->setFixedWidth(lettersWide(field->fontMetrics(), 24));
    m_messages.show(u"connection"_s, problem,
                    {{.text = tr("Connect"),
                      .run = [this, text = QPointer<QLineEdit>(field)] { takeKey(text ? text->text() : QString()); },
                      .closesMessage = false,
                      .field = field},
                     {.text = tr("Connections…"), .run = [this] { showConnections(); }, .closesMessage = false}});
}

void ConnectionController::takeKey(const QString &text)
{
    const ServerSession *session = m_sessions.session();
    if (!session) {
        return;
    }
    const Result<QByteArray> key = normalizedKey(text);
    if (!key) {
        askForKey(key.error());
        return;
    }
    const Connection connection = session->connection();
    m_consent.ask(connection.url, m_window, [this, connection, secret = key.value()] { storeKey(connection, secret); });
}

void ConnectionController::storeKey(const Connection &connection, const QByteArray &key)
{
    // What else is kept for it, such as headers of a proxy, stays.
    m_secrets.read(connection, this, [this, connection, key](const Result<std::optional<Credential>> &stored) {
        if (!stored && !connection.extraHeaders.isEmpty()) {
            m_messages.show(u"keyPlace"_s,
                            Problem{.text = stored.error().text,
                                    .remedy = tr("The extra headers of %1 are kept there too, and nothing was changed. "
                                                 "Mend that first, or enter the key and the headers under "
                                                 "“Connections…”.")
                                                  .arg(isolated(connection.name))});
            return;
        }
        ConnectionDraft draft = ConnectionDraft::of(connection);
        draft.setStored(stored);
        draft.typeKey(QString::fromUtf8(key));
        m_secrets.write(connection, draft.credential(), this, [this, connection](const Result<SecretPlace> &place) {
            if (!place) {
                m_messages.show(u"keyPlace"_s, place.error());
            } else if (place.value() == SecretPlace::ThisRunOnly) {
                m_messages.show(u"keyPlace"_s, Tone::Neutral,
                                tr("No key store took the key of %1, so it is kept only until the program ends.")
                                    .arg(isolated(connection.name)));
            }
        });
    });
}

void ConnectionController::signIn()
{
    if (const ServerSession *session = m_sessions.session()) {
        auto *dialog = new SignInDialog(session->connection(), m_secrets, session->problem().text, m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    }
}

} // namespace owui
