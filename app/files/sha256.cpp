// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "files/sha256.h"

#include <QCryptographicHash>

#include <openssl/evp.h>

namespace owui {

QByteArray sha256(QByteArrayView bytes)
{
    QByteArray digest(QCryptographicHash::hashLength(QCryptographicHash::Sha256), Qt::Uninitialized);
    const bool done = EVP_Digest(bytes.data(), static_cast<std::size_t>(bytes.size()),
                                 reinterpret_cast<unsigned char *>(digest.data()), nullptr, EVP_sha256(), nullptr) == 1;
    // OpenSSL can be set up without it.
    return done ? digest : QCryptographicHash::hash(bytes.toByteArray(), QCryptographicHash::Sha256);
}

} // namespace owui
