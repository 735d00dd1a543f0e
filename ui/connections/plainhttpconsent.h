// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QCoreApplication>
#include <QSet>
#include <QString>

#include <functional>

class QUrl;
class QWidget;

namespace owui {

/// Asks before a secret goes over plain http to another machine; once per server while it lives.
class PlainHttpConsent final
{
    Q_DECLARE_TR_FUNCTIONS(PlainHttpConsent)

public:
    [[nodiscard]] bool isNeeded(const QUrl &url) const;
    /// Calls `go` at once, or after the person agreed. Does not wait. Must outlive `parent`.
    void ask(const QUrl &url, QWidget *parent, const std::function<void()> &go);

private:
    QSet<QString> m_given; // origins
};

} // namespace owui
