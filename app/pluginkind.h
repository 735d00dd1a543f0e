// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "words.h"

#include <QHashFunctions>

namespace owui {

/// What the server makes of a file, in the order in which it looks (plugin.py:297-306 @0.11.0). Event since 0.10.0.
enum class PluginKind { Pipe, Filter, Action, Event, Tool };

/// The two spaces of ids: a function and a tool may share one id, two functions may not.
enum class PluginSpace { Function, Tool };

// Here and not in a .cpp file, because plugins and server share no library.
template<>
inline WordTable<PluginKind> wordsOf()
{
    static constexpr Word<PluginKind> words[] = {
        {PluginKind::Pipe, "pipe", QT_TRANSLATE_NOOP("PluginTexts", "Pipe")},
        {PluginKind::Filter, "filter", QT_TRANSLATE_NOOP("PluginTexts", "Filter")},
        {PluginKind::Action, "action", QT_TRANSLATE_NOOP("PluginTexts", "Action")},
        {PluginKind::Event, "event", QT_TRANSLATE_NOOP("PluginTexts", "Event")},
        {PluginKind::Tool, "tool", QT_TRANSLATE_NOOP("PluginTexts", "Tool")},
    };
    return {.words = words, .context = "PluginTexts"};
}

template<>
inline WordTable<PluginSpace> wordsOf()
{
    static constexpr Word<PluginSpace> words[] = {{PluginSpace::Function, "function"}, {PluginSpace::Tool, "tool"}};
    return {.words = words};
}

constexpr PluginSpace spaceOf(PluginKind kind)
{
    return kind == PluginKind::Tool ? PluginSpace::Tool : PluginSpace::Function;
}

inline size_t qHash(PluginSpace space, size_t seed = 0)
{
    return ::qHash(static_cast<int>(space), seed);
}

} // namespace owui
