// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "answercomparison.h"
#include "practiceclient.h"

#include <QFile>
#include <QJsonArray>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

/// What the practice server cannot do, or what was not recorded well enough to be sent again.
const QStringList &skippedRows()
{
    static const QStringList rows{
        // No request stands in these rows. The key of the report takes the place of the first.
        u"make api key"_s,
        u"make api key as plain user"_s,
        u"times the code ran: update of missing, then create"_s, // it runs none
        u"eight parallel creates of one id"_s,                   // in tst_practice
        u"server process alive after sys.exit"_s,                // in tst_practice
        u"create 5 MB"_s, // in tst_practice; only the length of what was sent was recorded
    };
    return rows;
}

/// Without a local Python nothing is known about syntax, valves and the functions of a tool.
bool needsPython(const QString &name)
{
    return name.contains(u"syntax error") || name.contains(u"broken") || name.contains(u"valves") ||
           name.contains(u"tool") || name == u"format bad" || name == u"update back" || name == u"get after back";
}

/// The practice server runs no code: what these lines do is told by a comment in their place.
QString translatedCode(QString code)
{
    code.replace(uR"(raise RuntimeError("boom é"))"_s, u"# practice: load-error boom é"_s);
    code.replace(uR"(raise ValueError("init boom"))"_s, u"# practice: init-error init boom"_s);
    code.replace(u"import nosuchmodule_zz"_s, u"# practice: load-error No module named 'nosuchmodule_zz'"_s);
    code.replace(u"import sys; sys.exit(3)"_s, u"# practice: exit"_s);
    return code;
}

/// Takes out of a recorded answer what the practice server is known not to give.
QJsonValue tolerated(const QString &name, const QJsonValue &recorded)
{
    QJsonObject answer = recorded.toObject();
    if (name == u"valves spec") {
        // The local check tells that a field has a default, not which.
        QJsonObject properties = answer.value(u"properties"_s).toObject();
        for (const QString &key : properties.keys()) {
            QJsonObject property = properties.value(key).toObject();
            property.remove(u"default"_s);
            properties.insert(key, property);
        }
        answer.insert(u"properties"_s, properties);
        return answer;
    }
    if (name == u"format good") {
        // There is no black: the code comes back as it was sent.
        answer.insert(u"code"_s, u"\"\"\"\ntitle: Probe\nversion: 1.0.0\nauthor: x\n\"\"\"\n…"_s);
        return answer;
    }
    if (name == u"format bad") {
        answer.insert(u"detail"_s, u"Cannot parse: …"_s); // the rest is black's own
        return answer;
    }
    return recorded;
}

struct Recording
{
    QJsonArray rows;
    bool keyIsSession = false; ///< that release refused to make a key, and the session was used instead
    QString refusedKey;        ///< the answer to a plain user who wants one
};

Recording readRecording(const QString &release)
{
    QFile file(QStringLiteral(OWUI_SHARED_DIR) + u"/server-answers/%1.json"_s.arg(release));
    Recording recording;
    if (file.open(QIODevice::ReadOnly)) {
        recording.rows = QJsonDocument::fromJson(file.readAll()).object().value(u"records"_s).toArray();
        recording.keyIsSession = recording.rows.first()[u"status"_s].toInt() != 200;
        recording.refusedKey = recording.rows.at(1)[u"answer"_s].toString();
    }
    return recording;
}

} // namespace

/// Sends what was recorded on real releases, in order, and compares the answers with the real ones.
class PracticeAnswersTest final : public QObject
{
    Q_OBJECT

private slots:
    void answersLikeTheRealOne_data();
    void answersLikeTheRealOne();

private:
    static QStringList replay(PracticeClient &client, const Recording &recording);
};

void PracticeAnswersTest::answersLikeTheRealOne_data()
{
    QTest::addColumn<QString>("release");
    QTest::newRow("0.12.4") << u"0.12.4"_s;
    QTest::newRow("0.11.4") << u"0.11.4"_s;
    QTest::newRow("0.7.2") << u"0.7.2"_s;
}

void PracticeAnswersTest::answersLikeTheRealOne()
{
    QFETCH(const QString, release);
    const Recording recording = readRecording(release);
    if (recording.rows.isEmpty()) {
        QSKIP("The recorded answers are not here.");
    }
    PracticeClient client;
    QVERIFY(client.start({u"--release"_s, release}));
    QCOMPARE(client.report().value(u"release"_s).toString(), release);

    const QStringList differences = replay(client, recording);
    for (const QString &difference : differences) {
        qWarning().noquote() << difference;
    }
    QCOMPARE(differences.size(), 0);
}

