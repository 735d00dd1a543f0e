// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/plan/consent.h"

namespace owui {

template<>
WordTable<Consent> wordsOf()
{
    static constexpr Word<Consent> words[] = {
        {Consent::Production, "production",
         QT_TRANSLATE_NOOP("Consent", "Deploy to a server that is marked as production.")},
        {Consent::LocalCheck, "local-check",
         QT_TRANSLATE_NOOP("Consent", "Send it although Python here cannot compile it.")},
        {Consent::TypeChange, "type-change",
         QT_TRANSLATE_NOOP("Consent", "Turn the function on the server into another kind.")},
        {Consent::SecondCopy, "second-copy",
         QT_TRANSLATE_NOOP("Consent", "Create a second copy beside the one that the server has.")},
        {Consent::Downgrade, "downgrade",
         QT_TRANSLATE_NOOP("Consent", "Replace the server's newer version with this older one.")},
        {Consent::ReleaseTooOld, "release-too-old",
         QT_TRANSLATE_NOOP("Consent", "Send it to an Open WebUI that is older than its header asks for.")},
        {Consent::RunForReason, "run-for-reason",
         QT_TRANSLATE_NOOP("Consent",
                           "Let the server run the code once more to learn why it refused to create the plugin.")},
        {Consent::EditedOnServer, "edited-on-server",
         QT_TRANSLATE_NOOP("Consent", "Replace what somebody edited on the server.")},
        {Consent::ChangedSincePlan, "changed-since-plan",
         QT_TRANSLATE_NOOP("Consent", "Replace it although the server has another text than when you looked.")},
        {Consent::ChangedOnDisk, "changed-on-disk",
         QT_TRANSLATE_NOOP("Consent", "Send the file as it is now, not as it was when you looked.")},
        {Consent::Valves, "valves",
         QT_TRANSLATE_NOOP("Consent", "Send it although its settings on the server no longer fit.")},
        {Consent::NoWayBack, "no-way-back",
         QT_TRANSLATE_NOOP("Consent", "Replace it although what the server has could not be kept.")},
        {Consent::Blind, "blind",
         QT_TRANSLATE_NOOP("Consent", "Send it although nobody can look at what the server has.")},
    };
    return {.words = words, .context = "Consent"};
}

bool concernsTexts(Consent consent)
{
    return consent == Consent::ChangedSincePlan || consent == Consent::EditedOnServer || consent == Consent::Downgrade;
}

bool concernsChange(Consent consent)
{
    return consent == Consent::ChangedSincePlan || consent == Consent::ChangedOnDisk;
}

bool concernsOtherId(Consent consent)
{
    return consent == Consent::SecondCopy;
}

} // namespace owui
