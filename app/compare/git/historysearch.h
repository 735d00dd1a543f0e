// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/git/gitfolder.h"
#include "compare/git/githandles.h"
#include "compare/text/textorigin.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QHash>
#include <QString>

#include <vector>

namespace owui {

/// Looks texts up among all that their files ever were, in one walk from HEAD back. Each blob is read once. For one
/// thread; the repository must outlive it.
class HistorySearch final
{
public:
    explicit HistorySearch(git_repository *repository)
        : m_repository(repository)
    {
    }

    /// `path` is relative to the work tree; `entry` chooses the text where the file is an export.
    void add(const QByteArray &path, const QString &storedText, const QString &entry);
    /// The origins in the order of `add`.
    [[nodiscard]] QList<TextOrigin> run(const GitFolder::Limits &limits, const std::atomic_bool *stop);

private:
    struct Wanted
    {
        QByteArray path;
        QString entry;
        QString stored;
        QString plain;          ///< without differences in line ends
        QByteArray unformatted; ///< made when first needed
        QByteArray lastBlob;    ///< of the commit looked at before, which is the younger one
        TextOrigin formatted;   ///< the youngest commit that has it in other formatting
        bool everCommitted = false;
        TextOrigin origin;
    };

    [[nodiscard]] bool walk(const GitFolder::Limits &limits, const std::atomic_bool *stop);
    void lookAt(const git_commit *commit);
    void compareBlob(Wanted &wanted, const git_commit *commit, const git_oid &blob);
    [[nodiscard]] bool isInDatabase(const Wanted &wanted) const;
    [[nodiscard]] TextOrigin originOf(const Wanted &wanted, bool complete) const;

    git_repository *m_repository;
    std::vector<Wanted> m_wanted;
    qsizetype m_left = 0;
};

} // namespace owui
