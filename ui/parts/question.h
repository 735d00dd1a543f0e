// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QMessageBox>
#include <QString>

#include <functional>

namespace owui {

/// A question that is answered with one word or with Cancel.
struct Question
{
    QString name; ///< of the box, for tests
    QString title;
    QString text;
    QString more;
    QString moreTicked;        ///< in place of `more` while `tick` is ticked; empty: the same
    QString agree;             ///< the word
    QString agreeName;         ///< of its button, for tests
    QString stay;              ///< in place of Cancel
    QCheckBox *tick = nullptr; ///< what is decided at once with it
    QMessageBox::Icon icon = QMessageBox::Question;
    QMessageBox::ButtonRole role = QMessageBox::DestructiveRole; ///< of the word
    bool isGrave = true;                                         ///< Return cancels
};

/// Shows it over `parent` and calls `go` where the person agrees, while `context` lives; none: while `parent` does.
/// Does not wait.
void ask(const Question &question, QWidget *parent, const std::function<void()> &go, const QObject *context = nullptr);

/// Something to know, and OK.
void tell(const QString &name, const QString &title, const QString &text, const QString &more, QWidget *parent);

} // namespace owui
