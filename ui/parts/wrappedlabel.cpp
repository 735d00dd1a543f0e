// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/parts/wrappedlabel.h"

#include <QDesktopServices>
#include <QTextDocument>
#include <QTextOption>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

bool isWebAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() && (url.scheme() == u"https" || url.scheme() == u"http");
}

} // namespace

WrappedLabel::WrappedLabel(const QString &text, QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFocusPolicy(Qt::ClickFocus);
    setMinimumWidth(1);
    setText(text);
}

int WrappedLabel::heightForWidth(int width) const
{
    breakAnywhere();
    return QLabel::heightForWidth(width);
}

void WrappedLabel::paintEvent(QPaintEvent *event)
{
    breakAnywhere();
    QLabel::paintEvent(event);
}

// A label lays its document out anew after each change, at words only; asking for a height makes it do so first.
void WrappedLabel::breakAnywhere() const
{
    QLabel::heightForWidth(width());
    auto *document = findChild<QTextDocument *>();
    if (document && document->defaultTextOption().wrapMode() != QTextOption::WrapAtWordBoundaryOrAnywhere) {
        QTextOption option = document->defaultTextOption();
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        document->setDefaultTextOption(option);
    }
}

WrappedLabel *linkedLabel(const QString &text, QWidget *parent)
{
    auto *label = new WrappedLabel(text, parent);
    if (isWebAddress(text)) {
        label->setTextFormat(Qt::RichText);
        label->setText(u"<a href=\"%1\">%1</a>"_s.arg(text.toHtmlEscaped()));
        label->setTextInteractionFlags(Qt::TextBrowserInteraction);
        label->setFocusPolicy(Qt::StrongFocus);
        label->setAccessibleName(text);
        // The address that was looked at, whatever the label makes of it.
        QObject::connect(label, &QLabel::linkActivated, label, [text] { QDesktopServices::openUrl(QUrl(text)); });
    }
    return label;
}

} // namespace owui
