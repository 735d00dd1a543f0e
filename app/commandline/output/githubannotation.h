// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "plugins/finding.h"

#include <QString>

namespace owui {

/// One line that GitHub's runner turns into a note beside the code of a pull request.
struct GithubAnnotation
{
    Severity severity = Severity::Error;
    QString file; ///< absolute; told relative to the checked-out repository
    int line = 0; ///< from 1; 0: none
    QString title;
    QString text;
};

/// True in a job of GitHub Actions.
[[nodiscard]] bool wantsGithubAnnotations();

/// The runner takes a line for a command that begins with "::", blanks before it or not, or has "##[" anywhere. What
/// others wrote, such as a file's name, must not be one: a blank between its marks sees to it. Outside of a runner only
/// what begins with the marks is changed, as the output may still reach one.
[[nodiscard]] QString withoutGithubCommands(const QString &text);

[[nodiscard]] QString githubAnnotation(const GithubAnnotation &annotation);

} // namespace owui
