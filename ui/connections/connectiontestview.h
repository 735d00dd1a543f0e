// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/parts/fieldnote.h"

#include <QWidget>

#include <array>

class QLabel;
class QPushButton;

namespace owui {

class ConnectionDraftModel;
class ConnectionTest;
class PlainHttpConsent;
struct Connection;
struct Credential;

/// "Test connection": each step with a tick, or with the reason and what to do. Uses the values that are shown, saved
/// or not, and a network of its own.
class ConnectionTestView final : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the view.
    ConnectionTestView(ConnectionDraftModel &drafts, PlainHttpConsent &consent, QWidget *parent = nullptr);

    [[nodiscard]] bool isRunning() const { return m_test != nullptr; }

private:
    void ask(PlainHttpConsent &consent);
    void start(const Connection &connection, const Credential &credential);
    /// The values are other ones now: a running test ends and a result says that it is old.
    void stop();
    void clear();
    void showSteps();
    void end(FieldNote::Kind kind, const QString &summary);
    void refreshButton();

    ConnectionDraftModel &m_drafts;
    ConnectionTest *m_test = nullptr; // a child
    QPushButton *m_button;
    FieldNote *m_summary;
    QWidget *m_list;
    QList<std::array<QLabel *, 3>> m_rows; // icon, name and text of each step
};

} // namespace owui
