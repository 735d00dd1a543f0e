// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/localcheck.h"

#include "childprocess.h"
#include "files/sha256.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QPointer>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>
#include <QVersionNumber>

#include <chrono>
#include <deque>
#include <utility>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

using namespace std::chrono_literals;

constexpr auto longestCheck = 10s;
constexpr quint64 mostMemory = 1024 * 1024 * 1024; ///< bytes of address space; 8 MB of code took twice as much
constexpr int niceness = 10; // an Open WebUI on the same computer goes first, since we wait for it
// With a Python that gets only what others leave of the processors. It reads 20,000 bytes in a millisecond.
constexpr auto patience = 100ms;
constexpr qsizetype bytesInMillisecond = 5'000;
constexpr qsizetype mostKnown = 2000;
constexpr qsizetype longestAnswer = 4 * 1024 * 1024; ///< bytes

struct LocalCheckTexts
{
    Q_DECLARE_TR_FUNCTIONS(LocalCheck)
};

LocalCheckResult notChecked(const QString &reason)
{
    LocalCheckResult result;
    result.message = reason;
    return result;
}

/// The script comes as text: nothing has to be found on disk, and nobody can replace it there.
QString script(const QString &extension)
{
    QFile file(u":/localcheck/localcheck.py"_s);
    const QString compiling = file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    return compiling + u'\n' + extension + u"\nmain()\n"_s;
}

LocalCheckResult readAnswer(const QJsonObject &json, const QString &pythonVersion)
{
    LocalCheckResult result;
    result.pythonVersion = pythonVersion;
    result.line = json[u"line"_s].toInt();
    const QString release = json[u"release"_s].toString();
    const QString message = json[u"message"_s].toString();
    const QString status = json[u"status"_s].toString();
    if (status == u"passed" || status == u"refused") {
        result.status = status == u"passed" ? LocalCheckResult::Status::Passed : LocalCheckResult::Status::Refused;
        result.message = message;
        result.neededPython = release;
        result.description = json[u"description"_s].toObject();
    } else if (status == u"unknown") {
        result.message = LocalCheckTexts::tr("the code may need Python %1, and this computer has %2 (%3)")
                             .arg(release, pythonVersion, message);
        result.neededPython = release;
    } else if (status == u"nested") {
        result.message = LocalCheckTexts::tr("it is nested too deeply");
    } else if (status == u"large") {
        result.message = LocalCheckTexts::tr("Python needs too much memory for it");
    } else {
        result.message = LocalCheckTexts::tr("Python gave no answer that can be read");
    }
    return result;
}

} // namespace

std::optional<Finding> LocalCheckResult::finding() const
{
    if (status == Status::NotChecked) {
        const bool wantsPython = pythonVersion.isEmpty() || !neededPython.isEmpty();
        return Finding{.code = wantsPython ? FindingCode::PythonMissing : FindingCode::PythonNotChecked,
                       .argument = message};
    }
    if (!neededPython.isEmpty()) {
        return Finding{.code = FindingCode::PythonNewer, .argument = message, .line = line};
    }
    if (status == Status::Refused) {
        return Finding{.code = FindingCode::SyntaxError, .argument = message, .line = line};
    }
    return std::nullopt;
}

QString limitOfCheck(const QString &pythonVersion)
{
    const QVersionNumber version = QVersionNumber::fromString(pythonVersion);
    const QVersionNumber image = QVersionNumber::fromString(QLatin1StringView(imagePython));
    if (version.isNull() || image.isPrefixOf(version) || version < image) {
        return {};
    }
    return LocalCheckTexts::tr(
               "The code was checked with Python %1. Open WebUI's image has %2: syntax that is newer is recognised, "
               "what else %2 may refuse is not.")
        .arg(pythonVersion, image.toString());
}

class LocalCheck::Private final
{
public:
    struct Check
    {
        QByteArray utf8;
        QByteArray digest;
        QPointer<QObject> context;
        std::function<void(const LocalCheckResult &)> done;

        void answer(const LocalCheckResult &result) const
        {
            if (context) {
                QMetaObject::invokeMethod(
                    context, [done = done, result] { done(result); }, Qt::QueuedConnection);
            }
        }
    };

