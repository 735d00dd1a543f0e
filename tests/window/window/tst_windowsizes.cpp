// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/practicefixture.h"
#include "support/screens.h"
#include "support/windowfixture.h"

#include "ui/parts/secondarytext.h"
#include "ui/parts/windowactions.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFontDatabase>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScreen>
#include <QScrollBar>
#include <QStandardPaths>
#include <QStyleFactory>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

constexpr int patience = 60'000; // milliseconds
constexpr double readable = 4.5; // contrast
constexpr int rounding = 3;      // pixels
constexpr QSize laptop(1280, 800);
constexpr QSize small(900, 600);

/// Titles and ids as long as those of a real collection.
constexpr const char *titles[] = {
    "Markdown Normalizer",
    "Async Context Compression",
    "GitHub Copilot Official SDK Pipe",
    "Export to Word (Enhanced)",
    "Flash Card",
    "Smart Mind Map Generator",
    "Deep Dive: Structured Thinking Lens",
    "Context and Model Enhancement Filter",
    "Gemini Multimodal Attachment Filter",
    "Smart Infographic",
    "Multi-Model Context Merger",
    "Web Gemini Multimodel Filter with Search",
    "iFlow Official SDK Pipe",
    "OpenWebUI Skills Manager Tool",
    "Batch Install Plugins from GitHub",
    "Knowledge Base Importer for Confluence",
    "Folder Memory",
    "Table to Excel Exporter for Conversations",
};

constexpr PluginKind kinds[] = {PluginKind::Filter, PluginKind::Pipe, PluginKind::Action, PluginKind::Tool};

QPalette darkPalette()
{
    QPalette palette(QColor(0x31, 0x36, 0x3b), QColor(0x2a, 0x2e, 0x32));
    palette.setColor(QPalette::Base, QColor(0x1b, 0x1e, 0x20));
    return palette;
}

/// How the desktop looks.
struct Desktop
{
    QString language = u"en"_s;
    bool wideFont = false;
    bool dark = false;
    QSize size = laptop;
};

} // namespace

Q_DECLARE_METATYPE(Desktop)

/// What fits where, on a screen of 1,280 by 800, at 100 % and at 200 %; see addDesktops().
class tst_WindowSizes : public QObject
{
    Q_OBJECT

public:
    static void initMain();

private slots:
    void initTestCase();
    void cleanup();
    void realFolder_data() { addDesktops(); }
    void realFolder();
    void firstStart_data() { addDesktops(); }
    void firstStart();
    void largeFolder_data() { addDesktops(); }
    void largeFolder();
    void grownGeometryIsClipped();

private:
    static void addDesktops();
    void use(const Desktop &desktop);
    static void fill(const WindowFixture &fixture, int count);
    /// The window as big as it was asked for, and everything in it to be seen.
    static void checkWindow(WindowFixture &fixture, QSize size);
    static void checkColumns(WindowFixture &fixture, QSize size);
    static void checkOnScreen(const QWidget &window);

    QTranslator m_translator;
    QFont m_usual;
    QFont m_wide;
    QPalette m_light;
};

void tst_WindowSizes::initMain()
{
    useScreen(qgetenv("QT_SCALE_FACTOR") == "2" ? 2 * laptop : laptop);
}

void tst_WindowSizes::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCOMPARE(QGuiApplication::primaryScreen()->geometry().size(), laptop);
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    m_usual = QApplication::font();
    m_light = QApplication::palette();
    const int font = QFontDatabase::addApplicationFont(QStringLiteral(OWUI_SOURCE_DIR "/tests/support/fonts/wide.ttf"));
    QVERIFY(font >= 0);
    m_wide = QFont(QFontDatabase::applicationFontFamilies(font).first(), m_usual.pointSize());
    // Or the font tells nothing that another does not.
    const QFontMetrics metrics(m_wide);
    QVERIFY(metrics.averageCharWidth() >= 2 * metrics.horizontalAdvance(u'0') - 1);
    QCOMPARE(metrics.horizontalAdvance(u'中'), QFontMetrics(m_wide).horizontalAdvance(u'文'));
    QVERIFY(metrics.horizontalAdvance(u'中') > metrics.horizontalAdvance(u'0'));
}

