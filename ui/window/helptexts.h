// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "manual/manualpage.h"

#include <QList>
#include <QString>

class QAction;

namespace owui {

/// A part of the guide; the manual page has the same ones.
struct GuideSection
{
    QString title;
    QString text;
    QList<ManualEntry> entries{};
};

/// The list, the plan and the ways back.
[[nodiscard]] QList<GuideSection> guide();
/// The pages of the Help menu, as HTML.
[[nodiscard]] QString guidePage();
/// What each key does; `actions` tell their own.
[[nodiscard]] QString shortcutsPage(const QList<QAction *> &actions);
/// Version, commit and licences.
[[nodiscard]] QString aboutPage();

} // namespace owui
