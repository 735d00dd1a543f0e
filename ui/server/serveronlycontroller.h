// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/list/listcontroller.h"

#include "server/serverplugin.h"

namespace owui {

/// What can be done with a plugin that only the server has: save it to the folder, or delete it from the server.
class ServerOnlyController final : public ListController
{
    Q_OBJECT

public:
    using ListController::ListController;

    /// `path` is that of a row without a file.
    void saveToFolder(const QString &path);
    void askToDelete(const QString &path);

signals:
    void deleteAgreed(const owui::ServerPlugin &there);

private:
    void write(const QString &fileName, const QString &text, bool overwrite);
    void askToOverwrite(const QString &fileName, const QString &text);
};

} // namespace owui
