// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/connectionform.h"

#include "ui/connections/connectioncolors.h"
#include "ui/connections/connectiontestview.h"
#include "ui/connections/extraheadermodel.h"
#include "ui/connections/secreteditor.h"
#include "ui/parts/fieldnote.h"
#include "ui/parts/icons.h"
#include "ui/parts/named.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QStyledItemDelegate>
#include <QTabWidget>
#include <QTableView>

#include <algorithm>
#include <functional>
#include <type_traits>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

enum Tab { ConnectionTab, MoreTab };

Tab tabOf(ConnectionField field)
{
    // They stand in the order of the tabs.
    return field <= ConnectionField::Email ? ConnectionTab : MoreTab;
}

/// On a small screen or with a large font a page scrolls rather than push the dialog beyond the screen.
QScrollArea *scrolling(QWidget *page)
{
    auto *area = new QScrollArea;
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Only the height may scroll: what is cut off at the side cannot be reached.
    area->setMinimumWidth(page->minimumSizeHint().width() + area->verticalScrollBar()->sizeHint().width());
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    return area;
}

QFormLayout *newForm()
{
    auto *form = new QFormLayout(new QWidget);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    return form;
}

/// One column of labels, though the page is made of several forms.
void alignLabels(const QWidget &page)
{
    QList<QLabel *> labels = page.findChildren<QLabel *>();
    labels.removeIf([](const QLabel *label) { return !label->buddy(); });
    int width = 0;
    for (const QLabel *label : std::as_const(labels)) {
        width = std::max(width, label->sizeHint().width());
    }
    for (QLabel *label : std::as_const(labels)) {
        label->setMinimumWidth(width);
    }
}

/// Dots instead of letters.
class SecretDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem & /*option*/,
                          const QModelIndex & /*index*/) const override
    {
        auto *editor = new QLineEdit(parent);
        editor->setEchoMode(QLineEdit::Password);
        editor->setFrame(false);
        return editor;
    }
};

} // namespace

ConnectionForm::ConnectionForm(ConnectionDraftModel &drafts, PlainHttpConsent &consent, QWidget *parent)
    : QWidget(parent)
    , m_drafts(drafts)
    , m_tabs(named(u"connectionTabs"_s, new QTabWidget(this)))
    , m_url(named(u"url"_s, new QLineEdit(this)))
    , m_secret(new SecretEditor(drafts, consent))
    , m_originNote(named(u"originNote"_s, new FieldNote(this)))
{
    addConnectionPage();
    addMorePage();
    lined<QVBoxLayout>(this, {m_tabs, new ConnectionTestView(drafts, consent, this)})->setStretchFactor(m_tabs, 1);
    connect(&drafts, &ConnectionDraftModel::anotherShown, this, [this] {
        for (const auto &show : std::as_const(m_fields)) {
            show(m_drafts.shown());
        }
    });
    connect(&drafts, &ConnectionDraftModel::changed, this, &ConnectionForm::explain);
}

/// All that a server needs: where it is and how to sign in; its name follows from the address.
void ConnectionForm::addConnectionPage()
{
    m_url->setPlaceholderText(u"https://chat.example.org"_s);
    m_url->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_fields.append([this](const ConnectionDraft &draft) { m_url->setText(draft.urlText); });
    connect(m_url, &QLineEdit::textEdited, &m_drafts, &ConnectionDraftModel::editAddress);
    // A test may find the server above the address.
    connect(&m_drafts, &ConnectionDraftModel::changed, m_url, [this] {
        if (const QString text = m_drafts.shown().urlText; m_url->text() != text) {
            m_url->setText(text);
        }
    });
    connect(m_url, &QLineEdit::editingFinished, &m_drafts, &ConnectionDraftModel::settleOrigin);
    auto *name = named(u"name"_s, new QLineEdit(this));
    connect(name, &QLineEdit::textEdited, &m_drafts, [this](const QString &text) {
        m_drafts.edit([&text](ConnectionDraft &draft) {
            draft.namedByAddress = false;
            draft.connection.name = text.trimmed();
        });
    });
    connect(&m_drafts, &ConnectionDraftModel::changed, name, [this, name] {
        if (const QString text = m_drafts.shown().connection.name; name->text().trimmed() != text) {
            name->setText(text);
        }
    });
    auto *top = newForm();
    addRow(top, tr("&Address:"), {m_url}, ConnectionField::Url, u"urlNote"_s);
    top->addRow(QString(), m_originNote);
    auto *bottom = newForm();
    addRow(bottom, tr("&Name:"), {name}, ConnectionField::Name, u"nameNote"_s);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    for (QWidget *part : {top->parentWidget(), static_cast<QWidget *>(m_secret), bottom->parentWidget()}) {
        part->layout()->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(part);
    }
    layout->addStretch();
    alignLabels(*page);
    m_tabs->addTab(scrolling(page), tr("&Connection"));
}

