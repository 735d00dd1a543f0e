// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

// What EnvFile makes of any bytes, and what becomes of the address in them.

#include "fuzz/fuzzing.h"

#include "files/filereading.h"
#include "server/connection.h"
#include "server/envfile.h"

#include <QUrl>

using namespace owui;
using fuzz::demand;

namespace {

QByteArray quoted(QByteArray value)
{
    return '"' + value.replace('\\', "\\\\").replace('"', "\\\"") + '"';
}

void checkValues(const EnvFile &file, qsizetype size)
{
    demand(!file.key.contains('\n') && !file.key.contains('\r'), "a key ends no header line");
    demand(!file.url.contains(u'\n') && !file.url.contains(u'\r'), "an address is one line");
    demand(file.url.isValidUtf16() && QByteArrayView(file.key).isValidUtf8(), "values are valid Unicode");
    // What is not UTF-8 becomes U+FFFD, which is three bytes.
    demand(file.url.size() <= size && file.key.size() <= 3 * size, "values are no longer than the text");
}

void checkWrittenBack(const EnvFile &file)
{
    const QByteArray written =
        "OPENWEBUI_URL=" + quoted(file.url.toUtf8()) + "\nOPENWEBUI_API_KEY=" + quoted(file.key) + '\n';
    const EnvFile again = EnvFile::parse(written);
    demand(again.url == file.url && again.key == file.key, "what is written back in quotes is read the same");
}

void checkAddress(const QString &text)
{
    const Result<QUrl> url = normalizedServerUrl(text);
    if (!url) {
        demand(!url.error().text.isEmpty(), "a refused address has a reason");
        return;
    }
    const QUrl &good = url.value();
    demand(good.isValid() && !good.host().isEmpty(), "a good address has a host");
    demand(good.scheme() == u"http" || good.scheme() == u"https", "a good address is of the web");
    demand(good.userInfo().isEmpty() && !good.hasQuery() && !good.hasFragment(), "a good address holds no secret");
    const Result<QUrl> again = normalizedServerUrl(good.toString(QUrl::FullyEncoded));
    demand(again.isOk() && again.value() == good, "a good address stays as it is");
    demand(originOf(again.value()) == originOf(good), "a good address keeps its origin");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text = fuzz::bytesOf(data, size).toByteArray();
    const EnvFile file = EnvFile::parse(text);
    checkValues(file, text.size());
    checkWrittenBack(file);
    checkAddress(file.url);
    const QByteArray returns = QByteArray(text).replace('\n', "\r\n");
    // In UTF-16 a line end is more than one byte.
    if (!text.contains('\r') && inUtf8(text) == text && inUtf8(returns) == returns) {
        const EnvFile windows = EnvFile::parse(returns);
        demand(windows.url == file.url && windows.key == file.key, "how lines end says nothing");
    }
    return 0;
}
