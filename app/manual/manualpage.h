// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QCommandLineOption>
#include <QList>
#include <QString>
#include <QStringList>

namespace owui {

/// What a manual page tells of one option, file or variable.
struct ManualEntry
{
    QString term;
    QString text;
};

/// A page for man(1), in the language mdoc(7). Texts are plain: what roff would read as a command is escaped here.
class ManualPage final
{
public:
    /// `program` with what it is in a few words, and one line for each way to call it.
    ManualPage(const QString &program, const QString &summary, const QStringList &synopsis);

    void addSection(const QString &title);
    void addSubsection(const QString &title);
    /// Empty lines part paragraphs, and lines that are set in stay as they are.
    void addText(const QString &text);
    void addEntries(const QList<ManualEntry> &entries);
    void addOptions(const QList<QCommandLineOption> &options);
    /// Lines to type.
    void addExample(const QString &lines);

    /// Names of other pages of the first chapter.
    void addReferences(const QStringList &programs);

    [[nodiscard]] QString text() const { return m_text; }

private:
    QString m_text;
};

} // namespace owui
