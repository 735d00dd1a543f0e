// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace owui::fuzz {

/// Ends the program, which libFuzzer takes for a crash and keeps the input of.
inline void demand(bool holds, const char *what)
{
    if (!holds) {
        std::fprintf(stderr, "This does not hold: %s\n", what);
        std::abort();
    }
}

inline QByteArrayView bytesOf(const std::uint8_t *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
}

/// Some decisions for a target, from the bytes at the front of an input. An input that has none left decides for 0.
class Choices final
{
public:
    explicit Choices(QByteArrayView input)
        : m_rest(input)
    {
    }

    [[nodiscard]] unsigned next(unsigned count)
    {
        if (m_rest.isEmpty()) {
            return 0;
        }
        const auto byte = static_cast<unsigned char>(m_rest.front());
        m_rest = m_rest.sliced(1);
        return byte % count;
    }

    [[nodiscard]] QByteArray rest() const { return m_rest.toByteArray(); }

private:
    QByteArrayView m_rest;
};

} // namespace owui::fuzz