void ConnectionForm::addMorePage()
{
    auto *form = newForm();
    form->addRow(tr("Co&lour:"), color());
    form->addRow(QString(),
                 tick(u"production"_s, tr("&Production: ask before each deployment"), &Connection::production));
    addDeployRows(form);
    addNetworkRows(form);
    m_tabs->addTab(scrolling(form->parentWidget()), tr("M&ore"));
}

void ConnectionForm::addDeployRows(QFormLayout *form)
{
    auto *deployTimeout = number(u"deployTimeout"_s, 1, 86'400, &Connection::deployTimeout);
    deployTimeout->setToolTip(tr("The server installs the plugin's Python packages within this time."));
    auto *order = choice(u"order"_s, &Connection::order);
    order->setToolTip(tr("Without looking, a new function's code runs twice. Tools are always looked up."));
    auto *switchOn = tick(u"switchOn"_s, tr("S&witch new functions on"), &Connection::switchOnNewFunctions);
    switchOn->setToolTip(tr("Open WebUI creates a function switched off."));
    auto *headerText = tick(u"headerText"_s, tr("Always take name and description from the file's &header"),
                            &Connection::alwaysTakeHeaderText);
    headerText->setToolTip(tr("Otherwise a name or description that was changed on the server is kept."));

    form->addRow(QString(), switchOn);
    form->addRow(QString(), headerText);
    form->addRow(tr("Ord&er of requests:"), order);
    form->addRow(tr("Time to co&nnect:"), number(u"connectTimeout"_s, 1, 600, &Connection::connectTimeout));
    form->addRow(tr("Time to loo&k up a plugin:"), number(u"lookUpTimeout"_s, 1, 600, &Connection::lookUpTimeout));
    form->addRow(tr("Time to deplo&y a plugin:"), deployTimeout);
    auto *atATime = number(u"parallel"_s, 0, Connection::mostPluginsAtATime, &Connection::pluginsAtATime);
    atATime->setSpecialValueText(tr("as suits the server"));
    atATime->setToolTip(tr("More at the same time while the server's answers do not get slower, fewer when they do."));
    addRow(form, tr("Plu&gins at the same time:"), {atATime}, ConnectionField::TimeLimits, u"limitsNote"_s);
}

void ConnectionForm::addNetworkRows(QFormLayout *form)
{
    auto *certificate = text(u"certificateFile"_s, &Connection::certificateAuthorityFile);
    certificate->setPlaceholderText(tr("Those of the system"));
    certificate->setToolTip(tr("A PEM file with the certificates of your own authority, used beside the system's."));
    auto *browse = new QPushButton(tr("&Browse…"), this);
    connect(browse, &QPushButton::clicked, this, [this, certificate] {
        auto *dialog = new QFileDialog(this, tr("CA certificates"), certificate->text(),
                                       tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, certificate, &QLineEdit::setText);
        connect(dialog, &QFileDialog::fileSelected, certificate, &QLineEdit::textEdited);
        dialog->open();
    });
    auto *proxy = choice(u"proxy"_s, &Connection::proxy);
    auto *host = text(u"proxyHost"_s, &Connection::proxyHost);
    host->setPlaceholderText(u"proxy.example.org"_s);
    host->setAccessibleName(tr("Name of the proxy"));
    auto *port = number(u"proxyPort"_s, 0, 65535, &Connection::proxyPort);
    port->setSpecialValueText(tr("port"));
    port->setAccessibleName(tr("Port of the proxy"));
    connect(&m_drafts, &ConnectionDraftModel::changed, this, [this, host, port] {
        const bool custom = m_drafts.shown().connection.proxy == ProxyMode::Custom;
        host->setEnabled(custom);
        port->setEnabled(custom);
    });
    auto *keyHeader = text(u"keyHeader"_s, &Connection::keyHeader);
    keyHeader->setPlaceholderText(tr("Authorization"));
    keyHeader->setToolTip(tr("For a proxy that uses Authorization for itself. The header then carries the bare key."));

    addRow(form, tr("CA certi&ficates:"), {certificate, browse}, ConnectionField::CertificateFile,
           u"certificateNote"_s);
    addRow(form, tr("Pro&xy:"), {proxy, host, port}, ConnectionField::Proxy, u"proxyNote"_s);
    addRow(form, tr("Send the key &in:"), {keyHeader}, ConnectionField::KeyHeader, u"keyHeaderNote"_s);
    addHeaders(form);
}

void ConnectionForm::addHeaders(QFormLayout *form)
{
    auto *headers = new ExtraHeaderModel(m_drafts, this);
    auto *view = named(u"extraHeaders"_s, new QTableView(this));
    view->setModel(headers);
    view->setItemDelegateForColumn(ExtraHeaderModel::Value, new SecretDelegate(view));
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->verticalHeader()->hide();
    view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    view->setTabKeyNavigation(false);
    view->setWordWrap(false);
    view->setMinimumHeight(4 * fontMetrics().height() + view->horizontalHeader()->sizeHint().height());
    view->setToolTip(tr("For a proxy in front of the server, such as Cloudflare Access. Values are kept like keys."));
    auto *add = named(u"addHeader"_s, new QPushButton(tr("Add header"), this));
    auto *remove = named(u"removeHeader"_s, new QPushButton(tr("Remo&ve header"), this));
    remove->setEnabled(false);
    connect(add, &QPushButton::clicked, this, [headers, view] {
        const QModelIndex name = headers->index(headers->addRow(), ExtraHeaderModel::Name);
        view->setCurrentIndex(name);
        view->edit(name);
    });
    connect(remove, &QPushButton::clicked, this, [headers, view] {
        if (view->currentIndex().isValid()) {
            headers->removeRow(view->currentIndex().row());
        }
    });
    const auto enable = [view, remove] { remove->setEnabled(view->selectionModel()->hasSelection()); };
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this, enable);
    connect(headers, &QAbstractItemModel::modelReset, this, enable);

    auto *buttons = new QWidget(this);
    lined<QVBoxLayout>(buttons, {add, remove})->addStretch();
    addRow(form, tr("Extr&a headers:"), {view, buttons}, ConnectionField::ExtraHeaders, u"headersNote"_s);
}

