// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <algorithm>
#include <cmath>

/// Pictures of whole panels, compared by what remains of them from afar.
namespace thumbnail {

/// The means of the cells of a grid that is laid over a picture.
inline QImage of(const QImage& picture, QSize cells)
{
    const QImage image = picture.convertToFormat(QImage::Format_RGB32);
    QImage means(cells, QImage::Format_RGB32);
    for (int row = 0; row < cells.height(); ++row)
        for (int column = 0; column < cells.width(); ++column) {
            const int left = image.width() * column / cells.width(), top = image.height() * row / cells.height();
            const int right = image.width() * (column + 1) / cells.width(),
                      bottom = image.height() * (row + 1) / cells.height();
            long red = 0, green = 0, blue = 0;
            for (int y = top; y < bottom; ++y) {
                const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
                for (int x = left; x < right; ++x) {
                    red += qRed(line[x]);
                    green += qGreen(line[x]);
                    blue += qBlue(line[x]);
                }
            }
            const long pixels = std::max(1, (right - left) * (bottom - top));
            means.setPixel(column, row, qRgb(int(red / pixels), int(green / pixels), int(blue / pixels)));
        }
    return means;
}

/// How far a cell's colour is from what another picture shows there or a cell beside: another version of Qt makes a
/// button a few pixels wider. Grey levels: 0 where the colour lies between the darkest and the brightest of those
/// cells.
inline int distance(const QImage& picture, const QImage& other, QPoint cell)
{
    int least[3] = {255, 255, 255}, most[3] = {0, 0, 0};
    for (int y = std::max(0, cell.y() - 1); y <= std::min(other.height() - 1, cell.y() + 1); ++y)
        for (int x = std::max(0, cell.x() - 1); x <= std::min(other.width() - 1, cell.x() + 1); ++x) {
            const QRgb colour = other.pixel(x, y);
            const int parts[3] = {qRed(colour), qGreen(colour), qBlue(colour)};
            for (int i = 0; i < 3; ++i) {
                least[i] = std::min(least[i], parts[i]);
                most[i] = std::max(most[i], parts[i]);
            }
        }
    const QRgb colour = picture.pixel(cell);
    const int parts[3] = {qRed(colour), qGreen(colour), qBlue(colour)};
    int farthest = 0;
    for (int i = 0; i < 3; ++i)
        farthest = std::max({farthest, least[i] - parts[i], parts[i] - most[i]});
    return farthest;
}

/// The share of cells in which either picture shows what the other does not show there; 1 for pictures of other sizes.
inline double difference(const QImage& a, const QImage& b)
{
    constexpr int visible = 16;
    if (a.size() != b.size())
        return 1;
    int different = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            different += distance(a, b, {x, y}) > visible || distance(b, a, {x, y}) > visible;
    return static_cast<double>(different) / (a.width() * a.height());
}

} // namespace thumbnail
