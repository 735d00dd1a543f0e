// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "manual/userfiles.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

struct UserFileTexts
{
    Q_DECLARE_TR_FUNCTIONS(UserFiles)
};

} // namespace

QList<ManualEntry> userFiles()
{
    return {
        {u"~/.config/owui-deployer/"_s,
         UserFileTexts::tr("The connections and the settings of the window. No key is in them: "
                           "the desktop's key store has the keys.")},
        {u"~/.local/share/owui-deployer/owui-deployer/history/"_s,
         UserFileTexts::tr("What servers had before each change, and what came of it. Only you can read it.")},
        {u".owui-deploy.json"_s,
         UserFileTexts::tr("What you decided about the files of the folder that it lies in: ids, and "
                           "what is left out. It is made to be committed.")},
    };
}

} // namespace owui
