// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/parts/tableview.h"

#include "ui/parts/sizes.h"

#include <QHeaderView>
#include <QTreeView>

namespace owui {

void setUpTable(QTreeView &view, const QList<int> &letters)
{
    view.setRootIsDecorated(false);
    view.setItemsExpandable(false);
    view.setUniformRowHeights(true);
    view.setAllColumnsShowFocus(true);
    for (int column = 0; column < letters.size(); ++column) {
        if (letters.at(column) > 0) {
            view.header()->resizeSection(column, lettersWide(view.fontMetrics(), letters.at(column)));
        }
    }
}

} // namespace owui
