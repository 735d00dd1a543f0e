// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/credential.h"

#include <QCoreApplication>

#include <algorithm>

namespace owui {

namespace {

struct CredentialTexts
{
    Q_DECLARE_TR_FUNCTIONS(Credential)
};

} // namespace

Result<QByteArray> normalizedKey(const QString &text)
{
    const QString key = text.trimmed();
    const QString remedy = CredentialTexts::tr("Copy the whole key again from Settings > Account in Open WebUI.");
    if (key.isEmpty()) {
        return Problem{.text = CredentialTexts::tr("The API key is empty."), .remedy = remedy};
    }
    if (std::ranges::any_of(key, [](QChar c) { return c.isSpace(); })) {
        return Problem{.text = CredentialTexts::tr("The API key contains a blank or a line break."), .remedy = remedy};
    }
    if (std::ranges::any_of(key, [](QChar c) { return c.unicode() < 0x21 || c.unicode() > 0x7e; })) {
        return Problem{.text = CredentialTexts::tr("The API key contains a character that no key has."),
                       .remedy = remedy};
    }
    return key.toLatin1();
}

} // namespace owui
