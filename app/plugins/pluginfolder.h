// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

#include "files/filechange.h"
#include "plugins/folderscan.h"
#include "plugins/version.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace owui {

/// The open folder: scans it off the GUI thread, watches it, and keeps what the user decided about it.
/// Lives in the main thread; all signals come there. `plugins()` is replaced as a whole when a scan ends.
class PluginFolder final : public QObject
{
    Q_OBJECT

public:
    explicit PluginFolder(QObject *parent = nullptr);
    ~PluginFolder() override;

    /// Closes what was open and scans `path`. Ends with `opened` and `scanned`, or with `openFailed`.
    void open(const QString &path);
    void rescan();
    /// Stops a running scan; the plugins of the last complete scan stay.
    void cancelScan();

    [[nodiscard]] QString root() const; ///< canonical; empty while nothing is open
    [[nodiscard]] bool isScanning() const;
    [[nodiscard]] const QList<Plugin> &plugins() const;
    [[nodiscard]] QString absolutePath(const QString &relativePath) const;

    // Decisions. Each is written to `.owui-deploy.json` off the GUI thread, then `changed` is emitted.
    void pinId(const QString &path, const QString &id);
    void exclude(const QString &path) { exclude(QStringList{path}); }
    void include(const QString &path) { include(QStringList{path}); }
    void exclude(const QStringList &paths);
    void include(const QStringList &paths);
    /// Of the files that share this file's id, deploys this one and excludes the others.
    void useThisFile(const QString &path);
    void setRaisesVersions(bool raises);
    [[nodiscard]] bool raisesVersions() const;

    /// Raises the version in the files' headers, off the GUI thread; `changed` follows. Of each that cannot be changed
    /// `notWritten` tells why, and `problemFound`.
    void raiseVersions(const QStringList &paths, VersionPart part);

    /// Others changed these files for the user: that can be taken back here too, as one change.
    void takeWritten(const QList<FileChange> &changes);

    /// Takes back the last change to a file, or decision, that was made here since the folder was opened and is not
    /// taken back yet.
    void undoChange();
    /// There is one, and as far as is known nobody changed the file since.
    [[nodiscard]] bool canUndoChange() const;

signals:
    void opened(const QString &root);
    void openFailed(const owui::Problem &problem);
    void scanStarted();
    /// Batches of a first scan, while it runs. Decisions are not applied yet.
    void found(const QList<owui::Plugin> &batch);
    void scanProgress(int filesRead);
    /// The scan ended; `plugins()` is complete.
    void scanned();
    /// The file is about to be changed from here, so that nobody saves it.
    void writing(const QString &path, const QByteArray &bytes);
    void notWritten(const QString &path, const owui::Problem &problem);
    /// A decision changed `plugins()`, or a file was changed from here.
    void changed();
    /// A folder that cannot be read, a broken `.owui-deploy.json`, a decision that could not be saved.
    void problemFound(const owui::Problem &problem);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace owui
