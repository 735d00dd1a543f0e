// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHash>
#include <QJsonValue>
#include <QString>
#include <QStringList>

namespace owui {

/// Compares an answer with a recorded one, value by value. What cannot be equal is compared by its form: UUIDs, times,
/// tokens; recorded texts that were cut with "…" by their beginning; lists, which were cut to three, by the entries
/// that have the same id.
class AnswerComparison final
{
public:
    /// Every difference, as "path: what".
    [[nodiscard]] QStringList differences(const QJsonValue &recorded, const QJsonValue &given);

    /// `text` with the recorded UUIDs replaced by ours that stood in the same place.
    [[nodiscard]] QString translated(QString text) const;

private:
    void compare(const QString &path, const QJsonValue &recorded, const QJsonValue &given);
    void compareObjects(const QString &path, const QJsonObject &recorded, const QJsonObject &given);
    void compareLists(const QString &path, const QJsonArray &recorded, const QJsonArray &given);
    void compareTexts(const QString &path, const QString &recorded, const QString &given);

    QStringList m_differences;
    QHash<QString, QString> m_ids;
};

} // namespace owui
