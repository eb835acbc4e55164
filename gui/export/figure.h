// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>
#include <QStringList>

class QWidget;

namespace alexscope::gui {

/// The endings a picture of a view can be written with: png, svg, pdf.
QStringList figureFormats();

/// A widget with all that lies in it and its caption, as a picture of `scale` pixels for each of the screen's.
QImage figureImage(QWidget& widget, const QString& caption, double scale);

/// Draws a widget with all that lies in it (legends, axes, captions) into a file, by the path's ending: PNG at twice
/// the screen's resolution; SVG and PDF with text and lines as such. `caption` is written below. Throws Error.
void saveFigure(QWidget& widget, const QString& caption, const QString& path);

} // namespace alexscope::gui
