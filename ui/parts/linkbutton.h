// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QCommandLinkButton>

namespace owui {

/// A command link that shows when it has the focus, which Qt's own leaves out.
class LinkButton final : public QCommandLinkButton
{
    Q_OBJECT

public:
    using QCommandLinkButton::QCommandLinkButton;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace owui
