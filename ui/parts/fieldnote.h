// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QLabel;

namespace owui {

/// A line of plain text with an icon, beside the field it speaks of. Hidden while it has nothing to say.
class FieldNote final : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Hint, Information, Success, Warning, Error };
    using enum Kind;

    explicit FieldNote(QWidget *parent = nullptr);

    void setNote(Kind kind, const QString &text);
    void clear();
    [[nodiscard]] QString text() const;
    [[nodiscard]] Kind kind() const { return m_kind; }

private:
    QLabel *m_icon;
    QLabel *m_text;
    Kind m_kind = Kind::Hint;
};

} // namespace owui
