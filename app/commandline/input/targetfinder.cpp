// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/input/targetfinder.h"

#include "commandline/arguments/texts.h"
#include "commandline/input/terminal.h"
#include "server/connectionstore.h"
#include "server/envfile.h"
#include "server/practiceprocess.h"
#include "server/secretstore.h"

#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

constexpr qsizetype maximumKey = 64 * 1024; // bytes

Problem unknownName(const QString &name, const QList<Connection> &saved)
{
    QStringList names;
    std::ranges::transform(saved, std::back_inserter(names), &Connection::name);
    return {tr("There is no saved connection “%1”.").arg(name),
            names.isEmpty() ? tr("None is saved yet: add one in the window, or use --url.")
                            : tr("Saved are: %1.").arg(names.join(u", "_s))};
}

} // namespace

TargetFinder::TargetFinder(const CommandLineOptions &options, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_folder(folder)
{
}

void TargetFinder::start()
{
    if (m_options.practice) {
        startPractice();
    } else if (!m_options.serverName.isEmpty()) {
        readSaved();
    } else if (!m_options.url.isEmpty()) {
        report(fromUrl());
    } else if (!m_options.envFile.isEmpty()) {
        report(targetFromEnvFile(m_options.envFile));
    } else {
        report(fromSurroundings());
    }
}

void TargetFinder::startPractice()
{
    auto *server = new PracticeProcess(this);
    connect(server, &PracticeProcess::ready, this, [this, server] {
        emit found({.connection = server->connection(),
                    .credential = server->credential(),
                    .source = tr("a practice server of this run")});
    });
    connect(server, &PracticeProcess::failed, this,
            [this](const Problem &problem) { emit failed(problem, ExitCode::NoConnection); });
    server->start();
}

void TargetFinder::readSaved()
{
    auto *settings = new QSettings(this);
    const auto *store = new ConnectionStore(*settings, this);
    const std::optional<Connection> connection = store->byName(m_options.serverName);
    if (!connection) {
        emit failed(unknownName(m_options.serverName, store->connections()), ExitCode::Usage);
        return;
    }
    auto *secrets = new SecretStore(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation), this);
    secrets->read(*connection, this, [this, connection](const Result<std::optional<Credential>> &result) {
        if (!result) {
            emit failed(result.error(), ExitCode::NoConnection);
        } else if (!result.value()) {
            emit failed({tr("No key is stored for “%1”.").arg(connection->name),
                         tr("Open the connection in the window and give the key again, or use --url with --key-file.")},
                        ExitCode::NoConnection);
        } else {
            emit found({.connection = *connection,
                        .credential = *result.value(),
                        .source = tr("the saved connection “%1”").arg(connection->name)});
        }
    });
}

Result<Target> TargetFinder::fromUrl() const
{
    const Result<Target> target = fromUrlAndKey();
    if (!target) {
        return target;
    }
    Headers headers;
    for (const auto &[name, path] : m_options.headerFiles) {
        const Result<QByteArray> value = readKeyFile(path);
        if (!value) {
            return value.error();
        }
        headers.append({name.toUtf8(), value.value()});
    }
    return withHeaders(target.value(), headers);
}

Result<Target> TargetFinder::fromUrlAndKey() const
{
    if (!m_options.keyFile.isEmpty()) {
        const Result<QByteArray> key = readKeyFile(m_options.keyFile);
        return key ? makeTarget(m_options.url, key.value(), m_options.keyFile) : Result<Target>(key.error());
    }
    if (m_options.keyFromStdin) {
        if (isTerminal(stdin)) {
            return Problem{tr("--key-stdin reads the key from a pipe, not from what is typed."),
                           tr("Use “owui-deploy deploy --url URL --key-stdin < FILE”.")};
        }
        const std::optional<QByteArray> key = readStandardInput(maximumKey, false);
        return makeTarget(m_options.url, key.value_or(QByteArray()), tr("standard input"));
    }
    const QByteArray key = qgetenv("OPENWEBUI_API_KEY");
    return key.isEmpty() ? fromUrlAndLoneKey() : makeTarget(m_options.url, key, tr("the variable OPENWEBUI_API_KEY"));
}

/// A key that stands without a URL may be meant for any server, so it goes only to one on this machine.
Result<Target> TargetFinder::fromUrlAndLoneKey() const
{
    const std::optional<QString> path = loneKeyFile(m_folder);
    const Result<QUrl> url = normalizedServerUrl(m_options.url);
    if (!url) {
        return url.error();
    }
    if (!path) {
        return Problem{tr("A URL needs the key that belongs to it."),
                       tr("Add --key-file FILE or --key-stdin, or set the variable OPENWEBUI_API_KEY.")};
    }
    if (!isThisMachine(url.value())) {
        return Problem{
            tr("A URL needs the key that belongs to it, and %1 does not say which server its key is for.").arg(*path),
            tr("Add the line OPENWEBUI_URL=%1 to it, and leave --url out.").arg(url.value().toString())};
    }
    const Result<EnvFile> file = EnvFile::read(*path);
    if (!file) {
        return file.error();
    }
    const Result<Target> target = makeTarget(m_options.url, file.value().key, *path);
    return target ? withHeaders(target.value(), file.value().headers) : target;
}

Result<Target> TargetFinder::fromSurroundings() const
{
    if (const auto target = targetFromEnvironment(QProcessEnvironment::systemEnvironment())) {
        return *target;
    }
    if (const auto target = targetBeside(m_folder)) {
        return *target;
    }
    return Problem{tr("No server was named."),
                   tr("Use --server NAME, or --url URL with --key-file FILE, or set OPENWEBUI_URL and "
                      "OPENWEBUI_API_KEY, or put both into a .env beside the folder. --practice starts a server to try "
                      "it with.")};
}

void TargetFinder::report(const Result<Target> &result)
{
    if (result) {
        emit found(result.value());
    } else {
        emit failed(result.error(), ExitCode::Usage);
    }
}

} // namespace owui
