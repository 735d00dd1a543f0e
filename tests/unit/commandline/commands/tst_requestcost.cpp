// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/programrun.h"

#include "server/practiceprocess.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

const QString create = u"POST /api/v1/functions/create"_s;

QByteArray filterText(const QString &title, const QByteArray &version, const QByteArray &valves = {})
{
    return "\"\"\"\ntitle: " + title.toUtf8() + "\nversion: " + version + "\n\"\"\"\n\n\nclass Filter:\n" + valves +
           "    def inlet(self, body):\n        return body  # " + title.toUtf8() + "\n";
}

} // namespace

/// What a deployment asks of the server, as the server counts it: of each plugin no more than a look, the change and
/// its proof, and of all of them together no export where few are sent.
class TestRequestCost final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void few_data();
    void few();
    void many_data();
    void many();
    void whatCostsMore_data();
    void whatCostsMore();
    void asksOfFewOnlyWhatTheyNeed();
    void whatWasSentHasItsVersion();
    void onlyItsSpacesAreRead();
    void othersAreNotRead();
    void fewOfManyAreLookedUp_data();
    void fewOfManyAreLookedUp();
    void copiesAreFoundAllTheSame();

private:
    [[nodiscard]] bool start(const QString &release);
    [[nodiscard]] bool write(const QString &id, const QByteArray &text);
    /// Each into a home of its own, so that nothing is known here of what was sent, unless there is one for all.
    [[nodiscard]] bool deploy(const QStringList &more = {});
    [[nodiscard]] bool deployFiles(const QStringList &files, const QStringList &more = {});
    QJsonDocument ask(const QByteArray &method, const QString &path, const QJsonObject &body = {});
    /// Since the last call, in their order.
    QStringList requests();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_data; // of the home for all
    std::unique_ptr<PracticeProcess> m_practice;
    QNetworkAccessManager m_network;
};

void TestRequestCost::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_data.reset();
    m_practice = std::make_unique<PracticeProcess>();
}

