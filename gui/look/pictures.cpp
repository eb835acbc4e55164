// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/pictures.h"

namespace alexscope::gui {

QImage toQImage(ImageView picture)
{
    if (picture.width <= 0 || picture.height <= 0)
        return {};
    return QImage(picture.rgb, picture.width, picture.height, 3 * static_cast<qsizetype>(picture.width),
                  QImage::Format_RGB888)
        .convertToFormat(QImage::Format_RGB32);
}

} // namespace alexscope::gui
