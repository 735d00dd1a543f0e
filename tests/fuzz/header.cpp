// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

// What Frontmatter and its findings make of any text.

#include "fuzz/fuzzing.h"

#include "plugins/frontmatter.h"
#include "plugins/headerfindings.h"
#include "plugins/pluginid.h"
#include "plugins/pythonlines.h"
#include "plugins/version.h"

#include <QSet>

using namespace owui;
using fuzz::demand;

namespace {

qsizetype linesOf(QByteArrayView text)
{
    qsizetype lines = 0;
    while (!text.isEmpty()) {
        const qsizetype before = text.size();
        const QByteArrayView line = takePythonLine(text);
        demand(line.size() <= before && text.size() <= before, "a line and the rest are no longer than the text");
        demand(text.size() < before, "each line takes something off the text");
        ++lines;
    }
    return lines;
}

void checkFields(QByteArrayView text, const Frontmatter &header)
{
    QSet<QString> keys;
    qsizetype size = 0;
    for (const auto &[key, value] : header.fields()) {
        const QByteArray utf8 = value.toUtf8();
        const QByteArray keyUtf8 = key.toUtf8();
        demand(!key.isEmpty() && leadingKey(keyUtf8).size() == keyUtf8.size(), "a key has a key's letters only");
        demand(!keys.contains(key), "a key stands once");
        demand(value.isValidUtf16(), "a value is valid UTF-16");
        demand(withoutSpace(utf8).size() == utf8.size(), "a value has no white space at its ends");
        demand(linesOf(utf8) <= 1, "a value is one line");
        demand(!utf8.contains("\"\"\""), "the header's end is in no value");
        keys.insert(key);
        size += utf8.size() + keyUtf8.size();
    }
    demand(size <= text.size(), "the fields are no longer than the text");
    demand(header.toJson().size() == header.fields().size(), "each field is sent");
}

void checkWrittenBack(const Frontmatter &header)
{
    QByteArray written("\"\"\"\n");
    for (const auto &[key, value] : header.fields()) {
        written += key.toUtf8() + ": " + value.toUtf8() + '\n';
    }
    demand(Frontmatter::read(written + "\"\"\"\n") == header, "a header that is written back is read the same");
}

void checkFindings(QByteArrayView text, const Frontmatter &header)
{
    const qsizetype lines = linesOf(text);
    for (const Finding &finding : headerFindings(text, header)) {
        demand(finding.line >= 0 && finding.line <= lines, "a finding stands in a line of the text");
        demand(finding.argument.isValidUtf16(), "what a finding names is valid UTF-16");
        demand(finding.argument.toUtf8().size() <= text.size() + 3, "what a finding names stands in the text");
    }
}

void checkIds(const Frontmatter &header)
{
    const QString title = header.value(u"title");
    for (const QString &id : {normalizedId(header.value(u"id")), idFromTitle(title), idFromFileName(title)}) {
        demand(id.isEmpty() || normalizedId(id) == id, "an id is its own normal form");
        demand(id.toUtf8().size() <= 200, "an id is no longer than the server takes");
    }
}

void checkVersions(const QString &left, const QString &right)
{
    const VersionOrder order = compareVersions(left, right);
    const VersionOrder back = compareVersions(right, left);
    const bool mirrored = order == VersionOrder::Newer   ? back == VersionOrder::Older
                          : order == VersionOrder::Older ? back == VersionOrder::Newer
                                                         : back == order;
    demand(mirrored, "two versions have one order from both sides");
    const VersionOrder self = compareVersions(left, left);
    demand(self == VersionOrder::Equal || self == VersionOrder::Unordered, "a version is no other than itself");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text = fuzz::bytesOf(data, size);
    if (!text.isValidUtf8()) {
        return -1; // a file that is not UTF-8 is refused before
    }
    const Frontmatter header = Frontmatter::read(text);
    checkFields(text, header);
    checkWrittenBack(header);
    checkFindings(text, header);
    checkIds(header);
    checkVersions(header.value(u"version"), header.value(u"required_open_webui_version"));
    return 0;
}