bool TestRequestCost::start(const QString &release)
{
    QSignalSpy ready(m_practice.get(), &PracticeProcess::ready);
    m_practice->start({u"--release"_s, release, u"--no-syntax-check"_s});
    return !ready.isEmpty() || ready.wait(30'000);
}

bool TestRequestCost::write(const QString &id, const QByteArray &text)
{
    QFile file(m_folder->filePath(id + u".py"_s));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

bool TestRequestCost::deploy(const QStringList &more)
{
    return deployFiles({m_folder->path()}, more);
}

bool TestRequestCost::deployFiles(const QStringList &files, const QStringList &more)
{
    ProgramRun run(QStringList{u"deploy"_s} + files + more +
                   QStringList{u"--url"_s, m_practice->connection().url.toString(), u"--key-stdin"_s});
    if (m_data) {
        run.setVariable(u"XDG_DATA_HOME"_s, m_data->path());
    }
    if (!run.run(m_practice->credential().secret) || run.exitCode() != 0) {
        qWarning("%s%s", run.output().constData(), run.errors().constData());
        return false;
    }
    return true;
}

QJsonDocument TestRequestCost::ask(const QByteArray &method, const QString &path, const QJsonObject &body)
{
    QNetworkRequest request(QUrl(m_practice->connection().url.toString() + path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setRawHeader("Authorization", "Bearer " + m_practice->credential().secret);
    const QByteArray sent = method == "GET" ? QByteArray() : QJsonDocument(body).toJson();
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, sent));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    return finished.wait(30'000) ? QJsonDocument::fromJson(reply->readAll()) : QJsonDocument();
}

QStringList TestRequestCost::requests()
{
    QStringList all;
    for (const QJsonValue &request : ask("GET", u"/practice/requests"_s).array()) {
        all.append(request.toString());
    }
    return all;
}

void TestRequestCost::few_data()
{
    QTest::addColumn<QString>("release");
    QTest::addColumn<int>("before"); // version there; 0: not there
    QTest::addColumn<QStringList>("asked");
    const QString release = u"GET /api/version"_s;
    const QString list = u"GET /api/v1/functions/"_s;
    const QString look = u"GET /api/v1/functions/id/one"_s;
    const QString update = u"POST /api/v1/functions/id/one/update"_s;
    // Since 0.11 the list tells that functions are on; of a new one it tells everywhere what else is there.
    QTest::newRow("new") << u"0.12.4"_s << 0 << QStringList{release, look, list, create, look};
    QTest::newRow("changed") << u"0.12.4"_s << 1 << QStringList{release, look, list, update};
    QTest::newRow("unchanged") << u"0.12.4"_s << 2 << QStringList{release, look, list};
    QTest::newRow("new, 0.7") << u"0.7.2"_s << 0 << QStringList{release, look, list, create, look};
    QTest::newRow("changed, 0.7") << u"0.7.2"_s << 1 << QStringList{release, look, update};
    QTest::newRow("unchanged, 0.7") << u"0.7.2"_s << 2 << QStringList{release, look};
}

void TestRequestCost::few()
{
    QFETCH(const QString, release);
    QFETCH(const int, before);
    QFETCH(const QStringList, asked);
    QVERIFY(start(release));
    QVERIFY(write(u"other"_s, filterText(u"Other"_s, "1.0")));
    if (before > 0) {
        QVERIFY(write(u"one"_s, filterText(u"One"_s, QByteArray::number(before))));
    }
    QVERIFY(deploy());
    QVERIFY(write(u"one"_s, filterText(u"One"_s, "2")));
    requests();
    QVERIFY(deployFiles({m_folder->filePath(u"one.py"_s)}));
    QCOMPARE(requests(), asked);
}

void TestRequestCost::many_data()
{
    QTest::addColumn<QString>("release");
    QTest::addColumn<bool>("areThere");
    QTest::addColumn<int>("others");
    for (const QString &release : {u"0.12.4"_s, u"0.11.4"_s, u"0.7.2"_s}) {
        for (const int others : {0, 40}) {
            QTest::addRow("new, %s, %d others", qPrintable(release), others) << release << false << others;
            QTest::addRow("changed, %s, %d others", qPrintable(release), others) << release << true << others;
        }
    }
}

void TestRequestCost::many()
{
    QFETCH(const QString, release);
    QFETCH(const bool, areThere);
    QFETCH(const int, others);
    constexpr int count = 20;
    QVERIFY(start(release));
    for (int i = 0; i < others; ++i) {
        QVERIFY(!ask("POST", u"/api/v1/functions/create"_s,
                     {{u"id"_s, u"other%1"_s.arg(i)},
                      {u"name"_s, u"Other %1"_s.arg(i)},
                      {u"content"_s, QString::fromUtf8(filterText(u"Other %1"_s.arg(i), "1"))},
                      {u"meta"_s, QJsonObject()}})
                     .isEmpty());
    }
    const auto writeAll = [this](const QByteArray &version) {
        for (int i = 0; i < count; ++i) {
            if (!write(u"p%1"_s.arg(i), filterText(u"P%1"_s.arg(i), version))) {
                return false;
            }
        }
        return true;
    };
    QVERIFY(writeAll("1"));
    if (areThere) {
        QVERIFY(deploy());
        QVERIFY(writeAll("2"));
    }
    requests();
    QVERIFY(deploy());
    const QStringList all = requests();
    for (int i = 0; i < count; ++i) {
        const QRegularExpression own(u"/id/p%1(/|$)"_s.arg(i));
        const auto asked =
            std::ranges::count_if(all, [&own](const QString &request) { return own.match(request).hasMatch(); });
        QVERIFY2(asked + (areThere ? 0 : 1) <= 3, qPrintable(all.filter(own).join(u'\n')));
    }
    QCOMPARE(all.count(create), areThere ? 0 : count);
    // The server refuses to create what it has, so few are looked up that an export lacks.
    const QStringList before = all.first(std::max<qsizetype>(all.indexOf(create), 0));
    QVERIFY2(before.filter(u"/id/"_s).size() <= 3, qPrintable(before.join(u'\n')));
    // The release, what is there, and what was created.
    const auto shared = std::ranges::count_if(
        all, [](const QString &request) { return !request.contains(u"/id/"_s) && request != create; });
    QVERIFY2(shared <= 3, qPrintable(all.join(u'\n')));
}

void TestRequestCost::whatCostsMore_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QStringList>("further"); // beside the release, the list, a look, the change and its proof
    const QByteArray was = "    class Valves(BaseModel):\n        key: str = \"\"\n\n";
    const QByteArray is = "    class Valves(BaseModel):\n        key: int = 0\n\n";
    const QString one = u" /api/v1/functions/id/one"_s;
    QTest::newRow("retyped settings: which are stored, for the plan and before it is sent")
        << filterText(u"One"_s, "1", was) << filterText(u"One"_s, "2", is) << QStringList()
        << QStringList{u"GET"_s + one + u"/valves"_s, u"GET"_s + one + u"/valves"_s};
    QTest::newRow("switched on: a look, so that it is no flip back")
        << QByteArray() << filterText(u"One"_s, "2") << QStringList{u"--switch-on"_s}
        << QStringList{u"GET"_s + one, u"POST"_s + one + u"/toggle"_s};
    QTest::newRow("a pipe: the server notices its models")
        << QByteArray() << filterText(u"One"_s, "2").replace("class Filter", "class Pipe") << QStringList()
        << QStringList{u"GET /api/models"_s};
    QTest::newRow("a name alike: whether it is the same code")
        << filterText(u"Word count"_s, "1") << filterText(u"Word count again"_s, "2") << QStringList()
        << QStringList{u"GET /api/v1/functions/id/word_count"_s};
}

void TestRequestCost::whatCostsMore()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QFETCH(const QStringList, options);
    QFETCH(const QStringList, further);
    QVERIFY(start(u"0.12.4"_s));
    if (!before.isEmpty()) {
        QVERIFY(write(u"one"_s, before));
        QVERIFY(deploy());
        QVERIFY(QFile::remove(m_folder->filePath(u"one.py"_s)));
    }
    QVERIFY(write(u"file"_s, after));
    requests();
    QVERIFY(deploy(options));
    QStringList more = requests();
    const bool isOne = after.contains("title: One\n");
    const bool updates = !before.isEmpty() && isOne;
    const QString id = isOne ? u"one"_s : u"word_count_again"_s;
    const QString look = u"GET /api/v1/functions/id/"_s + id;
    QStringList usual{u"GET /api/version"_s, u"GET /api/v1/functions/"_s, look};
    usual += updates ? QStringList{u"POST /api/v1/functions/id/one/update"_s} : QStringList{create, look};
    for (const QString &request : std::as_const(usual)) {
        QVERIFY2(more.removeOne(request), qPrintable(request + u" is not among\n"_s + more.join(u'\n')));
    }
    QCOMPARE(more, further);
}

/// Five of a folder are not few where the server has less.
void TestRequestCost::asksOfFewOnlyWhatTheyNeed()
{
    QVERIFY(start(u"0.12.4"_s));
    for (int i = 0; i < 6; ++i) {
        QVERIFY(write(u"p%1"_s.arg(i), filterText(u"P%1"_s.arg(i), "1")));
    }
    QVERIFY(deploy());
    requests();
    QStringList five;
    for (int i = 0; i < 5; ++i) {
        five.append(m_folder->filePath(u"p%1.py"_s.arg(i)));
    }
    QVERIFY(deployFiles(five));
    QVERIFY(requests().filter(u"/export"_s).isEmpty());
    QVERIFY(deploy());
    QCOMPARE(requests().filter(u"/export"_s), QStringList{u"GET /api/v1/functions/export"_s});
}

/// The history holds the version with which the server proved each text, so that no text is read again.
void TestRequestCost::whatWasSentHasItsVersion()
{
    m_data = std::make_unique<QTemporaryDir>();
    QVERIFY(start(u"0.12.4"_s));
    for (int i = 0; i < 20; ++i) {
        QVERIFY(write(u"p%1"_s.arg(i), filterText(u"P%1"_s.arg(i), "1")));
    }
    QVERIFY(deploy());
    requests();
    QVERIFY(deploy());
    const QStringList byVersions{u"GET /api/v1/functions/"_s, u"GET /api/version"_s};
    QStringList all = requests();
    all.sort();
    QCOMPARE(all, byVersions);
    // A change from elsewhere has another version, and one that was made here is sent.
    const QString text = QString::fromUtf8(filterText(u"P3"_s, "1")) + u"# elsewhere\n"_s;
    QVERIFY(!ask("POST", u"/api/v1/functions/id/p3/update"_s,
                 {{u"id"_s, u"p3"_s}, {u"name"_s, u"P3"_s}, {u"content"_s, text}, {u"meta"_s, QJsonObject()}})
                 .isEmpty());
    QVERIFY(write(u"p4"_s, filterText(u"P4"_s, "2")));
    requests();
    QVERIFY(deploy({u"--allow"_s, u"edited-on-server"_s}));
    const QStringList changed = requests();
    QCOMPARE(changed.filter(u"POST "_s).size(), 2);
    QVERIFY(changed.filter(u"functions/export"_s).isEmpty());
    // What was sent is kept, so what replaces it can be compared with it.
    for (int i = 0; i < 20; ++i) {
        QVERIFY(write(u"p%1"_s.arg(i), filterText(u"P%1"_s.arg(i), "3")));
    }
    QVERIFY(deploy());
    const QStringList raised = requests();
    QCOMPARE(raised.filter(u"POST "_s).size(), 20);
    QVERIFY2(raised.filter(u"functions/export"_s).isEmpty(), qPrintable(raised.join(u'\n')));
}

/// No function is a copy of a tool, nor the other way round.
void TestRequestCost::onlyItsSpacesAreRead()
{
    QVERIFY(start(u"0.12.4"_s));
    for (int i = 0; i < 6; ++i) {
        QVERIFY(write(u"p%1"_s.arg(i), filterText(u"P%1"_s.arg(i), "1")));
    }
    requests();
    QVERIFY(deploy());
    QCOMPARE(requests().filter(u"/tools/"_s), QStringList());
    QVERIFY(write(u"t"_s, "\"\"\"\ntitle: T\nversion: 1\n\"\"\"\n\n\nclass Tools:\n    pass\n"));
    QVERIFY(deploy());
    const QStringList both = requests();
    QCOMPARE(both.filter(u"GET /api/v1/tools/list"_s), QStringList{u"GET /api/v1/tools/list"_s});
    QVERIFY(both.contains(u"POST /api/v1/tools/create"_s));
}

/// Their texts would be most of what a look costs.
void TestRequestCost::othersAreNotRead()
{
    QVERIFY(start(u"0.12.4"_s));
    for (int i = 0; i < 60; ++i) {
        QVERIFY(write(u"other%1"_s.arg(i), filterText(u"Other %1"_s.arg(i), "1")));
    }
    QVERIFY(deploy());
    QStringList files;
    for (int i = 0; i < 20; ++i) {
        QVERIFY(write(u"p%1"_s.arg(i), filterText(u"P%1"_s.arg(i), "1")));
        files.append(m_folder->filePath(u"p%1.py"_s.arg(i)));
    }
    m_data = std::make_unique<QTemporaryDir>();
    requests();
    QVERIFY(deployFiles(files));
    QStringList all = requests();
    QCOMPARE(all.filter(u"POST "_s), QStringList(20, create));
    const QStringList before = all.first(all.indexOf(create));
    QCOMPARE(before.filter(u"functions/"_s), QStringList{u"GET /api/v1/functions/"_s});
    for (int i = 0; i < 20; ++i) {
        QVERIFY(write(u"p%1"_s.arg(i), filterText(u"P%1"_s.arg(i), "2")));
    }
    QVERIFY(deployFiles(files));
    all = requests();
    QCOMPARE(all.filter(u"POST "_s).size(), 20);
    QVERIFY2(all.filter(u"functions/export"_s).isEmpty(), qPrintable(all.join(u'\n')));
}

void TestRequestCost::fewOfManyAreLookedUp_data()
{
    QTest::addColumn<QString>("release");
    QTest::newRow("0.12") << u"0.12.4"_s;
    QTest::newRow("0.11") << u"0.11.4"_s;
    QTest::newRow("0.7") << u"0.7.2"_s;
}

/// The list counts them first, which has no texts.
void TestRequestCost::fewOfManyAreLookedUp()
{
    QFETCH(const QString, release);
    constexpr int few = 8;
    QVERIFY(start(release));
    QStringList files;
    for (int i = 0; i < 60; ++i) {
        QVERIFY(write(u"p%1"_s.arg(i), filterText(u"P %1"_s.arg(i), "1")));
        files.append(m_folder->filePath(u"p%1.py"_s.arg(i)));
    }
    QVERIFY(deploy());
    for (int i = 0; i < few; ++i) {
        QVERIFY(write(u"p%1"_s.arg(i), filterText(u"P %1"_s.arg(i), "2")));
    }
    requests();
    QVERIFY(deployFiles(files.first(few)));
    QStringList all = requests();
    QCOMPARE(all.filter(u"POST "_s).size(), few);
    QVERIFY2(all.filter(u"functions/export"_s).isEmpty(), qPrintable(all.join(u'\n')));
    QVERIFY2(all.filter(u"/id/"_s).size() <= 2 * few, qPrintable(all.join(u'\n')));
    // Of as many as there are the export is less.
    QVERIFY(deploy());
    all = requests();
    QCOMPARE(all.filter(u"functions/export"_s).size(), 1);
    QVERIFY2(all.filter(u"/id/"_s).isEmpty(), qPrintable(all.join(u'\n')));
}

/// A repository that is tidied up: every file is moved and has another title. Each text is read once, or by two
/// jobs at the same moment.
void TestRequestCost::copiesAreFoundAllTheSame()
{
    constexpr int count = 12;
    m_data = std::make_unique<QTemporaryDir>();
    QVERIFY(start(u"0.12.4"_s));
    const auto text = [](const QString &title, int i) {
        const QByteArray code =
            "\n\nclass Filter:\n    def inlet(self, body):\n        return body  # the same code, number " +
            QByteArray::number(i) + ", as long as it takes to tell plugins apart\n";
        return "\"\"\"\ntitle: " + title.toUtf8() + "\nversion: 1\n\"\"\"\n" + code;
    };
    for (int i = 0; i < count; ++i) {
        QVERIFY(write(u"old%1"_s.arg(i), text(u"Former %1"_s.arg(i), i)));
    }
    QVERIFY(deploy());
    for (int i = 0; i < count; ++i) {
        QVERIFY(QFile::remove(m_folder->filePath(u"old%1.py"_s.arg(i))));
        QVERIFY(write(u"word%1"_s.arg(i), text(u"Quite other %1"_s.arg(i), count - 1 - i)));
    }
    requests();
    QVERIFY(!deploy());
    const QStringList all = requests();
    QVERIFY2(all.filter(u"POST "_s).isEmpty(), qPrintable(all.join(u'\n')));
    QVERIFY2(all.filter(u"/id/old"_s).size() <= 2 * count, qPrintable(all.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestRequestCost)
#include "tst_requestcost.moc"
