// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "live/liveserver.h"
#include "live/plugincode.h"
#include "live/report.h"
#include "support/deployfixture.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTest>

#include <memory>

namespace owui::test {

/// Ends a test function that makes no sense on this server.
#define NOT_APPLICABLE(reason)                                                                                         \
    do {                                                                                                               \
        notApplicable(reason);                                                                                         \
        return;                                                                                                        \
    } while (false)

/// A group of scenarios. A test function is named after its number in the list: "s05_brokenUpdate"; several may belong
/// to one. Each starts with a server that has no plugins, each group with one that has the usual settings.
class ScenarioTest : public QObject
{
    Q_OBJECT

public:
    explicit ScenarioTest(LiveServer &server);
    ~ScenarioTest() override;

protected:
    [[nodiscard]] LiveServer &server() { return m_server; }
    [[nodiscard]] const ServerRelease &release() const { return m_server.release(); }
    /// The code under test, made anew for each test function.
    [[nodiscard]] DeployFixture &fixture() { return *m_fixture; }

    /// Writes a plugin's file and gives it the id.
    Plugin write(const QString &id, const PluginCode &code);
    DeployResult deploy(const QString &id, const PluginCode &code, const Consents &consents = {});

    // What the server has, read and changed independently.
    [[nodiscard]] RawAnswer stored(PluginSpace space, const QString &id);
    [[nodiscard]] bool isMissing(PluginSpace space, const QString &id);
    [[nodiscard]] RawAnswer act(PluginSpace space, const QString &id, const QString &action,
                                const QJsonObject &body = {});
    /// Says "hello" to a model, as a person in a chat would.
    [[nodiscard]] RawAnswer chat(const QString &model);
    [[nodiscard]] static QString version(const RawAnswer &plugin);

    [[nodiscard]] bool switchesOffOnFailure() const { return release().isBefore(0, 12); }
    [[nodiscard]] bool hidesReasons() const { return release().isAtLeast(0, 10) && release().isBefore(0, 12); }

    /// The running function makes no sense on this server, which is not a failure. See NOT_APPLICABLE.
    void notApplicable(const QString &reason);
    /// The same for something that the running function leaves out while it goes on.
    void partlyNotApplicable(const QString &reason);

private slots:
    void initTestCase();
    void init();
    void cleanup();

private:
    LiveServer &m_server;
    std::unique_ptr<DeployFixture> m_fixture;
    bool m_skipped = false;
    QElapsedTimer m_clock;
};

[[nodiscard]] QString spacePath(PluginSpace space);

} // namespace owui::test
