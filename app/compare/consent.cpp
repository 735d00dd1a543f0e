// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/consent.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace owui {

const QList<Consent> &allConsents()
{
    static const QList<Consent> all = {Consent::Production,    Consent::LocalCheck,     Consent::TypeChange,
                                       Consent::SecondCopy,    Consent::Downgrade,      Consent::ReleaseTooOld,
                                       Consent::RunForReason,  Consent::EditedOnServer, Consent::ChangedSincePlan,
                                       Consent::ChangedOnDisk, Consent::Valves,         Consent::NoWayBack};
    return all;
}

QString consentName(Consent consent)
{
    switch (consent) {
    case Consent::Production:
        return u"production"_s;
    case Consent::LocalCheck:
        return u"local-check"_s;
    case Consent::TypeChange:
        return u"type-change"_s;
    case Consent::SecondCopy:
        return u"second-copy"_s;
    case Consent::Downgrade:
        return u"downgrade"_s;
    case Consent::ReleaseTooOld:
        return u"release-too-old"_s;
    case Consent::RunForReason:
        return u"run-for-reason"_s;
    case Consent::EditedOnServer:
        return u"edited-on-server"_s;
    case Consent::ChangedSincePlan:
        return u"changed-since-plan"_s;
    case Consent::ChangedOnDisk:
        return u"changed-on-disk"_s;
    case Consent::Valves:
        return u"valves"_s;
    case Consent::NoWayBack:
        return u"no-way-back"_s;
    }
    return {};
}

QString consentText(Consent consent)
{
    switch (consent) {
    case Consent::Production:
        return QCoreApplication::translate("Consent", "Deploy to a server that is marked as production.");
    case Consent::LocalCheck:
        return QCoreApplication::translate("Consent", "Send it although Python here cannot compile it.");
    case Consent::TypeChange:
        return QCoreApplication::translate("Consent", "Turn the function on the server into another kind.");
    case Consent::SecondCopy:
        return QCoreApplication::translate("Consent", "Create a second copy beside the one that the server has.");
    case Consent::Downgrade:
        return QCoreApplication::translate("Consent", "Replace the server's newer version with this older one.");
    case Consent::ReleaseTooOld:
        return QCoreApplication::translate("Consent",
                                           "Send it to an Open WebUI that is older than its header asks for.");
    case Consent::RunForReason:
        return QCoreApplication::translate(
            "Consent", "Let the server run the code once more to learn why it refused to create the plugin.");
    case Consent::EditedOnServer:
        return QCoreApplication::translate("Consent", "Replace what somebody edited on the server.");
    case Consent::ChangedSincePlan:
        return QCoreApplication::translate("Consent",
                                           "Replace it although the server has another text than when you looked.");
    case Consent::ChangedOnDisk:
        return QCoreApplication::translate("Consent", "Send the file as it is now, not as it was when you looked.");
    case Consent::Valves:
        return QCoreApplication::translate("Consent", "Send it although its settings on the server no longer fit.");
    case Consent::NoWayBack:
        return QCoreApplication::translate("Consent", "Replace it although what the server has could not be kept.");
    }
    return {};
}

} // namespace owui
