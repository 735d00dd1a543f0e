// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

// What the readers of Python make of any text: names, settings, formatting.

#include "fuzz/fuzzing.h"

#include "compare/text/storedtext.h"
#include "compare/text/textdifference.h"
#include "compare/valves/valvechanges.h"
#include "compare/valves/valvefields.h"
#include "compare/valves/valvenames.h"
#include "plugins/pluginfile.h"
#include "plugins/pluginid.h"
#include "plugins/pythonsource.h"
#include "plugins/pythontext.h"

#include <vector>

using namespace owui;
using fuzz::demand;

namespace {

using Kind = PythonToken::Kind;

/// Reads all logical lines; returns the positions between two tokens of one line where a blank changes nothing.
std::vector<qsizetype> checkTokens(QByteArrayView text)
{
    std::vector<qsizetype> gaps;
    std::vector<PythonToken> tokens;
    PythonText python(text);
    qsizetype position = 0;
    while (position < text.size()) {
        qsizetype code = position;
        const int column = python.readIndentation(code);
        demand(code >= position && code <= text.size(), "an indentation ends within the text");
        const qsizetype next = column < 0 ? python.nextLine(code) : python.readLogicalLine(code, tokens);
        demand(next > position && next <= text.size(), "the next line starts behind this one and within the text");
        if (column < 0) {
            tokens.clear();
        }
        qsizetype end = code;
        for (const PythonToken &token : tokens) {
            demand(qsizetype(token.begin) >= end && token.length > 0, "tokens follow each other");
            // In front of a string a blank may take a prefix away; behind one that nobody closed it belongs to it.
            if (end > code && token.kind != Kind::String) {
                gaps.push_back(token.begin);
            }
            end = qsizetype(token.begin) + token.length;
            demand(end <= next, "a token ends within its line");
        }
        if (position == 0) {
            const qsizetype deeper = python.skipDeeperLines(next, 0);
            demand(deeper >= next && deeper <= text.size(), "skipped lines end within the text");
        }
        position = next;
    }
    return gaps;
}

void checkFields(const SettingFields &fields, qsizetype size)
{
    demand(fields.reading == SettingFields::Reading::Read || fields.fields.isEmpty(),
           "fields are told only where they could be read");
    for (const SettingField &field : fields.fields) {
        demand(!field.name.isEmpty() && field.name.isValidUtf16() && field.type.isValidUtf16(),
               "a field has a name, in valid UTF-16");
        demand(field.name.size() <= size && field.type.size() <= 8 * size, "a field is not much longer than the text");
    }
    demand(compareFields(fields, fields).isEmpty(), "a text changes nothing of its own settings");
}

void checkForm(const QByteArray &text)
{
    const QString whole = QString::fromUtf8(text);
    demand(textDifference(whole, whole) == TextDifference::None, "a text differs in nothing from itself");
    const TextDifference ends = textDifference(whole, whole + u'\n');
    demand(ends == TextDifference::LineEnds, "a line end more at the end is a line end only");
    const QString stored = storedText(text);
    demand(stored.isValidUtf16() && stored.size() <= 4 * whole.size(), "the stored text is not much longer");
    demand(stored == whole || textDifference(whole, stored) == textDifference(stored, whole),
           "a difference is the same from both sides");
    const auto form = [](const QString &of) { return withoutFormatting(withPlainLineEnds(of).toUtf8()); };
    demand((textDifference(whole, stored) == TextDifference::Content) == (form(whole) != form(stored)),
           "texts that are read side by side differ where their whole forms do");
    demand(withoutFormatting(text).size() <= 16 * (text.size() + 1), "the form is not much longer than the text");
}

/// What a Python text says does not hang on a blank between two tokens, or on how its lines end.
void checkSameMeaning(const QByteArray &text, const QByteArray &other, TextDifference most, const char *what)
{
    demand(boundNames(text) == boundNames(other), what);
    demand(readValveFields(text, PluginKind::Filter) == readValveFields(other, PluginKind::Filter), what);
    demand(textDifference(QString::fromUtf8(text), QString::fromUtf8(other)) <= most, what);
}

void checkFile(const QByteArray &text)
{
    const Plugin plugin = readPlugin(QStringLiteral("filters/some.py"), {.utf8 = text});
    demand(plugin.id.isEmpty() || normalizedId(plugin.id) == plugin.id, "an id is its own normal form");
    demand(plugin.kind.has_value() || plugin.skipped.has_value(), "a file without a kind is not deployed");
    const BoundNames names = boundNames(text);
    demand((names.imported & ~names.all) == 0, "an imported name is a bound name");
    demand(names.all < 1U << pluginClassNames.size(), "only the names that were asked for are found");
    demand(plugin.kind.has_value() == (names.all != 0), "a plugin's kind comes from a name it binds");
    for (const PluginKind kind : {PluginKind::Filter, PluginKind::Tool}) {
        const auto [valves, userValves] = readValveFields(text, kind);
        checkFields(valves, text.size());
        checkFields(userValves, text.size());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::Choices choices(fuzz::bytesOf(data, size));
    const unsigned which = choices.next(256);
    const QByteArray text = choices.rest();
    if (!QByteArrayView(text).isValidUtf8() || text.startsWith("\xEF\xBB\xBF")) {
        return -1; // a file that is not UTF-8 is refused before, and a mark at the start taken away
    }
    checkForm(text);
    demand(valveNames(QString::fromUtf8(text), PluginSpace::Function).size() <= text.size(),
           "there are no more settings than letters");
    if (text.contains('\0')) {
        return 0; // only what a server answers may hold one
    }
    checkFile(text);
    const std::vector<qsizetype> gaps = checkTokens(text);
    if (which % 2 == 0 && !gaps.empty()) {
        QByteArray blank = text;
        blank.insert(gaps[which / 2 % gaps.size()], ' ');
        checkSameMeaning(text, blank, TextDifference::Formatting, "a blank between two tokens says nothing");
    } else if (!text.contains('\r')) {
        QByteArray returns = text;
        returns.replace('\n', "\r\n");
        checkSameMeaning(text, returns, TextDifference::LineEnds, "how lines end says nothing");
    }
    return 0;
}
