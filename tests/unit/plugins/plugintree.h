// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace owui::test {

/// A folder with plugin files, gone with this object.
class PluginTree final
{
public:
    PluginTree() { QFile::setPermissions(m_folder.path(), readableByAll); }
    Q_DISABLE_COPY_MOVE(PluginTree)
    ~PluginTree() = default;

    [[nodiscard]] QString root() const { return QFileInfo(m_folder.path()).canonicalFilePath(); }
    [[nodiscard]] QString path(const QString &relative) const { return root() + u'/' + relative; }

    void write(const QString &relative, const QByteArray &content) const
    {
        QDir(root()).mkpath(QFileInfo(relative).path());
        QFile file(path(relative));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    [[nodiscard]] static QByteArray plugin(const QByteArray &className, const QByteArray &title)
    {
        return "\"\"\"\ntitle: " + title + "\nversion: 1.0\n\"\"\"\n\n\nclass " + className + ":\n    pass\n";
    }

    static constexpr QFileDevice::Permissions readableByAll =
        QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner | QFileDevice::ReadGroup |
        QFileDevice::ExeGroup | QFileDevice::ReadOther | QFileDevice::ExeOther;

private:
    QTemporaryDir m_folder;
};

#ifdef Q_OS_UNIX
/// While it lives, root is nobody: permissions count for root only then.
class WithoutPrivileges final
{
public:
    WithoutPrivileges()
        : m_wasRoot(::geteuid() == 0)
    {
        if (m_wasRoot && ::seteuid(nobody) != 0) {
            qFatal("cannot drop privileges");
        }
    }
    Q_DISABLE_COPY_MOVE(WithoutPrivileges)
    ~WithoutPrivileges()
    {
        if (m_wasRoot && ::seteuid(0) != 0) {
            qFatal("cannot take privileges back");
        }
    }

private:
    static constexpr uid_t nobody = 65534;
    bool m_wasRoot;
};
#endif

} // namespace owui::test
