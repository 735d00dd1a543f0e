// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "practice/pluginloader.h"

#include "plugins/frontmatter.h"
#include "plugins/pluginfile.h"

#include <QRegularExpression>
#include <QTimer>

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace owui {

struct PluginLoader::Job
{
    PluginSpace space;
    PracticeComments comments;
    LoadOutcome outcome;
    Done done;

    void fail(LoadOutcome::Step step, const QString &reason)
    {
        outcome.step = step;
        outcome.reason = reason;
        done(outcome);
    }
};

PluginLoader::PluginLoader(const PracticeRelease &release, EventLoopGate *gate, bool checkSyntax, QObject *parent)
    : QObject(parent)
    , m_release(release)
    , m_gate(gate)
    , m_checkSyntax(checkSyntax)
    , m_localCheck({}, PluginCode::script())
{
}

void PluginLoader::load(const QString &content, PluginSpace space, Done done)
{
    const auto job = std::make_shared<Job>();
    job->space = space;
    job->comments = PracticeComments::read(content);
    job->outcome.content = replacedImports(content);
    job->outcome.manifest = Frontmatter::read(job->outcome.content.toUtf8()).toJson();
    job->done = std::move(done);
    runPip(job);
}

void PluginLoader::runPip(const std::shared_ptr<Job> &job)
{
    const auto afterPip = [this, job] {
        if (job->comments.pipError) {
            job->fail(LoadOutcome::Step::Pip,
                      u"Command '['python3', '-m', 'pip', 'install', '%1']' returned non-zero exit status 1."_s.arg(
                          job->outcome.manifest.value(u"requirements"_s).toString()));
            return;
        }
        runCode(job);
    };
    if (job->comments.pipTime.count() == 0) {
        afterPip();
    } else if (m_release.pipBlocksEverybody()) {
        QTimer::singleShot(job->comments.pipTime, Qt::PreciseTimer, this, afterPip);
    } else {
        QTimer::singleShot(job->comments.pipTime, Qt::PreciseTimer, this,
                           [this, afterPip] { m_gate->enter(afterPip); });
        m_gate->leave();
    }
}

void PluginLoader::runCode(const std::shared_ptr<Job> &job)
{
    QTimer::singleShot(job->comments.importTime, Qt::PreciseTimer, this, [this, job] {
        check(job->outcome.content, [this, job](const LocalCheckResult &result) { finish(job, result); });
    });
}

void PluginLoader::finish(const std::shared_ptr<Job> &job, const LocalCheckResult &check)
{
    LoadOutcome &outcome = job->outcome;
    if (check.status == LocalCheckResult::Status::Refused) {
        job->fail(LoadOutcome::Step::Code, check.message);
        return;
    }
    if (job->comments.exits) {
        job->fail(LoadOutcome::Step::Exit, {});
        return;
    }
    if (job->comments.loadError) {
        job->fail(LoadOutcome::Step::Code, *job->comments.loadError);
        return;
    }
    const PluginCode code = PluginCode::read(check.description);
    const std::optional<PluginKind> kind =
        check.status == LocalCheckResult::Status::Passed ? kindOf(job->space, code.classes) : kindByOurParser(*job);
    if (!kind) {
        job->fail(LoadOutcome::Step::Code, job->space == PluginSpace::Function
                                               ? u"No Function class found in the module"_s
                                               : u"No Tools class found in the module"_s);
        return;
    }
    if (job->comments.initError) {
        job->fail(LoadOutcome::Step::Code, *job->comments.initError);
        return;
    }
    static const QRegularExpression toggle(uR"(^[ \t]+(?:self\.)?toggle[ \t]*(?::[ \t]*bool[ \t]*)?=[ \t]*True\b)"_s,
                                           QRegularExpression::MultilineOption);
    static const QRegularExpression userValves(uR"(^[ \t]+class[ \t]+UserValves\b)"_s,
                                               QRegularExpression::MultilineOption);
    outcome.kind = *kind;
    outcome.toggle = kind == PluginKind::Filter && outcome.content.contains(toggle);
    outcome.hasUserValves = outcome.content.contains(userValves);
    outcome.valves = code.valves;
    if (kind == PluginKind::Tool) {
        outcome.specs = code.specs;
    }
    job->done(outcome);
}

std::optional<PluginKind> PluginLoader::kindByOurParser(const Job &job) const
{
    const PluginSource source{.utf8 = job.outcome.content.toUtf8(), .hadByteOrderMark = false, .modified = 0};
    const std::optional<PluginKind> kind = readPlugin(u"plugin.py"_s, source).kind;
    const bool fits =
        kind && spaceOf(*kind) == job.space && (*kind != PluginKind::Event || m_release.hasEventFunctions());
    return fits ? kind : std::nullopt;
}

std::optional<PluginKind> PluginLoader::kindOf(PluginSpace space, const QStringList &classes) const
{
    if (space == PluginSpace::Tool) {
        return classes.contains(u"Tools") ? std::optional(PluginKind::Tool) : std::nullopt;
    }
    // The server's own order (plugin.py:297-306 @0.11.0).
    if (classes.contains(u"Pipe")) {
        return PluginKind::Pipe;
    }
    if (classes.contains(u"Filter")) {
        return PluginKind::Filter;
    }
    if (classes.contains(u"Action")) {
        return PluginKind::Action;
    }
    if (classes.contains(u"Event") && m_release.hasEventFunctions()) {
        return PluginKind::Event;
    }
    return std::nullopt;
}

void PluginLoader::compile(const QString &content, const std::function<void(const QString &)> &done)
{
    check(content, [done](const LocalCheckResult &result) {
        done(result.status == LocalCheckResult::Status::Refused ? result.message : QString());
    });
}

void PluginLoader::check(const QString &content, const std::function<void(const LocalCheckResult &)> &done)
{
    LocalCheckResult refused;
    refused.status = LocalCheckResult::Status::Refused;
    if (content.contains(QChar(0))) {
        refused.message = u"source code string cannot contain null bytes"_s;
        done(refused);
        return;
    }
    // The server compiles text, where Python refuses a byte order mark; the local check compiles bytes.
    if (content.startsWith(QChar(0xFEFF))) {
        refused.message = u"invalid non-printable character U+FEFF (<string>, line 1)"_s;
        done(refused);
        return;
    }
    if (!m_checkSyntax) {
        done({});
        return;
    }
    m_localCheck.check(content.toUtf8(), this, [done](const LocalCheckResult &result) {
        LocalCheckResult told = result;
        if (result.status == LocalCheckResult::Status::Refused && result.line > 0) {
            told.message = u"%1 (<string>, line %2)"_s.arg(result.message, QString::number(result.line));
        }
        done(told);
    });
}

QString replacedImports(QString content)
{
    for (const QString &module : {u"utils"_s, u"apps"_s, u"main"_s, u"config"_s}) {
        content.replace(u"from "_s + module, u"from open_webui."_s + module);
    }
    return content;
}

} // namespace owui
