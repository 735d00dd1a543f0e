// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/output/junitreport.h"

#include "commandline/arguments/texts.h"
#include "commandline/output/console.h"
#include "commandline/output/textwidth.h"
#include "files/filewriter.h"

#include <QXmlStreamWriter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

QString seconds(std::chrono::milliseconds elapsed)
{
    return QString::number(static_cast<double>(elapsed.count()) / 1000.0, 'f', 3);
}

void writeCase(QXmlStreamWriter &xml, const JunitCase &entry)
{
    xml.writeStartElement(u"testcase"_s);
    // XML has no way to write control characters; printable() takes them out.
    xml.writeAttribute(u"classname"_s, printable(entry.file));
    xml.writeAttribute(u"name"_s, printable(entry.name));
    xml.writeAttribute(u"time"_s, seconds(entry.elapsed));
    if (entry.failure) {
        xml.writeStartElement(u"failure"_s);
        xml.writeAttribute(u"message"_s, printable(*entry.failure));
        xml.writeEndElement();
    } else if (entry.isSkipped) {
        xml.writeEmptyElement(u"skipped"_s);
    }
    xml.writeEndElement();
}

} // namespace

bool writeJunitReport(const QString &path, const QString &suite, const QList<JunitCase> &cases, Console &console)
{
    if (path.isEmpty()) {
        return true;
    }
    const auto failures =
        std::ranges::count_if(cases, [](const JunitCase &entry) { return entry.failure.has_value(); });
    QByteArray text;
    QXmlStreamWriter xml(&text);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(u"testsuite"_s);
    xml.writeAttribute(u"name"_s, suite);
    xml.writeAttribute(u"tests"_s, QString::number(cases.size()));
    xml.writeAttribute(u"failures"_s, QString::number(failures));
    xml.writeAttribute(u"skipped"_s, QString::number(std::ranges::count(cases, true, &JunitCase::isSkipped)));
    for (const JunitCase &entry : cases) {
        writeCase(xml, entry);
    }
    xml.writeEndDocument();
    const QString reason = writeFile(path, text);
    if (!reason.isEmpty()) {
        console.complain(Problem{tr("The report “%1” cannot be written: %2.").arg(path, reason), {}});
    }
    return reason.isEmpty();
}

} // namespace owui
