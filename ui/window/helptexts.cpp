// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/window/helptexts.h"

#include "programversion.h"

#include <QAction>
#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

struct HelpTexts
{
    Q_DECLARE_TR_FUNCTIONS(Help)
};

QString heading(const QString &text)
{
    return u"<h3>"_s + text.toHtmlEscaped() + u"</h3>"_s;
}

QString paragraph(const QString &text)
{
    return u"<p>"_s + text.toHtmlEscaped() + u"</p>"_s;
}

/// Lines of two cells.
QString table(const QList<QStringList> &lines)
{
    QString html = u"<table cellspacing=\"0\" cellpadding=\"4\">"_s;
    for (const QStringList &line : lines) {
        html += u"<tr><td><b>"_s + line.value(0).toHtmlEscaped() + u"</b></td><td>"_s + line.value(1).toHtmlEscaped() +
                u"</td></tr>"_s;
    }
    return html + u"</table>"_s;
}

/// The words of a command without its letter for Alt, its count and its dots.
QString commandText(const QAction &action)
{
    static const QRegularExpression letterAtEnd(u"\\(&\\w\\)"_s);
    static const QRegularExpression count(u"\\s*\\([\\d.,]+\\)"_s);
    return action.text().remove(letterAtEnd).remove(count).remove(u'&').remove(u'…').trimmed();
}

} // namespace

QList<GuideSection> guide()
{
    return {
        {.title = HelpTexts::tr("The list"),
         .text = HelpTexts::tr("Each row is a plugin of the folder, or one that only the server has. The folder is "
                               "watched: what you save in an editor shows here by itself."),
         .entries =
             {{HelpTexts::tr("Plugin"), HelpTexts::tr("Its title, and below it the id that it has on the server.")},
              {HelpTexts::tr("Here"), HelpTexts::tr("The version in your file.")},
              {HelpTexts::tr("Server"),
               HelpTexts::tr("The version on the server. A star says that its text was edited there.")},
              {HelpTexts::tr("State"), HelpTexts::tr("How the two compare. Where the last operation failed, why.")},
              {HelpTexts::tr("On"), HelpTexts::tr("Whether the function is switched on; a click switches it. A new "
                                                  "function is off until you switch it on. For a tool, who may use "
                                                  "it.")},
              {HelpTexts::tr("The button"),
               HelpTexts::tr("What it would do now: create, update, or look at it first.")}}},
        {.title = HelpTexts::tr("The plan"),
         .text = HelpTexts::tr("Deploying several plugins shows a plan first: what would be created, updated or left "
                               "alone, and what to know before. Nothing is sent before you agree. A production server "
                               "always shows its plan. What would destroy something, such as a text that was edited on "
                               "the server, is not ticked until you tick it.")},
        {.title = HelpTexts::tr("Deploy on save"),
         .text = HelpTexts::tr("While this is ticked, each plugin is sent as soon as an editor has saved it. What does "
                               "not compile is not sent, and what needs a decision waits on its row. Many files at "
                               "once, as when a branch is switched, are planned instead. It ends with another folder "
                               "or server, and with the program.")},
        {.title = HelpTexts::tr("Going back"),
         .text = HelpTexts::tr("Before each change, what the server has is kept on this computer. “History…” of a "
                               "plugin takes it back to an earlier version, and “Undo last deployment…” in the menu "
                               "Deploy takes back all that was deployed last.")},
        {.title = HelpTexts::tr("Trying it out"),
         .text = HelpTexts::tr("The practice server in the menu Server runs on this computer and forgets everything "
                               "when the program ends. Nothing that you do there reaches anybody.")},
    };
}

QString guidePage()
{
    QString html;
    for (const GuideSection &section : guide()) {
        html += heading(section.title) + paragraph(section.text);
        QList<QStringList> lines;
        for (const ManualEntry &entry : section.entries) {
            lines.append({entry.term, entry.text});
        }
        html += lines.isEmpty() ? QString() : table(lines);
    }
    return html;
}

QString shortcutsPage(const QList<QAction *> &actions)
{
    QList<QStringList> lines;
    for (const QAction *action : actions) {
        if (!action->shortcut().isEmpty()) {
            const QStringList line{action->shortcut().toString(QKeySequence::NativeText), commandText(*action)};
            if (!lines.contains(line)) {
                lines.append(line);
            }
        }
    }
    const auto key = [](int code) { return QKeySequence(code).toString(QKeySequence::NativeText); };
    lines.append({key(Qt::Key_Space), HelpTexts::tr("Select the row, or leave it out again")});
    lines.append({key(Qt::Key_Return), HelpTexts::tr("Show the differences of the row, or open its file")});
    lines.append({key(Qt::Key_Menu), HelpTexts::tr("What else can be done with the row")});
    return table(lines);
}

QString aboutPage()
{
    return u"<h2>OWUI Deployer</h2>"_s +
           paragraph(HelpTexts::tr("Version %1").arg(QLatin1StringView(programVersionText))) +
           paragraph(HelpTexts::tr("Deploys Open WebUI plugins from a folder.")) + heading(HelpTexts::tr("Licences")) +
           table({{u"OWUI Deployer"_s, u"MIT"_s},
                  {u"owui-practice"_s, u"GPL-3.0"_s},
                  {u"Qt %1"_s.arg(QString::fromLatin1(qVersion())), u"LGPL-3.0"_s},
                  {u"Qt HTTP Server (owui-practice)"_s, u"GPL-3.0"_s},
                  {u"QtKeychain"_s, u"BSD-3-Clause"_s},
                  {u"libgit2"_s, HelpTexts::tr("GPL-2.0, with permission to link to it")},
                  {u"SQLite"_s, HelpTexts::tr("public domain")}});
}

} // namespace owui
