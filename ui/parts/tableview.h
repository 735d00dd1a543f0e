// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>

class QTreeView;

namespace owui {

/// A tree view without branches: unlike a table it takes thousands of rows at once lightly. `letters` is how wide each
/// column of its model is; one with 0 keeps its width.
void setUpTable(QTreeView &view, const QList<int> &letters);

} // namespace owui
