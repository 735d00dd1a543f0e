// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "history/historyfile.h"
#include "history/historylimits.h"
#include "unit/history/historysql.h"

#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <memory>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

const QString server = u"https://example.org"_s;

} // namespace

/// What the history knows of the texts that a server had, and which of them it keeps.
class TestSentTexts final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void learnsWhatWasSent();
    void tellsSpacesApart();
    void learnsWhatWasPulled();
    void keepsTheLastText();
    void keepsNoTextWithoutAVersion();
    void formerTextGoesWhereNobodyNeedsIt();
    void lastTextGoesWithItsPlugin();
    void lastTextsGoBeforeWaysBack();
    void keepsAByteOrderMark();
    void fileFromBefore();

private:
    [[nodiscard]] QString folder() const { return m_folder->filePath(u"history"_s); }
    /// A change of the plugin from one text and version to another; `from` null: it was not there.
    [[nodiscard]] bool change(const QString &id, const QString &from, const QString &to, const QString &version,
                              HistoryOutcome outcome = HistoryOutcome::Done, PluginSpace space = PluginSpace::Function);
    [[nodiscard]] KnownTexts known(const QString &id);
    [[nodiscard]] bool hasText(const QString &text);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HistoryFile> m_file;
    QHash<QString, QString> m_versions; // that the server has
    int m_runs = 0;
};

void TestSentTexts::init()
{
    m_file.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = std::make_unique<HistoryFile>(folder());
    m_versions.clear();
}

bool TestSentTexts::change(const QString &id, const QString &from, const QString &to, const QString &version,
                           HistoryOutcome outcome, PluginSpace space)
{
    HistoryEntry entry;
    entry.run = u"run %1"_s.arg(++m_runs);
    entry.server = server;
    entry.space = space;
    entry.id = id;
    entry.when = QDateTime::currentDateTimeUtc();
    entry.change = from.isNull() ? HistoryChange::Create : HistoryChange::Update;
    std::optional<QString> content;
    if (!from.isNull()) {
        entry.before = HistoryState{.contentHash = historyHash(from), .versionId = m_versions.value(id)};
        content = from;
    }
    const Result<qint64> number = m_file->begin(entry, content);
    const HistoryResult result{
        .outcome = outcome, .when = entry.when, .contentHash = historyHash(to), .versionId = version};
    m_versions.insert(id, version);
    return number && m_file->end({{.number = number.value(), .result = result, .content = to}}).isOk();
}

KnownTexts TestSentTexts::known(const QString &id)
{
    const Result<SentTexts> one = m_file->sentTexts(server, PluginSpace::Function, id);
    const Result<SentTexts> all = m_file->sentTexts(server, {}, {});
    const KnownTexts found = one.value().of(PluginSpace::Function, id, u"/f.py"_s);
    const KnownTexts same = all.value().of(PluginSpace::Function, id, u"/f.py"_s);
    return found.sent == same.sent && found.lastVersion == same.lastVersion ? found : KnownTexts();
}

bool TestSentTexts::hasText(const QString &text)
{
    return m_file->contents({historyHash(text), historyHash(u"never kept"_s)}).value() ==
           QHash<QByteArray, QString>{{historyHash(text), text}};
}

void TestSentTexts::learnsWhatWasSent()
{
    QVERIFY(change(u"a"_s, u"theirs"_s, u"one"_s, u"v1"_s));
    QVERIFY(change(u"a"_s, u"one"_s, u"two"_s, u"v2"_s));
    const KnownTexts texts = known(u"a"_s);
    QCOMPARE(texts.sent, (QSet<QByteArray>{historyHash(u"one"_s), historyHash(u"two"_s)}));
    QCOMPARE(texts.foundFirst, historyHash(u"theirs"_s));
    QCOMPARE(texts.lastVersion, u"v2"_s);
    QCOMPARE(texts.lastText, historyHash(u"two"_s));
    QVERIFY(texts.lastIsKnown);
    // Of what failed nobody knows that it was sent, and what nobody saw is not known.
    QVERIFY(change(u"a"_s, u"two"_s, u"three"_s, u"v3"_s, HistoryOutcome::Unknown));
    QCOMPARE(known(u"a"_s).sent.size(), 2);
    QCOMPARE(known(u"a"_s).lastVersion, u"v2"_s);
    QVERIFY(!known(u"a"_s).lastIsKnown);
    QVERIFY(known(u"b"_s).sent.isEmpty());
}

void TestSentTexts::tellsSpacesApart()
{
    QVERIFY(change(u"a"_s, {}, u"tool"_s, u"v1"_s, HistoryOutcome::Done, PluginSpace::Tool));
    QVERIFY(known(u"a"_s).sent.isEmpty());
    const SentTexts all = m_file->sentTexts(server, {}, {}).value();
    QCOMPARE(all.of(PluginSpace::Tool, u"a"_s, {}).lastText, historyHash(u"tool"_s));
    QVERIFY(m_file->sentTexts(u"https://other.org"_s, {}, {}).value().plugins.isEmpty());
}

