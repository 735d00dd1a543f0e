// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/connections/connectionproblems.h"

#include <QWidget>

class QTabWidget;

namespace owui {

class ConnectionDeployPage;
class ConnectionGeneralPage;
class ConnectionNetworkPage;
class ConnectionTestView;
class PlainHttpConsent;
class SecretEditor;

/// Edits one connection and tests it as it stands in the fields.
class ConnectionEditor final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionEditor)

public:
    /// `consent` must outlive the editor.
    explicit ConnectionEditor(PlainHttpConsent &consent, QWidget *parent = nullptr);

    /// Looks at another connection. `otherNames` are taken.
    void load(const ConnectionDraft &draft, const QStringList &otherNames);
    /// The same connection with what was learnt of it meanwhile.
    void refresh(const ConnectionDraft &draft);
    [[nodiscard]] const ConnectionDraft &draft() const { return m_draft; }
    /// The address counts as complete: see ConnectionDraft::settleOrigin().
    void settleAddress();
    void beginNew();

signals:
    void draftChanged();

private:
    void takeFields();
    void explain();
    void test();

    PlainHttpConsent &m_consent;
    ConnectionDraft m_draft;
    QStringList m_otherNames;
    QTabWidget *m_tabs;
    ConnectionGeneralPage *m_general;
    SecretEditor *m_secret;
    ConnectionDeployPage *m_deploy;
    ConnectionNetworkPage *m_network;
    ConnectionTestView *m_test;
};

} // namespace owui
