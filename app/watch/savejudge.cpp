// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "watch/savejudge.h"

#include <algorithm>
#include <utility>

namespace owui {

SaveJudge::SaveJudge(Eyes eyes)
    : m_eyes(std::move(eyes))
{
}

void SaveJudge::follow(const QStringList &paths, std::optional<qint64> madeSince, Time now)
{
    QHash<QString, File> files;
    for (const QString &path : paths) {
        const auto known = m_files.constFind(path);
        if (known != m_files.cend()) {
            files.insert(path, *known);
            continue;
        }
        const FileStamp stamp = m_eyes.stamp(path);
        const bool isMade = madeSince && isChangedSince(stamp, *madeSince);
        files.insert(path, {.stamp = isMade ? FileStamp() : stamp, .digest = {}});
        if (!isMade) {
            m_unread.append(path);
        }
    }
    m_files = files;
    const auto isLeft = [this](const QString &path) { return !m_files.contains(path); };
    m_unread.removeIf(isLeft);
    m_written.removeIf([&isLeft](const auto &entry) { return isLeft(entry.key()); });
    m_stormed.removeIf([&isLeft](const Save &save) { return isLeft(save.path); });
    if (madeSince) {
        touchAll(now);
    }
}

bool SaveJudge::learnNext(qsizetype count)
{
    for (; count > 0 && !m_unread.isEmpty(); --count) {
        const QString path = m_unread.takeLast();
        File &file = m_files[path];
        // Bytes that are not those of the stamp would make a save look like a mere touch.
        if (file.digest.isEmpty() && file.stamp.exists && !m_written.contains(path)) {
            const bool isFresh = m_eyes.isFresh(file.stamp);
            const QByteArray digest = m_eyes.digest(path);
            if (m_eyes.stamp(path) == file.stamp) {
                file.digest = digest;
                file.isFresh = isFresh;
            }
        }
    }
    return !m_unread.isEmpty();
}

void SaveJudge::touch(const QString &path, Time now)
{
    const auto file = m_files.constFind(path);
    if (file == m_files.cend()) {
        return;
    }
    const FileStamp stamp = m_eyes.stamp(path);
    const auto written = m_written.find(path);
    if (written == m_written.end() ? stamp == file->stamp && !file->isFresh : stamp == written->stamp) {
        return;
    }
    m_written.insert(path, {.stamp = stamp, .last = now});
    if (stamp.exists) {
        countForStorm(path, now);
    }
}

void SaveJudge::touchAll(Time now)
{
    const QStringList paths = m_files.keys();
    for (const QString &path : paths) {
        touch(path, now);
    }
}

void SaveJudge::countForStorm(const QString &path, Time now)
{
    m_lastWritten = now;
    if (!m_storm) {
        m_counted.removeIf([now](const auto &entry) { return now - entry.value() >= stormTime; });
    }
    m_counted.insert(path, now);
    m_storm = m_storm || m_counted.size() > mostSaves;
}

void SaveJudge::expect(const QString &path, const QByteArray &digest)
{
    if (digest.isEmpty()) {
        m_expected.remove(path);
    } else {
        m_expected.insert(path, digest);
    }
}

std::optional<SaveJudge::Time> SaveJudge::nextLook() const
{
    std::optional<Time> next;
    for (const Written &written : m_written) {
        next = std::min(next.value_or(Time::max()), written.whole());
    }
    if (!next && m_storm) {
        next = m_lastWritten + stormTime;
    }
    return next;
}

SaveJudge::Verdict SaveJudge::decide(Time now)
{
    QList<Save> saves;
    QStringList done;
    for (auto written = m_written.begin(); written != m_written.end(); ++written) {
        if (now < written->whole()) {
            continue;
        }
        // A watch may lose a word: what the file is now decides.
        if (const FileStamp stamp = m_eyes.stamp(written.key()); stamp != written->stamp) {
            *written = {.stamp = stamp, .last = now};
            m_lastWritten = now;
            continue;
        }
        const Time last = written->last;
        if (isNew(written.key(), *written, now)) {
            saves.append({.path = written.key(), .written = last});
        }
        if (written->last == last) {
            done.append(written.key());
        }
    }
    for (const QString &path : std::as_const(done)) {
        m_written.remove(path);
    }
    std::ranges::sort(saves, {}, &Save::path);
    if (!m_storm) {
        return {.saves = saves, .storm = {}};
    }
    m_stormed.removeIf([&saves](const Save &before) {
        return std::ranges::any_of(saves, [&before](const Save &save) { return save.path == before.path; });
    });
    m_stormed.append(saves);
    return m_written.isEmpty() && now - m_lastWritten >= stormTime ? endStorm() : Verdict();
}

/// It holds other bytes than before. Sets `last` of what somebody wrote while it was read.
bool SaveJudge::isNew(const QString &path, Written &written, Time now)
{
    File &file = m_files[path];
    if (!written.stamp.exists || (written.stamp == file.stamp && !file.isFresh)) {
        // Gone, perhaps for a moment, or as it was. What comes is compared with what was there.
        file.stamp = written.stamp;
        m_counted.remove(path);
        return false;
    }
    const bool isFresh = m_eyes.isFresh(written.stamp);
    const QByteArray digest = m_eyes.digest(path);
    if (const FileStamp after = m_eyes.stamp(path); after != written.stamp) {
        written = {.stamp = after, .last = now};
        return false;
    }
    file.stamp = written.stamp;
    file.isFresh = isFresh;
    const bool isOurs = !digest.isEmpty() && digest == m_expected.value(path);
    const bool isSame = !digest.isEmpty() && digest == file.digest;
    file.digest = digest;
    m_expected.remove(path);
    if (isOurs || isSame) {
        m_counted.remove(path);
        return false;
    }
    return true;
}

SaveJudge::Verdict SaveJudge::endStorm()
{
    const bool isStorm = m_counted.size() > mostSaves; // without those that were only touched
    m_storm = false;
    m_counted.clear();
    Verdict verdict;
    if (isStorm) {
        for (const Save &save : std::as_const(m_stormed)) {
            verdict.storm.append(save.path);
        }
        verdict.storm.sort();
    } else {
        verdict.saves = m_stormed;
    }
    m_stormed.clear();
    return verdict;
}

} // namespace owui
