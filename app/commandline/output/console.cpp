// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/output/console.h"

#include "commandline/arguments/texts.h"
#include "commandline/input/terminal.h"
#include "commandline/output/githubannotation.h"
#include "commandline/output/textwidth.h"

#include <cerrno>
#include <utility>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

bool wantsColor(ColorMode mode, std::FILE *stream)
{
    if (mode != ColorMode::Auto) {
        return mode == ColorMode::Always;
    }
    // NO_COLOR counts when it is set and not empty (no-color.org).
    return qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb" && isTerminal(stream);
}

QString colored(const QString &text, Tone tone, bool wanted)
{
    const QString safe = printable(text);
    return wanted && tone != Tone::Plain && !safe.isEmpty()
               ? u"\x1b[%1m%2\x1b[0m"_s.arg(QString::number(static_cast<int>(tone)), safe)
               : safe;
}

} // namespace

Console::Console(ColorMode color, Verbosity verbosity, bool json)
    : m_verbosity(verbosity)
    , m_json(json)
    , m_colored(wantsColor(color, json ? stderr : stdout))
    , m_complaintsColored(wantsColor(color, stderr))
    , m_progressWanted(verbosity != Verbosity::Quiet && qgetenv("TERM") != "dumb" && isTerminal(stderr))
{
}

Console::~Console()
{
    hideProgress();
    flush();
}

void Console::line(const QString &text)
{
    write(m_json ? stderr : stdout, withoutGithubCommands(text).toUtf8() + '\n');
}

void Console::indentedLine(const QString &text, Tone tone)
{
    line(u"    "_s + toned(text, tone));
}

void Console::note(const QString &text)
{
    if (m_verbosity != Verbosity::Quiet) {
        line(text);
    }
}

void Console::complain(const QString &text)
{
    write(stderr, withoutGithubCommands(text).toUtf8() + '\n');
}

void Console::annotate(const GithubAnnotation &annotation)
{
    write(stderr, githubAnnotation(annotation).toUtf8() + '\n');
}

void Console::complain(const Problem &problem)
{
    complain(tonedForComplaint(tr("owui-deploy:"), Tone::Bad) + u' ' + tonedForComplaint(problem.text, Tone::Plain));
    if (!problem.remedy.isEmpty()) {
        complain(problem.remedy, Tone::Plain);
    }
}

void Console::document(const QByteArray &text)
{
    m_hasDocument = true;
    write(stdout, text);
}

void Console::setProgress(const QString &text)
{
    if (!m_progressWanted) {
        return;
    }
    hideProgress();
    const int columns = terminalWidth(stderr);
    m_progress = elided(printable(text), columns > 1 ? columns - 1 : 79);
    std::fputs(m_progress.toUtf8().constData(), stderr);
}

void Console::flush()
{
    if (m_gathers) {
        return; // nothing of it was written yet
    }
    if (std::fflush(stdout) != 0 && !m_outputGone) {
        m_outputGone = true;
        m_failed = errno != EPIPE;
    }
}

QString Console::toned(const QString &text, Tone tone) const
{
    return colored(text, tone, m_colored);
}

QString Console::tonedForComplaint(const QString &text, Tone tone) const
{
    return colored(text, tone, m_complaintsColored);
}

int Console::width() const
{
    return terminalWidth(m_json ? stderr : stdout);
}

void Console::write(std::FILE *stream, const QByteArray &bytes)
{
    if (!m_gathers) {
        writeNow(stream, bytes);
        return;
    }
    if (stream != m_gatheredStream) {
        writeNow(std::exchange(m_gatheredStream, stream), std::exchange(m_gathered, {}));
    }
    m_gathered += bytes;
}

void Console::writeGathered()
{
    m_gathers = false;
    writeNow(std::exchange(m_gatheredStream, nullptr), std::exchange(m_gathered, {}));
    flush();
}

void Console::writeNow(std::FILE *stream, const QByteArray &bytes)
{
    if (bytes.isEmpty() || (stream == stdout && m_outputGone)) {
        return;
    }
    const QString progress = m_progress;
    hideProgress();
    const auto written = std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
    if (stream == stdout && written != static_cast<size_t>(bytes.size())) {
        m_outputGone = true;
        m_failed = errno != EPIPE;
    }
    if (!progress.isEmpty()) {
        flush();
        setProgress(progress);
    }
}

void Console::hideProgress()
{
    if (!m_progress.isEmpty()) {
        m_progress.clear();
        std::fputs("\r\x1b[K", stderr);
    }
}

} // namespace owui
