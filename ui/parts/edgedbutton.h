// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>
#include <QToolButton>

namespace owui {

/// A tool button with an edge that cannot be overlooked, where it has a colour.
class EdgedButton : public QToolButton
{
    Q_OBJECT

public:
    using QToolButton::QToolButton;

    /// An invalid colour: no edge.
    void setEdge(const QColor &color);
    [[nodiscard]] QColor edge() const { return m_edge; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor m_edge;
};

} // namespace owui
