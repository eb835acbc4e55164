// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace alexscope::gui {

/// The monochrome drawing :/icons/<name>.svg in the colour of the palette's button text, sharp at every size and
/// following a change of the palette by itself. A name without a drawing gives an empty icon.
QIcon icon(const QString& name);

} // namespace alexscope::gui
