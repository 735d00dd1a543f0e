// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

#include <QJsonObject>
#include <QMap>
#include <QSet>
#include <QString>

#include <optional>

namespace owui {

/// What the user decided about a folder, kept in `.owui-deploy.json` at its root: small, sorted, stable, meant to be
/// committed. Holds no secret, no URL and no path outside the folder.
class FolderDecisions final
{
public:
    static constexpr int formatVersion = 1;
    [[nodiscard]] static QString fileName();

    /// A missing file is an empty set of decisions. A broken, foreign or newer file is an error and is never
    /// overwritten.
    [[nodiscard]] static Result<FolderDecisions> load(const QString &root);
    /// Writes atomically. Blocking. nullopt where it worked. Never replaces a file that load() refuses.
    [[nodiscard]] std::optional<Problem> save(const QString &root) const;

    [[nodiscard]] QString pinnedId(const QString &path) const { return m_ids.value(path); }
    void pinId(const QString &path, const QString &id); ///< an empty id takes the pin away
    [[nodiscard]] bool isExcluded(const QString &path) const { return m_excluded.contains(path); }
    [[nodiscard]] bool isIncluded(const QString &path) const { return m_included.contains(path); }
    void exclude(const QString &path);
    void include(const QString &path);
    /// The patch number is raised where a changed text still has the server's version, when it is deployed.
    [[nodiscard]] bool raisesVersions() const { return m_raisesVersions; }
    void setRaisesVersions(bool raises) { m_raisesVersions = raises; }
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] QByteArray toJson() const;

    friend bool operator==(const FolderDecisions &, const FolderDecisions &) = default;

private:
    QMap<QString, QString> m_ids;
    QSet<QString> m_excluded;
    QSet<QString> m_included;
    bool m_raisesVersions = false;
    QJsonObject m_other; ///< what a later program of the same format wrote beside these; kept
};

} // namespace owui
