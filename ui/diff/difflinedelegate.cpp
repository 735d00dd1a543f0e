// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/diff/difflinedelegate.h"

#include "ui/diff/diffmodel.h"
#include "ui/diff/pythonspans.h"
#include "ui/parts/icons.h"
#include "ui/parts/sizes.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

// Nobody reads on; laying out a line of a megabyte takes seconds.
constexpr qsizetype longestShown = 2000;
constexpr int selectionAlpha = 70;

QColor background(DiffModel::LineKind kind, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (kind) {
    case DiffModel::LineKind::Added:
        return dark ? QColor(0x1c, 0x3d, 0x26) : QColor(0xdd, 0xf6, 0xe1);
    case DiffModel::LineKind::Removed:
        return dark ? QColor(0x4a, 0x22, 0x24) : QColor(0xfd, 0xe2, 0xe0);
    case DiffModel::LineKind::Place:
        return palette.color(QPalette::AlternateBase);
    case DiffModel::LineKind::Context:
        break;
    }
    return palette.color(QPalette::Base);
}

QColor spanColor(PythonSpan::Kind kind, const QPalette &palette)
{
    // In the order of the kinds, on a light background and on a dark one.
    static constexpr QRgb colors[][2] = {
        {0x7a1fa2, 0xc99bf0}, {0x7a4b00, 0xe5c07b}, {0x5c6370, 0x9aa5b1}, {0x0b57a4, 0x7cb7ff}};
    return {colors[static_cast<std::size_t>(kind)][isDark(palette) ? 1 : 0]};
}

QString sign(DiffModel::LineKind kind)
{
    return kind == DiffModel::LineKind::Added ? u"+"_s : kind == DiffModel::LineKind::Removed ? u"−"_s : QString();
}

} // namespace

void DiffLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto kind = static_cast<DiffModel::LineKind>(index.data(DiffModel::KindRole).toInt());
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setClipRect(option.rect);
    painter->fillRect(option.rect, background(kind, option.palette));
    if (selected) {
        // A tint, so that added and removed stay apart.
        QColor tint = option.palette.color(QPalette::Highlight);
        tint.setAlpha(selectionAlpha);
        painter->fillRect(option.rect, tint);
    }
    painter->setFont(option.font);
    painter->setPen(option.palette.color(QPalette::Text));
    const QString line = index.data(Qt::DisplayRole).toString().left(longestShown);
    const int letter = lettersWide(option.fontMetrics, 1);
    if (index.column() != DiffModel::TextColumn) {
        painter->drawText(option.rect.adjusted(0, 0, -letter, 0), Qt::AlignRight | Qt::AlignVCenter, line);
        painter->restore();
        return;
    }
    painter->drawText(option.rect.adjusted(letter, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, sign(kind));
    QTextLayout layout(line, option.font);
    QTextOption wrap(Qt::AlignLeft);
    wrap.setWrapMode(QTextOption::NoWrap);
    wrap.setTabStopDistance(4.0 * letter);
    layout.setTextOption(wrap);
    QList<QTextLayout::FormatRange> formats;
    if (kind != DiffModel::LineKind::Place) {
        for (const PythonSpan &span : pythonSpans(line)) {
            QTextLayout::FormatRange range;
            range.start = static_cast<int>(span.start);
            range.length = static_cast<int>(span.length);
            range.format.setForeground(spanColor(span.kind, option.palette));
            formats.append(range);
        }
    }
    layout.setFormats(formats);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    layout.draw(painter, QPointF(option.rect.left() + 3 * letter,
                                 option.rect.center().y() - layout.boundingRect().height() / 2));
    painter->restore();
}

} // namespace owui