/// Those of one language and size in a run, or it takes more than a minute.
void tst_WindowSizes::addDesktops()
{
    QTest::addColumn<Desktop>("desktop");
    const QStringList chosen = qEnvironmentVariable("OWUI_DESKTOP", u"en 1280"_s).split(u' ');
    for (const bool wide : {false, true}) {
        for (const bool dark : {false, true}) {
            QTest::addRow("%s, %s", wide ? "wide font" : "usual font", dark ? "dark" : "light")
                << Desktop{.language = chosen.first(),
                           .wideFont = wide,
                           .dark = dark,
                           .size = chosen.last() == u"900"_s ? small : laptop};
        }
    }
}

void tst_WindowSizes::use(const Desktop &desktop)
{
    QVERIFY(m_translator.load(u":/i18n/owui_%1.qm"_s.arg(desktop.language)));
    QApplication::installTranslator(&m_translator);
    QApplication::setFont(desktop.wideFont ? m_wide : m_usual);
    QApplication::setPalette(desktop.dark ? darkPalette() : m_light);
}

void tst_WindowSizes::cleanup()
{
    QApplication::removeTranslator(&m_translator);
    QApplication::setFont(m_usual);
    QApplication::setPalette(m_light);
}

void tst_WindowSizes::fill(const WindowFixture &fixture, int count)
{
    for (int i = 0; i < count; ++i) {
        const auto place = static_cast<std::size_t>(i);
        const QString number = i < int(std::size(titles)) ? QString() : u" %1"_s.arg(i);
        fixture.write(u"plugins/plugin_%1.py"_s.arg(i),
                      pluginText(kinds[place % std::size(kinds)],
                                 QString::fromLatin1(titles[place % std::size(titles)]) + number, u"1.%1.0"_s.arg(i)));
    }
}

void tst_WindowSizes::checkOnScreen(const QWidget &window)
{
    const QRect screen = window.screen()->availableGeometry();
    QVERIFY2(screen.contains(window.frameGeometry()),
             qPrintable(u"%1 by %2"_s.arg(window.width()).arg(window.height())));
}

void tst_WindowSizes::checkWindow(WindowFixture &fixture, QSize size)
{
    QTest::qWait(100); // columns and chips follow a moment later
    QMainWindow &window = *fixture.window;
    QCOMPARE(window.size(), size);
    checkOnScreen(window);
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        const QColor color = label->palette().color(label->foregroundRole());
        const QColor behind = label->palette().color(label->backgroundRole());
        QVERIFY2(contrast(color, behind) >= readable, qPrintable(label->text()));
    }
    for (const QWidget *child : window.findChildren<QWidget *>()) {
        const bool isControl = qobject_cast<const QAbstractButton *>(child) || qobject_cast<const QLineEdit *>(child) ||
                               qobject_cast<const QComboBox *>(child);
        // What scrolls, and what Qt folds into the menu of a tool bar, is elsewhere.
        if (!isControl || !child->isVisible() || child->window() != &window || child->objectName().startsWith(u"qt_")) {
            continue;
        }
        QWidget *scrolls = child->parentWidget();
        while (scrolls && !qobject_cast<QAbstractScrollArea *>(scrolls)) {
            scrolls = scrolls->parentWidget();
        }
        const auto isInside = [&window, child] {
            return window.rect().contains(QRect(child->mapTo(&window, QPoint()), child->size()));
        };
        QTRY_VERIFY2(scrolls || isInside(), qPrintable(child->accessibleName() + child->toolTip()));
    }
}