void ConnectionForm::addRow(QFormLayout *form, const QString &label, const QList<QWidget *> &widgets,
                            ConnectionField field, const QString &noteName)
{
    if (widgets.size() == 1) {
        form->addRow(label, widgets.first());
    } else {
        auto *row = lined<QHBoxLayout>(nullptr, widgets);
        form->addRow(label, row);
        qobject_cast<QLabel *>(form->labelForField(row))->setBuddy(widgets.first());
    }
    m_notes[field] = named(noteName, new FieldNote(this));
    form->addRow(QString(), m_notes[field]);
}

template<typename Widget, typename Signal, typename Value, typename Set, typename Get>
Widget *ConnectionForm::bind(Widget *field, Signal signal, Value Connection::*member, Set set, Get get)
{
    m_fields.append([=](const ConnectionDraft &draft) {
        const QSignalBlocker quiet(field); // a spin box tells of this, too
        std::invoke(set, field, draft.connection.*member);
    });
    connect(field, signal, this, [=, this] {
        m_drafts.edit([=](ConnectionDraft &draft) { draft.connection.*member = Value(std::invoke(get, field)); });
    });
    return field;
}

QLineEdit *ConnectionForm::text(const QString &name, QString Connection::*member)
{
    return bind(named(name, new QLineEdit(this)), &QLineEdit::textEdited, member, &QLineEdit::setText,
                [](const QLineEdit *field) { return field->text().trimmed(); });
}

template<typename Number>
QSpinBox *ConnectionForm::number(const QString &name, int minimum, int maximum, Number Connection::*member)
{
    auto *box = named(name, new QSpinBox(this));
    box->setRange(minimum, maximum);
    box->setSuffix(std::is_same_v<Number, std::chrono::seconds> ? tr(" s") : QString());
    const auto set = [](QSpinBox *field, Number value) { field->setValue(int(value / Number(1))); };
    return bind(box, &QSpinBox::valueChanged, member, set, &QSpinBox::value);
}

