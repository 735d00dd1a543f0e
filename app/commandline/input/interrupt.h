// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

#include <atomic>

namespace owui {

/// Ctrl+C, and a polite request to end, also that of a terminal which was closed, while it lives. The first asks to
/// stop sending, the second to stop at once; a third ends the program whatever it does. Only one may live, in the main
/// thread.
class Interrupt final : public QObject
{
    Q_OBJECT

public:
    explicit Interrupt(QObject *parent = nullptr);
    ~Interrupt() override;

    /// True from the first one on; readable from any thread, also while no event loop runs.
    [[nodiscard]] const std::atomic_bool &flag() const;
    [[nodiscard]] bool wasRequested() const { return flag().load(); }

signals:
    void requested();
    void insisted();

private:
    void wake();

    int m_seen = 0;
};

} // namespace owui
