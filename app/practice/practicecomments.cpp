// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "practice/practicecomments.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

std::chrono::milliseconds toDuration(const QString &seconds)
{
    constexpr double longest = 3600;
    const double value = qBound(0.0, seconds.toDouble(), longest);
    return std::chrono::milliseconds(static_cast<int>(value * 1000));
}

} // namespace

PracticeComments PracticeComments::read(const QString &source)
{
    static const QRegularExpression comment(uR"(^[ \t]*#[ \t]*practice:[ \t]*([a-z-]+)[ \t]*(.*?)[ \t\r]*$)"_s,
                                            QRegularExpression::MultilineOption);
    PracticeComments comments;
    for (auto matches = comment.globalMatch(source); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString word = match.captured(1);
        const QString argument = match.captured(2);
        if (word == u"load-error") {
            comments.loadError = argument;
        } else if (word == u"init-error") {
            comments.initError = argument;
        } else if (word == u"pip-error") {
            comments.pipError = true;
        } else if (word == u"pip-sleep") {
            comments.pipTime = toDuration(argument);
        } else if (word == u"sleep") {
            comments.importTime = toDuration(argument);
        } else if (word == u"exit") {
            comments.exits = true;
        }
    }
    return comments;
}

} // namespace owui
