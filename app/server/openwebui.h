// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "pluginkind.h"

#include "server/apirequest.h"
#include "server/connection.h"
#include "server/credential.h"
#include "server/serverplugin.h"
#include "server/serverrelease.h"
#include "server/serverversion.h"

#include <QObject>
#include <QPointer>
#include <QUrl>

#include <functional>
#include <optional>

class QNetworkAccessManager;

namespace owui {

/// An answer, or why there is none.
template<typename T>
struct Answer
{
    std::optional<T> value;
    ServerError error;
    std::chrono::milliseconds elapsed{};

    explicit operator bool() const { return value.has_value(); }
};

/// Called once, from the event loop, if the context still lives.
template<typename T>
using Handler = std::function<void(const Answer<T> &)>;

/// What a look-up by id says (contract 2.3, 2.4). CannotTell: 404, 405 or 501 with a text that is not Open WebUI's.
enum class Presence { Found, Missing, CannotTell, Failed };

struct LookUp
{
    Presence presence = Presence::Failed;
    std::optional<ServerPlugin> plugin; ///< of Found
    ServerError error;                  ///< of CannotTell and Failed
    std::chrono::milliseconds elapsed{};

    [[nodiscard]] bool isSeen() const { return presence == Presence::Found || presence == Presence::Missing; }
};

/// What the server tells a person's session of its switches; a key is told nothing (contract 1.1).
struct PluginSwitches
{
    std::optional<bool> plugins;   ///< ENABLE_PLUGINS, 0.11+
    std::optional<bool> functions; ///< ENABLE_FUNCTIONS, 0.12+
    std::optional<bool> tools;     ///< ENABLE_TOOLS, 0.12+

    /// The name of the one that keeps a space off; empty: it is on. None: that was not told.
    [[nodiscard]] std::optional<QString> offBy(PluginSpace space) const;
};

/// What was asked and how it ended, for the log's Details and the server's state; no secrets.
struct Exchange
{
    QByteArray method;
    QString path;
    int httpStatus = 0;
    qint64 bytesSent = 0;
    qint64 bytesReceived = 0;
    std::chrono::milliseconds elapsed{};
    ServerError error;     ///< none for a success
    bool isSigned = false; ///< with the key, where there is one
    bool isChange = false; ///< creates or updates a plugin
};

/// One Open WebUI server: the only place that knows its paths, payload shapes and texts (contract 1).
/// Each call returns the running request, so that it can be cancelled; it deletes itself after its handler was called.
/// Every text in an answer's error is masked. Lives in the main thread.
class OpenWebUi final : public QObject
{
    Q_OBJECT

public:
    using Request = QPointer<ApiRequest>;

    /// `network` must outlive it. A credential bound to another origin than the connection's is not sent.
    OpenWebUi(QNetworkAccessManager &network, const Connection &connection, const Credential &credential,
              QObject *parent = nullptr);
    ~OpenWebUi() override;

    [[nodiscard]] const Connection &connection() const { return m_connection; }
    void setCredential(const Credential &credential);
    /// A busy server is waited for at most 30 s in all, until this is called.
    void renewPatience();

    Request fetchRelease(QObject *context, Handler<ServerRelease> done);
    Request fetchSwitches(QObject *context, Handler<PluginSwitches> done);
    Request lookUp(PluginSpace space, const QString &id, QObject *context, std::function<void(const LookUp &)> done);
    /// `body` is the JSON of contract 5 "One payload valid everywhere". A success carries the id that was asked for.
    Request create(PluginSpace space, const QString &id, const QByteArray &body, QObject *context,
                   Handler<ServerPlugin> done);
    Request update(PluginSpace space, const QString &id, const QByteArray &body, QObject *context,
                   Handler<ServerPlugin> done);
    /// A flip, not a set: never repeat it.
    Request toggle(const QString &id, QObject *context, Handler<ServerPlugin> done);
    Request toggleGlobal(const QString &id, QObject *context, Handler<ServerPlugin> done);
    /// Functions: a success also for one that is not there.
    Request remove(PluginSpace space, const QString &id, QObject *context, Handler<bool> done);
    /// A page of the versions that the server keeps, 20 each, the first page has the newest. Since 0.12.
    Request versions(PluginSpace space, const QString &id, int page, QObject *context,
                     Handler<QList<ServerVersion>> done);
    Request snapshot(PluginSpace space, const QString &id, const QString &versionId, QObject *context,
                     Handler<ServerSnapshot> done);
    /// Makes a version that the server keeps the live one. Its code is loaded first; a failure changes nothing.
    Request updateToVersion(PluginSpace space, const QString &id, const QString &versionId, QObject *context,
                            Handler<ServerPlugin> done);
    /// All plugins of a space with their content, in one request.
    Request exportAll(PluginSpace space, QObject *context, Handler<QList<ServerPlugin>> done);
    /// Without content. Functions: /functions/, since /functions/list came only with 0.6.34.
    Request list(PluginSpace space, QObject *context, Handler<QList<ServerPlugin>> done);
    /// Makes the server notice new and changed pipes; the answer is not looked at.
    Request refreshModels(QObject *context, Handler<bool> done);
    Request valves(PluginSpace space, const QString &id, QObject *context, Handler<QJsonObject> done);
    /// Exchanges e-mail and password for a session, bound to the connection's origin. Sends no credential.
    Request signIn(const QString &email, const QString &password, QObject *context, Handler<Credential> done);
    /// Runs the stored code on the server; only after a 200. Null where the plugin has no valves.
    Request valvesSpec(PluginSpace space, const QString &id, QObject *context, Handler<QJsonValue> done);

    /// An id that no plugin can have, for asking what a key may do (contract 7). It is not an identifier.
    [[nodiscard]] static QString impossibleId();
    /// The page of the browser that shows a plugin, for an admin.
    [[nodiscard]] static QUrl pageOf(const Connection &connection, PluginSpace space, const QString &id);

signals:
    /// It said that it is busy (429 or 503), and will be asked again.
    void isBusy(int httpStatus, std::chrono::seconds pause);
    /// One per exchange, retries counted once.
    void exchanged(const owui::Exchange &exchange);

private:
    class Private;
    Connection m_connection;
    std::unique_ptr<Private> d;
};

} // namespace owui

Q_DECLARE_METATYPE(owui::Exchange)
Q_DECLARE_METATYPE(owui::Answer<owui::Credential>)
