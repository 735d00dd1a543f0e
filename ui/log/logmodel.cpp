// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/log/logmodel.h"

#include "ui/parts/icons.h"
#include "ui/parts/plaintext.h"

#include "isolated.h"

using namespace Qt::StringLiterals;

namespace owui {
namespace {

QIcon levelIcon(LogLevel level)
{
    return toneIcon(level == LogLevel::Success   ? Tone::Good
                    : level == LogLevel::Warning ? Tone::Warning
                    : level == LogLevel::Error   ? Tone::Bad
                                                 : Tone::Neutral);
}

} // namespace

LogModel::LogModel(QObject *parent)
    : TableModel({tr("Time"), tr("Level"), tr("Server"), tr("Plugin"), tr("What happened")}, parent)
{
}

void LogModel::append(const LogEntry &entry)
{
    if (m_entries.size() >= maximumLines) {
        beginRemoveRows({}, 0, 0);
        m_entries.pop_front();
        endRemoveRows();
    }
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_entries.push_back(entry);
    endInsertRows();
}

void LogModel::clear()
{
    if (!m_entries.empty()) {
        beginRemoveRows({}, 0, rowCount() - 1);
        m_entries.clear();
        endRemoveRows();
    }
}

QString LogModel::plainLine(const LogEntry &entry)
{
    return QStringList{entry.time.toString(u"yyyy-MM-dd HH:mm:ss"_s), textOf(entry.level), entry.server, entry.plugin,
                       withoutIsolation(entry.text)}
        .join(u'\t');
}

QVariant LogModel::cell(int row, int column, int role) const
{
    const LogEntry &shown = entry(row);
    if (role == Qt::DecorationRole && column == LevelColumn) {
        return levelIcon(shown.level);
    }
    if (role == Qt::ToolTipRole) {
        return plainToolTip(shown.text);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case TimeColumn:
        return shown.time.toString(u"HH:mm:ss"_s);
    case LevelColumn:
        return textOf(shown.level);
    case ServerColumn:
        return shown.server;
    case PluginColumn:
        return shown.plugin;
    case TextColumn:
        return shown.text.simplified();
    default:
        return {};
    }
}

} // namespace owui
