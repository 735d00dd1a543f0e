// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/localcheck.h"
#include "plugins/pluginfolder.h"
#include "ui/list/codechecks.h"
#include "ui/list/pluginmodel.h"

#include "unit/plugins/plugintree.h"

#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace owui;
using test::PluginTree;

/// What a local Python says about the code reaches the rows.
class tst_CodeChecks : public QObject
{
    Q_OBJECT

private slots:
    void tellsTheRows();
    void followsChanges();
    void withoutPython();
    void largeFolder();
};

namespace {

const QByteArray broken = "\"\"\"\ntitle: Broken\nversion: 1.0\n\"\"\"\nclass Filter:\n    def x(:\n";
constexpr int patience = 20'000; // milliseconds

/// A folder, its rows and their checks.
struct Fixture
{
    explicit Fixture(const QString &python = {})
        : check(python)
        , checks(folder, model, check, nullptr)
    {
        const auto merge = [this] { model.merge(folder.plugins()); };
        QObject::connect(&folder, &PluginFolder::scanned, &model, merge);
    }

    [[nodiscard]] const PluginRow &row(const QString &path) const { return *model.find(path); }

    const PluginTree tree;
    PluginFolder folder;
    PluginModel model;
    LocalCheck check;
    CodeChecks checks;
};

bool hasPython()
{
    return !QStandardPaths::findExecutable(u"python3"_s).isEmpty();
}

} // namespace

void tst_CodeChecks::tellsTheRows()
{
    if (!hasPython()) {
        QSKIP("There is no python3 here.");
    }
    Fixture fixture;
    fixture.tree.write(u"a.py"_s, broken);
    fixture.tree.write(u"b.py"_s, PluginTree::plugin("Filter", "Good"));
    fixture.tree.write(u"tests/c.py"_s, broken);
    fixture.folder.open(fixture.tree.root());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.model.rowCount(), 3, patience);

    QTRY_VERIFY_WITH_TIMEOUT(fixture.row(u"b.py"_s).isCodeChecked(), patience);
    QVERIFY(fixture.row(u"b.py"_s).findings().isEmpty());
    const QList<Finding> findings = fixture.row(u"a.py"_s).findings();
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings.constFirst().code, FindingCode::SyntaxError);
    QCOMPARE(findings.constFirst().line, 6);
    QVERIFY2(fixture.row(u"a.py"_s).canDeploy(), "the user may insist");
    QVERIFY2(!fixture.row(u"tests/c.py"_s).isCodeChecked(), "what is not deployed is not checked");
    QTRY_COMPARE_WITH_TIMEOUT(fixture.model.counts().problems, 1, patience);
    const QModelIndex name = fixture.model.index(fixture.model.rowOf(u"a.py"_s), PluginModel::NameColumn);
    QCOMPARE(name.data(PluginModel::FindingRole).toInt(), static_cast<int>(Severity::Error));
}

void tst_CodeChecks::followsChanges()
{
    if (!hasPython()) {
        QSKIP("There is no python3 here.");
    }
    Fixture fixture;
    fixture.tree.write(u"a.py"_s, broken);
    fixture.folder.open(fixture.tree.root());
    QTRY_VERIFY_WITH_TIMEOUT(fixture.model.rowCount() == 1 && !fixture.row(u"a.py"_s).findings().isEmpty(), patience);

    fixture.tree.write(u"a.py"_s, PluginTree::plugin("Filter", "Mended"));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.row(u"a.py"_s).plugin.title(), u"Mended"_s, patience);
    QVERIFY2(fixture.row(u"a.py"_s).findings().isEmpty(), "what was found in another text is no news of this one");
    QTRY_VERIFY_WITH_TIMEOUT(fixture.row(u"a.py"_s).isCodeChecked(), patience);
}

void tst_CodeChecks::withoutPython()
{
    Fixture fixture(u"/there/is/no/python"_s);
    fixture.tree.write(u"a.py"_s, broken);
    fixture.folder.open(fixture.tree.root());
    QTRY_VERIFY_WITH_TIMEOUT(fixture.model.rowCount() == 1 && fixture.row(u"a.py"_s).isCodeChecked(), patience);

    QCOMPARE(fixture.row(u"a.py"_s).findings().value(0).code, FindingCode::PythonMissing);
    QVERIFY(!fixture.row(u"a.py"_s).hasProblem());
    QVERIFY2(!fixture.model.index(0, PluginModel::NameColumn).data(PluginModel::FindingRole).isValid(),
             "a sign in every row would tell nothing");
}

void tst_CodeChecks::largeFolder()
{
    Fixture fixture(u"/there/is/no/python"_s);
    constexpr int many = 501;
    for (int i = 0; i < many; ++i) {
        fixture.tree.write(u"p%1.py"_s.arg(i), PluginTree::plugin("Filter", "x" + QByteArray::number(i)));
    }
    const QSignalSpy merged(&fixture.model, &PluginModel::merged);
    fixture.folder.open(fixture.tree.root());
    QTRY_COMPARE_WITH_TIMEOUT(merged.size(), 1, patience);
    QCOMPARE(fixture.model.rowCount(), many);

    fixture.checks.checkFirst({u"p7.py"_s, u"gone.py"_s, u"p9.py"_s});
    QTRY_VERIFY_WITH_TIMEOUT(fixture.row(u"p9.py"_s).isCodeChecked(), patience);
    QVERIFY2(fixture.row(u"p7.py"_s).isCodeChecked(), "in the order of the selection");
}

QTEST_MAIN(tst_CodeChecks)
#include "tst_codechecks.moc"
