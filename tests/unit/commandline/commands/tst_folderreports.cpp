// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/memoryserver.h"
#include "support/programrun.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace owui::test;

namespace {

const QByteArray key = "sk-0123456789abcdef0123456789abcdef";

/// Copies a report, so that files may be added to it. False where the reports are not here.
bool copyReport(const QString &name, const QString &to)
{
    const QDir from(QStringLiteral(OWUI_SHARED_DIR "/reports/") + name);
    const QStringList files = from.entryList(QDir::Files);
    return !files.isEmpty() && std::ranges::all_of(files, [&](const QString &file) {
        return QFile::copy(from.filePath(file), QDir(to).filePath(file));
    });
}

QString codeOf(const QJsonObject &document, const QString &path)
{
    for (const QJsonValue &skipped : document.value(u"skipped"_s).toArray()) {
        if (skipped[u"path"_s].toString() == path) {
            return skipped[u"code"_s].toString();
        }
    }
    return {};
}

} // namespace

/// Folders that people reported, as the program takes them.
class TestFolderReports final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<MemoryServer>(key);
    }

    void goesOnBesideALinkedFolder()
    {
        if (!copyReport(u"linked-folder"_s, m_folder->path())) {
            QSKIP("The reports are not beside this checkout.");
        }
        const QTemporaryDir elsewhere;
        QVERIFY(QFile::link(elsewhere.path(), m_folder->filePath(u"docs"_s)));
        for (const QString &command : {u"plan"_s, u"status"_s, u"list"_s, u"check"_s}) {
            const QJsonObject document = run(command);
            QCOMPARE(document.value(u"plugins"_s).toArray().size(), 1);
            QCOMPARE(codeOf(document, u"docs"_s), u"linked-folder"_s);
        }
    }

private:
    QJsonObject run(const QString &command, const QStringList &files = {}, int exitCode = 0)
    {
        const bool asks = command != u"list" && command != u"check";
        const QStringList target = asks ? QStringList{u"--url"_s, m_server->url(), u"--key-stdin"_s} : QStringList();
        ProgramRun run(QStringList{command, u"--json"_s} + target + files);
        run.setFolder(m_folder->path());
        const bool ended = run.run(key);
        m_errors = run.errors();
        if (!ended || run.exitCode() != exitCode) {
            qWarning("exit code %d, expected %d:\n%s", run.exitCode(), exitCode, m_errors.constData());
            return {};
        }
        return run.document();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MemoryServer> m_server;
    QByteArray m_errors;
};

QTEST_GUILESS_MAIN(TestFolderReports)
#include "tst_folderreports.moc"
