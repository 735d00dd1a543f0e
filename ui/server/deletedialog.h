// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/connection.h"
#include "server/serverplugin.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace owui {

/// Asks whether a plugin shall be deleted from its server, and says what is lost. On a production connection the id
/// must be typed. Show it with open().
class DeleteDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `file` is that of the folder which stays; empty: none.
    DeleteDialog(const Connection &connection, const ServerPlugin &there, const QString &file = {},
                 QWidget *parent = nullptr);

    /// Names of the stored settings, once they are known; a reason where they are not.
    void setValves(const QStringList &names);
    void setValvesUnknown(const QString &reason);

private:
    void refresh();

    QString m_id;
    QLabel *m_valves;
    QLineEdit *m_typed = nullptr; ///< production only
    QPushButton *m_delete;
};

} // namespace owui
