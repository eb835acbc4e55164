// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/kernel_view.h"

#include "gui/look/colours.h"
#include "gui/look/numbers.h"

#include <QEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace alexscope::gui {

namespace {

constexpr int kernelGap = 10, leastFontPixels = 8, mostFontPixels = 15;

/// Dark on bright and bright on dark, whatever the palette: the cell is the background.
} // namespace

KernelView::KernelView(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void KernelView::setKernel(Kernel kernel)
{
    const bool sameForm = kernel.values.shape == m_kernel.values.shape && kernel.isColour == m_kernel.isColour;
    m_kernel = std::move(kernel);
    if (!sameForm)
        m_enlarged = -1;
    const double largest = std::max(std::abs(m_kernel.range.low), std::abs(m_kernel.range.high));
    m_exponent = largest > 0 && std::isfinite(largest) ? static_cast<int>(std::floor(std::log10(largest))) : 0;
    arrange();
}

int KernelView::gridCount() const
{
    return static_cast<int>(m_kernel.values.shape.c) * (m_kernel.values.values.empty() ? 0 : 1) +
           (m_kernel.isColour ? 1 : 0);
}

void KernelView::enlarge(int grid)
{
    m_enlarged = grid < gridCount() ? grid : -1;
    arrange();
}

std::vector<int> KernelView::shownGrids() const
{
    if (m_enlarged >= 0)
        return {m_enlarged};
    std::vector<int> grids;
    for (int i = 0; i < gridCount(); ++i)
        grids.push_back(i);
    return grids;
}

/// The number of columns that gives the largest cells.
KernelView::Placing KernelView::placing(int grids) const
{
    const Shape& shape = m_kernel.values.shape;
    const double line = fontMetrics().height() + 2;
    Placing best;
    for (int columns = 1; columns <= grids; ++columns) {
        const int rows = (grids + columns - 1) / columns;
        const double wide = (width() - kernelGap * (columns + 1.0)) / columns / static_cast<double>(shape.w);
        const double high = (height() - (line + kernelGap / 2.0) * rows) / rows / static_cast<double>(shape.h);
        if (const double cell = std::min(wide, high); cell > best.cell)
            best = {columns, rows, cell};
    }
    if (best.cell >= 2)
        best.cell = std::floor(best.cell); // cells of equal size; fractions only where pixels would vanish
    return best;
}

void KernelView::arrange()
{
    m_grids.assign(static_cast<std::size_t>(gridCount()), {});
    const std::vector<int> shown = shownGrids();
    if (shown.empty()) {
        update();
        return;
    }
    const Shape& shape = m_kernel.values.shape;
    const Placing place = placing(static_cast<int>(shown.size()));
    const QSizeF size(place.cell * static_cast<double>(shape.w), place.cell * static_cast<double>(shape.h));
    const double line = fontMetrics().height() + 2;
    const double across = place.columns * (size.width() + kernelGap) - kernelGap;
    const double down = place.rows * (size.height() + line + kernelGap / 2.0);
    const QPointF origin(std::floor((width() - across) / 2), std::floor(std::max(0.0, (height() - down) / 2)));
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const int column = static_cast<int>(i) % place.columns, row = static_cast<int>(i) / place.columns;
        m_grids[static_cast<std::size_t>(shown[i])] =
            QRectF(origin + QPointF(column * (size.width() + kernelGap),
                                    line + row * (size.height() + line + kernelGap / 2.0)),
                   size);
    }
    m_decimals = -1;
    for (const int decimals : {2, 1}) { // fewer digits sooner than unreadable ones
        QFont small = font();
        m_fontPixels = std::clamp(static_cast<int>(place.cell * 0.5), leastFontPixels, mostFontPixels);
        const QString widest = decimals == 2 ? QStringLiteral("−0.00") : QStringLiteral("−0.0");
        for (; m_fontPixels >= leastFontPixels && m_decimals < 0; --m_fontPixels) {
            small.setPixelSize(m_fontPixels);
            if (QFontMetricsF(small).horizontalAdvance(widest) + 3 <= place.cell)
                m_decimals = decimals;
        }
        if (m_decimals >= 0) {
            ++m_fontPixels;
            break;
        }
    }
    update();
}

QRectF KernelView::cellRect(int grid, QPoint cell) const
{
    if (grid < 0 || grid >= gridCount())
        return {};
    const QRectF& place = m_grids[static_cast<std::size_t>(grid)];
    const double w = place.width() / static_cast<double>(m_kernel.values.shape.w),
                 h = place.height() / static_cast<double>(m_kernel.values.shape.h);
    return {place.left() + cell.x() * w, place.top() + cell.y() * h, w, h};
}

