// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "practice/practicerelease.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

/// ERROR_MESSAGES.DEFAULT (constants.py).
QString wrapped(const QString &text)
{
    return u"[ERROR: "_s + text + u']';
}

} // namespace

PracticeRelease::PracticeRelease(const QString &text, int minor)
    : m_text(text)
    , m_minor(minor)
{
}

QStringList PracticeRelease::known()
{
    return {u"0.12.4"_s, u"0.11.4"_s, u"0.7.2"_s};
}

std::optional<PracticeRelease> PracticeRelease::fromText(const QString &text)
{
    if (!known().contains(text)) {
        return std::nullopt;
    }
    return PracticeRelease(text, text.section(u'.', 1, 1).toInt());
}

QString PracticeRelease::createDetail(const QString &reason, const QString &fallback) const
{
    return wrapped(m_minor >= 10 ? fallback : reason);
}

QString PracticeRelease::updateDetail(const QString &reason, const QString &fallback) const
{
    return m_minor >= 12 ? reason : createDetail(reason, fallback);
}

} // namespace owui
