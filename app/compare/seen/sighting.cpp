// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/seen/sighting.h"

#include "files/sha256.h"

namespace owui {

ServerStamp stampOf(const Sighting &seen)
{
    ServerStamp stamp{.presence = seen.presence, .versionId = {}, .updatedAt = 0, .digest = {}};
    if (!seen.plugin) {
        return stamp;
    }
    stamp.versionId = seen.plugin->versionId;
    stamp.updatedAt = seen.plugin->updatedAt;
    stamp.showsText = seen.plugin->content.has_value();
    if (seen.plugin->content && stamp.versionId.isEmpty()) {
        QByteArray all;
        for (const QString &text : {*seen.plugin->content, seen.plugin->name, seen.plugin->description()}) {
            const QByteArray utf8 = text.toUtf8();
            all += QByteArray::number(utf8.size()) + ':' + utf8;
        }
        stamp.digest = sha256(all);
    }
    return stamp;
}

bool ServerStamp::isChangedBy(const ServerStamp &now) const
{
    const auto tells = [](Presence seen) { return seen == Presence::Found || seen == Presence::Missing; };
    if (!tells(presence) || !tells(now.presence)) {
        return false;
    }
    if (presence != now.presence) {
        return true;
    }
    if (presence == Presence::Missing) {
        return false;
    }
    if (!versionId.isEmpty() && !now.versionId.isEmpty()) {
        return versionId != now.versionId;
    }
    if (!digest.isEmpty() && !now.digest.isEmpty()) {
        return digest != now.digest;
    }
    return updatedAt != now.updatedAt;
}

bool isRecent(const QDateTime &time)
{
    constexpr std::chrono::seconds longest{60};
    return time.isValid() && time.secsTo(QDateTime::currentDateTimeUtc()) <= longest.count();
}

} // namespace owui
