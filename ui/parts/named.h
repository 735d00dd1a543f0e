// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QPushButton>
#include <QString>

namespace owui {

/// The widget with the name that style sheets and tests find it by.
template<typename Widget>
[[nodiscard]] Widget *named(const QString &name, Widget *widget)
{
    widget->setObjectName(name);
    return widget;
}

/// A button that Return presses only while it has the focus, so that the dialog's own default stays.
[[nodiscard]] inline QPushButton *namedButton(const QString &name, const QString &text, QWidget *parent)
{
    auto *button = named(name, new QPushButton(text, parent));
    button->setAutoDefault(false);
    return button;
}

} // namespace owui
