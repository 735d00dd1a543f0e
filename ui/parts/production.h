// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

class QPalette;
class QPushButton;
class QWidget;

namespace owui {

class EdgedButton;
struct Connection;

/// Shows and tells that a button changes a production server, in the connection's colour, red where it has none.
/// Nothing of that for any other server and for none.
void markProduction(EdgedButton &button, const Connection *connection, const QPalette &palette);

/// In the same colour as a whole, so that nobody overlooks what a button or a text is about.
void paintAsProduction(QWidget &widget, const Connection &connection);

/// The button of a dialog that sends something to a production server is in that colour, and Return alone does not
/// press it. Nothing of that for any other server.
void guardProduction(QPushButton &button, const Connection &connection);

} // namespace owui