    Private(LocalCheck *check, const QString &python, const QString &extension);
    Q_DISABLE_COPY_MOVE(Private)
    ~Private();

    [[nodiscard]] bool answerKnown(const Check &check) const;
    void sendNext();
    void startPython();
    void endPython();
    void expectAnswer(qsizetype bytes);
    void read();
    void readLine(const QByteArray &line);
    void late();
    void giveUp(const QString &reason);
    void finishFirst(const LocalCheckResult &result);

    LocalCheck *q;
    QString code;
    QStringList candidates; ///< interpreters, the one in use first
    std::unique_ptr<QProcess> process;
    QString version; ///< of the running interpreter; empty until it has greeted
    QByteArray received;
    QHash<QByteArray, LocalCheckResult>
        known;                 ///< by the digest of the text: list, plan and deployment ask for the same
    std::deque<Check> waiting; ///< the first one is being checked if `sent`
    bool sent = false;
    bool givesWay = false; ///< since the first answer, before which nothing is sent
    /// From then on for many texts, where niceness is too little: each time that Python wakes up it keeps the server
    /// from the processor for milliseconds. For a few this is no good: on a busy computer such a process even takes
    /// long to end.
    bool onlyIdle = false;
    bool isIdle = false;  ///< the running interpreter has only what others leave
    bool wasLate = false; ///< while it had only that
    QTimer deadline;
};

LocalCheck::Private::Private(LocalCheck *check, const QString &python, const QString &extension)
    : q(check)
    , code(script(extension))
{
    if (!python.isEmpty()) {
        candidates.append(python);
    } else {
        for (const QString &name : {u"python3"_s, u"python"_s}) {
            if (const QString path = QStandardPaths::findExecutable(name); !path.isEmpty()) {
                candidates.append(path);
            }
        }
    }
    deadline.setSingleShot(true);
    QObject::connect(&deadline, &QTimer::timeout, q, [this] { late(); });
}

/// Killed processes end at once, or nearly so on a busy computer; without this QProcess would wait and warn.
LocalCheck::Private::~Private()
{
    endPython();
    for (QProcess *old : q->findChildren<QProcess *>()) {
        old->disconnect();
        old->waitForFinished();
    }
}

void LocalCheck::Private::startPython()
{
    expectAnswer(0);
    process = std::make_unique<QProcess>();
    process->setProgram(candidates.constFirst());
    // Isolated and without site: neither the user's environment, the present folder nor what is installed adds code.
    process->setArguments({u"-I"_s, u"-S"_s, u"-c"_s, code});
    process->setStandardErrorFile(QProcess::nullDevice());
    restrainChild(*process, mostMemory);
    QObject::connect(process.get(), &QProcess::readyReadStandardOutput, q, [this] { read(); });
    QObject::connect(process.get(), &QProcess::errorOccurred, q, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            giveUp(LocalCheckTexts::tr("no Python was found on this computer"));
        }
    });
    QObject::connect(process.get(), &QProcess::finished, q,
                     [this] { giveUp(LocalCheckTexts::tr("Python stopped while it read the code")); });
    process->start();
    if (givesWay && process) { // it may have failed already
        giveWay(*process, niceness, false);
    }
}

/// False where the text was not checked yet.
bool LocalCheck::Private::answerKnown(const Check &check) const
{
    const auto result = known.constFind(check.digest);
    if (result == known.cend()) {
        return false;
    }
    check.answer(*result);
    return true;
}

/// Sends the first waiting text once an interpreter has greeted; starts one if there is none.
void LocalCheck::Private::sendNext()
{
    if (sent) {
        return; // the first one stays until its answer has come, whether or not somebody still wants it
    }
    while (!waiting.empty() && (!waiting.front().context || answerKnown(waiting.front()))) {
        waiting.pop_front();
    }
    if (waiting.empty()) {
        return;
    }
    if (candidates.isEmpty()) {
        finishFirst(notChecked(LocalCheckTexts::tr("no Python was found on this computer")));
        return;
    }
    if (!process) {
        startPython();
    } else if (!version.isEmpty()) {
        if (givesWay) {
            giveWay(*process, niceness, onlyIdle);
            isIdle = onlyIdle;
        }
        sent = true;
        const QByteArray &utf8 = waiting.front().utf8;
        expectAnswer(utf8.size());
        process->write(QByteArray::number(utf8.size()) + '\n' + utf8);
    }
}

