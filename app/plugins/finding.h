// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "words.h"

#include <QString>

namespace owui {

enum class Severity { Info, Warning, Error };

template<>
WordTable<Severity> wordsOf();

/// What a person may read in a file but the server will not, and what would go wrong there.
/// An Error forbids to deploy the file.
enum class FindingCode {
    HeaderByteOrderMark,     ///< the file starts with U+FEFF; it is not sent
    HeaderNotFirst,          ///< a shebang, comment or blank line stands before the header
    HeaderTextOnOpeningLine, ///< """title: X
    HeaderSingleQuotes,      ///< '''
    HeaderPrefixedQuotes,    ///< r""" or u"""
    HeaderMissing,
    HeaderNotClosed,
    HeaderKeyCase,    ///< Version: or Title:
    HeaderKeyNotRead, ///< a key with digits, hyphens or a blank before the colon
    HeaderQuotedValue,
    HeaderMultilineValue, ///< YAML's > or |
    HeaderEndsEarly,      ///< """ inside a value
    HeaderMoreFindings,   ///< there are more of them than anybody reads
    RequirementsList,     ///< a YAML list
    RequirementsComma,    ///< a comma inside a version range
    VersionMissing,
    VersionUnreadable,
    FolderSaysOtherKind,
    ExportSaysOtherKind, ///< than the code
    SeveralPluginClasses,
    IdInvalid, ///< no rule gives a valid id
    IdChanged, ///< the header's or title's text was changed to make an id
    IdTaken,   ///< another file of this folder has the same id
    SyntaxError,
    PythonNotChecked, ///< though there is a Python that could
    PythonMissing,    ///< there is none, or it is older than the server's
    PythonNewer,      ///< the server's image has too old a Python for it
};

/// Names such as "header-not-first"; %1 in a text is the argument of a finding.
template<>
WordTable<FindingCode> wordsOf();

/// One finding. Texts are made on demand, in the user's language.
struct Finding
{
    FindingCode code{};
    QString argument; ///< what the text names: a key, a path, a message
    int line = 0;     ///< from 1; 0 if it belongs to no line

    [[nodiscard]] Severity severity() const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString remedy() const;

    friend bool operator==(const Finding &, const Finding &) = default;
};

} // namespace owui
