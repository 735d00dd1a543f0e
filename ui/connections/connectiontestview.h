// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/connectiontest.h"

#include <QWidget>

#include <memory>

class QGridLayout;
class QLabel;
class QPushButton;

namespace owui {

class FieldNote;

/// "Test connection": each step with a tick, or with the reason and what to do. Uses the values it is given, saved or
/// not, and a network of its own.
class ConnectionTestView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionTestView)

public:
    explicit ConnectionTestView(QWidget *parent = nullptr);
    ~ConnectionTestView() override;

    void start(const Connection &connection, const Credential &credential);
    void cancel();
    /// The values are other ones now: a running test ends and a result says that it is old.
    void markOld();
    /// Another connection is looked at.
    void clear();
    /// Why there is nothing to test; empty: the button works.
    void setObstacle(const QString &text);
    [[nodiscard]] bool isRunning() const { return m_run != nullptr; }
    /// All lines as text, for reading out and for tests.
    [[nodiscard]] QString text() const;

signals:
    void startRequested();

private:
    struct Row
    {
        QLabel *icon = nullptr;
        QLabel *name = nullptr;
        QLabel *text = nullptr;
    };
    /// What lives as long as one test.
    struct Run;

    void showStep(int index);
    void finish();
    void endRun();
    void refreshButton();

    std::unique_ptr<Run> m_run;
    QList<ConnectionTestStep> m_steps;
    QString m_obstacle;
    QPushButton *m_button;
    FieldNote *m_summary;
    QWidget *m_list;
    QList<Row> m_rows;
};

} // namespace owui
