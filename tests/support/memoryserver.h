// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/fakeserver.h"

#include "pluginkind.h"

#include <QHash>
#include <QJsonObject>

#include <optional>

namespace owui::test {

/// As much of Open WebUI 0.12.4 as owui-deploy needs, in this process, for one key. Creates and updates functions only.
class MemoryServer final
{
    Q_DISABLE_COPY_MOVE(MemoryServer)

public:
    explicit MemoryServer(const QByteArray &key);

    [[nodiscard]] FakeServer &server() { return m_server; }
    [[nodiscard]] QString url() const { return m_server.url().toString(); }
    [[nodiscard]] bool has(const QString &id) const { return m_functions.contains(id); }
    [[nodiscard]] QJsonObject function(const QString &id) const { return m_functions.value(id); }
    /// As if somebody had made it there before.
    void addFunction(const QString &id, const QString &content, bool active = false);
    void addTool(const QString &id, const QString &content);
    void remove(const QString &id) { m_functions.remove(id); }
    /// Every create and update is answered like this one; none: as usual.
    void setPostAnswer(const std::optional<FakeAnswer> &answer) { m_postAnswer = answer; }

private:
    FakeAnswer answer(const FakeRequest &request);
    FakeAnswer store(const QString &id, const FakeRequest &request);
    FakeAnswer toggle(const QString &id);
    [[nodiscard]] QHash<QString, QJsonObject> &plugins(const QString &space);

    FakeServer m_server;
    QByteArray m_key;
    QHash<QString, QJsonObject> m_functions;
    QHash<QString, QJsonObject> m_tools;
    std::optional<FakeAnswer> m_postAnswer;
};

} // namespace owui::test
