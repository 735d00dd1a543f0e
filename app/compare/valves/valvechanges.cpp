// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/valves/valvechanges.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

using Reading = SettingFields::Reading;

/// Splits a union at the bars outside brackets.
QStringList unionMembers(const QString &type)
{
    QStringList members;
    int depth = 0;
    qsizetype begin = 0;
    for (qsizetype i = 0; i < type.size(); ++i) {
        depth += type[i] == u'[' || type[i] == u'(' ? 1 : 0;
        depth -= type[i] == u']' || type[i] == u')' ? 1 : 0;
        if (type[i] == u'|' && depth == 0) {
            members.append(type.sliced(begin, i - begin));
            begin = i + 1;
        }
    }
    members.append(type.sliced(begin));
    return members;
}

/// True if every value of the old type is one of the new type. An int is a float to pydantic.
bool stillFits(const QString &before, const QString &after)
{
    const QStringList now = unionMembers(after);
    if (now.contains(u"Any"_s)) {
        return true;
    }
    return std::ranges::all_of(unionMembers(before), [&now](const QString &member) {
        return now.contains(member) || (member == u"int" && now.contains(u"float"_s));
    });
}

/// apiKey and API_KEY are one name to a person.
QString spelling(const QString &name)
{
    return QString(name).remove(u'_').toLower();
}

bool looksRenamed(const SettingField &from, const SettingField &to)
{
    const QString before = spelling(from.name);
    const QString after = spelling(to.name);
    return from.type == to.type && (before == after || before.contains(after) || after.contains(before));
}

} // namespace

ValveChanges compareFields(const SettingFields &before, const SettingFields &after)
{
    ValveChanges changes;
    if (before.reading == Reading::CannotTell || after.reading == Reading::CannotTell) {
        changes.cannotTell = true;
        return changes;
    }
    QHash<QString, SettingField> old;
    for (const SettingField &field : before.fields) {
        old.insert(field.name, field);
    }
    QList<SettingField> added;
    for (const SettingField &field : after.fields) {
        const auto known = old.constFind(field.name);
        if (known == old.cend()) {
            added.append(field);
        } else if (!stillFits(known->type, field.type)) {
            changes.retyped.append({.name = field.name, .from = known->type, .to = field.type});
        }
        if (!field.hasDefault && (known == old.cend() || known->hasDefault)) {
            changes.newlyRequired.append(field.name);
        }
    }
    QList<SettingField> removed;
    for (const SettingField &field : before.fields) {
        if (std::ranges::none_of(after.fields, [&](const SettingField &now) { return now.name == field.name; })) {
            removed.append(field);
            changes.removed.append(field.name);
        }
    }
    for (const SettingField &gone : std::as_const(removed)) {
        const bool alone = removed.size() == 1 && added.size() == 1 && added.first().type == gone.type;
        const auto found =
            std::ranges::find_if(added, [&](const SettingField &fresh) { return alone || looksRenamed(gone, fresh); });
        if (found != added.end()) {
            changes.renamed.append({.from = gone.name, .to = found->name});
            added.erase(found);
        }
    }
    return changes;
}

ValveChanges withStoredNames(const ValveChanges &changes, const std::optional<QStringList> &stored)
{
    if (!stored) {
        return changes;
    }
    ValveChanges left = changes;
    const auto isStored = [&stored](const QString &name) { return stored->contains(name); };
    left.removed.removeIf([&](const QString &name) { return !isStored(name); });
    left.retyped.removeIf([&](const ValveChanges::Retyped &field) { return !isStored(field.name); });
    left.renamed.removeIf([&](const ValveChanges::Renamed &field) { return !isStored(field.from); });
    left.newlyRequired.removeIf(isStored);
    return left;
}

} // namespace owui
