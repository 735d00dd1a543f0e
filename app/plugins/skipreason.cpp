// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/skipreason.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(SkipReason)
};

} // namespace

QString skipReasonName(SkipReason reason)
{
    switch (reason) {
    case SkipReason::NoPluginClass:
        return u"no-plugin-class"_s;
    case SkipReason::TestOrHelper:
        return u"test-or-helper"_s;
    case SkipReason::Template:
        return u"template"_s;
    case SkipReason::LocalizedCopy:
        return u"localized-copy"_s;
    case SkipReason::Draft:
        return u"draft"_s;
    case SkipReason::ExcludedByUser:
        return u"excluded-by-user"_s;
    case SkipReason::NotUtf8:
        return u"not-utf-8"_s;
    case SkipReason::ContainsNul:
        return u"contains-nul"_s;
    case SkipReason::Empty:
        return u"empty"_s;
    case SkipReason::Unreadable:
        return u"unreadable"_s;
    case SkipReason::TooLarge:
        return u"too-large"_s;
    case SkipReason::NotRegularFile:
        return u"not-a-regular-file"_s;
    case SkipReason::Link:
        return u"link"_s;
    case SkipReason::DanglingLink:
        return u"dangling-link"_s;
    }
    return {};
}

QString skipReasonText(SkipReason reason)
{
    switch (reason) {
    case SkipReason::NoPluginClass:
        return Texts::tr("The file has no top-level class Pipe, Filter, Action, Event or "
                         "Tools, so it is no plugin.");
    case SkipReason::TestOrHelper:
        return Texts::tr("The name or the folder says that this is a test, a helper, or a "
                         "part from which another file is made.");
    case SkipReason::Template:
        return Texts::tr("The name or the folder says that this is a template.");
    case SkipReason::LocalizedCopy:
        return Texts::tr("The name says that this is the same plugin in another language.");
    case SkipReason::Draft:
        return Texts::tr("The name or the folder says that this is a draft, a backup or an "
                         "old copy.");
    case SkipReason::ExcludedByUser:
        return Texts::tr("You excluded this file.");
    case SkipReason::NotUtf8:
        return Texts::tr("The text is not UTF-8. Save the file as UTF-8.");
    case SkipReason::ContainsNul:
        return Texts::tr("The file contains a NUL byte, which no Python file may have.");
    case SkipReason::Empty:
        return Texts::tr("The file is empty.");
    case SkipReason::Unreadable:
        return Texts::tr("The file cannot be read. Check its permissions.");
    case SkipReason::TooLarge:
        return Texts::tr("The file is larger than 8 MiB and is not read.");
    case SkipReason::NotRegularFile:
        return Texts::tr("This is no ordinary file but a folder, a pipe or a device.");
    case SkipReason::Link:
        return Texts::tr("This is a link. Links are not followed: a file of this folder is "
                         "read where it lies.");
    case SkipReason::DanglingLink:
        return Texts::tr("This is a link to a file that does not exist.");
    }
    return {};
}

const QList<SkipReason> &allSkipReasons()
{
    static const QList<SkipReason> reasons{
        SkipReason::NoPluginClass, SkipReason::TestOrHelper,   SkipReason::Template, SkipReason::LocalizedCopy,
        SkipReason::Draft,         SkipReason::ExcludedByUser, SkipReason::NotUtf8,  SkipReason::ContainsNul,
        SkipReason::Empty,         SkipReason::Unreadable,     SkipReason::TooLarge, SkipReason::NotRegularFile,
        SkipReason::Link,          SkipReason::DanglingLink,
    };
    return reasons;
}

} // namespace owui
