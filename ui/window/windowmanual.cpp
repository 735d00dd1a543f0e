// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/window/windowmanual.h"

#include "ui/window/helptexts.h"

#include "manual/manualpage.h"
#include "manual/userfiles.h"

#include <QCommandLineOption>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

struct WindowManualTexts
{
    Q_DECLARE_TR_FUNCTIONS(WindowManual)
};

} // namespace

// The names of the sections that every page has stay English: "man" and its index look for them.
QString windowManual(const QList<QCommandLineOption> &options)
{
    ManualPage page(u"owui-deployer"_s, WindowManualTexts::tr("deploy Open WebUI plugins from a window"),
                    {WindowManualTexts::tr("[OPTION…] [FOLDER]")});
    page.addSection(u"DESCRIPTION"_s);
    page.addText(WindowManualTexts::tr(
        "Shows the Open WebUI plugins of a folder with their versions, here and on a server, and "
        "creates or updates each of them with a click. What follows is the guide that F1 shows in "
        "the window."));
    for (const GuideSection &section : guide()) {
        page.addSubsection(section.title);
        page.addText(section.text);
        page.addEntries(section.entries);
    }
    page.addSection(u"OPTIONS"_s);
    page.addOptions(options);
    page.addSection(u"FILES"_s);
    page.addEntries(userFiles());
    page.addSection(u"SEE ALSO"_s);
    page.addReferences({u"owui-deploy"_s, u"owui-practice"_s});
    return page.text();
}

} // namespace owui