void TestSentTexts::learnsWhatWasPulled()
{
    const PulledPlugin pulled{.file = u"/f.py"_s, .space = PluginSpace::Function, .id = u"a"_s};
    QVERIFY(m_file->setPulled(server, pulled, historyHash(u"theirs"_s)).isOk());
    QCOMPARE(known(u"a"_s).pulled, historyHash(u"theirs"_s));
    QVERIFY(known(u"b"_s).pulled.isEmpty());
}

void TestSentTexts::keepsTheLastText()
{
    QVERIFY(change(u"a"_s, {}, u"one"_s, u"v1"_s));
    QVERIFY(hasText(u"one"_s));
    QVERIFY(change(u"a"_s, u"one"_s, u"two"_s, u"v2"_s));
    QVERIFY(hasText(u"two"_s));
    QVERIFY(hasText(u"one"_s)); // there is a way back to it
    m_file = std::make_unique<HistoryFile>(folder());
    QVERIFY(hasText(u"two"_s));
}

void TestSentTexts::keepsNoTextWithoutAVersion()
{
    QVERIFY(change(u"a"_s, {}, u"one"_s, {}));
    QVERIFY(m_file->contents({historyHash(u"one"_s)}).value().isEmpty());
}

/// Somebody else had another text there in between.
void TestSentTexts::formerTextGoesWhereNobodyNeedsIt()
{
    QVERIFY(change(u"a"_s, {}, u"one"_s, u"v1"_s));
    QVERIFY(change(u"b"_s, {}, u"one"_s, u"w1"_s));
    QVERIFY(change(u"a"_s, u"theirs"_s, u"two"_s, u"v3"_s));
    QVERIFY(hasText(u"one"_s)); // that b has
    QVERIFY(change(u"b"_s, u"theirs"_s, u"two"_s, u"w3"_s));
    QVERIFY(m_file->contents({historyHash(u"one"_s)}).value().isEmpty());
    QVERIFY(hasText(u"two"_s));
    QVERIFY(hasText(u"theirs"_s));
}

void TestSentTexts::lastTextGoesWithItsPlugin()
{
    QVERIFY(change(u"old"_s, {}, u"its text"_s, u"v1"_s));
    for (int i = 0; i < 14; ++i) {
        QVERIFY(change(u"a"_s, u"text %1"_s.arg(i), u"text %1"_s.arg(i + 1), u"w%1"_s.arg(i)));
    }
    m_file.reset();
    QVERIFY(sql(folder(), u"UPDATE entry SET at = number * 86400000"_s));
    m_file = std::make_unique<HistoryFile>(folder(), HistoryLimits{.age = std::chrono::days(1)});
    QVERIFY(change(u"a"_s, u"text 14"_s, u"text 15"_s, u"w15"_s)); // which removes what is too old
    QVERIFY(known(u"old"_s).sent.isEmpty());
    QVERIFY(m_file->contents({historyHash(u"its text"_s)}).value().isEmpty());
    QVERIFY(hasText(u"text 15"_s));
}

void TestSentTexts::lastTextsGoBeforeWaysBack()
{
    for (int i = 0; i < 20; ++i) {
        const QString id = u"p%1"_s.arg(i);
        QVERIFY(change(id, longText(2 * i), longText(2 * i + 1), u"v%1"_s.arg(i)));
    }
    // Room for what the servers had before, and little more.
    m_file->setLimits({.bytes = 500'000});
    QVERIFY(change(u"small"_s, u"before"_s, u"after"_s, u"v"_s));
    for (int i = 0; i < 20; ++i) {
        QVERIFY2(hasText(longText(2 * i)), qPrintable(QString::number(i)));
        QVERIFY2(!hasText(longText(2 * i + 1)), qPrintable(QString::number(i)));
    }
}

void TestSentTexts::keepsAByteOrderMark()
{
    const QString marked = QChar(QChar::ByteOrderMark) + u"class Filter: pass"_s;
    QVERIFY(change(u"a"_s, marked, u"one"_s, u"v1"_s));
    QVERIFY(hasText(marked));
    QCOMPARE(m_file->content(historyHash(marked)).value(), marked);
}

void TestSentTexts::fileFromBefore()
{
    QVERIFY(change(u"a"_s, {}, u"one"_s, u"v1"_s));
    m_file.reset();
    QVERIFY(sql(folder(), u"DROP TABLE last_text"_s));
    m_file = std::make_unique<HistoryFile>(folder());
    QCOMPARE(known(u"a"_s).lastVersion, u"v1"_s);
    QVERIFY(change(u"a"_s, u"one"_s, u"two"_s, u"v2"_s));
    QVERIFY(hasText(u"two"_s));
}

QTEST_GUILESS_MAIN(TestSentTexts)
#include "tst_senttexts.moc"
