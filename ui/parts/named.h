// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QList>
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

/// Widgets one below the other, or beside each other, without a margin around them.
template<typename Layout>
Layout *lined(QWidget *parent, const QList<QWidget *> &widgets)
{
    auto *layout = new Layout(parent);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget *widget : widgets) {
        layout->addWidget(widget);
    }
    return layout;
}

/// A button that Return presses only while it has the focus, so that the dialog's own default stays.
[[nodiscard]] inline QPushButton *namedButton(const QString &name, const QString &text, QWidget *parent)
{
    auto *button = named(name, new QPushButton(text, parent));
    button->setAutoDefault(false);
    return button;
}

/// One of those at the end of a dialog.
[[nodiscard]] inline QPushButton *namedButton(const QString &name, const QString &text, QDialogButtonBox *box,
                                              QDialogButtonBox::ButtonRole role = QDialogButtonBox::ActionRole)
{
    QPushButton *button = namedButton(name, text, box->parentWidget());
    box->addButton(button, role);
    return button;
}

} // namespace owui
