// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/valves/valvefields.h"

#include "compare/valves/settingfields.h"
#include "plugins/pythonsource.h"
#include "plugins/pythontext.h"
#include "plugins/pythontokens.h"

#include <optional>
#include <string_view>
#include <vector>

namespace owui {

namespace {

constexpr std::string_view valvesName = "Valves";
constexpr std::string_view userValvesName = "UserValves";

/// True if the text has `word` as a whole name.
bool mentions(PythonText &text, qsizetype begin, qsizetype end, std::string_view word)
{
    const QByteArrayView bytes = text.text().sliced(begin, end - begin);
    if (std::string_view(bytes.data(), static_cast<std::size_t>(bytes.size())).find(word) == std::string_view::npos) {
        return false; // told without reading it as Python
    }
    std::vector<PythonToken> tokens;
    while (begin < end) {
        if (text.readIndentation(begin) < 0) {
            begin = text.nextLine(begin);
            continue;
        }
        begin = text.readLogicalLine(begin, tokens);
        for (const PythonToken &token : tokens) {
            if (token.kind == PythonToken::Kind::Name && text.view(token) == QByteArrayView(word)) {
                return true;
            }
        }
    }
    return false;
}

/// Finds the class that makes the text a plugin, and in it the two classes of settings.
class ValveReader final
{
public:
    ValveReader(QByteArrayView utf8, PluginKind kind)
        : m_text(utf8)
        , m_pluginClass(pluginClassNames.at(static_cast<std::size_t>(kind)))
    {
    }

    ValveFields read();

private:
    [[nodiscard]] qsizetype readPluginClass(qsizetype position);
    void readBodyLine(qsizetype begin, qsizetype next, bool decorated);
    [[nodiscard]] SettingFields finished(const std::optional<SettingFields> &found, std::string_view name);
    [[nodiscard]] bool is(std::size_t token, QByteArrayView word) const
    {
        return token < m_tokens.size() && m_tokens[token].kind == PythonToken::Kind::Name &&
               m_text.view(m_tokens[token]) == word;
    }
    [[nodiscard]] bool isSign(std::size_t token, char symbol) const
    {
        return token < m_tokens.size() && isSymbol(m_tokens[token], symbol);
    }

    PythonText m_text;
    QByteArrayView m_pluginClass;
    std::vector<PythonToken> m_tokens;
    std::optional<SettingFields> m_valves;
    std::optional<SettingFields> m_userValves;
    bool m_found = false;
    bool m_plain = true; ///< the class has no bases or decorators that could bring settings along
};

ValveFields ValveReader::read()
{
    qsizetype position = 0;
    bool decorated = false;
    bool changed = false; // from outside the class, after it was made
    while (position < m_text.size()) {
        qsizetype code = position;
        const int column = m_text.readIndentation(code);
        if (column < 0) {
            position = m_text.nextLine(code);
            continue;
        }
        position = m_text.readLogicalLine(code, m_tokens);
        if (m_tokens.empty()) {
            continue;
        }
        const bool decorates = isSymbol(m_tokens[0], '@');
        if (column == 0 && is(0, "class") && is(1, m_pluginClass)) {
            m_found = true;
            m_valves.reset();
            m_userValves.reset();
            // class Pipe: and class Pipe(): and class Pipe(object):
            m_plain = !decorated && (isSign(2, ':') || isSign(3, ')') || (is(3, "object") && isSign(4, ')')));
            changed = false;
            position = m_text.skipDeeperLines(readPluginClass(position), 0);
        } else if (is(0, m_pluginClass)) {
            changed = true;
        }
        decorated = decorates;
    }
    if (!m_found || changed) {
        const SettingFields unknown{.reading = SettingFields::Reading::CannotTell, .fields = {}};
        return {.valves = unknown, .userValves = unknown};
    }
    return {.valves = finished(m_valves, valvesName), .userValves = finished(m_userValves, userValvesName)};
}

/// Nothing found is proof only where nothing could bring settings from elsewhere.
SettingFields ValveReader::finished(const std::optional<SettingFields> &found, std::string_view name)
{
    if (found) {
        return *found;
    }
    const bool absent = m_plain && !mentions(m_text, 0, m_text.size(), name);
    return {.reading = absent ? SettingFields::Reading::Absent : SettingFields::Reading::CannotTell, .fields = {}};
}

/// Tells where the line begins that it ends before.
qsizetype ValveReader::readPluginClass(qsizetype position)
{
    int body = -1;
    bool decorated = false;
    while (position < m_text.size()) {
        qsizetype code = position;
        const int column = m_text.readIndentation(code);
        if (column < 0) {
            position = m_text.nextLine(code);
            continue;
        }
        if (column == 0 || (body >= 0 && column < body)) {
            return position;
        }
        body = body < 0 ? column : body;
        const qsizetype suite = m_text.readLogicalLine(code, m_tokens);
        const qsizetype next = m_text.skipDeeperLines(suite, column);
        if (!m_tokens.empty()) {
            const bool decorates = isSymbol(m_tokens[0], '@');
            readBodyLine(suite, next, decorated);
            decorated = decorates;
        }
        position = next;
    }
    return position;
}

void ValveReader::readBodyLine(qsizetype suite, qsizetype next, bool decorated)
{
    if (is(0, "def") || is(0, "async") || isSymbol(m_tokens[0], '@')) {
        return;
    }
    const SettingFields unknown{.reading = SettingFields::Reading::CannotTell, .fields = {}};
    if (!is(0, "class")) {
        // An assignment, or a branch: it may bind the name.
        for (std::size_t i = 0; i < m_tokens.size(); ++i) {
            if (is(i, valvesName)) {
                m_valves = unknown;
            } else if (is(i, userValvesName)) {
                m_userValves = unknown;
            }
        }
        if (mentions(m_text, suite, next, valvesName)) {
            m_valves = unknown;
        }
        if (mentions(m_text, suite, next, userValvesName)) {
            m_userValves = unknown;
        }
        return;
    }
    std::optional<SettingFields> *target = is(1, valvesName)       ? &m_valves
                                           : is(1, userValvesName) ? &m_userValves
                                                                   : nullptr;
    if (target) {
        *target = decorated ? unknown : readSettingClass(m_text, m_tokens, suite, next);
    }
}

} // namespace

ValveFields readValveFields(QByteArrayView utf8, PluginKind kind)
{
    if (utf8.contains('\0')) {
        const SettingFields unknown{.reading = SettingFields::Reading::CannotTell, .fields = {}};
        return {.valves = unknown, .userValves = unknown};
    }
    return ValveReader(utf8, kind).read();
}

} // namespace owui
