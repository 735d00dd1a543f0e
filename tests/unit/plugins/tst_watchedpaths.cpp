// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/watchedpaths.h"

#include "unit/plugins/plugintree.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;
using test::PluginTree;

/// What happens between the reading of a folder and its watching.
class TestWatchedPaths : public QObject
{
    Q_OBJECT

private slots:
    void tellsThatAPathIsGone()
    {
        const PluginTree tree;
        WatchedPaths paths;
        QSignalSpy changed(&paths, &WatchedPaths::changed);
        paths.watch({tree.path(u"gone.py"_s)});
        QVERIFY(changed.wait());
        QCOMPARE(changed.size(), 1);

        paths.watch({tree.path(u"gone.py"_s)});
        QVERIFY2(!changed.wait(600), "what was gone before is no news");
    }

    void tellsThatAWatchedPathGoes()
    {
        const PluginTree tree;
        tree.write(u"a.py"_s, "x");
        WatchedPaths paths;
        QSignalSpy changed(&paths, &WatchedPaths::changed);
        paths.watch({tree.path(u"a.py"_s)});
        QVERIFY2(changed.wait(), "one look after the watch was set");

        QVERIFY(QFile::remove(tree.path(u"a.py"_s)));
        QVERIFY(changed.wait());
    }
};

QTEST_GUILESS_MAIN(TestWatchedPaths)
#include "tst_watchedpaths.moc"
