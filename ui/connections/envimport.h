// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

#include "server/envfile.h"

#include <QObject>

class QWidget;

namespace owui {

/// Asks for a `.env` of the scripts people used before, shows what is in it (never the key), and hands over address and
/// key of that one file.
class EnvImport final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EnvImport)

public:
    /// `window` is the parent of its dialogs and must outlive it.
    explicit EnvImport(QWidget *window);

    void chooseFile();
    /// The file is read on the pool.
    void read(const QString &path);

signals:
    void imported(const owui::EnvFile &file);

private:
    void show(const QString &path, const Result<EnvFile> &result);
    void tell(const QString &text, const QString &more);

    QWidget *m_window;
};

} // namespace owui
