// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

class QWidget;

namespace owui {

struct Connection;

/// In the colour of a production server, so that nobody overlooks what a button or a text is about.
void paintAsProduction(QWidget &widget, const Connection &connection);

} // namespace owui
