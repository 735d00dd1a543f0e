// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/connectiongeneralpage.h"

#include "ui/connections/connectioncolors.h"
#include "ui/parts/fieldnote.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace owui {

ConnectionGeneralPage::ConnectionGeneralPage(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
    , m_nameNote(new FieldNote(this))
    , m_url(new QLineEdit(this))
    , m_urlNote(new FieldNote(this))
    , m_originNote(new FieldNote(this))
    , m_color(new QComboBox(this))
    , m_production(new QCheckBox(tr("&Production: ask before each deployment"), this))
{
    m_name->setObjectName(u"name"_s);
    m_nameNote->setObjectName(u"nameNote"_s);
    m_url->setObjectName(u"url"_s);
    m_urlNote->setObjectName(u"urlNote"_s);
    m_originNote->setObjectName(u"originNote"_s);
    m_color->setObjectName(u"color"_s);
    m_production->setObjectName(u"production"_s);
    m_url->setPlaceholderText(u"https://chat.example.org"_s);
    m_url->setInputMethodHints(Qt::ImhUrlCharactersOnly);

    m_color->addItem(colorIcon({}), tr("None"), QString());
    for (const ConnectionColor &color : connectionColors())
        m_color->addItem(colorIcon(color.value), color.name, color.value);

    auto *form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("&Name:"), m_name);
    form->addRow(QString(), m_nameNote);
    form->addRow(tr("&Address:"), m_url);
    form->addRow(QString(), m_urlNote);
    form->addRow(QString(), m_originNote);
    form->addRow(tr("C&olour:"), m_color);
    form->addRow(QString(), m_production);

    connect(m_name, &QLineEdit::textEdited, this, &ConnectionGeneralPage::edited);
    connect(m_url, &QLineEdit::textEdited, this, &ConnectionGeneralPage::edited);
    connect(m_url, &QLineEdit::editingFinished, this, &ConnectionGeneralPage::urlFinished);
    connect(m_color, &QComboBox::activated, this, &ConnectionGeneralPage::edited);
    connect(m_production, &QCheckBox::clicked, this, &ConnectionGeneralPage::edited);
}

void ConnectionGeneralPage::load(const ConnectionDraft &draft)
{
    m_name->setText(draft.connection.name);
    m_url->setText(draft.urlText);
    showColor(draft.connection.color);
    m_production->setChecked(draft.connection.production);
}

void ConnectionGeneralPage::showColor(const QString &value)
{
    int index = m_color->findData(value, Qt::UserRole, Qt::MatchFixedString);
    if (index < 0) {
        m_color->addItem(colorIcon(value), tr("Other (%1)").arg(value), value);
        index = m_color->count() - 1;
    }
    m_color->setCurrentIndex(index);
}

void ConnectionGeneralPage::apply(ConnectionDraft &draft) const
{
    draft.connection.name = m_name->text().trimmed();
    draft.setUrlText(m_url->text());
    draft.connection.color = m_color->currentData().toString();
    draft.connection.production = m_production->isChecked();
}

void ConnectionGeneralPage::explain(const ConnectionDraft &draft, const QList<FieldProblem> &problems)
{
    m_nameNote->setNote(FieldNote::Kind::Error, problemOf(problems, ConnectionField::Name));

    const QUrl &url = draft.connection.url;
    const QString urlProblem = problemOf(problems, ConnectionField::Url);
    if (!urlProblem.isEmpty()) {
        m_urlNote->setNote(draft.urlText.isEmpty() ? FieldNote::Kind::Information : FieldNote::Kind::Error, urlProblem);
    } else if (url.scheme() == u"http"_s && !isThisMachine(url)) {
        m_urlNote->setNote(FieldNote::Kind::Warning,
                           tr("Used as %1. Without https everybody on the way to this server can read your key. Use "
                              "https where the server offers it.")
                               .arg(url.toString()));
    } else {
        m_urlNote->setNote(FieldNote::Kind::Hint, tr("Used as %1").arg(url.toString()));
    }

    if (draft.secretIsForAnotherOrigin()) {
        m_originNote->setNote(FieldNote::Kind::Warning,
                              draft.connection.signIn == SignInMethod::ApiKey
                                  ? tr("This is another server than before. It does not get the key of the old one: "
                                       "enter its key under “Sign in”.")
                                  : tr("This is another server than before. It does not get the session of the old "
                                       "one: sign in again under “Sign in”."));
    } else {
        m_originNote->clear();
    }
}

void ConnectionGeneralPage::focusFirst()
{
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

} // namespace owui
