// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/version.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

#include <compare>
#include <optional>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

/// Where a version stands beside the plain release of its numbers. Two stages below and above Release have an order;
/// Letter and Number do not: 1.2b may be a beta of 1.2 or its second correction, 1.2-1 may come before or after 1.2.
enum class Stage { Development, Alpha, Beta, Candidate, Release, After, Letter, Number, Other };

struct Version
{
    QStringList numbers; ///< without leading zeros, the last one not 0
    Stage stage = Stage::Release;
    QString detail; ///< the stage's number or letter, or the whole text of another suffix
};

QString withoutZeros(const QString &digits)
{
    qsizetype zeros = 0;
    while (zeros < digits.size() && digits[zeros] == u'0') {
        ++zeros;
    }
    return digits.sliced(zeros);
}

void readSuffix(Version &version, const QString &suffix)
{
    static const QHash<QString, Stage> words{
        {u"dev"_s, Stage::Development}, {u"a"_s, Stage::Alpha},           {u"alpha"_s, Stage::Alpha},
        {u"b"_s, Stage::Beta},          {u"beta"_s, Stage::Beta},         {u"rc"_s, Stage::Candidate},
        {u"pre"_s, Stage::Candidate},   {u"preview"_s, Stage::Candidate}, {u"post"_s, Stage::After},
        {u"rev"_s, Stage::After},       {u"patch"_s, Stage::After},       {u"hotfix"_s, Stage::After},
    };
    static const QRegularExpression staged(u"^[-._]?([a-z]+)[-._]?([0-9]*)$"_s);
    static const QRegularExpression letter(u"^([a-z])$"_s);
    static const QRegularExpression number(u"^-([0-9]+)$"_s);
    if (const auto match = letter.match(suffix); match.hasMatch()) {
        version.stage = Stage::Letter;
        version.detail = match.captured(1);
    } else if (const auto plain = number.match(suffix); plain.hasMatch()) {
        version.stage = Stage::Number;
        version.detail = withoutZeros(plain.captured(1));
    } else if (const auto word = staged.match(suffix); word.hasMatch() && words.contains(word.captured(1))) {
        version.stage = words.value(word.captured(1));
        version.detail = withoutZeros(word.captured(2));
    } else {
        version.stage = Stage::Other;
        version.detail = suffix;
    }
}

std::optional<Version> readVersion(QStringView text)
{
    static const QRegularExpression pattern(u"^v?\\.?([0-9]+(?:\\.[0-9]+)*)([-._+]?[a-z0-9][a-z0-9.+_-]*)?$"_s);
    const QString lower = text.trimmed().toString().toLower();
    const auto match = pattern.match(lower);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    Version version;
    for (const QString &number : match.captured(1).split(u'.')) {
        version.numbers.append(withoutZeros(number));
    }
    while (!version.numbers.isEmpty() && version.numbers.constLast().isEmpty()) {
        version.numbers.removeLast();
    }
    if (const QString suffix = match.captured(2); !suffix.isEmpty()) {
        readSuffix(version, suffix);
    }
    return version;
}

std::strong_ordering compareNumbers(const QString &left, const QString &right)
{
    if (left.size() != right.size()) {
        return left.size() <=> right.size();
    }
    return left.compare(right) <=> 0;
}

VersionOrder toOrder(std::strong_ordering order)
{
    return order < 0 ? VersionOrder::Older : order > 0 ? VersionOrder::Newer : VersionOrder::Equal;
}

VersionOrder compareStages(const Version &left, const Version &right)
{
    if (left.stage == right.stage) {
        if (left.stage == Stage::Other) {
            return left.detail == right.detail ? VersionOrder::Equal : VersionOrder::Unordered;
        }
        return toOrder(compareNumbers(left.detail, right.detail));
    }
    // 0.3.9c follows 0.3.9: only a and b can also mean alpha and beta.
    const auto isLaterLetter = [](const Version &version) {
        return version.stage == Stage::Letter && version.detail > u"b";
    };
    if (isLaterLetter(left) && right.stage == Stage::Release) {
        return VersionOrder::Newer;
    }
    if (left.stage == Stage::Release && isLaterLetter(right)) {
        return VersionOrder::Older;
    }
    if (left.stage > Stage::After || right.stage > Stage::After) {
        return VersionOrder::Unordered;
    }
    return toOrder(left.stage <=> right.stage);
}

/// One more, with the same number of digits where it had leading zeros.
QString plusOne(QString digits)
{
    qsizetype at = digits.size();
    while (at > 0 && digits[at - 1] == u'9') {
        digits[--at] = u'0';
    }
    if (at == 0) {
        return u'1' + digits;
    }
    digits[at - 1] = QChar(digits[at - 1].unicode() + 1);
    return digits;
}

} // namespace

QString raisedVersion(const QString &version, VersionPart part)
{
    static const QRegularExpression pattern(u"\\A([vV]?\\.?)([0-9]+(?:\\.[0-9]+)*)(.*)\\z"_s);
    static const QRegularExpression otherNumbers(u"\\A[0-9]+[-_][0-9]"_s); // as in a date: which of them counts?
    const QRegularExpressionMatch match = pattern.match(version);
    if (!match.hasMatch() || otherNumbers.match(version).hasMatch()) {
        return {};
    }
    // As far as the numbers are the same, a beta comes before its release.
    const QString release = match.captured(1) + match.captured(2);
    if (part == VersionPart::Patch && compareVersions(release, version) == VersionOrder::Newer) {
        return release;
    }
    QStringList numbers = match.captured(2).split(u'.');
    const qsizetype index = part == VersionPart::Major ? 0 : part == VersionPart::Minor ? 1 : 2;
    while (numbers.size() <= index) {
        numbers.append(u"0"_s);
    }
    numbers[index] = plusOne(numbers.at(index));
    for (qsizetype i = index + 1; i < numbers.size(); ++i) {
        numbers[i].fill(u'0', numbers.at(i).startsWith(u'0') ? numbers.at(i).size() : 1);
    }
    QString raised = match.captured(1) + numbers.join(u'.');
    return compareVersions(raised, version) == VersionOrder::Newer ? raised : QString();
}

VersionOrder compareVersions(QStringView left, QStringView right)
{
    const std::optional<Version> first = readVersion(left);
    const std::optional<Version> second = readVersion(right);
    if (!first || !second) {
        return VersionOrder::Unordered;
    }
    const qsizetype count = std::max(first->numbers.size(), second->numbers.size());
    for (qsizetype i = 0; i < count; ++i) {
        const auto order = compareNumbers(first->numbers.value(i), second->numbers.value(i));
        if (order != 0) {
            return toOrder(order);
        }
    }
    return compareStages(*first, *second);
}

} // namespace owui
