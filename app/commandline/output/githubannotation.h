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

[[nodiscard]] QString githubAnnotation(const GithubAnnotation &annotation);

} // namespace owui
