// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/arguments/completions.h"
#include "commandline/commands/pullcommand.h"
#include "commandline/commands/togglecommand.h"
#include "compare/plan/plan.h"
#include "deploy/job/deployresult.h"
#include "deploy/job/logentry.h"
#include "history/historyentry.h"
#include "plugins/plugin.h"
#include "server/connection.h"
#include "server/connectiontest.h"
#ifdef OWUI_HAS_WINDOW
#include "ui/window/appearance.h"
#endif

#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <functional>
#include <string_view>
#include <utility>

using namespace Qt::StringLiterals;
using namespace owui;

namespace {

constexpr int mostValues = 64;

// The compiler writes a value that has no enumerator as a number: "Value = (owui::Shell)3".
template<auto Value>
constexpr bool isEnumerator()
{
    return std::string_view(__PRETTY_FUNCTION__).find("Value = (") == std::string_view::npos;
}

template<typename E, int... values>
constexpr int countEnumerators(std::integer_sequence<int, values...>)
{
    return (0 + ... + int(isEnumerator<static_cast<E>(values)>()));
}

/// One enumeration without its type.
struct Enumeration
{
    int values = 0;    ///< that the compiler knows
    QList<int> listed; ///< by the table
    QStringList names; ///< of the table
    QList<int> found;  ///< for each name
    bool hasTexts = false;
    QStringList untold;      ///< names of the values without a text
    bool hasUnknown = false; ///< something is found for a name that nothing has
};

template<typename E>
Enumeration enumeration()
{
    Enumeration all{.values = countEnumerators<E>(std::make_integer_sequence<int, mostValues>()),
                    .hasTexts = wordsOf<E>().context != nullptr,
                    .hasUnknown = fromName<E>(u"no such name").has_value()};
    for (const Word<E> &word : wordsOf<E>().words) {
        all.listed.append(static_cast<int>(word.value));
        all.names.append(nameOf(word.value));
        const std::optional<E> found = fromName<E>(nameOf(word.value));
        all.found.append(found ? static_cast<int>(*found) : -1);
        if (textOf(word.value).isEmpty()) {
            all.untold.append(nameOf(word.value));
        }
    }
    return all;
}

#define ENUMERATION(E)                                                                                                 \
    {                                                                                                                  \
        u## #E##_s, enumeration<E>                                                                                     \
    }

const QList<std::pair<QString, Enumeration (*)()>> &enumerations()
{
    static const QList<std::pair<QString, Enumeration (*)()>> all{
        ENUMERATION(ColorMode),
        ENUMERATION(CompareState),
        ENUMERATION(ConnectionTestStep::State),
        ENUMERATION(ConnectionTestStep::Step),
        ENUMERATION(Consent),
        ENUMERATION(DeployOrder),
        ENUMERATION(DeployOutcome),
        ENUMERATION(DeployStage),
        ENUMERATION(FindingCode),
        ENUMERATION(HistoryChange),
        ENUMERATION(HistoryOutcome),
        ENUMERATION(HistoryRunKind),
        ENUMERATION(IdOrigin),
        ENUMERATION(LogLevel),
        ENUMERATION(PlanAction),
        ENUMERATION(PlanWarningCode),
        ENUMERATION(PluginKind),
        ENUMERATION(PluginSpace),
        ENUMERATION(ProxyMode),
        ENUMERATION(PullFormat),
        ENUMERATION(PullOutcome),
        ENUMERATION(ServerErrorKind),
        ENUMERATION(Severity),
        ENUMERATION(Shell),
        ENUMERATION(SignInMethod),
        ENUMERATION(SkipReason),
#ifdef OWUI_HAS_WINDOW
        ENUMERATION(Theme),
#endif
        ENUMERATION(ToggleCommand::Outcome),
    };
    return all;
}

} // namespace

class TestWords final : public QObject
{
    Q_OBJECT

private slots:
    void everyTableIsTested();
    void tableIsWhole_data();
    void tableIsWhole();
};

void TestWords::everyTableIsTested()
{
    static const QRegularExpression declaration(u"^(?:inline )?WordTable<(\\w+(?:::\\w+)*)> wordsOf\\(\\)"_s,
                                                QRegularExpression::MultilineOption);
    QSet<QString> declared;
    QStringList parts{u"app"_s};
#ifdef OWUI_HAS_WINDOW
    parts.append(u"ui"_s);
#endif
    for (const QString &part : parts) {
        QDirIterator files(QStringLiteral(OWUI_SOURCE_DIR "/") + part, {u"*.h"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            for (auto it = declaration.globalMatch(QString::fromUtf8(file.readAll())); it.hasNext();) {
                declared.insert(it.next().captured(1));
            }
        }
    }
    declared.remove(u"E"_s); // the template itself
    for (const auto &[name, make] : enumerations()) {
        QVERIFY2(declared.remove(name), qPrintable(name));
    }
    QVERIFY2(declared.isEmpty(), qPrintable(QStringList(declared.cbegin(), declared.cend()).join(u' ')));
}

void TestWords::tableIsWhole_data()
{
    QTest::addColumn<int>("row");
    for (qsizetype i = 0; i < enumerations().size(); ++i) {
        QTest::newRow(qPrintable(enumerations().at(i).first)) << static_cast<int>(i);
    }
}

void TestWords::tableIsWhole()
{
    QFETCH(const int, row);
    // No error, and a change that was done: the change has the words for it.
    static const QHash<QString, QStringList> nothingToSay{{u"ServerErrorKind"_s, {u"none"_s}},
                                                          {u"HistoryOutcome"_s, {u"done"_s}}};
    static const QRegularExpression stableName(u"^[a-z0-9]+(-[a-z0-9]+)*$"_s);
    const Enumeration all = enumerations().at(row).second();
    QVERIFY(all.values > 1 && all.values < mostValues);
    QCOMPARE(all.listed.size(), all.values);
    QSet<QString> names;
    for (int i = 0; i < all.values; ++i) {
        const QString &name = all.names.at(i);
        QCOMPARE(all.listed.at(i), i);
        QVERIFY2(stableName.match(name).hasMatch(), qPrintable(name));
        QVERIFY2(!names.contains(name), qPrintable(name));
        names.insert(name);
        QCOMPARE(all.found.at(i), i);
    }
    QVERIFY(!all.hasUnknown);
    QCOMPARE(all.untold, all.hasTexts ? nothingToSay.value(enumerations().at(row).first) : all.names);
}

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
