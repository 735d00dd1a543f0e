// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/valves/valveschema.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

struct ValveSchemaTexts
{
    Q_DECLARE_TR_FUNCTIONS(ValveSchema)
};

bool isNumber(const QJsonValue &value, bool whole)
{
    bool ok = value.isDouble() || value.isBool();
    const double number = value.isString() ? value.toString().trimmed().toDouble(&ok) : value.toDouble();
    return ok && (!whole || number == std::floor(number));
}

/// Whether a value is, or is turned into, one of a type that has a name in JSON schema.
bool fitsType(const QJsonValue &value, const QString &type)
{
    if (type == u"string"_s) {
        return value.isString();
    }
    if (type == u"integer"_s || type == u"number"_s) {
        return isNumber(value, type == u"integer"_s);
    }
    if (type == u"boolean"_s) {
        return value.isBool() || value.isDouble() || value.isString();
    }
    if (type == u"array"_s) {
        return value.isArray();
    }
    if (type == u"object"_s) {
        return value.isObject();
    }
    return type != u"null"_s || value.isNull();
}

bool fits(const QJsonValue &value, const QJsonObject &property)
{
    if (const QJsonValue type = property.value(u"type"_s); type.isString()) {
        return fitsType(value, type.toString());
    }
    const QJsonArray choices = property.value(u"anyOf"_s).toArray();
    return choices.isEmpty() ||
           std::ranges::any_of(choices, [&value](const QJsonValue &choice) { return fits(value, choice.toObject()); });
}

} // namespace

ValveMisfits compareWithSchema(const QJsonObject &schema, const QJsonObject &stored)
{
    ValveMisfits misfits;
    const QJsonArray required = schema.value(u"required"_s).toArray();
    for (const QJsonValue &name : required) {
        if (!stored.contains(name.toString())) {
            misfits.missing.append(name.toString());
        }
    }
    const QJsonObject properties = schema.value(u"properties"_s).toObject();
    for (auto value = stored.constBegin(); value != stored.constEnd(); ++value) {
        if (properties.contains(value.key()) && !fits(*value, properties.value(value.key()).toObject())) {
            misfits.unfitting.append(value.key());
        }
    }
    return misfits;
}

QStringList misfitTexts(const ValveMisfits &misfits)
{
    QStringList texts;
    if (!misfits.missing.isEmpty()) {
        texts.append(ValveSchemaTexts::tr(
                         "The code that the server has now needs settings without a value there: %1. Until they "
                         "get one, each use of the plugin fails.")
                         .arg(misfits.missing.join(u", "_s)));
    }
    if (!misfits.unfitting.isEmpty()) {
        texts.append(ValveSchemaTexts::tr(
                         "Values that the server keeps do not fit the type of their settings: %1. Until they are "
                         "set anew, each use of the plugin fails.")
                         .arg(misfits.unfitting.join(u", "_s)));
    }
    return texts;
}

} // namespace owui
