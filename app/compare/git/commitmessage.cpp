// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/git/commitmessage.h"

#include <QList>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

const QString &defaultTemplate()
{
    static const QString text = u"{version} from {branch}@{commit}{changes}"_s;
    return text;
}

} // namespace

QString commitMessage(const QString &messageTemplate, const CommitFacts &facts)
{
    const bool inGit = facts.git.kind == GitState::Kind::Repository && !facts.git.shortHash.isEmpty();
    if (messageTemplate.isEmpty() && !inGit) {
        return facts.version;
    }
    QString message = messageTemplate.isEmpty() ? defaultTemplate() : messageTemplate;
    if (messageTemplate.isEmpty() && facts.git.branch.isEmpty()) {
        message.remove(u"{branch}@"_s); // a detached HEAD has no branch
    }
    // One pass: what is put in is not looked at again.
    const QList<std::pair<QString, QString>> values{
        {u"{version}"_s, facts.version},
        {u"{branch}"_s, inGit ? facts.git.branch : QString()},
        {u"{commit}"_s, inGit ? facts.git.shortHash : QString()},
        {u"{changes}"_s, inGit && facts.uncommitted ? u" + uncommitted changes"_s : QString()}};
    QString filled;
    for (qsizetype i = 0; i < message.size();) {
        const QStringView rest = QStringView(message).sliced(i);
        const auto found = std::ranges::find_if(
            values, [rest](const std::pair<QString, QString> &value) { return rest.startsWith(value.first); });
        if (found == values.end()) {
            filled += message[i++];
        } else {
            filled += found->second;
            i += found->first.size();
        }
    }
    return filled.trimmed();
}

} // namespace owui
