// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/pluginfile.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace owui;

/// The parser against the cases that Python itself and the server's parser answered.
class TestParserCases : public QObject
{
    Q_OBJECT

private slots:
    void cases_data();
    void cases();
};

namespace {

QString folder()
{
    return QStringLiteral(OWUI_SHARED_DIR) + u"/parser-cases/"_s;
}

QString nameOf(PluginKind kind)
{
    static const std::array names{u"pipe"_s, u"filter"_s, u"action"_s, u"event"_s, u"tool"_s};
    return names.at(static_cast<std::size_t>(kind));
}

} // namespace

void TestParserCases::cases_data()
{
    QFile file(folder() + u"expected.json"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        QSKIP("The shared parser cases are not beside this checkout.");
    }
    QTest::addColumn<QJsonObject>("expected");
    const QJsonArray cases = QJsonDocument::fromJson(file.readAll()).array();
    QVERIFY(!cases.isEmpty());
    for (const QJsonValue &value : cases) {
        QTest::newRow(qPrintable(value[u"file"_s].toString())) << value.toObject();
    }
}

void TestParserCases::cases()
{
    QFETCH(QJsonObject, expected);
    const QString name = expected[u"file"_s].toString();

    const Result<PluginSource, SkipReason> source = readPluginSource(folder() + name);

    if (expected[u"encoding"_s] == u"invalid-utf8"_s) {
        QVERIFY(!source);
        QCOMPARE(source.error(), SkipReason::NotUtf8);
        return;
    }
    QVERIFY(source.isOk());
    const Plugin plugin = readPlugin(name, source.value());
    QCOMPARE(plugin.header.toJson(), expected[u"frontmatter"_s].toObject());
    if (expected[u"topLevelClasses"_s].isNull()) {
        return; // Python cannot tell the kind of a file that it cannot read.
    }
    const QString function = expected[u"functionType"_s].toString();
    const QString kind = !function.isEmpty() ? function : expected[u"isTool"_s].toBool() ? u"tool"_s : QString();
    QCOMPARE(plugin.kind ? nameOf(*plugin.kind) : QString(), kind);
    QCOMPARE(plugin.skipped.has_value(), kind.isEmpty());
    QCOMPARE(plugin.deployable(), !kind.isEmpty());
}

QTEST_APPLESS_MAIN(TestParserCases)
#include "tst_parsercases.moc"
