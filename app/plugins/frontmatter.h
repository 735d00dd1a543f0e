// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace owui {

/// What opens and closes a header.
inline constexpr QByteArrayView headerQuotes("\"\"\"");

/// The header of a plugin, key for key as the server reads it (plugin.py:151-184 @0.11.0, the same since 0.5.0).
class Frontmatter final
{
public:
    struct Field
    {
        QString key;
        QString value;

        friend bool operator==(const Field &, const Field &) = default;
    };

    /// Reads the start of a file's text, without its byte order mark. A file that does not open with """ has no fields.
    [[nodiscard]] static Frontmatter read(QByteArrayView utf8);

    /// Where the value of a key stands in such a text, without the space around it: once, or as often as the key.
    struct Place
    {
        qsizetype at = 0; ///< bytes
        qsizetype size = 0;
    };
    [[nodiscard]] static QList<Place> placesOf(QByteArrayView key, QByteArrayView utf8);

    /// In order of first appearance; a key that came twice has its last value.
    [[nodiscard]] const QList<Field> &fields() const { return m_fields; }
    [[nodiscard]] bool isEmpty() const { return m_fields.isEmpty(); }
    [[nodiscard]] bool contains(QStringView key) const;
    /// Empty where the key is missing.
    [[nodiscard]] QString value(QStringView key) const;
    /// What a request sends as meta.manifest.
    [[nodiscard]] QJsonObject toJson() const;

    friend bool operator==(const Frontmatter &, const Frontmatter &) = default;

private:
    QList<Field> m_fields;
};

} // namespace owui
