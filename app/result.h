// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace owui {

/// What went wrong and what a person can do about it. Both are complete, translated sentences.
struct Problem
{
    QString text;
    QString remedy;

    /// Both in one line.
    [[nodiscard]] QString sentences() const { return remedy.isEmpty() ? text : text + u' ' + remedy; }
    friend bool operator==(const Problem &, const Problem &) = default;
};

/// A value, or the reason why there is none. Reading the side that is not there throws std::bad_variant_access.
template<typename T, typename E = Problem>
class [[nodiscard]] Result final
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(E error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    [[nodiscard]] bool isOk() const { return m_state.index() == 0; }
    explicit operator bool() const { return isOk(); }

    [[nodiscard]] const T &value() const & { return std::get<0>(m_state); }
    [[nodiscard]] T &value() & { return std::get<0>(m_state); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_state)); }
    [[nodiscard]] const E &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, E> m_state;
};

} // namespace owui