QStringList PracticeAnswersTest::replay(PracticeClient &client, const Recording &recording)
{
    const bool hasPython = !QStandardPaths::findExecutable(u"python3"_s).isEmpty();
    const QByteArray session = client.signIn(u"a@b.cc"_s);
    const QHash<QString, QByteArray> tokens{
        {u"KEY"_s, recording.keyIsSession ? session : client.key()},
        {u"JWT"_s, session},
        {u"USERJWT"_s, client.signIn(u"u@b.cc"_s)},
        {u"BAD"_s, "sk-0123456789abcdef0123456789abcdef"},
        {u"BADJWT"_s, "eyJhbGciOiJIUzI1NiJ9.e30.broken"},
    };
    AnswerComparison comparison;
    QStringList all;
    QString longId;
    int compared = 1;
    // Of this one the recording has the answer only.
    const PracticeClient::Reply refused =
        client.send("POST", u"/api/v1/auths/api_key"_s, tokens.value(u"USERJWT"_s), "{}");
    if (recording.refusedKey != QString::fromUtf8(refused.body)) {
        all.append(u"make api key as plain user: given "_s + QString::fromUtf8(refused.body));
    }
    for (const QJsonValue &row : recording.rows) {
        const QString name = row[u"name"_s].toString();
        if (skippedRows().contains(name) || (!hasPython && needsPython(name))) {
            continue;
        }
        QJsonObject sent = row[u"sent"_s].toObject();
        std::optional<QByteArray> body;
        QByteArray type = "application/json";
        if (sent.contains(u"content"_s)) {
            sent.insert(u"content"_s, translatedCode(sent.value(u"content"_s).toString()));
        }
        if (row[u"sent"_s].isObject()) {
            body = comparison.translated(QString::fromUtf8(QJsonDocument(sent).toJson())).toUtf8();
        } else if (name == u"update not json") {
            body = "{"; // the recorded answer says that the error is at offset 1
        } else if (name == u"update form encoded") {
            body = "id=x";
            type = "application/x-www-form-urlencoded";
        }
        if (name.endsWith(u" bytes")) { // only the length was recorded
            const int length = name.section(u' ', 1, 1).toInt();
            body =
                QJsonDocument(QJsonObject{{u"code"_s, QString(length / 6, u' ').replace(u' ', u"x = 1\n"_s)}}).toJson();
        }
        QString path = comparison.translated(row[u"path"_s].toString());
        if (name == u"create id long") {
            longId = sent.value(u"id"_s).toString();
        } else if (name == u"get id long") {
            path = u"/api/v1/functions/id/"_s + longId; // cut in the recording
        }
        const QString auth = row[u"auth"_s].toString();
        const PracticeClient::Reply reply =
            client.send(row[u"method"_s].toString().toLatin1(), path, tokens.value(auth), body, type);
        ++compared;

        QStringList differences;
        if (reply.status != row[u"status"_s].toInt()) {
            differences.append(u"recorded status %1, given %2 %3"_s.arg(QString::number(row[u"status"_s].toInt()),
                                                                        QString::number(reply.status),
                                                                        QString::fromUtf8(reply.body.left(200))));
        } else if (reply.type != row[u"type"_s].toString()) {
            differences.append(u"recorded type %1, given %2"_s.arg(row[u"type"_s].toString(), reply.type));
        } else if (reply.type == u"application/json" && row[u"answer"_s] != u"…"_s) {
            QJsonObject wrapped = QJsonDocument::fromJson("{\"answer\":" + reply.body + '}').object();
            QJsonObject given = wrapped.value(u"answer"_s).toObject();
            if (given.contains(u"permissions"_s)) {
                given.remove(u"permissions"_s); // left out of the recordings
                wrapped.insert(u"answer"_s, given);
            }
            differences = comparison.differences(tolerated(name, row[u"answer"_s]), wrapped.value(u"answer"_s));
        }
        for (const QString &difference : std::as_const(differences)) {
            all.append(name + u": "_s + difference);
        }
    }
    if (compared < (hasPython ? 149 : 100)) {
        all.append(u"only %1 requests were compared"_s.arg(compared));
    }
    return all;
}

} // namespace owui

QTEST_GUILESS_MAIN(owui::PracticeAnswersTest)
#include "tst_practiceanswers.moc"
