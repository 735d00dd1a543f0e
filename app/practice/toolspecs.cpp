// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "practice/toolspecs.h"

#include <QHash>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

/// Cuts at commas that stand outside of brackets and quotes.
QStringList splitArguments(const QString &text)
{
    QStringList parts;
    QString part;
    int depth = 0;
    QChar quote;
    for (const QChar character : text) {
        if (!quote.isNull()) {
            quote = character == quote ? QChar() : quote;
        } else if (character == u'"' || character == u'\'') {
            quote = character;
        } else if (u"([{"_s.contains(character)) {
            ++depth;
        } else if (u")]}"_s.contains(character)) {
            --depth;
        }
        if (character == u',' && depth == 0 && quote.isNull()) {
            parts.append(part.trimmed());
            part.clear();
        } else {
            part.append(character);
        }
    }
    parts.append(part.trimmed());
    parts.removeAll(QString());
    return parts;
}

QString schemaType(const QString &annotation)
{
    static const QHash<QString, QString> names{{u"str"_s, u"string"_s},   {u"int"_s, u"integer"_s},
                                               {u"float"_s, u"number"_s}, {u"bool"_s, u"boolean"_s},
                                               {u"list"_s, u"array"_s},   {u"dict"_s, u"object"_s}};
    return names.value(annotation.section(u'[', 0, 0).trimmed());
}

struct Documentation
{
    QString text;
    QHash<QString, QString> parameters;
};

Documentation readDocumentation(const QString &docstring)
{
    static const QRegularExpression parameter(uR"(^:param\s+(\w+)\s*:\s*(.*)$)"_s);
    Documentation documentation;
    QStringList lines;
    const QStringList all = docstring.split(u'\n');
    for (const QString &line : all) {
        const QString trimmed = line.trimmed();
        const QRegularExpressionMatch match = parameter.match(trimmed);
        if (match.hasMatch()) {
            documentation.parameters.insert(match.captured(1), match.captured(2));
        } else if (!trimmed.startsWith(u':')) {
            lines.append(trimmed);
        }
    }
    documentation.text = lines.join(u'\n').trimmed();
    return documentation;
}

QJsonObject readParameters(const QString &arguments, const Documentation &documentation)
{
    static const QRegularExpression argument(uR"(^(\w+)\s*(?::\s*([^=]+?))?\s*(=.*)?$)"_s);
    QJsonObject properties;
    QJsonArray required;
    const QStringList parts = splitArguments(arguments);
    for (const QString &part : parts) {
        const QRegularExpressionMatch match = argument.match(part);
        const QString name = match.captured(1);
        // Names such as __user__ are filled in by the server and kept from the model.
        if (!match.hasMatch() || name == u"self" || name.startsWith(u"__")) {
            continue;
        }
        QJsonObject property;
        const QString type = schemaType(match.captured(2));
        if (!type.isEmpty()) {
            property.insert(u"type"_s, type);
        }
        if (documentation.parameters.contains(name)) {
            property.insert(u"description"_s, documentation.parameters.value(name));
        }
        properties.insert(name, property);
        if (match.captured(3).isEmpty()) {
            required.append(name);
        }
    }
    QJsonObject parameters{{u"properties"_s, properties}, {u"type"_s, u"object"_s}};
    if (!required.isEmpty()) {
        parameters.insert(u"required"_s, required);
    }
    return parameters;
}

/// The indented lines below "class Tools".
QString classBody(const QString &source)
{
    static const QRegularExpression head(uR"(^class\s+Tools\b.*:[ \t]*\r?\n)"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression end(uR"(^[^\s#])"_s, QRegularExpression::MultilineOption);
    const QRegularExpressionMatch match = head.match(source);
    if (!match.hasMatch()) {
        return {};
    }
    const QString rest = source.sliced(match.capturedEnd());
    return rest.left(end.match(rest).capturedStart()); // -1, the whole rest, if the class is the last thing
}

} // namespace

QJsonArray toolSpecs(const QString &source)
{
    static const QRegularExpression method(uR"re(^(?<indent>[ \t]+)(?:async\s+)?def\s+(?<name>[A-Za-z]\w*)\s*)re"
                                           uR"re(\((?<arguments>(?:[^()]|\([^()]*\))*)\)[^:\n]*:[^\n]*\n)re"
                                           uR"re((?:\s*"""(?<doc>(?:[^"]|"(?!""))*)""")?)re"_s,
                                           QRegularExpression::MultilineOption);
    const QString body = classBody(source);
    QJsonArray specs;
    QString indent;
    for (auto matches = method.globalMatch(body); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        if (indent.isEmpty()) {
            indent = match.captured(u"indent"_s);
        }
        if (match.captured(u"indent"_s) != indent) {
            continue;
        }
        const Documentation documentation = readDocumentation(match.captured(u"doc"_s));
        specs.append(QJsonObject{
            {u"name"_s, match.captured(u"name"_s)},
            {u"description"_s, documentation.text},
            {u"parameters"_s, readParameters(match.captured(u"arguments"_s), documentation)},
        });
    }
    return specs;
}

} // namespace owui
