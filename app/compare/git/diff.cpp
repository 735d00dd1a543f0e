// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/git/diff.h"

#include "compare/git/githandles.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

QByteArray withPlainEnds(const QByteArray &text)
{
    QByteArray plain = text;
    return plain.replace("\r\n", "\n");
}

DiffLine lineOf(const git_diff_line &line)
{
    QByteArrayView text(line.content, qsizetype(line.content_len));
    if (text.endsWith('\n')) {
        text.chop(1);
    }
    if (text.endsWith('\r')) {
        text.chop(1);
    }
    const auto kind = line.origin == GIT_DIFF_LINE_ADDITION   ? DiffLine::Kind::Added
                      : line.origin == GIT_DIFF_LINE_DELETION ? DiffLine::Kind::Removed
                                                              : DiffLine::Kind::Context;
    return {.kind = kind,
            .oldLine = std::max(line.old_lineno, 0),
            .newLine = std::max(line.new_lineno, 0),
            .text = QString::fromUtf8(text),
            .endsWithoutNewline = false};
}

/// "@@ -1,3 +1,4 @@ def pipe(self):" without its first part.
QString headingOf(const git_diff_hunk &hunk)
{
    const QString header = QString::fromUtf8(hunk.header, qsizetype(hunk.header_len));
    return header.section(u"@@"_s, 2).trimmed();
}

int addHunk(const git_diff_delta *, const git_diff_hunk *hunk, void *target)
{
    static_cast<TextDiff *>(target)->hunks.append({.oldStart = hunk->old_start,
                                                   .oldCount = hunk->old_lines,
                                                   .newStart = hunk->new_start,
                                                   .newCount = hunk->new_lines,
                                                   .heading = headingOf(*hunk),
                                                   .lines = {}});
    return 0;
}

int addLine(const git_diff_delta *, const git_diff_hunk *, const git_diff_line *line, void *target)
{
    auto *diff = static_cast<TextDiff *>(target);
    QList<DiffLine> &lines = diff->hunks.last().lines;
    switch (line->origin) {
    case GIT_DIFF_LINE_CONTEXT:
    case GIT_DIFF_LINE_ADDITION:
    case GIT_DIFF_LINE_DELETION:
        lines.append(lineOf(*line));
        diff->added += line->origin == GIT_DIFF_LINE_ADDITION ? 1 : 0;
        diff->removed += line->origin == GIT_DIFF_LINE_DELETION ? 1 : 0;
        break;
    case GIT_DIFF_LINE_CONTEXT_EOFNL:
    case GIT_DIFF_LINE_ADD_EOFNL:
    case GIT_DIFF_LINE_DEL_EOFNL:
        lines.last().endsWithoutNewline = true;
        break;
    default:
        break;
    }
    return 0;
}

QString range(int start, int count)
{
    return count == 1 ? QString::number(start) : u"%1,%2"_s.arg(QString::number(start), QString::number(count));
}

} // namespace

TextDiff diffTexts(const QByteArray &oldUtf8, const QByteArray &newUtf8, const DiffOptions &options)
{
    const GitLibrary library;
    const QByteArray before = options.ignoreLineEnds ? withPlainEnds(oldUtf8) : oldUtf8;
    const QByteArray after = options.ignoreLineEnds ? withPlainEnds(newUtf8) : newUtf8;
    git_diff_options settings = GIT_DIFF_OPTIONS_INIT;
    settings.context_lines = static_cast<std::uint32_t>(std::max(options.contextLines, 0));
    // A NUL in a server's text must not make it "binary", which has no lines.
    settings.flags = GIT_DIFF_FORCE_TEXT | GIT_DIFF_INDENT_HEURISTIC;
    TextDiff diff;
    // It fails only where memory does.
    git_diff_buffers(before.constData(), std::size_t(before.size()), "plugin.py", after.constData(),
                     std::size_t(after.size()), "plugin.py", &settings, nullptr, nullptr, addHunk, addLine, &diff);
    return diff;
}

QString unifiedText(const TextDiff &diff, const QString &oldName, const QString &newName)
{
    if (diff.hunks.isEmpty()) {
        return {};
    }
    QString text = u"--- %1\n+++ %2\n"_s.arg(oldName, newName);
    for (const DiffHunk &hunk : diff.hunks) {
        text += u"@@ -%1 +%2 @@"_s.arg(range(hunk.oldStart, hunk.oldCount), range(hunk.newStart, hunk.newCount));
        text += hunk.heading.isEmpty() ? u"\n"_s : u' ' + hunk.heading + u'\n';
        for (const DiffLine &line : hunk.lines) {
            text += line.kind == DiffLine::Kind::Added ? u'+' : line.kind == DiffLine::Kind::Removed ? u'-' : u' ';
            text += line.text + u'\n';
            if (line.endsWithoutNewline) {
                text += u"\\ No newline at end of file\n"_s;
            }
        }
    }
    return text;
}

} // namespace owui
