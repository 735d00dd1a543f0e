// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/arguments/commandlineoptions.h"
#include "result.h"

#include <QString>

#include <cstdio>

namespace owui {

struct GithubAnnotation;

/// Numbered as terminals number them (ECMA-48, “select graphic rendition”).
enum class Tone { Plain = 0, Strong = 1, Faint = 2, Bad = 31, Good = 32, Warning = 33 };

/// The two streams of the program, and the progress line on a terminal. With JSON only the document goes to standard
/// output. A reader that went away (`| head -1`) is no error: what would follow is dropped. Texts of files and servers
/// must come through `toned`, which makes them safe for a terminal; no line of theirs is a command to GitHub's runner.
/// Only one may live.
class Console final
{
    Q_DISABLE_COPY_MOVE(Console)

public:
    Console(ColorMode color, Verbosity verbosity, bool json);
    ~Console();

    /// A line for people: standard output, or standard error beside a JSON document.
    void line(const QString &text);
    void line(const QString &text, Tone tone) { line(toned(text, tone)); }
    /// Belongs to the line above.
    void indentedLine(const QString &text, Tone tone);
    /// What --quiet leaves out.
    void note(const QString &text);
    void note(const QString &text, Tone tone) { note(toned(text, tone)); }
    /// What even --quiet shows; always standard error.
    void complain(const QString &text);
    void complain(const QString &text, Tone tone) { complain(tonedForComplaint(text, tone)); }
    /// "owui-deploy: What happened." and, below it, what to do next.
    void complain(const Problem &problem);
    void annotate(const GithubAnnotation &annotation);
    void document(const QByteArray &text);
    [[nodiscard]] bool hasDocument() const { return m_hasDocument; }
    /// On a terminal only; an empty text takes it away.
    void setProgress(const QString &text);
    void flush();

    /// What is written while one lives goes out at its end, in order: each line alone is a call of the system, and
    /// wakes up who reads. One at a time, and not across the event loop.
    class Together final
    {
        Q_DISABLE_COPY_MOVE(Together)

    public:
        explicit Together(Console &console)
            : m_console(console)
        {
            m_console.m_gathers = true;
        }
        ~Together() { m_console.writeGathered(); }

    private:
        Console &m_console;
    };

    /// Escape sequences around a text, where colours are wanted. The text is made printable.
    [[nodiscard]] QString toned(const QString &text, Tone tone) const;
    [[nodiscard]] QString tonedForComplaint(const QString &text, Tone tone) const;
    /// `line` uses colours.
    [[nodiscard]] bool isColored() const { return m_colored; }
    /// Columns of the terminal that `line` writes to; 0 where it is none and nothing needs to be shortened.
    [[nodiscard]] int width() const;
    [[nodiscard]] Verbosity verbosity() const { return m_verbosity; }
    /// Something could not be written for another reason than a reader that went away.
    [[nodiscard]] bool hasFailed() const { return m_failed; }

private:
    void write(std::FILE *stream, const QByteArray &bytes);
    void writeNow(std::FILE *stream, const QByteArray &bytes);
    void writeGathered();
    void hideProgress();

    Verbosity m_verbosity;
    bool m_json;
    bool m_colored = false;           // what `line` writes
    bool m_complaintsColored = false; // standard error
    bool m_progressWanted = false;
    bool m_gathers = false;
    std::FILE *m_gatheredStream = nullptr;
    QByteArray m_gathered;
    bool m_outputGone = false;
    bool m_hasDocument = false;
    bool m_failed = false;
    QString m_progress;
};

} // namespace owui
