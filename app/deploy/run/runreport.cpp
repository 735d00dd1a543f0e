// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/run/runreport.h"

#include "deploy/run/runjson.h"
#include "deploy/run/runsummary.h"
#include "isolated.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

struct RunReportTexts
{
    Q_DECLARE_TR_FUNCTIONS(RunReport)
};

/// Where nobody answered, the detail is this machine's, and the message has it.
QString serverWords(const DeployResult &result)
{
    return detailOrNull(result.error).toString();
}

/// A text that stays one cell, and that Markdown does not take for something else: a plugin's title is anybody's.
QString cell(const QString &text)
{
    QString safe;
    for (const QChar character : withoutIsolation(text).simplified()) {
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
    return RunReportTexts::tr("%1 s").arg(QLocale().toString(static_cast<double>(elapsed.count()) / 1000, 'f', 1));
}

QString storyOf(const DeployResult &result)
{
    QString text = u"- **%1** (%2): %3 %4\n"_s.arg(cell(result.title), cell(textOf(result.outcome)),
                                                   cell(result.message), cell(result.remedy));
    for (const QString &note : result.notes) {
        text += u"    - %1\n"_s.arg(cell(note));
    }
    if (const QString words = serverWords(result); !words.isEmpty()) {
        text += u"    - %1\n\n%2\n\n"_s.arg(RunReportTexts::tr("The server's words:"), quoted(words));
    }
    return text;
}

} // namespace

QString RunReport::toMarkdown() const
{
    QString text = u"# %1\n\n"_s.arg(RunReportTexts::tr("Deployment to %1").arg(cell(serverName)));
    text += u"- %1\n"_s.arg(RunReportTexts::tr("Server: %1").arg(cell(serverUrl)));
    if (!release.isEmpty()) {
        text += u"- %1\n"_s.arg(RunReportTexts::tr("Open WebUI: %1").arg(cell(release)));
    }
    text += u"- %1\n"_s.arg(RunReportTexts::tr("Ended: %1").arg(ended.toUTC().toString(Qt::ISODate)));
    text += u"- %1\n\n"_s.arg(RunReportTexts::tr("Took: %1").arg(seconds(elapsed)));
    text += RunSummary::of(results).text() + u"\n\n"_s;
    text += row({RunReportTexts::tr("Plugin"), RunReportTexts::tr("Kind"), RunReportTexts::tr("Id"),
                 RunReportTexts::tr("Outcome"), RunReportTexts::tr("Before"), RunReportTexts::tr("After"),
                 RunReportTexts::tr("Time")});
    text += u"| --- | --- | --- | --- | --- | --- | ---: |\n"_s;
    QString stories;
    for (const DeployResult &result : results) {
        text += row({cell(result.title), nameOf(result.kind), cell(result.id), textOf(result.outcome),
                     cell(result.versionBefore), cell(result.versionAfter), seconds(result.elapsed)});
        if (!result.isSuccess() || !result.notes.isEmpty()) {
            stories += storyOf(result);
        }
    }
    return stories.isEmpty() ? text : text + u"\n## %1\n\n"_s.arg(RunReportTexts::tr("What to look at")) + stories;
}

QByteArray RunReport::toJson() const
{
    QJsonObject document = runDocument(results);
    QJsonArray array = document.value(u"results"_s).toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        QJsonObject object = array.at(i).toObject();
        QStringList notes = results.at(i).notes;
        std::ranges::transform(notes, notes.begin(), &withoutIsolation);
        object.insert(u"title"_s, results.at(i).title);
        object.insert(u"message"_s, withoutIsolation(results.at(i).message)); // what needs attention is among the notes
        object.insert(u"notes"_s, QJsonArray::fromStringList(notes));
        array.replace(i, object);
    }
    document.insert(u"server"_s, serverObject(serverName, serverUrl, release));
    document.insert(u"results"_s, array);
    document.insert(u"ended"_s, ended.toUTC().toString(Qt::ISODate));
    document.insert(u"milliseconds"_s, static_cast<qint64>(elapsed.count()));
    return documentText(document);
}

} // namespace owui
