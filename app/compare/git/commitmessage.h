// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/git/gitfolder.h"

#include <QString>

namespace owui {

/// What a commit message is made of.
struct CommitFacts
{
    QString version; ///< of the header; may be empty
    GitState git;
    bool uncommitted = false; ///< the file is not as HEAD has it
};

/// Fills a template in: {version}, {branch}, {commit} and {changes}, which is " + uncommitted changes" or nothing. An
/// empty template gives "VERSION from BRANCH@SHORTHASH" with that, and outside git the version alone. Never a user's
/// name or a path.
[[nodiscard]] QString commitMessage(const QString &messageTemplate, const CommitFacts &facts);

} // namespace owui
