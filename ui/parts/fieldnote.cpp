// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/parts/fieldnote.h"

#include "ui/parts/icons.h"
#include "ui/parts/plaintext.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

QIcon iconOf(FieldNote::Kind kind)
{
    return toneIcon(kind == FieldNote::Kind::Error     ? Tone::Bad
                    : kind == FieldNote::Kind::Warning ? Tone::Warning
                    : kind == FieldNote::Kind::Success ? Tone::Good
                                                       : Tone::Neutral);
}

} // namespace

FieldNote::FieldNote(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_text(plainLabel({}, this))
{
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    hide();
}

void FieldNote::setNote(Kind kind, const QString &text)
{
    m_kind = kind;
    m_text->setText(text);
    m_icon->setVisible(kind != Kind::Hint);
    if (kind != Kind::Hint) {
        const int size = fontMetrics().height();
        m_icon->setPixmap(iconOf(kind).pixmap(QSize(size, size), devicePixelRatioF()));
    }
    setVisible(!text.isEmpty());
}

void FieldNote::clear()
{
    setNote(Kind::Hint, {});
}

QString FieldNote::text() const
{
    return m_text->text();
}

} // namespace owui
