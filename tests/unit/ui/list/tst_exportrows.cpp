// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/localcheck.h"
#include "plugins/pluginfolder.h"
#include "ui/diff/diffcontroller.h"
#include "ui/diff/diffdialog.h"
#include "ui/list/codechecks.h"
#include "ui/list/pluginactions.h"
#include "ui/list/pluginmodel.h"

#include "unit/plugins/plugintree.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;
using test::PluginTree;

namespace {

constexpr int patience = 20'000; // milliseconds

const QByteArray twoEntries =
    "[{\"id\": \"good\", \"user_id\": \"SECRET\", \"name\": \"Good\", \"type\": \"filter\", \"meta\": {},"
    "  \"content\": \"class Filter:\\n    pass\\n\", \"valves\": {\"key\": \"SECRET\"}},"
    " {\"id\": \"broken\", \"name\": \"Broken\", \"type\": \"filter\", \"meta\": {},"
    "  \"content\": \"class Filter:\\n    def x(:\\n\"}]";

} // namespace

/// Entries of an export are rows of the window; only what needs a file of their own is not offered.
class tst_ExportRows : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_tree = std::make_unique<PluginTree>();
        m_tree->write(u"e.json"_s, twoEntries);
        m_tree->write(u"a.py"_s, PluginTree::plugin("Filter", "A"));
        m_folder = std::make_unique<PluginFolder>();
        m_model = std::make_unique<PluginModel>();
        connect(m_folder.get(), &PluginFolder::scanned, m_model.get(), [this] { m_model->merge(m_folder->plugins()); });
        m_window = std::make_unique<QWidget>();
        m_folder->open(m_tree->root());
        QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), 3, patience);
    }

    void cleanup()
    {
        m_window.reset();
        m_model.reset();
        m_folder.reset();
    }

    void codeIsChecked()
    {
        if (QStandardPaths::findExecutable(u"python3"_s).isEmpty()) {
            QSKIP("There is no python3 here.");
        }
        LocalCheck check;
        CodeChecks checks(*m_folder, *m_model, check, nullptr);
        checks.checkFirst({u"e.json#good"_s, u"e.json#broken"_s});
        QTRY_VERIFY_WITH_TIMEOUT(m_model->find(u"e.json#broken"_s)->isCodeChecked(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_model->find(u"e.json#good"_s)->isCodeChecked(), patience);
        const auto hasError = [this](const QString &path) {
            const QList<Finding> findings = m_model->find(path)->findings();
            return std::ranges::count(findings, FindingCode::SyntaxError, &Finding::code) > 0;
        };
        QVERIFY(hasError(u"e.json#broken"_s));
        QVERIFY(!hasError(u"e.json#good"_s));
    }

    void pinIsNotOffered()
    {
        PluginActions actions(*m_folder, *m_model, m_window.get());
        actions.setTarget(u"a.py"_s, {});
        QVERIFY(actions.pinId->isEnabled());
        const QString usual = actions.pinId->toolTip();
        actions.setTarget(u"e.json#good"_s, {});
        QVERIFY(!actions.pinId->isEnabled());
        QVERIFY(actions.pinId->toolTip() != usual);
        QVERIFY(actions.openInEditor->isEnabled());
        QVERIFY(actions.showInFolder->isEnabled());
        QVERIFY(actions.exclude->isVisible());
    }

    void differencesAreThoseOfTheCode()
    {
        const ServerPlugin there{.id = u"good"_s,
                                 .kind = PluginKind::Filter,
                                 .name = u"Good"_s,
                                 .content = u"class Filter:\n    old = 1\n"_s};
        m_model->setSeen(u"e.json#good"_s, {.presence = Presence::Found, .plugin = there});
        DiffController controller(*m_folder, *m_model, m_window.get());
        controller.show(u"e.json#good"_s);
        auto *dialog = m_window->findChild<DiffDialog *>();
        QVERIFY(dialog);
        QSignalSpy ready(dialog, &DiffDialog::ready);
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, patience);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"copyDiff"_s), Qt::LeftButton);
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.contains(u"-    old = 1\n+    pass\n"_s), qPrintable(copied));
        QVERIFY2(!copied.contains(u"SECRET"_s), qPrintable(copied));
    }

private:
    std::unique_ptr<PluginTree> m_tree;
    std::unique_ptr<PluginFolder> m_folder;
    std::unique_ptr<PluginModel> m_model;
    std::unique_ptr<QWidget> m_window;
};

QTEST_MAIN(tst_ExportRows)
#include "tst_exportrows.moc"
