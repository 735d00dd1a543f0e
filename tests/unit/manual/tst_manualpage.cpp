// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "manual/manualpage.h"
#include "manual/userfiles.h"

#include <QCommandLineOption>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

namespace {

/// With everything that roff could take for its own.
ManualPage difficultPage()
{
    ManualPage page(u"owui-trial"_s, u"try Nm, Fl and \"words\" out"_s, {u"[OPTION…] FILE…"_s, u"--version"_s});
    page.addSection(u"DESCRIPTION"_s);
    page.addText(
        u".hidden files stay. 'Quoted' words, C:\\new and `code` too.\n\n.env is read.\n\n  # as it is\n  .too"_s);
    page.addSubsection(u"列表"_s);
    page.addText(
        u"每一行是文件夹中的一个插件，或是只在服务器上的一个插件。文件夹受到监视：您在编辑器中保存的内容会自动显示在这里。"_s
            .repeated(2));
    page.addSection(u"OPTIONS"_s);
    page.addOptions({{{u"v"_s, u"verbose"_s}, u"More lines."_s}, {u"port"_s, u"The port."_s, u"number"_s}});
    page.addSection(u"FILES"_s);
    page.addEntries(userFiles());
    page.addSection(u"EXAMPLES"_s);
    page.addExample(u"owui-trial --port 1 'a b'"_s);
    page.addSection(u"SEE ALSO"_s);
    page.addReferences({u"owui-deploy"_s, u"owui-deployer"_s});
    return page;
}

/// What `program` makes of the page.
QByteArray read(const QString &program, const QStringList &arguments, const ManualPage &page)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.write(page.text().toUtf8());
    process.closeWriteChannel();
    return process.waitForFinished() ? process.readAll() : "It did not run: " + process.errorString().toUtf8();
}

} // namespace

class TestManualPage final : public QObject
{
    Q_OBJECT

private slots:
    void escapesWhatRoffWouldRead()
    {
        const QString text = difficultPage().text();
        const QStringList lines = text.split(u'\n');
        for (const QString &expected :
             {u"\\&.hidden files stay."_s, u"\\&\\(aqQuoted\\(aq words, C:\\enew and \\(gacode\\(ga too."_s,
              u"\\&.env is read."_s, u"\\&.too"_s, u".Nd \\&try \\&Nm, \\&Fl \\&and \\&\\(dqwords\\(dq \\&out"_s,
              u".It \\&\\-v, \\&\\-\\-verbose"_s, u".It \\&\\-\\-port \\&number"_s, u".Xr owui-deploy 1 ,"_s,
              u".Xr owui-deployer 1"_s}) {
            QVERIFY2(lines.contains(expected), qPrintable(expected + u"\n\n"_s + text));
        }
    }

    void keepsLinesShort()
    {
        for (const QString &line : difficultPage().text().split(u'\n')) {
            QVERIFY2(line.size() <= 80, qPrintable(line));
        }
    }

    void mandocHasNothingToSay()
    {
        if (QStandardPaths::findExecutable(u"mandoc"_s).isEmpty()) {
            QSKIP("mandoc is not installed.");
        }
        // The pages that it names need not be installed.
        for (const QByteArray &line : read(u"mandoc"_s, {u"-T"_s, u"lint"_s}, difficultPage()).split('\n')) {
            QVERIFY2(line.isEmpty() || line.contains("referenced manual not found"), line.constData());
        }
    }

    /// What a reader sees is what was said, with no mark of ours left in it.
    void isReadAsWritten()
    {
        if (QStandardPaths::findExecutable(u"mandoc"_s).isEmpty()) {
            QSKIP("mandoc is not installed.");
        }
        const QString shown = QString::fromUtf8(read(u"mandoc"_s, {u"-T"_s, u"utf8"_s}, difficultPage()));
        QString words = shown;
        // A printer's way to make letters bold.
        static const QRegularExpression twice(u".\b"_s);
        words.remove(twice).replace(u'\n', u' ');
        for (const QString &expected :
             {u".hidden files stay."_s, u"C:\\new"_s, u"`code`"_s, u"'a b'"_s, u"个插件，"_s}) {
            QVERIFY2(words.simplified().contains(expected), qPrintable(expected + u"\n\n"_s + shown));
        }
        QCOMPARE(words.count(u'\\'), 1);
    }
};

QTEST_GUILESS_MAIN(TestManualPage)
#include "tst_manualpage.moc"
