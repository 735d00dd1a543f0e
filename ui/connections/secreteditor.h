// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/connections/connectionproblems.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace owui {

class FieldNote;
class PasswordForm;
class PlainHttpConsent;

/// How to sign in, and the key or the session. A key that was stored or entered is never shown again; one that is being
/// typed can be looked at.
class SecretEditor final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecretEditor)

public:
    /// `consent` must outlive the editor.
    explicit SecretEditor(PlainHttpConsent &consent, QWidget *parent = nullptr);

    void load(const ConnectionDraft &draft);
    void apply(ConnectionDraft &draft) const;
    void explain(const ConnectionDraft &draft, const QList<FieldProblem> &problems);
    /// To choose between key and password belongs to the connection, not to a renewed session.
    void lockMethod();

signals:
    void edited();

private:
    enum class KeyView { Asking, Stored, Entered, Typing, Removed };

    [[nodiscard]] QWidget *keyPage();
    [[nodiscard]] QWidget *passwordPage();
    [[nodiscard]] KeyView keyView() const;
    void showKey(const QList<FieldProblem> &problems);
    void showSession(const QList<FieldProblem> &problems);
    void showPlace();
    void typeKey(const QString &text);
    void replaceSecret();
    void removeSecret();
    void keepSecret();
    void takeSession(const Credential &credential);
    void changeEmail();
    void changeMethod();

    ConnectionDraft m_draft;
    bool m_replacing = false;

    QComboBox *m_method;
    QStackedWidget *m_pages;
    FieldNote *m_keyState;
    QPushButton *m_replace;
    QPushButton *m_remove;
    QPushButton *m_keep;
    QLabel *m_keyLabel;
    QLineEdit *m_key;
    QCheckBox *m_reveal;
    FieldNote *m_keyNote;
    PasswordForm *m_passwordForm;
    FieldNote *m_sessionState;
    QPushButton *m_forget;
    FieldNote *m_originNote;
    FieldNote *m_place;
    QCheckBox *m_keepInFile;
};

} // namespace owui
