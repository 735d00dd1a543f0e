// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "watch/filestamp.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <optional>

namespace owui {

/// A file that somebody saved, and when it was written last.
struct Save
{
    QString path;
    std::chrono::steady_clock::time_point written;

    friend bool operator==(const Save &, const Save &) = default;
};

/// Decides what is a save: a file that holds other bytes than before, and that nobody has touched for a while, so that
/// it is whole. Many at once are no saves but a storm, as when a branch is switched. Has no clock and no watch of its
/// own: it is told what time it is, and which files may have changed.
class SaveJudge final
{
public:
    using Time = std::chrono::steady_clock::time_point;

    /// A file counts as whole when it was left alone for so long.
    static constexpr std::chrono::milliseconds quiet{40};
    /// The same for an empty one: a program that writes in place empties it first, and may be slow to go on.
    static constexpr std::chrono::milliseconds quietWhileEmpty{1'000};
    /// More files than this within so long are a storm; it is over when nothing was written for as long.
    static constexpr std::chrono::milliseconds stormTime{1'000};
    static constexpr qsizetype mostSaves = 5;

    /// How it sees the disk.
    struct Eyes
    {
        std::function<FileStamp(const QString &path)> stamp;
        std::function<QByteArray(const QString &path)> digest; ///< of the bytes; empty: cannot be read
        std::function<bool(const FileStamp &stamp)> isFresh;   ///< see filestamp.h
    };

    struct Verdict
    {
        QList<Save> saves;
        QStringList storm; ///< changed files of a storm that is over
    };

    explicit SaveJudge(Eyes eyes);

    /// From now on exactly these files count. What is in one that is new here is what it had before; but a file that
    /// was made since the last call, in nanoseconds since the epoch, is a save. nullopt: none is.
    void follow(const QStringList &paths, std::optional<qint64> madeSince, Time now);
    /// Reads some of those whose bytes are not known yet. False: all are.
    [[nodiscard]] bool learnNext(qsizetype count);
    /// The file may have changed.
    void touch(const QString &path, Time now);
    /// Any of them may have.
    void touchAll(Time now);
    /// The program itself is about to write these bytes there: that is no save, also where the file is not followed
    /// yet. An empty digest: it did not write them.
    void expect(const QString &path, const QByteArray &digest);

    /// When to call decide(); none: not before something is touched.
    [[nodiscard]] std::optional<Time> nextLook() const;
    [[nodiscard]] Verdict decide(Time now);

private:
    struct File
    {
        FileStamp stamp;      ///< as judged last
        QByteArray digest;    ///< of its bytes then; empty: not known
        bool isFresh = false; ///< the stamp does not prove that the bytes are those of the digest
    };

    /// Somebody is writing it, or just did.
    struct Written
    {
        FileStamp stamp;
        Time last;

        [[nodiscard]] Time whole() const { return last + (stamp.exists && stamp.size == 0 ? quietWhileEmpty : quiet); }
    };

    [[nodiscard]] bool isNew(const QString &path, Written &written, Time now);
    void countForStorm(const QString &path, Time now);
    [[nodiscard]] Verdict endStorm();

    Eyes m_eyes;
    QHash<QString, File> m_files;
    QHash<QString, QByteArray> m_expected; ///< digests of what the program writes itself
    QStringList m_unread;                  ///< whose bytes are not known yet
    QHash<QString, Written> m_written;
    QHash<QString, Time> m_counted; ///< what changed within the storm time, or since the storm began
    QList<Save> m_stormed;
    bool m_storm = false;
    Time m_lastWritten;
};

} // namespace owui

Q_DECLARE_METATYPE(owui::Save)
