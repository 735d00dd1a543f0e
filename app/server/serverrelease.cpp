// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/serverrelease.h"

#include <compare>

namespace owui {

namespace {

/// Signs before digits before letters, as the browser's collation has it.
int rankOf(QChar c)
{
    return c.isDigit() ? 1 : c.isLetter() ? 2 : 0;
}

/// Leading zeros do not count.
QStringView takeNumber(QStringView &text)
{
    while (text.size() > 1 && text.front() == u'0' && text.at(1).isDigit()) {
        text = text.sliced(1);
    }
    qsizetype length = 0;
    while (length < text.size() && text.at(length).isDigit()) {
        ++length;
    }
    const QStringView number = text.first(length);
    text = text.sliced(length);
    return number;
}

/// localeCompare(…, {numeric: true}) of the web page
/// (src/routes/(app)/admin/functions/create/+page.svelte:23-35 @0.11.0), as far as releases need it.
std::weak_ordering compareNaturally(QStringView left, QStringView right)
{
    while (!left.isEmpty() && !right.isEmpty()) {
        const QChar a = left.front();
        const QChar b = right.front();
        if (rankOf(a) != rankOf(b)) {
            return rankOf(a) <=> rankOf(b);
        }
        if (rankOf(a) == 1) {
            const QStringView x = takeNumber(left);
            const QStringView y = takeNumber(right);
            if (x.size() != y.size()) {
                return x.size() <=> y.size();
            }
            if (const int order = x.compare(y); order != 0) {
                return order <=> 0;
            }
            continue;
        }
        if (const int order = QStringView(&a, 1).compare(QStringView(&b, 1), Qt::CaseInsensitive); order != 0) {
            return order <=> 0;
        }
        left = left.sliced(1);
        right = right.sliced(1);
    }
    return left.size() <=> right.size();
}

} // namespace

ServerRelease::ServerRelease(const QString &text)
    : m_text(text.trimmed())
{
    const QStringView digits = m_text.startsWith(u'v', Qt::CaseInsensitive) ? QStringView(m_text).sliced(1) : m_text;
    m_number = QVersionNumber::fromString(digits);
}

bool ServerRelease::isBefore(int major, int minor, int patch) const
{
    return isKnown() && !isAtLeast(major, minor, patch);
}

bool ServerRelease::isAtLeast(int major, int minor, int patch) const
{
    // "0.12" is the same release as "0.12.0", but a shorter QVersionNumber is the smaller one.
    return isKnown() && m_number.normalized() >= QVersionNumber(major, minor, patch).normalized();
}

bool ServerRelease::mayDeactivateOnFailure() const
{
    return !isAtLeast(0, 12);
}

bool ServerRelease::tellsReasonOnUpdateOnly() const
{
    return isAtLeast(0, 12);
}

bool ServerRelease::hasEventFunctions() const
{
    return !isKnown() || isAtLeast(0, 10);
}

bool ServerRelease::hasVersions() const
{
    return isAtLeast(0, 12);
}

bool ServerRelease::hasPluginSwitches() const
{
    return isAtLeast(0, 11);
}

bool ServerRelease::losesToggleOnCreate() const
{
    return isAtLeast(0, 6, 30) && !isAtLeast(0, 7);
}

bool ServerRelease::isTooOldFor(const QString &required) const
{
    const QString wanted = required.trimmed();
    return isKnown() && !wanted.isEmpty() && compareNaturally(m_text, wanted) < 0;
}

} // namespace owui
