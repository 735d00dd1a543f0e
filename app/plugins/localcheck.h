// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "plugins/finding.h"

#include <QByteArray>
#include <QJsonObject>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace owui {

/// What a local Python says about a text. `Refused` is a syntax error.
struct LocalCheckResult
{
    enum class Status { Passed, Refused, NotChecked };

    Status status = Status::NotChecked;
    QString message;         ///< the syntax error, or why it was not checked
    int line = 0;            ///< from 1; 0 if unknown
    QString pythonVersion;   ///< for example 3.11.2; empty: there is none
    QString neededPython;    ///< for example 3.12, where the server's image has too old a Python; also of what passed
    QJsonObject description; ///< of a text that passed: what the extension tells

    /// What it means for the file; none where the code passed.
    [[nodiscard]] std::optional<Finding> finding() const;
};

/// What the image of Open WebUI has. Its package takes 3.11 and 3.12 (0.7.2 to 0.12.4), and no route tells which.
inline constexpr auto imagePython = "3.11";

/// What a check with a newer Python than the image's cannot tell; empty where nothing is to be said.
[[nodiscard]] QString limitOfCheck(const QString &pythonVersion);

/// Compiles plugin texts in a `python3 -I -S` process of its own; the plugin's code is never run. The process is
/// started on first use, restarted when a text kills it, and ended with this object. A syntax that the local Python is
/// too old for is NotChecked where the server's image knows it. Lives in the main thread.
class LocalCheck final : public QObject
{
    Q_OBJECT

public:
    /// `python` is the interpreter to start; empty looks for python3 and python in PATH. `extension` is Python code
    /// with a function describe(tree), which gets the syntax tree of each text that passed and returns the description.
    explicit LocalCheck(const QString &python = {}, const QString &extension = {}, QObject *parent = nullptr);
    ~LocalCheck() override;

    static constexpr qsizetype many = 20;
    /// Starts the interpreter, if none runs: `count` texts will be checked soon. For `many` and more it leaves the
    /// processors to all other programs from its first answer on, as long as that does not take too long.
    void getReady(qsizetype count);
    /// `done` is called once, from the event loop, if `context` still lives.
    void check(const QByteArray &utf8, QObject *context, std::function<void(const LocalCheckResult &)> done);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace owui
