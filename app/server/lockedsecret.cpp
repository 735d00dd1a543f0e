// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/lockedsecret.h"

#ifdef OWUI_HAS_DBUS
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QMap>
#else
#include <QMetaObject>
#endif

#include <utility>

using namespace Qt::StringLiterals;

namespace owui {

#ifdef OWUI_HAS_DBUS

namespace {

constexpr int patience = 5'000; // milliseconds

using Attributes = QMap<QString, QString>;
using Paths = QList<QDBusObjectPath>;

} // namespace

void findLockedSecret(const QString &service, const QString &key, QObject *context, std::function<void(bool)> done)
{
    qDBusRegisterMetaType<Attributes>();
    // https://specifications.freedesktop.org/secret-service, SearchItems; the attributes are those of QtKeychain.
    QDBusMessage question = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                                           u"org.freedesktop.Secret.Service"_s, u"SearchItems"_s);
    question.setAutoStartService(false);
    question << QVariant::fromValue(Attributes{{u"server"_s, service}, {u"user"_s, key}});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question, patience), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, done = std::move(done)] {
        const QDBusPendingReply<Paths, Paths> unlockedAndLocked = *watcher;
        watcher->deleteLater();
        done(unlockedAndLocked.isValid() && !unlockedAndLocked.argumentAt<1>().isEmpty());
    });
}

#else

void findLockedSecret(const QString & /*service*/, const QString & /*key*/, QObject *context,
                      std::function<void(bool)> done)
{
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done(false); }, Qt::QueuedConnection);
}

#endif

} // namespace owui
