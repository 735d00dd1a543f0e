// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace owui::test {

/// A git repository in a folder of its own, made with libgit2, so that the tests need no git and none of its settings.
/// Every call says whether it succeeded.
class SampleRepository final
{
    Q_DISABLE_COPY_MOVE(SampleRepository)

public:
    SampleRepository();
    ~SampleRepository();

    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] bool write(const QString &path, const QByteArray &content) const;
    [[nodiscard]] bool remove(const QString &path) const;
    /// Commits the folder as it is to the present branch, at this second since the epoch.
    [[nodiscard]] bool commit(qint64 when);
    [[nodiscard]] bool detach();
    /// The short hash of HEAD.
    [[nodiscard]] QString head() const;

private:
    class Private;
    QTemporaryDir m_folder;
    std::unique_ptr<Private> d;
};

} // namespace owui::test