void LocalCheck::Private::endPython()
{
    deadline.stop();
    version.clear();
    isIdle = false;
    received.clear();
    if (!process) {
        return;
    }
    // This may run in one of its own signals, and a killed process still has to end.
    QProcess *old = process.release();
    old->disconnect();
    old->setParent(q);
    if (old->state() == QProcess::NotRunning) {
        old->deleteLater();
    } else {
        QObject::connect(old, &QProcess::finished, old, &QObject::deleteLater);
        old->kill();
    }
}

void LocalCheck::Private::expectAnswer(qsizetype bytes)
{
    deadline.start(isIdle ? patience + std::chrono::milliseconds(bytes / bytesInMillisecond) : longestCheck);
}

void LocalCheck::Private::read()
{
    received += process->readAllStandardOutput();
    if (received.size() > longestAnswer) {
        giveUp(LocalCheckTexts::tr("Python gave no answer that can be read"));
        return;
    }
    for (qsizetype end = received.indexOf('\n'); end >= 0; end = received.indexOf('\n')) {
        const QByteArray line = received.first(end);
        received.remove(0, end + 1);
        readLine(line);
    }
}

void LocalCheck::Private::readLine(const QByteArray &line)
{
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    if (version.isEmpty()) {
        version = json[u"python"_s].toString();
        if (version.isEmpty()) {
            giveUp(LocalCheckTexts::tr("no Python was found on this computer"));
        } else {
            deadline.stop();
            sendNext();
        }
    } else if (sent) {
        givesWay = true;
        finishFirst(readAnswer(json, version));
    }
}

/// A busy computer may leave nothing, so the next Python does not wait for that.
void LocalCheck::Private::late()
{
    if (!isIdle) {
        giveUp(LocalCheckTexts::tr("Python did not answer within 10 seconds"));
        return;
    }
    onlyIdle = false;
    wasLate = true;
    endPython();
    sent = false;
    sendNext();
}

/// The interpreter is of no more use. One that never greeted is no Python 3, so the next candidate is tried; one that a
/// text killed is started anew for the next text.
void LocalCheck::Private::giveUp(const QString &reason)
{
    const QString usedVersion = version;
    const bool greeted = !version.isEmpty();
    endPython();
    if (!greeted && !candidates.isEmpty()) {
        candidates.removeFirst();
        sendNext();
    } else if (sent) {
        LocalCheckResult result = notChecked(reason);
        result.pythonVersion = usedVersion;
        finishFirst(result);
    }
}

void LocalCheck::Private::finishFirst(const LocalCheckResult &result)
{
    deadline.stop();
    sent = false;
    const Check check = std::move(waiting.front());
    waiting.pop_front();
    if (result.status != LocalCheckResult::Status::NotChecked) {
        if (known.size() >= mostKnown) {
            known.clear();
        }
        known.insert(check.digest, result);
    }
    check.answer(result);
    sendNext();
}

LocalCheck::LocalCheck(const QString &python, const QString &extension, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, python, extension))
{
}

LocalCheck::~LocalCheck() = default;

void LocalCheck::getReady(qsizetype count)
{
    d->onlyIdle = d->onlyIdle || (canBeOnlyIdle && count >= many && !d->wasLate);
    if (!d->process && !d->candidates.isEmpty()) {
        d->startPython();
    }
}

void LocalCheck::check(const QByteArray &utf8, QObject *context, std::function<void(const LocalCheckResult &)> done)
{
    const Private::Check check{.utf8 = utf8, .digest = sha256(utf8), .context = context, .done = std::move(done)};
    if (!d->answerKnown(check)) {
        d->waiting.push_back(check);
        d->sendNext();
    }
}

} // namespace owui
