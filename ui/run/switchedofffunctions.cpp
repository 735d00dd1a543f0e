// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/run/switchedofffunctions.h"

#include "ui/parts/messagearea.h"
#include "ui/run/runtexts.h"

#include "isolated.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

struct SwitchedOffTexts
{
    Q_DECLARE_TR_FUNCTIONS(SwitchedOffFunctions)
};

const MessageSubject switchedOffSubject{u"deactivated"_s, MessageScope::Server};

} // namespace

SwitchedOffFunctions::SwitchedOffFunctions(MessageArea &messages, SwitchOn switchOn)
    : m_messages(messages)
    , m_switchOn(std::move(switchOn))
{
}

void SwitchedOffFunctions::tell(const QString &server, const QList<DeployResult> &switchedOff)
{
    const auto switchOn = [this, switchedOff] {
        QList<SwitchRequest> requests;
        for (const DeployResult &result : switchedOff) {
            requests.append(
                {.subject = result.subject(), .wanted = true, .global = {}, .consents = {Consent::Production}});
        }
        if (m_switchOn(requests)) {
            for (const DeployResult &result : switchedOff) {
                m_asked.insert({result.space, result.id});
            }
        }
    };
    m_messages.show(
        switchedOffSubject, Tone::Bad,
        SwitchedOffTexts::tr("%1 switched off %2 for everybody, because the new version could not be loaded.")
            .arg(isolated(server), titlesOf(switchedOff)),
        {{.text = SwitchedOffTexts::tr("Switch the old version on again"), .run = switchOn}});
}

void SwitchedOffFunctions::tellAgain(const QString &server, const QList<DeployResult> &switchedOff)
{
    if (!m_messages.text(switchedOffSubject.name).isEmpty()) {
        tell(server, switchedOff);
    }
}

void SwitchedOffFunctions::close()
{
    m_messages.close(switchedOffSubject);
}

bool SwitchedOffFunctions::isAsked(const DeployResult &result) const
{
    return m_asked.contains({result.space, result.id});
}

void SwitchedOffFunctions::tellEnd(const QList<DeployResult> &results)
{
    QStringList on;
    QStringList off;
    for (auto result = results.crbegin(); result != results.crend(); ++result) {
        if (m_asked.remove({result->space, result->id})) {
            (result->active.value_or(false) ? on : off).append(isolated(result->title));
        }
    }
    if (!off.isEmpty()) {
        m_messages.show(
            switchedOffSubject, Tone::Bad,
            SwitchedOffTexts::tr("%1 is still off, because it could not be switched on. The log says why. Switch it "
                                 "on in Open WebUI's admin panel.")
                .arg(off.join(u", "_s)));
    } else if (!on.isEmpty()) {
        m_messages.show(switchedOffSubject, Tone::Good,
                        SwitchedOffTexts::tr("The old version of %1 is on again.").arg(on.join(u", "_s)));
    }
}

} // namespace owui