QString KernelView::written(double value) const
{
    if (!std::isfinite(value))
        return noValue();
    const double unit = std::pow(10.0, m_decimals);
    const double rounded = std::round(value / std::pow(10.0, m_exponent) * unit) / unit;
    return QLocale()
        .toString(rounded == 0 ? 0.0 : rounded, 'f', m_decimals) // no minus before zeros
        .replace(QLatin1Char('-'), QChar(0x2212));
}

QString KernelView::cellText(int plane, QPoint cell) const
{
    if (m_decimals < 0 || plane < 0 || plane >= m_kernel.values.shape.c)
        return {};
    return written(m_kernel.values.at(0, plane, cell.y(), cell.x()));
}

QColor KernelView::colourOfCell(int grid, std::size_t place) const
{
    const auto area = static_cast<std::size_t>(m_kernel.values.shape.area());
    const auto position = [&](std::size_t plane) {
        return m_kernel.range.position(m_kernel.values.values[plane * area + place]);
    };
    if (grid < m_kernel.values.shape.c) {
        const Rgb grey = colourOf(ColourMap::Grey, position(static_cast<std::size_t>(grid)));
        return {grey[0], grey[1], grey[2]};
    }
    int parts[3];
    for (std::size_t i = 0; i < 3; ++i) {
        const double t = position(m_kernel.order == ChannelOrder::Rgb ? i : 2 - i);
        if (std::isnan(t))
            return {notANumberColour[0], notANumberColour[1], notANumberColour[2]};
        parts[i] = static_cast<int>(std::lround(std::clamp(t, 0.0, 1.0) * 255));
    }
    return {parts[0], parts[1], parts[2]};
}

void KernelView::paintGrid(QPainter& painter, int grid) const
{
    const QRectF& place = m_grids[static_cast<std::size_t>(grid)];
    const Shape& shape = m_kernel.values.shape;
    QString title = m_kernel.titles.value(grid);
    if (m_decimals >= 0 && grid < shape.c)
        title = tr("%1, numbers × %2").arg(title, powerOfTen(m_exponent));
    painter.setFont(font());
    painter.setPen(quietText(palette()));
    const double line = fontMetrics().height() + 2;
    const QRectF head(place.left() - kernelGap / 2.0, place.top() - line, std::max(place.width() + kernelGap, 0.0),
                      line);
    painter.drawText(head, Qt::AlignCenter,
                     fontMetrics().elidedText(title, Qt::ElideRight, static_cast<int>(head.width())));
    QFont small = font();
    small.setPixelSize(m_fontPixels);
    painter.setFont(small);
    for (int y = 0; y < shape.h; ++y)
        for (int x = 0; x < shape.w; ++x) {
            const QColor colour = colourOfCell(grid, static_cast<std::size_t>(y * shape.w + x));
            const QRectF cell = cellRect(grid, {x, y});
            painter.fillRect(cell, colour);
            if (m_decimals < 0 || grid >= shape.c)
                continue;
            painter.setPen(inkOn(colour));
            painter.drawText(cell, Qt::AlignCenter, cellText(grid, {x, y}));
        }
    painter.setPen(hairline(palette()));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(place.adjusted(-1, -1, 0, 0));
}

void KernelView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    for (int grid = 0; grid < gridCount(); ++grid)
        if (!m_grids[static_cast<std::size_t>(grid)].isEmpty())
            paintGrid(painter, grid);
}

int KernelView::gridAt(QPointF position, QPoint* cell) const
{
    for (int grid = 0; grid < gridCount(); ++grid) {
        const QRectF& place = m_grids[static_cast<std::size_t>(grid)];
        if (!place.contains(position))
            continue;
        const Shape& shape = m_kernel.values.shape;
        const auto index = [](double part, std::int64_t count) {
            return std::clamp(static_cast<int>(part * static_cast<double>(count)), 0, static_cast<int>(count) - 1);
        };
        if (cell)
            *cell = {index((position.x() - place.left()) / place.width(), shape.w),
                     index((position.y() - place.top()) / place.height(), shape.h)};
        return grid;
    }
    return -1;
}

void KernelView::mouseMoveEvent(QMouseEvent* event)
{
    QPoint cell(-1, -1);
    const int grid = gridAt(event->position(), &cell);
    emit pointedAt(grid, cell);
}

void KernelView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (const int grid = gridAt(event->position()); grid >= 0 && gridCount() > 1)
        enlarge(m_enlarged >= 0 ? -1 : grid);
}

void KernelView::leaveEvent(QEvent*)
{
    emit pointedAt(-1, {-1, -1});
}

void KernelView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void KernelView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

} // namespace alexscope::gui
