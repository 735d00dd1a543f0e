// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/connections/connectiondraftmodel.h"

#include <QWidget>

#include <map>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;
class QTabWidget;

namespace owui {

class FieldNote;
class PlainHttpConsent;
class SecretEditor;

/// The fields of the connection that is shown, each bound to one member of its draft, and what is wrong beside them.
class ConnectionForm final : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the form.
    ConnectionForm(ConnectionDraftModel &drafts, PlainHttpConsent &consent, QWidget *parent = nullptr);

    /// To the first field.
    void beginNew();
    /// To the key or the password.
    void enterSecret();

private:
    void addConnectionPage();
    void addMorePage();
    void addDeployRows(QFormLayout *form);
    void addNetworkRows(QFormLayout *form);
    void addHeaders(QFormLayout *form);
    /// Widgets beside a label, which leads to the first of them, and below them what is wrong with `field`.
    void addRow(QFormLayout *form, const QString &label, const QList<QWidget *> &widgets, ConnectionField field,
                const QString &noteName);

    // Fields that show one member of the connection, and write what a person does into it.
    [[nodiscard]] QLineEdit *text(const QString &name, QString Connection::*member);
    template<typename Number> // int or seconds
    [[nodiscard]] QSpinBox *number(const QString &name, int minimum, int maximum, Number Connection::*member);
    [[nodiscard]] QCheckBox *tick(const QString &name, const QString &text, bool Connection::*member);
    template<typename Enum>
    [[nodiscard]] QComboBox *choice(const QString &name, Enum Connection::*member);
    [[nodiscard]] QComboBox *color();
    template<typename Widget, typename Signal, typename Value, typename Set, typename Get>
    Widget *bind(Widget *field, Signal signal, Value Connection::*member, Set set, Get get);

    void explain();
    void explainUrl(const ConnectionDraft &draft);

    ConnectionDraftModel &m_drafts;
    QList<std::function<void(const ConnectionDraft &)>> m_fields; // each shows its member
    std::map<ConnectionField, FieldNote *> m_notes;
    QTabWidget *m_tabs;
    QLineEdit *m_url;
    SecretEditor *m_secret;
    FieldNote *m_originNote;
};

} // namespace owui
