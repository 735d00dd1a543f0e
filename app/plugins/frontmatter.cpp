// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/frontmatter.h"

#include "plugins/pythonlines.h"

#include <QHash>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

/// The keys of most headers, so that ten thousand plugins share their text.
QString keyText(QByteArrayView key)
{
    static const std::array known{
        u"title"_s,        u"author"_s,
        u"author_url"_s,   u"git_url"_s,
        u"funding_url"_s,  u"version"_s,
        u"description"_s,  u"requirements"_s,
        u"icon_url"_s,     u"license"_s,
        u"openwebui_id"_s, u"id"_s,
        u"type"_s,         u"required_open_webui_version"_s,
    };
    const auto found = std::ranges::find_if(
        known, [&](const QString &text) { return QLatin1StringView(key.data(), key.size()) == text; });
    return found == known.end() ? QString::fromUtf8(key) : *found;
}

/// Calls `field` with each key of a header and its value, both views of `utf8`.
template<typename Field>
void forEachField(QByteArrayView utf8, const Field &field)
{
    if (withoutSpace(takePythonLine(utf8)) != headerQuotes) {
        return;
    }
    while (!utf8.isEmpty()) {
        const QByteArrayView line = takePythonLine(utf8);
        if (line.contains(headerQuotes)) {
            break;
        }
        const QByteArrayView text = withoutLeadingSpace(line);
        const QByteArrayView key = leadingKey(text);
        if (key.isEmpty() || key.size() == text.size() || text[key.size()] != ':') {
            continue;
        }
        field(key, withoutSpace(text.sliced(key.size() + 1)));
    }
}

} // namespace

Frontmatter Frontmatter::read(QByteArrayView utf8)
{
    Frontmatter header;
    QHash<QByteArrayView, qsizetype> positions;
    forEachField(utf8, [&header, &positions](QByteArrayView key, QByteArrayView text) {
        QString value = wholeText(text);
        const auto known = positions.constFind(key);
        if (known != positions.constEnd()) {
            header.m_fields[*known].value = std::move(value);
        } else {
            positions.insert(key, header.m_fields.size());
            header.m_fields.append({.key = keyText(key), .value = std::move(value)});
        }
    });
    return header;
}

QList<Frontmatter::Place> Frontmatter::placesOf(QByteArrayView key, QByteArrayView utf8)
{
    QList<Place> places;
    forEachField(utf8, [&places, key, utf8](QByteArrayView found, QByteArrayView text) {
        if (found == key) {
            places.append({.at = text.data() - utf8.data(), .size = text.size()});
        }
    });
    return places;
}

bool Frontmatter::contains(QStringView key) const
{
    return std::ranges::any_of(m_fields, [key](const Field &field) { return field.key == key; });
}

QString Frontmatter::value(QStringView key) const
{
    const auto found = std::ranges::find_if(m_fields, [key](const Field &field) { return field.key == key; });
    return found == m_fields.end() ? QString() : found->value;
}

QJsonObject Frontmatter::toJson() const
{
    QJsonObject json;
    for (const Field &field : m_fields) {
        json.insert(field.key, field.value);
    }
    return json;
}

} // namespace owui
