// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "manual/manualpage.h"
#include "practice/practiceserver.h"
#include "practice/standardinputwatch.h"
#include "programversion.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>

#include <cstdio>
#include <cstdlib>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

constexpr int usageError = 2;

const QString description =
    u"An Open WebUI in memory, for practice and tests. It listens on this machine only and forgets everything when it "
    "ends. It prints one line of JSON with its URL, the admin's key and a plain user's key, and ends when its standard "
    "input is closed. Accounts for signing in: a@b.cc (admin) and u@b.cc, password \"practice\".\n\n"
    "It runs no Python. What a plugin would do when it is loaded is told by comments in it, each on its own line:\n"
    "  # practice: load-error TEXT    an exception at the top level\n"
    "  # practice: init-error TEXT    an exception in __init__\n"
    "  # practice: pip-error          the requirements cannot be installed\n"
    "  # practice: pip-sleep SECONDS  the installation takes its time\n"
    "  # practice: sleep SECONDS      the import takes its time; nobody else is answered meanwhile\n"
    "  # practice: exit               the code calls sys.exit"_s;

int fail(const QString &text, int code)
{
    std::fprintf(stderr, "owui-practice: %s\n", qPrintable(text));
    return code;
}

QString manual(const QList<QCommandLineOption> &options)
{
    owui::ManualPage page(u"owui-practice"_s, u"an Open WebUI in memory, for practice and tests"_s, {u"[OPTION…]"_s});
    page.addSection(u"DESCRIPTION"_s);
    page.addText(description);
    page.addSection(u"OPTIONS"_s);
    page.addOptions(options);
    page.addSection(u"SEE ALSO"_s);
    page.addReferences({u"owui-deploy"_s, u"owui-deployer"_s});
    return page.text();
}

/// A whole number from 0 to `maximum`.
std::optional<int> numberOf(const QString &text, int maximum)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber && number >= 0 && number <= maximum ? std::optional(number) : std::nullopt;
}

/// Serves until it is told to end, or until standard input closes.
int serve(const owui::PracticeServer::Options &options, quint16 port, bool untilInputCloses)
{
    owui::PracticeServer server(options);
    QString error;
    const quint16 actualPort = server.listen(port, &error);
    if (actualPort == 0) {
        return fail(u"cannot listen on 127.0.0.1 port %1: %2"_s.arg(QString::number(port), error), EXIT_FAILURE);
    }
    QObject::connect(&server, &owui::PracticeServer::stopped, QCoreApplication::instance(),
                     [] { QCoreApplication::exit(3); });

    std::optional<owui::StandardInputWatch> watch;
    if (untilInputCloses) {
        watch.emplace([] {
            QMetaObject::invokeMethod(QCoreApplication::instance(), &QCoreApplication::quit, Qt::QueuedConnection);
        });
    }
    const QByteArray report = QJsonDocument(QJsonObject{{u"url"_s, u"http://127.0.0.1:%1"_s.arg(actualPort)},
                                                        {u"key"_s, server.accounts().admin().key},
                                                        {u"userKey"_s, server.accounts().plainUser().key},
                                                        {u"release"_s, options.release.text()}})
                                  .toJson(QJsonDocument::Compact);
    std::printf("%s\n", report.constData());
    std::fflush(stdout);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"owui-practice"_s);
    QCoreApplication::setApplicationVersion(QLatin1StringView(owui::programVersionText));

    const QCommandLineOption releaseOption(u"release"_s, u"Release to behave like: 0.12.4, 0.11.4 or 0.7.2."_s,
                                           u"release"_s, u"0.12.4"_s);
    const QCommandLineOption portOption(u"port"_s, u"Port; 0 takes any free one."_s, u"port"_s, u"0"_s);
    const QCommandLineOption latencyOption(u"latency"_s, u"Hold every answer back for so many milliseconds."_s, u"ms"_s,
                                           u"0"_s);
    const QCommandLineOption noSyntaxOption(u"no-syntax-check"_s, u"Do not ask a local Python about the syntax."_s);
    const QCommandLineOption noStdinOption(u"no-stdin"_s, u"Go on when standard input is closed."_s);
    QCommandLineParser parser;
    parser.setApplicationDescription(description);
    const QList<QCommandLineOption> told{
        parser.addHelpOption(), parser.addVersionOption(), releaseOption, portOption, latencyOption, noSyntaxOption,
        noStdinOption};
    parser.addOptions(told.sliced(2));
    // For those who make packages.
    QCommandLineOption manualOption(u"manual"_s);
    manualOption.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(manualOption);
    parser.process(application);
    if (parser.isSet(manualOption)) {
        std::fputs(manual(told).toUtf8().constData(), stdout);
        return EXIT_SUCCESS;
    }

    const auto release = owui::PracticeRelease::fromText(parser.value(releaseOption));
    const auto port = numberOf(parser.value(portOption), 65535);
    const auto latency = numberOf(parser.value(latencyOption), 600'000);
    if (!release) {
        return fail(u"there is no release %1 to practise with, only %2."_s.arg(
                        parser.value(releaseOption), owui::PracticeRelease::known().join(u", "_s)),
                    usageError);
    }
    if (!port || !latency || !parser.positionalArguments().isEmpty()) {
        return fail(u"wrong option or value; --help lists them."_s, usageError);
    }

    return serve({.release = *release,
                  .latency = std::chrono::milliseconds(*latency),
                  .checkSyntax = !parser.isSet(noSyntaxOption)},
                 static_cast<quint16>(*port), !parser.isSet(noStdinOption));
}
