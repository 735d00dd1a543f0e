// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/importremedy.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

struct ImportRemedyTexts
{
    Q_DECLARE_TR_FUNCTIONS(ImportRemedy)
};

/// Packages whose name does not have the module's in it.
constexpr std::array<std::pair<QLatin1StringView, QLatin1StringView>, 6> otherNames{{
    {"bs4"_L1, "beautifulsoup4"_L1},
    {"cv2"_L1, "opencv"_L1},
    {"crypto"_L1, "pycryptodome"_L1},
    {"fitz"_L1, "pymupdf"_L1},
    {"pil"_L1, "pillow"_L1},
    {"sklearn"_L1, "scikit_learn"_L1},
}};

/// Packages and modules are compared without case, and with - and . as _.
QString plainName(const QString &name)
{
    static const QRegularExpression marks(u"[-.]+"_s);
    return name.trimmed().toLower().replace(marks, u"_"_s);
}

/// The package of `requirements` that seems to bring the module; empty: none does.
QString requiredPackage(const Plugin &plugin, const QString &topModule)
{
    static const QRegularExpression end(u"[\\s\\[<>=!~;@(]"_s);
    const QString module = plainName(topModule);
    const auto *other = std::ranges::find(otherNames, module, [](const auto &entry) { return QString(entry.first); });
    for (const QString &requirement : plugin.header.value(u"requirements").split(u',', Qt::SkipEmptyParts)) {
        const QString package = requirement.trimmed().section(end, 0, 0);
        const QString plain = plainName(package);
        const bool isOther = other != otherNames.end() && plain.contains(other->second);
        if (plain == module || isOther || (module.size() > 2 && plain.contains(module))) {
            return package;
        }
    }
    return {};
}

/// Where the module's file is, relative to the root; empty: it is none of this folder's.
QString ownFile(const Plugin &plugin, const QString &root, const QString &topModule)
{
    const QString beside = QFileInfo(plugin.path).path();
    for (const QString &folder : {beside, u"."_s}) {
        for (const QString &ending : {u".py"_s, u"/__init__.py"_s, QString()}) {
            const QString path = QDir::cleanPath(folder + u'/' + topModule + ending);
            const QFileInfo file(root + u'/' + path);
            if (file.exists() && file.isDir() == ending.isEmpty() && path != plugin.path) {
                return path;
            }
        }
    }
    return {};
}

} // namespace

QString importRemedy(const QString &reason, const Plugin &plugin, const QString &root)
{
    static const QRegularExpression missingModule(u"No module named '?([^'\\s\\]]+)"_s);
    static const QRegularExpression missingName(u"cannot import name '?([^'\\s]+?)'? from '?([^'\\s]+)"_s);
    const QRegularExpressionMatch ofName = missingName.match(reason);
    const QRegularExpressionMatch ofModule = missingModule.match(reason);
    if (!ofName.hasMatch() && !ofModule.hasMatch()) {
        return {};
    }
    const QString module = ofName.hasMatch() ? ofName.captured(2) : ofModule.captured(1);
    const QString top = module.section(u'.', 0, 0);
    if (top == u"open_webui") {
        const QString wanted = ofName.hasMatch() ? module + u'.' + ofName.captured(1) : module;
        return ImportRemedyTexts::tr(
                   "“%1” is a part of Open WebUI that the server's release does not have: the code was written "
                   "for another release. Take the plugin's version for this release, or change the import.")
            .arg(wanted);
    }
    if (const QString file = ownFile(plugin, root, top); !file.isEmpty()) {
        return ImportRemedyTexts::tr(
                   "“%1” is in your folder (%2), and the server gets the plugin's own file only. Move what is used "
                   "of it into that file, or make it a package that pip can install.")
            .arg(top, file);
    }
    if (ofName.hasMatch()) {
        return ImportRemedyTexts::tr(
                   "The server has “%1” in a version without this name. Ask for the version that you need in the "
                   "header's requirements.")
            .arg(top);
    }
    if (const QString package = requiredPackage(plugin, top); !package.isEmpty()) {
        return ImportRemedyTexts::tr(
                   "The header asks for “%1” already, but the server did not install it: it may be offline, or pip "
                   "is switched off there. Have the package installed on the server, or allow pip.")
            .arg(package);
    }
    return ImportRemedyTexts::tr(
               "Add the package that brings “%1” to the requirements in the plugin's header, or have it installed "
               "on the server.")
        .arg(top);
}

} // namespace owui
