// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/practicefixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace owui::test {

namespace {

constexpr int startLimit = 30'000; // milliseconds

} // namespace

bool PracticeFixture::start(const QString &release, const QStringList &options)
{
    QSignalSpy ready(&m_practice, &PracticeProcess::ready);
    QSignalSpy failed(&m_practice, &PracticeProcess::failed);
    QObject::connect(&m_practice, &PracticeProcess::failed,
                     [](const Problem &problem) { qWarning("%s", qPrintable(problem.text)); });
    m_practice.start(QStringList{u"--release"_s, release} + options);
    if (!QTest::qWaitFor([&] { return !ready.isEmpty() || !failed.isEmpty(); }, startLimit) || ready.isEmpty()) {
        return false;
    }
    setServer(m_practice.connection(), m_practice.credential());
    return true;
}

} // namespace owui::test