QCheckBox *ConnectionForm::tick(const QString &name, const QString &text, bool Connection::*member)
{
    return bind(named(name, new QCheckBox(text, this)), &QCheckBox::clicked, member, &QCheckBox::setChecked,
                &QCheckBox::isChecked);
}

template<typename Enum>
QComboBox *ConnectionForm::choice(const QString &name, Enum Connection::*member)
{
    auto *box = named(name, new QComboBox(this));
    for (const Enum value : allOf<Enum>()) {
        box->addItem(textOf(value), int(value));
    }
    const auto set = [](QComboBox *field, Enum value) { field->setCurrentIndex(field->findData(int(value))); };
    const auto get = [](const QComboBox *field) { return field->currentData().toInt(); };
    return bind(box, &QComboBox::activated, member, set, get);
}

QComboBox *ConnectionForm::color()
{
    auto *box = named(u"color"_s, new QComboBox(this));
    box->addItem(tr("None"), QString());
    for (const auto &[text, latin1] : connectionColors) {
        const QString value = QString::fromLatin1(latin1);
        box->addItem(colorIcon(value), QCoreApplication::translate("ConnectionColors", text), value);
    }
    const auto set = [](QComboBox *field, const QString &value) {
        if (field->findData(value, Qt::UserRole, Qt::MatchFixedString) < 0) {
            field->addItem(colorIcon(value), tr("Other (%1)").arg(value), value);
        }
        field->setCurrentIndex(field->findData(value, Qt::UserRole, Qt::MatchFixedString));
    };
    const auto get = [](const QComboBox *field) { return field->currentData().toString(); };
    return bind(box, &QComboBox::activated, &Connection::color, set, get);
}

void ConnectionForm::beginNew()
{
    m_tabs->setCurrentIndex(ConnectionTab);
    m_url->setFocus(Qt::OtherFocusReason);
    m_url->selectAll();
}

void ConnectionForm::enterSecret()
{
    m_tabs->setCurrentIndex(ConnectionTab);
    m_secret->enterSecret();
}

void ConnectionForm::explain()
{
    const ConnectionDraft &draft = m_drafts.shown();
    QList<FieldProblem> problems = m_drafts.problems();
    problems.removeIf([&draft](const FieldProblem &problem) { return draft.isUntouched(problem.field); });
    for (const auto &[field, note] : m_notes) {
        note->setNote(FieldNote::Error, problemOf(problems, field));
    }
    explainUrl(draft);
    FieldNote *headers = m_notes.at(ConnectionField::ExtraHeaders);
    const bool missing = std::ranges::any_of(
        draft.headers, [&draft](const HeaderDraft &header) { return draft.headerValue(header).isEmpty(); });
    if (headers->text().isEmpty() && missing && draft.storedState == ConnectionDraft::Stored::Known) {
        headers->setNote(FieldNote::Warning, tr("A header without a value is not sent."));
    }
    for (const Tab tab : {ConnectionTab, MoreTab}) {
        const bool wrong =
            std::ranges::any_of(problems, [tab](const FieldProblem &problem) { return tabOf(problem.field) == tab; });
        m_tabs->setTabIcon(tab, wrong ? toneIcon(Tone::Bad) : QIcon());
    }
}

/// What the address comes to, and what becomes of the key.
void ConnectionForm::explainUrl(const ConnectionDraft &draft)
{
    const QString address = draft.connection.url.toString();
    FieldNote *note = m_notes.at(ConnectionField::Url);
    const bool differs = address != draft.urlText.trimmed();
    if (!address.isEmpty() && isReadableOnTheWay(draft.connection.url)) {
        const QString warning = tr("Without https everybody on the way to this server can read your key. Use https "
                                   "where the server offers it.");
        note->setNote(FieldNote::Warning, differs ? tr("Used as %1.").arg(address) + u' ' + warning : warning);
    } else if (!address.isEmpty() && differs) {
        note->setNote(FieldNote::Hint, tr("Used as %1").arg(address));
    }
    const QString origin = !draft.secretIsForAnotherOrigin() ? QString()
                           : draft.connection.signIn == SignInMethod::ApiKey
                               ? tr("This is another server than before. It does not get the key of the old one: enter "
                                    "its own key.")
                               : tr("This is another server than before. It does not get the session of the old one: "
                                    "sign in again.");
    m_originNote->setNote(FieldNote::Warning, origin);
}

} // namespace owui
