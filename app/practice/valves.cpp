// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "practice/valves.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

struct ValveType
{
    QString base; ///< as written, without Optional and None
    bool nullable = false;
};

ValveType typeOf(const ValveField &field)
{
    QString text = field.type;
    text.remove(u' ');
    ValveType type;
    if (text.startsWith(u"Optional[") && text.endsWith(u']')) {
        type.nullable = true;
        text = text.sliced(9).chopped(1);
    }
    if (text.endsWith(u"|None")) {
        type.nullable = true;
        text.chop(5);
    }
    type.base = text.section(u'[', 0, 0).toLower();
    return type;
}

QString schemaType(const QString &base)
{
    static const QHash<QString, QString> names{{u"str"_s, u"string"_s},   {u"int"_s, u"integer"_s},
                                               {u"float"_s, u"number"_s}, {u"bool"_s, u"boolean"_s},
                                               {u"list"_s, u"array"_s},   {u"dict"_s, u"object"_s}};
    return names.value(base);
}

/// pydantic's title of a field: api_key becomes Api Key.
QString titleOf(const QString &name)
{
    QStringList words = name.split(u'_', Qt::SkipEmptyParts);
    for (QString &word : words) {
        word = word.left(1).toUpper() + word.mid(1);
    }
    return words.join(u' ');
}

/// One value made fit for one field, or pydantic's message. Types that are not known here take everything.
Result<QJsonValue, QString> accept(const ValveType &type, const QJsonValue &value)
{
    if (value.isNull() && type.nullable) {
        return value;
    }
    if (type.base == u"str" && !value.isString()) {
        return u"Input should be a valid string"_s;
    }
    if (type.base == u"bool" && !value.isBool()) {
        return u"Input should be a valid boolean"_s;
    }
    if (type.base == u"int" || type.base == u"float") {
        const bool whole = type.base == u"int";
        bool isNumber = value.isDouble() || value.isBool();
        double number = value.isBool() ? double(value.toBool()) : value.toDouble();
        if (value.isString()) {
            number = value.toString().toDouble(&isNumber);
            if (!isNumber) {
                return whole ? u"Input should be a valid integer, unable to parse string as an integer"_s
                             : u"Input should be a valid number, unable to parse string as a number"_s;
            }
        }
        if (!isNumber) {
            return whole ? u"Input should be a valid integer"_s : u"Input should be a valid number"_s;
        }
        if (whole && number != std::floor(number)) {
            return u"Input should be a valid integer, got a number with a fractional part"_s;
        }
        return whole ? QJsonValue(static_cast<qint64>(number)) : QJsonValue(number);
    }
    if (type.base == u"list" && !value.isArray()) {
        return u"Input should be a valid list"_s;
    }
    if (type.base == u"dict" && !value.isObject()) {
        return u"Input should be a valid dictionary"_s;
    }
    return value;
}

} // namespace

QJsonValue valvesSchema(const QList<ValveField> &fields)
{
    if (fields.isEmpty()) {
        return QJsonValue::Null;
    }
    QJsonObject properties;
    QJsonArray required;
    for (const ValveField &field : fields) {
        const ValveType type = typeOf(field);
        const QString name = schemaType(type.base);
        QJsonObject property{{u"title"_s, titleOf(field.name)}};
        if (!name.isEmpty() && type.nullable) {
            property.insert(u"anyOf"_s,
                            QJsonArray{QJsonObject{{u"type"_s, name}}, QJsonObject{{u"type"_s, u"null"_s}}});
        } else if (!name.isEmpty()) {
            property.insert(u"type"_s, name);
        }
        properties.insert(field.name, property);
        if (!field.hasDefault) {
            required.append(field.name);
        }
    }
    QJsonObject schema{{u"properties"_s, properties}, {u"title"_s, u"Valves"_s}, {u"type"_s, u"object"_s}};
    if (!required.isEmpty()) {
        schema.insert(u"required"_s, required);
    }
    return schema;
}

QString valvesMismatch(const QList<ValveField> &fields, const QJsonObject &stored)
{
    QStringList reasons;
    for (const ValveField &field : fields) {
        const auto value = stored.constFind(field.name);
        if (value == stored.constEnd()) {
            continue; // also a required one: the server takes the code, and every chat fails then (contract 7)
        }
        const Result<QJsonValue, QString> accepted = accept(typeOf(field), *value);
        if (!accepted) {
            reasons.append(field.name + u": "_s + accepted.error());
        }
    }
    return reasons.join(u"; "_s);
}

Result<QJsonObject, QString> acceptValves(const QList<ValveField> &fields, const QJsonObject &sent)
{
    QJsonObject kept;
    QStringList problems;
    for (const ValveField &field : fields) {
        const QJsonValue value = sent.value(field.name);
        if (value.isNull() || value.isUndefined()) {
            if (!field.hasDefault) {
                problems.append(field.name + u"\n  Field required"_s);
            }
            continue;
        }
        const Result<QJsonValue, QString> accepted = accept(typeOf(field), value);
        if (accepted) {
            kept.insert(field.name, accepted.value());
        } else {
            problems.append(field.name + u"\n  "_s + accepted.error());
        }
    }
    if (problems.isEmpty()) {
        return kept;
    }
    return u"%1 validation error%2 for Valves\n"_s.arg(QString::number(problems.size()),
                                                       problems.size() == 1 ? u""_s : u"s"_s) +
           problems.join(u'\n');
}

} // namespace owui
