// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/log/logmodel.h"

#include "ui/parts/icons.h"
#include "ui/parts/plaintext.h"

using namespace Qt::StringLiterals;

namespace owui {
namespace {

QString timeText(const LogEntry &entry)
{
    return entry.time.toString(u"HH:mm:ss"_s);
}

QIcon levelIcon(LogLevel level)
{
    switch (level) {
    case LogLevel::Success:
        return toneIcon(Tone::Good);
    case LogLevel::Warning:
        return toneIcon(Tone::Warning);
    case LogLevel::Error:
        return toneIcon(Tone::Bad);
    case LogLevel::Detail:
    case LogLevel::Info:
        break;
    }
    return toneIcon(Tone::Neutral);
}

} // namespace

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
                       entry.text}
        .join(u'\t');
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const LogEntry &shown = entry(index.row());
    if (role == Qt::DecorationRole && index.column() == LevelColumn) {
        return levelIcon(shown.level);
    }
    if (role == Qt::ToolTipRole) {
        return plainToolTip(shown.text);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (index.column()) {
    case TimeColumn:
        return timeText(shown);
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

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case LevelColumn:
        return tr("Level");
    case ServerColumn:
        return tr("Server");
    case PluginColumn:
        return tr("Plugin");
    case TextColumn:
        return tr("What happened");
    default:
        return {};
    }
}

} // namespace owui
