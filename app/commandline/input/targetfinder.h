// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/arguments/commandlineoptions.h"
#include "commandline/arguments/exitcode.h"
#include "commandline/input/target.h"

#include <QObject>

namespace owui {

/// Finds out where to deploy to and with what, from exactly one source: what the arguments name; else the pair of the
/// environment; else a `.env` beside the folder or above it. Ends with one of its signals.
class TargetFinder final : public QObject
{
    Q_OBJECT

public:
    /// `folder` is where a `.env` is looked for. A practice server lives as long as this object.
    TargetFinder(const CommandLineOptions &options, const QString &folder, QObject *parent = nullptr);

    /// Reads a key from standard input, blocking, if it was asked to.
    void start();

signals:
    void found(const owui::Target &target);
    void failed(const owui::Problem &problem, owui::ExitCode code);

private:
    void startPractice();
    void readSaved();
    [[nodiscard]] Result<Target> fromUrl() const;
    [[nodiscard]] Result<Target> fromUrlAndKey() const;
    [[nodiscard]] Result<Target> fromUrlAndLoneKey() const;
    [[nodiscard]] Result<Target> fromSurroundings() const;
    void report(const Result<Target> &result);

    CommandLineOptions m_options;
    QString m_folder;
};

} // namespace owui
