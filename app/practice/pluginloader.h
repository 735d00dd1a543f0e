// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "pluginkind.h"

#include "plugins/localcheck.h"
#include "practice/eventloopgate.h"
#include "practice/plugincode.h"
#include "practice/practicecomments.h"
#include "practice/practicerelease.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>

#include <functional>
#include <memory>

namespace owui {

/// What loading a plugin's code would do.
struct LoadOutcome
{
    enum class Step { Loaded, Pip, Code, Exit };

    Step step = Step::Loaded; ///< where it failed
    QString reason;           ///< str(exception)
    QString content;          ///< with the imports that the server replaces
    PluginKind kind{};
    QJsonObject manifest;
    bool toggle = false;
    bool hasUserValves = false;
    QList<ValveField> valves;
    QJsonArray specs;

    [[nodiscard]] bool isOk() const { return step == Step::Loaded; }
};

/// Takes a text the way the server loads a module (plugin.py): replaced imports, header, pip, code, class, instance.
/// The header comes from our own parser, syntax, class and valves from a local Python, the rest from comments.
class PluginLoader final : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const LoadOutcome &)>;

    /// Without `checkSyntax` no Python is started; every text then counts as compilable.
    PluginLoader(const PracticeRelease &release, EventLoopGate *gate, bool checkSyntax, QObject *parent = nullptr);

    /// Called from a task that holds the gate, as `done` will be. While pip runs, the gate is free where pip has a
    /// thread of its own.
    void load(const QString &content, PluginSpace space, Done done);
    /// Only the compiler's word; `done` gets the error, or an empty text.
    void compile(const QString &content, const std::function<void(const QString &)> &done);

private:
    struct Job;

    void runPip(const std::shared_ptr<Job> &job);
    void runCode(const std::shared_ptr<Job> &job);
    void finish(const std::shared_ptr<Job> &job, const LocalCheckResult &check);
    [[nodiscard]] std::optional<PluginKind> kindOf(PluginSpace space, const QStringList &classes) const;
    [[nodiscard]] std::optional<PluginKind> kindByOurParser(const Job &job) const;
    void check(const QString &content, const std::function<void(const LocalCheckResult &)> &done);

    const PracticeRelease &m_release;
    EventLoopGate *m_gate;
    bool m_checkSyntax;
    LocalCheck m_localCheck;
};

/// The four replacements that the server makes anywhere in a text (plugin.py, replace_imports).
[[nodiscard]] QString replacedImports(QString content);

} // namespace owui
