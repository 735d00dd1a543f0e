// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/run/runreport.h"

#include "deploy/run/runsummary.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RunReport)
};

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

/// Where nobody answered, the detail is this machine's, and the message has it.
QString serverWords(const DeployResult &result)
{
    return result.error.httpStatus > 0 ? result.error.detail : QString();
}

QJsonObject resultObject(const DeployResult &result)
{
    return {{u"path"_s, result.path},
            {u"title"_s, result.title},
            {u"kind"_s, nameOf(result.kind)},
            {u"id"_s, orNull(result.id)},
            {u"outcome"_s, nameOf(result.outcome)},
            {u"stage"_s, nameOf(result.stage)},
            {u"httpStatus"_s, result.error.httpStatus > 0 ? QJsonValue(result.error.httpStatus) : QJsonValue()},
            {u"detail"_s, orNull(serverWords(result))},
            {u"message"_s, result.message},
            {u"remedy"_s, result.remedy},
            {u"versionBefore"_s, orNull(result.versionBefore)},
            {u"versionAfter"_s, orNull(result.versionAfter)},
            {u"active"_s, result.active ? QJsonValue(*result.active) : QJsonValue()},
            {u"deactivated"_s, result.deactivated},
            {u"notes"_s, QJsonArray::fromStringList(result.notes)},
            {u"milliseconds"_s, static_cast<qint64>(result.elapsed.count())}};
}

RunSummary summaryOf(const QList<DeployResult> &results)
{
    RunSummary summary;
    for (const DeployResult &result : results) {
        summary.count(result.outcome);
    }
    return summary;
}

/// A text that stays one cell, and that Markdown does not take for something else: a plugin's title is anybody's.
QString cell(const QString &text)
{
    QString safe;
    for (const QChar character : text.simplified()) {
        if (u"\\`*_{}[]<>|#"_s.contains(character)) {
            safe.append(u'\\');
        }
        safe.append(character);
    }
    return safe;
}

QString quoted(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n')) {
        lines.append(u"      "_s + line); // an indented block inside a list: taken literally
    }
    return lines.join(u'\n');
}

QString row(const QStringList &cells)
{
    return u"| "_s + cells.join(u" | "_s) + u" |\n"_s;
}

QString seconds(std::chrono::milliseconds elapsed)
{
    return Texts::tr("%1 s").arg(QLocale().toString(static_cast<double>(elapsed.count()) / 1000, 'f', 1));
}

QString storyOf(const DeployResult &result)
{
    QString text = u"- **%1** (%2): %3 %4\n"_s.arg(cell(result.title), cell(textOf(result.outcome)),
                                                   cell(result.message), cell(result.remedy));
    for (const QString &note : result.notes) {
        text += u"    - %1\n"_s.arg(cell(note));
    }
    if (const QString words = serverWords(result); !words.isEmpty()) {
        text += u"    - %1\n\n%2\n\n"_s.arg(Texts::tr("The server's words:"), quoted(words));
    }
    return text;
}

} // namespace

QString RunReport::toMarkdown() const
{
    QString text = u"# %1\n\n"_s.arg(Texts::tr("Deployment to %1").arg(cell(serverName)));
    text += u"- %1\n"_s.arg(Texts::tr("Server: %1").arg(cell(serverUrl)));
    if (!release.isEmpty()) {
        text += u"- %1\n"_s.arg(Texts::tr("Open WebUI: %1").arg(cell(release)));
    }
    text += u"- %1\n"_s.arg(Texts::tr("Ended: %1").arg(ended.toUTC().toString(Qt::ISODate)));
    text += u"- %1\n\n"_s.arg(Texts::tr("Took: %1").arg(seconds(elapsed)));
    text += summaryOf(results).text() + u"\n\n"_s;
    text += row({Texts::tr("Plugin"), Texts::tr("Kind"), Texts::tr("Id"), Texts::tr("Outcome"), Texts::tr("Before"),
                 Texts::tr("After"), Texts::tr("Time")});
    text += u"| --- | --- | --- | --- | --- | --- | ---: |\n"_s;
    QString stories;
    for (const DeployResult &result : results) {
        text += row({cell(result.title), nameOf(result.kind), cell(result.id), textOf(result.outcome),
                     cell(result.versionBefore), cell(result.versionAfter), seconds(result.elapsed)});
        if (!result.isSuccess() || !result.notes.isEmpty()) {
            stories += storyOf(result);
        }
    }
    return stories.isEmpty() ? text : text + u"\n## %1\n\n"_s.arg(Texts::tr("What to look at")) + stories;
}

QByteArray RunReport::toJson() const
{
    QJsonArray array;
    for (const DeployResult &result : results) {
        array.append(resultObject(result));
    }
    const QJsonObject document{
        {u"server"_s, QJsonObject{{u"name"_s, serverName}, {u"url"_s, serverUrl}, {u"release"_s, orNull(release)}}},
        {u"ended"_s, ended.toUTC().toString(Qt::ISODate)},
        {u"milliseconds"_s, static_cast<qint64>(elapsed.count())},
        {u"results"_s, array},
        {u"summary"_s, summaryOf(results).toJson()}};
    return QJsonDocument(document).toJson(QJsonDocument::Indented);
}

} // namespace owui