void tst_WindowSizes::checkColumns(WindowFixture &fixture, QSize size)
{
    const PluginView &view = fixture.view();
    const QHeaderView &header = *view.header();
    if (size.width() >= laptop.width()) {
        QVERIFY(!view.horizontalScrollBar()->isVisible());
    }
    const int cut = fixture.neededWidth(PluginModel::NameColumn) - header.sectionSize(PluginModel::NameColumn);
    if (cut <= rounding) {
        return;
    }
    for (int column = PluginModel::NameColumn + 1; column < PluginModel::ColumnCount; ++column) {
        const int spare = view.isColumnHidden(column) ? 0 : header.sectionSize(column) - fixture.neededWidth(column);
        const QString title = view.model()->headerData(column, Qt::Horizontal).toString();
        QVERIFY2(spare <= rounding, qPrintable(u"%1 of a name are cut, %2 has %3 to spare"_s.arg(
                                        QString::number(cut), title, QString::number(spare))));
    }
}

void tst_WindowSizes::realFolder()
{
    QFETCH(const Desktop, desktop);
    use(desktop);
    WindowFixture fixture;
    fill(fixture, int(std::size(titles)));
    fixture.open(int(std::size(titles)));
    checkOnScreen(*fixture.window);
    fixture.window->setGeometry({QPoint(), desktop.size});
    fixture.practise();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.model().counts().missing, int(std::size(titles)), patience);
    checkWindow(fixture, desktop.size);
    checkColumns(fixture, desktop.size);

    fixture.find<WindowActions>().deployShown->trigger();
    checkOnScreen(fixture.plan());
    fixture.agreeToPlan();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.model().counts().missing, 0, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.isDeploying(), patience);
    fixture.write(u"plugins/plugin_0.py"_s,
                  pluginText(kinds[0], QString::fromLatin1(titles[0]), u"2.0.0"_s, "# practice: load-error no\n"));
    fixture.clickDeploy(u"plugins/plugin_0.py"_s);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.outcome(u"plugins/plugin_0.py"_s), DeployOutcome::Failed, patience);
    // A run changes chips, columns and messages, and never the window.
    checkWindow(fixture, desktop.size);
    checkColumns(fixture, desktop.size);
}

/// The first page, the practice server, its samples and the first deployment.
void tst_WindowSizes::firstStart()
{
    QFETCH(const Desktop, desktop);
    use(desktop);
    WindowFixture fixture;
    fixture.window->show();
    fixture.window->start();
    checkOnScreen(*fixture.window);
    fixture.window->setGeometry({QPoint(), desktop.size});
    checkWindow(fixture, desktop.size);
    QTest::mouseClick(&fixture.find<QAbstractButton>(u"practice"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.view().model()->rowCount() > 0 && !fixture.plugins.isScanning(), patience);
    // Of each of them it is known, or the plan has fewer.
    QTRY_COMPARE_WITH_TIMEOUT(fixture.model().counts().missing, fixture.view().model()->rowCount(), patience);
    checkWindow(fixture, desktop.size);
    checkColumns(fixture, desktop.size);
    QTest::keyClick(fixture.window.get(), Qt::Key_D, Qt::ControlModifier);
    checkOnScreen(fixture.plan());
    fixture.agreeToPlan();
    // The sample with the broken header is not ticked: it is asked about.
    QTRY_VERIFY_WITH_TIMEOUT(fixture.model().counts().missing == 1 && !fixture.isDeploying(), patience);
    checkWindow(fixture, desktop.size);
    checkColumns(fixture, desktop.size);
}

void tst_WindowSizes::largeFolder()
{
    constexpr int count = 2000;
    QFETCH(const Desktop, desktop);
    use(desktop);
    WindowFixture fixture;
    fill(fixture, count);
    fixture.open(count);
    fixture.window->setGeometry({QPoint(), desktop.size});
    checkWindow(fixture, desktop.size);
    checkColumns(fixture, desktop.size);
}

/// What was saved on a larger screen.
void tst_WindowSizes::grownGeometryIsClipped()
{
    WindowFixture fixture;
    fixture.window->show();
    fixture.window->resize(3000, 2000);
    fixture.window->move(400, 300);
    fixture.settings.setValue("window/geometry", fixture.window->saveGeometry());
    MainWindow again(fixture.settings, fixture.connections, fixture.secrets, fixture.localCheck, fixture.plugins,
                     fixture.history, fixture.journal);
    again.show();
    checkOnScreen(again);
}

QTEST_MAIN(tst_WindowSizes)
#include "tst_windowsizes.moc"
