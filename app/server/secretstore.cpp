// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/secretstore.h"

#include "isolated.h"
#include "windowprogram.h"

#include "server/lockedsecret.h"

#include <QJsonDocument>
#include <QPointer>
#include <QTimer>
#include <qt6keychain/keychain.h>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

const QString Service = u"OWUI Deployer"_s;

/// Only for the scheme, host and port that it was given for.
std::optional<Credential> boundTo(const Connection &connection, const std::optional<Credential> &credential)
{
    return credential && credential->origin == originOf(connection.url) ? credential : std::nullopt;
}

} // namespace

SecretStore::SecretStore(const QString &dataFolder, QObject *parent, std::chrono::milliseconds patience)
    : QObject(parent)
    , m_file(dataFolder)
    , m_patience(patience)
{
}

/// QtKeychain 0.13 has no question whether there is a key store: the job's error tells it. The job deletes itself.
void SecretStore::run(QKeychain::Job *job, const Connection &connection, const JobDone &done)
{
    job->setKey(connection.id);
    job->setInsecureFallback(false); // it would write plain text into a settings file
    const auto answered = std::make_shared<bool>(false);
    const auto answer = [this, answered, done](KeyStoreAnswer what) {
        if (!std::exchange(*answered, true)) {
            m_hasKeyStore = what != KeyStoreAnswer::NoKeyStore;
            done(what);
        }
    };
    connect(job, &QKeychain::Job::finished, this, [this, connection, answer](QKeychain::Job *ended) {
        switch (ended->error()) {
        case QKeychain::NoError:
            answer(KeyStoreAnswer::Done);
            break;
        case QKeychain::EntryNotFound:
            askWhetherLocked(connection, answer);
            break;
        case QKeychain::AccessDenied:
        case QKeychain::AccessDeniedByUser:
            answer(KeyStoreAnswer::Denied);
            break;
        default: // also OtherError: what a session without D-Bus ends in
            answer(KeyStoreAnswer::NoKeyStore);
            break;
        }
    });
    QTimer::singleShot(m_patience, this, [answer] { answer(KeyStoreAnswer::NoKeyStore); });
    job->start();
}

void SecretStore::askWhetherLocked(const Connection &connection, const JobDone &done)
{
    findLockedSecret(Service, connection.id, this,
                     [done](bool isLocked) { done(isLocked ? KeyStoreAnswer::Denied : KeyStoreAnswer::NoEntry); });
}

void SecretStore::read(const Connection &connection, QObject *context, ReadDone done)
{
    const QPointer<QObject> listener(context);
    if (m_thisRun.contains(connection.id)) {
        QMetaObject::invokeMethod(
            this,
            [credential = boundTo(connection, m_thisRun.value(connection.id)), listener, done = std::move(done)] {
                if (listener) {
                    done(credential);
                }
            },
            Qt::QueuedConnection);
        return;
    }
    auto *job = new QKeychain::ReadPasswordJob(Service);
    run(job, connection, [this, job, connection, listener, done = std::move(done)](KeyStoreAnswer answer) {
        if (!listener) {
            return;
        }
        std::optional<Credential> credential;
        if (answer == KeyStoreAnswer::Done) {
            credential = credentialFromJson(QJsonDocument::fromJson(job->textData().toUtf8()).object());
        } else if (connection.keepSecretsInFile) {
            const Result<std::optional<Credential>> inFile = m_file.read(connection.id);
            if (!inFile) {
                done(inFile.error());
                return;
            }
            credential = inFile.value();
        }
        credential = boundTo(connection, credential);
        if (!credential && answer == KeyStoreAnswer::Denied) {
            done(Problem{
                .text =
                    tr("The key store is locked, or refused to hand out the key of %1.").arg(isolated(connection.name)),
                .remedy = isWindowProgram()
                              ? tr("Unlock the key store, or enter the key again.")
                              : tr("Unlock the key store on the desktop, or use --url with --key-file.")});
            return;
        }
        done(credential);
    });
}

void SecretStore::write(const Connection &connection, const Credential &credential, QObject *context, WriteDone done)
{
    Credential bound = credential;
    bound.origin = originOf(connection.url);
    auto *job = new QKeychain::WritePasswordJob(Service);
    job->setTextData(QString::fromUtf8(QJsonDocument(toJson(bound)).toJson(QJsonDocument::Compact)));
    const QPointer<QObject> listener(context);
    run(job, connection, [this, connection, bound, listener, done = std::move(done)](KeyStoreAnswer answer) {
        Result<SecretPlace> place = SecretPlace::KeyStore;
        if (answer != KeyStoreAnswer::Done) {
            place = keepElsewhere(connection, bound);
        } else {
            // An older one must not stay behind in a weaker place.
            m_thisRun.remove(connection.id);
            if (const std::optional<Problem> problem = m_file.remove(connection.id)) {
                place = Problem{.text = tr("The key of %1 is in the key store, but an older one may stay in a file. %2")
                                            .arg(isolated(connection.name), problem->text),
                                .remedy = problem->remedy};
            }
        }
        if (listener) {
            done(place);
        }
        emit changed(connection.id);
    });
}

Result<SecretPlace> SecretStore::keepElsewhere(const Connection &connection, const Credential &credential)
{
    m_thisRun.insert(connection.id, credential);
    if (connection.keepSecretsInFile) {
        if (const std::optional<Problem> problem = m_file.write(connection.id, credential)) {
            return Problem{
                .text = tr("The key of %1 is kept for this run only. %2").arg(isolated(connection.name), problem->text),
                .remedy = problem->remedy};
        }
        return SecretPlace::File;
    }
    // It was kept there while that was wished.
    if (const std::optional<Problem> problem = m_file.remove(connection.id)) {
        return Problem{.text = tr("The key of %1 is kept for this run only, but an older one may stay in a file. %2")
                                   .arg(isolated(connection.name), problem->text),
                       .remedy = problem->remedy};
    }
    return SecretPlace::ThisRunOnly;
}

void SecretStore::remove(const Connection &connection, QObject *context, WriteDone done)
{
    m_thisRun.remove(connection.id);
    const Result<std::optional<Credential>> inFile = m_file.read(connection.id);
    const std::optional<Problem> fileProblem = m_file.remove(connection.id);
    const QPointer<QObject> listener(context);
    const JobDone tell = [=, this, done = std::move(done)](KeyStoreAnswer answer) {
        Result<SecretPlace> place = SecretPlace::KeyStore;
        if (fileProblem) {
            place = Problem{
                .text = tr("The key of %1 may stay in a file. %2").arg(isolated(connection.name), fileProblem->text),
                .remedy = fileProblem->remedy};
        } else if (answer == KeyStoreAnswer::Denied) {
            place = Problem{.text = tr("The key store refused to delete the key of %1.").arg(isolated(connection.name)),
                            .remedy = tr("Unlock the key store and delete the entry there.")};
        } else if (answer == KeyStoreAnswer::NoKeyStore) {
            place = inFile.value() ? SecretPlace::File : SecretPlace::ThisRunOnly;
        }
        if (listener) {
            done(place);
        }
        emit changed(connection.id);
    };
    run(new QKeychain::DeletePasswordJob(Service), connection, [this, connection, tell](KeyStoreAnswer answer) {
        // libsecret says that it deleted what is locked, and leaves it.
        if (answer == KeyStoreAnswer::Done) {
            askWhetherLocked(connection, tell);
        } else {
            tell(answer);
        }
    });
}

} // namespace owui
