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
    /// In a folder that is there already and stays.
    explicit SampleRepository(const QString &folder);
    ~SampleRepository();

    [[nodiscard]] QString folder() const { return m_path; }
    [[nodiscard]] bool write(const QString &path, const QByteArray &content) const;
    [[nodiscard]] bool remove(const QString &path) const;
    /// Commits the folder as it is to the present branch, at this second since the epoch.
    [[nodiscard]] bool commit(qint64 when);
    [[nodiscard]] bool detach();
    /// The short hash of HEAD.
    [[nodiscard]] QString head() const;

private:
    class Private;
    std::unique_ptr<QTemporaryDir> m_made; ///< none where the folder was there
    QString m_path;
    std::unique_ptr<Private> d;
};

} // namespace owui::test
