// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/list/codechecks.h"

#include "ui/list/pluginmodel.h"

#include "onpool.h"
#include "plugins/localcheck.h"
#include "plugins/pluginfolder.h"

using namespace std::chrono_literals;

namespace owui {
namespace {

constexpr auto pauseAfterList = 300ms;
// To compile thousands of files would keep a processor busy for minutes.
constexpr qsizetype mostFiles = 500;
constexpr qsizetype mostLookedAt = 20;

} // namespace

CodeChecks::CodeChecks(const PluginFolder &folder, PluginModel &model, LocalCheck &check, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_model(model)
    , m_check(check)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseAfterList);
    connect(&m_pause, &QTimer::timeout, this, &CodeChecks::collect);
    connect(&m_model, &PluginModel::merged, &m_pause, qOverload<>(&QTimer::start));
}

void CodeChecks::checkFirst(const QStringList &paths)
{
    const QStringList most = paths.mid(0, mostLookedAt);
    for (auto path = most.crbegin(); path != most.crend(); ++path) {
        if (isUnchecked(m_model.find(*path))) {
            m_waiting.removeAll(*path);
            m_waiting.prepend(*path);
        }
    }
    next();
}

void CodeChecks::collect()
{
    QStringList paths;
    for (int position = 0; position < m_model.rowCount(); ++position) {
        if (isUnchecked(&m_model.row(position))) {
            paths.append(m_model.row(position).plugin.path);
        }
    }
    if (paths.size() <= mostFiles) {
        m_waiting = paths;
    }
    next();
}

void CodeChecks::next()
{
    while (!m_busy && !m_waiting.isEmpty()) {
        const File file{.root = m_folder.root(), .path = m_waiting.takeFirst()};
        const PluginRow *row = m_model.find(file.path);
        if (!isUnchecked(row)) {
            continue;
        }
        m_busy = true;
        onPool(
            this, [root = file.root, plugin = row->plugin] { return readSourceOf(root, plugin); },
            [this, file](const Result<PluginSource, SkipReason> &source) { check(file, source); });
    }
}

void CodeChecks::check(const File &file, const Result<PluginSource, SkipReason> &source)
{
    const PluginRow *row = m_model.find(file.path);
    // What changed since the list was made is checked once the list has it.
    if (!source || file.root != m_folder.root() || !isUnchecked(row) ||
        row->plugin.modified != source.value().modified) {
        end();
        return;
    }
    const CheckedCode state{.modified = row->plugin.modified, .size = row->plugin.size, .finding = {}};
    m_check.check(source.value().utf8, this, [this, file, state](const LocalCheckResult &result) {
        if (file.root == m_folder.root()) {
            m_model.setCode(file.path, {.modified = state.modified, .size = state.size, .finding = result.finding()});
        }
        end();
    });
}

void CodeChecks::end()
{
    m_busy = false;
    next();
}

bool CodeChecks::isUnchecked(const PluginRow *row)
{
    return row && !row->serverOnly && row->plugin.kind && !row->plugin.skipped && !row->isCodeChecked();
}

} // namespace owui
