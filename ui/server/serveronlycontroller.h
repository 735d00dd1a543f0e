// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/list/listcontroller.h"

#include "server/serverplugin.h"

#include <optional>

namespace owui {

class HistoryStore;
enum class FileWrite;

/// What can be done with what the server has: save it to the folder where no file has it, delete it from the server, or
/// look at it there.
class ServerOnlyController final : public ListController
{
    Q_OBJECT

public:
    /// `history` must outlive it.
    ServerOnlyController(const Parts &parts, HistoryStore &history);

    /// `path` is that of a row without a file.
    void saveToFolder(const QString &path);
    /// Of any row that the server has.
    void askToDelete(const QString &path);
    /// In the browser, of any row that the server has.
    void openPage(const QString &path);

signals:
    void deleteAgreed(const owui::ServerPlugin &there);
    /// These bytes come into a file, absolute; none: they did not.
    void writing(const QString &file, const std::optional<QByteArray> &bytes);

private:
    struct Saving
    {
        QString fileName;
        QString serverOrigin; ///< where the text is from, whatever is shown by the time that it is written
        ServerPlugin there;
    };

    void write(const Saving &saving, bool overwrite);
    void askToOverwrite(const Saving &saving);
    void tellSaved(const Saving &saving, FileWrite outcome);

    HistoryStore &m_history;
};

} // namespace owui
