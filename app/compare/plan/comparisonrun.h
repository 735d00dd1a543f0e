// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/plan/comparison.h"

#include <QList>
#include <QObject>
#include <QString>

#include <memory>

namespace owui {

struct ComparedPlugin
{
    QString path;
    Comparison comparison;
};

/// Compares many plugins on the thread pool: reads each file, compares it with what was seen, and then looks up the
/// server's differing texts in the folder's git history (searchOrigins), all in one walk. Lives in the main thread and
/// never blocks it.
class ComparisonRun final : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QString root; ///< the folder, absolute
        bool alwaysTakeHeaderText = false;
        bool searchHistory = true;
    };

    explicit ComparisonRun(QObject *parent = nullptr);
    /// Stops what runs; nothing is waited for.
    ~ComparisonRun() override;

    /// Replaces a run that is under way, which then ends without a word.
    void start(const Options &options, const QList<ComparisonInput> &inputs);
    /// Ends with `finished`.
    void cancel();
    [[nodiscard]] bool isRunning() const;

signals:
    /// In batches and in any order. A plugin comes twice where its origin was looked up: first without, then with it.
    void compared(const QList<owui::ComparedPlugin> &batch);
    void progress(int done, int total);
    void finished(bool complete);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace owui

Q_DECLARE_METATYPE(owui::ComparedPlugin)
