// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "manual/manualpage.h"

#include "programversion.h"

#include <QCommandLineOption>
#include <QDate>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

constexpr qsizetype mostLength = 78; ///< mandoc complains about lines of more than 80

/// As mandoc counts: what is not ASCII is written as in "\[u201C]".
qsizetype lengthOf(const QString &text)
{
    return text.size() + 7 * std::ranges::count_if(text, [](QChar character) { return character.unicode() > 0x7f; });
}

/// What the reader shall see as it is, and can copy.
QString escaped(QString text)
{
    return text.replace(u'\\', u"\\e"_s)
        .replace(u'-', u"\\-"_s)
        .replace(u'\'', u"\\(aq"_s)
        .replace(u'`', u"\\(ga"_s)
        .replace(u'^', u"\\(ha"_s)
        .replace(u'~', u"\\(ti"_s);
}

/// Words behind a macro: none of them shall be one, and no quote or full stop shall mean anything.
QString words(const QString &text)
{
    QString line;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        line += u" \\&"_s + escaped(word).replace(u'"', u"\\(dq"_s);
    }
    // mandoc takes the end of such a letter's number for a bracket.
    return text.isEmpty() || text.back().unicode() <= 0x7f ? line : line + u"\\&"_s;
}

/// The name of a variable or an id is not parted at the end of a line.
QString unparted(const QString &word)
{
    return word.contains(u'_') ? u"\\%"_s + word : word;
}

/// A line of its own, which no full stop at its beginning makes a command.
QString textLine(const QString &line)
{
    return (line.startsWith(u'.') || line.startsWith(u"\\(aq"_s) ? u"\\&"_s : QString()) + line + u'\n';
}

/// Chinese has no spaces to break a line at: roff is told that it may break behind each character.
QString withPlacesToBreak(const QString &word)
{
    static const QRegularExpression wide(u"([\\x{3000}-\\x{9fff}\\x{ff00}-\\x{ffef}])(?=[\\x{3400}-\\x{9fff}])"_s);
    return QString(word).replace(wide, u"\\1\\:"_s);
}

/// A paragraph, each sentence on a line of its own, as mdoc wants it.
QString filled(const QString &text)
{
    static const QRegularExpression endOfSentence(u"[.!?][)”\"]?$"_s);
    // A backslash at the end of a line joins it to the next one without a space.
    static const QRegularExpression place(u"(?<=\\\\:)"_s);
    QString lines;
    QString line;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        bool isFirst = true;
        for (const QString &part : withPlacesToBreak(unparted(escaped(word))).split(place)) {
            const bool isFull = lengthOf(line) + lengthOf(part) + 1 > mostLength;
            if (isFull && !line.isEmpty()) {
                lines += textLine(isFirst ? line : line + u'\\');
                line.clear();
            } else if (isFirst && !line.isEmpty()) {
                line += u' ';
            }
            line += part;
            isFirst = false;
        }
        if (endOfSentence.match(word).hasMatch()) {
            lines += textLine(line);
            line.clear();
        }
    }
    return line.isEmpty() ? lines : lines + textLine(line);
}

QString literal(const QStringList &lines)
{
    QString text = u".Bd -literal -offset indent\n"_s;
    for (const QString &line : lines) {
        text += textLine(escaped(line));
    }
    return text + u".Ed\n"_s;
}

} // namespace

ManualPage::ManualPage(const QString &program, const QString &summary, const QStringList &synopsis)
{
    const QDate date = QDate::fromString(QLatin1StringView(programDate), Qt::ISODate);
    m_text = u".Dd %1\n.Dt %2 1\n.Os\n"_s.arg(QLocale::c().toString(date, u"MMMM d, yyyy"_s), program.toUpper()) +
             u".Sh NAME\n.Nm"_s + words(program) + u"\n.Nd"_s + words(summary) + u"\n.Sh SYNOPSIS\n"_s;
    for (const QString &line : synopsis) {
        m_text += u".Nm\n"_s + filled(line);
    }
}

void ManualPage::addSection(const QString &title)
{
    m_text += u".Sh"_s + words(title) + u'\n';
}

void ManualPage::addSubsection(const QString &title)
{
    m_text += u".Ss"_s + words(title) + u'\n';
}

void ManualPage::addText(const QString &text)
{
    QStringList setIn;
    QString paragraph;
    // A macro for a new paragraph right behind a title is one too many.
    const auto endParagraph = [this, &setIn, &paragraph] {
        static const QRegularExpression behindTitle(u"\\n\\.S[hs][^\\n]*\\n$"_s);
        if (!paragraph.isEmpty()) {
            m_text += (behindTitle.match(m_text).hasMatch() ? QString() : u".Pp\n"_s) + filled(paragraph);
        }
        if (!setIn.isEmpty()) {
            m_text += literal(setIn);
        }
        paragraph.clear();
        setIn.clear();
    };
    for (const QString &line : text.split(u'\n')) {
        if (line.startsWith(u"  ")) {
            setIn.append(line.trimmed());
        } else if (line.isEmpty() || !setIn.isEmpty()) {
            endParagraph();
            paragraph = line;
        } else {
            paragraph += (paragraph.isEmpty() ? QString() : u" "_s) + line;
        }
    }
    endParagraph();
}

void ManualPage::addEntries(const QList<ManualEntry> &entries)
{
    if (entries.isEmpty()) {
        return;
    }
    m_text += u".Bl -tag -width Ds\n"_s;
    for (const ManualEntry &entry : entries) {
        m_text += u".It"_s + words(entry.term) + u'\n' + filled(entry.text);
    }
    m_text += u".El\n"_s;
}

void ManualPage::addOptions(const QList<QCommandLineOption> &options)
{
    QList<ManualEntry> entries;
    for (const QCommandLineOption &option : options) {
        QStringList names;
        for (const QString &name : option.names()) {
            names.append((name.size() == 1 ? u"-"_s : u"--"_s) + name);
        }
        entries.append(
            {.term = u"%1 %2"_s.arg(names.join(u", "_s), option.valueName()).trimmed(), .text = option.description()});
    }
    addEntries(entries);
}

void ManualPage::addExample(const QString &lines)
{
    m_text += literal(lines.split(u'\n'));
}

void ManualPage::addReferences(const QStringList &programs)
{
    for (const QString &program : programs) {
        m_text += u".Xr %1 1"_s.arg(program) + (program == programs.last() ? u"\n"_s : u" ,\n"_s);
    }
}

} // namespace owui
