// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/image.h"

#include <QImage>

namespace alexscope::gui {

/// A copy as Qt paints it; red stays red.
QImage toQImage(ImageView picture);

} // namespace alexscope::gui
