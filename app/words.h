// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QCoreApplication>
#include <QList>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <type_traits>

namespace owui {

/// A text for people before it is translated, as QT_TRANSLATE_NOOP and QT_TRANSLATE_NOOP3 make it.
struct WordText
{
    const char *source = nullptr;
    const char *comment = nullptr; ///< for translators
};

/// One value of an enumeration.
template<typename E>
struct Word
{
    E value;
    const char *name; ///< stable: for JSON, options, settings and files
    WordText text;    ///< not every enumeration is told to people
};

/// All values of an enumeration, in its order.
template<typename E>
struct WordTable
{
    std::span<const Word<E>> words;
    const char *context = nullptr; ///< of the texts' translations
};

/// Every enumeration with words specialises it in the header that declares the enumeration.
template<typename E>
[[nodiscard]] WordTable<E> wordsOf();

template<typename E>
[[nodiscard]] Word<E> wordOf(E value)
{
    const std::span<const Word<E>> words = wordsOf<E>().words;
    const auto found = std::ranges::find(words, value, &Word<E>::value);
    return found == words.end() ? Word<E>{.value = value, .name = "", .text = {}} : *found;
}

/// Such as "look-up-first".
template<typename E>
requires std::is_enum_v<E>
[[nodiscard]] QString nameOf(E value)
{
    return QString::fromLatin1(wordOf(value).name);
}

/// In the user's language.
template<typename E>
requires std::is_enum_v<E>
[[nodiscard]] QString textOf(E value)
{
    const WordText text = wordOf(value).text;
    return QCoreApplication::translate(wordsOf<E>().context, text.source, text.comment);
}

template<typename E>
[[nodiscard]] std::optional<E> fromName(QStringView name)
{
    const std::span<const Word<E>> words = wordsOf<E>().words;
    const auto found =
        std::ranges::find_if(words, [name](const Word<E> &word) { return name == QLatin1StringView(word.name); });
    return found == words.end() ? std::nullopt : std::optional(found->value);
}

template<typename E>
[[nodiscard]] QList<E> allOf()
{
    QList<E> all;
    std::ranges::transform(wordsOf<E>().words, std::back_inserter(all), &Word<E>::value);
    return all;
}

template<typename E>
[[nodiscard]] QStringList namesOf()
{
    QStringList names;
    std::ranges::transform(wordsOf<E>().words, std::back_inserter(names),
                           [](const Word<E> &word) { return QString::fromLatin1(word.name); });
    return names;
}

} // namespace owui
