// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "answercomparison.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

constexpr qsizetype listLimit = 3; ///< recorded lists were cut to that many entries

QString shown(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact)).left(300);
}

bool isUuid(const QString &text)
{
    static const QRegularExpression uuid(uR"(\A[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\z)"_s);
    return text.contains(uuid);
}

} // namespace

QStringList AnswerComparison::differences(const QJsonValue &recorded, const QJsonValue &given)
{
    m_differences.clear();
    compare({}, recorded, given);
    return std::exchange(m_differences, {});
}

QString AnswerComparison::translated(QString text) const
{
    for (auto id = m_ids.cbegin(); id != m_ids.cend(); ++id) {
        text.replace(id.key(), id.value());
    }
    return text;
}

void AnswerComparison::compare(const QString &path, const QJsonValue &recorded, const QJsonValue &given)
{
    if (recorded.type() != given.type()) {
        m_differences.append(u"%1: recorded %2, given %3"_s.arg(path, shown(recorded), shown(given)));
    } else if (recorded.isObject()) {
        compareObjects(path, recorded.toObject(), given.toObject());
    } else if (recorded.isArray()) {
        compareLists(path, recorded.toArray(), given.toArray());
    } else if (recorded.isString()) {
        compareTexts(path, recorded.toString(), given.toString());
    } else if (recorded != given && !path.endsWith(u"_at")) {
        m_differences.append(u"%1: recorded %2, given %3"_s.arg(path, shown(recorded), shown(given)));
    }
}

void AnswerComparison::compareObjects(const QString &path, const QJsonObject &recorded, const QJsonObject &given)
{
    QStringList recordedKeys = recorded.keys();
    QStringList givenKeys = given.keys();
    if (recordedKeys != givenKeys) {
        m_differences.append(
            u"%1: recorded keys %2, given %3"_s.arg(path, recordedKeys.join(u' '), givenKeys.join(u' ')));
        return;
    }
    for (const QString &key : std::as_const(recordedKeys)) {
        compare(path + u'/' + key, recorded.value(key), given.value(key));
    }
}

void AnswerComparison::compareLists(const QString &path, const QJsonArray &recorded, const QJsonArray &given)
{
    const bool cut = recorded.size() >= listLimit && given.size() >= listLimit;
    if (!cut && recorded.size() != given.size()) {
        m_differences.append(u"%1: recorded %2 entries, given %3"_s.arg(path, QString::number(recorded.size()),
                                                                        QString::number(given.size())));
        return;
    }
    for (qsizetype index = 0; index < recorded.size(); ++index) {
        const QJsonValue wanted = recorded.at(index);
        const QString id = translated(wanted[u"id"_s].toString());
        const auto sameId = std::ranges::find_if(
            given, [&id](const QJsonValue &value) { return !id.isEmpty() && value[u"id"_s].toString() == id; });
        const QJsonValue counterpart = sameId == given.end() ? given.at(index) : QJsonValue(*sameId);
        compare(u"%1/%2"_s.arg(path, QString::number(index)), wanted, counterpart);
    }
}

void AnswerComparison::compareTexts(const QString &path, const QString &recorded, const QString &given)
{
    bool equal = recorded == given;
    if (isUuid(recorded)) {
        equal = isUuid(given);
        m_ids.insert(recorded, given);
    } else if (path.endsWith(u"/token")) {
        equal = recorded.startsWith(u"sk-") == given.startsWith(u"sk-");
    } else if (recorded.endsWith(u'…')) {
        equal = given.startsWith(recorded.chopped(1));
    }
    if (!equal) {
        m_differences.append(u"%1: recorded %2, given %3"_s.arg(path, shown(recorded), shown(given)));
    }
}

} // namespace owui
