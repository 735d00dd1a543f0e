// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/parts/desktopnotice.h"

#ifdef OWUI_HAS_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QStringList>
#include <QThreadPool>
#include <QVariantMap>

#include <atomic>
#endif

using namespace Qt::StringLiterals;

namespace owui {

#ifdef OWUI_HAS_DBUS

void notifyDesktop(const QString &title, const QString &text)
{
    static std::atomic<uint> shown = 0;
    // The first call opens the way to the bus, which may take its time.
    QThreadPool::globalInstance()->start([title, text] {
        QDBusMessage call =
            QDBusMessage::createMethodCall(u"org.freedesktop.Notifications"_s, u"/org/freedesktop/Notifications"_s,
                                           u"org.freedesktop.Notifications"_s, u"Notify"_s);
        // Services read the text as markup.
        call.setArguments({u"OWUI Deployer"_s, shown.load(), u"owui-deployer"_s, title, text.toHtmlEscaped(),
                           QStringList(), QVariantMap{{u"desktop-entry"_s, u"owui-deployer"_s}}, -1});
        constexpr int patience = 2'000; // milliseconds
        const QDBusMessage reply = QDBusConnection::sessionBus().call(call, QDBus::Block, patience);
        if (reply.type() == QDBusMessage::ReplyMessage && !reply.arguments().isEmpty()) {
            shown = reply.arguments().first().toUInt();
        }
    });
}

#else

void notifyDesktop(const QString & /*title*/, const QString & /*text*/) {}

#endif

} // namespace owui
