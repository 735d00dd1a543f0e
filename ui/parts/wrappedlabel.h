// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLabel>

namespace owui {

/// A label of text that can be selected, and whose long words break where the line ends: an address or the words of a
/// server are never cut off.
class WrappedLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit WrappedLabel(const QString &text, QWidget *parent = nullptr);

    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void breakAnywhere() const;
};

/// `text` in such a label. An address of the web is a link there, which the desktop opens; everything else is shown as
/// it is.
[[nodiscard]] WrappedLabel *linkedLabel(const QString &text, QWidget *parent = nullptr);

} // namespace owui
