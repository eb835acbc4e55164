// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/operand_grids.h"

#include "core/picture/colour_map.h"
#include "gui/look/colours.h"
#include "gui/look/numbers.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace alexscope::gui {

namespace {

constexpr double signWidth = 22, gap = 4, largestCell = 64;

double largestOf(const OperandGrid& grid)
{
    double largest = 0;
    for (const double value : grid.values)
        if (std::isfinite(value))
            largest = std::max(largest, std::abs(value));
    return largest > 0 ? largest : 1;
}

QColor colourOfCell(double value, double largest)
{
    const Rgb c =
        alexscope::colourOf(ColourMap::BlueWhiteOrange, std::isfinite(value) ? 0.5 + value / largest / 2 : NAN);
    return {c[0], c[1], c[2]};
}

bool isAbsent(const OperandGrid& grid, std::size_t cell)
{
    return cell >= grid.values.size() || (cell < grid.absent.size() && grid.absent[cell]);
}

} // namespace

OperandGrids::OperandGrids(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // takes what room there is
}

void OperandGrids::setGrids(std::vector<OperandGrid> grids)
{
    m_grids = std::move(grids);
    if (m_grids.empty() || m_cell >= m_grids.front().rows * m_grids.front().columns)
        setCell(-1);
    update();
}

std::vector<OperandGrids::Place> OperandGrids::places() const
{
    std::vector<Place> places;
    if (m_grids.empty())
        return places;
    const double line = fontMetrics().height() + 2;
    int columns = 0, rows = 1;
    double signs = 0;
    for (const OperandGrid& grid : m_grids) {
        columns += grid.columns;
        rows = std::max(rows, grid.rows);
        signs += grid.sign.isEmpty() ? gap : signWidth;
    }
    const double wide = width() - signs - 2 * gap, high = height() - 2 * line - gap;
    double side = std::clamp(std::min(wide / columns, high / rows), 1.0, largestCell);
    if (side > 4)
        side = std::floor(side);
    const double all = side * columns + signs;
    double x = std::max(gap, (width() - all) / 2);
    for (const OperandGrid& grid : m_grids) {
        x += grid.sign.isEmpty() ? gap : signWidth;
        const double top = line + (high - side * grid.rows) / 2;
        places.push_back({QRectF(std::floor(x), std::floor(top), side * grid.columns, side * grid.rows), side});
        x += side * grid.columns;
    }
    return places;
}

QRectF OperandGrids::cellRect(std::size_t grid, int cell) const
{
    const Place place = places().at(grid);
    const int columns = m_grids[grid].columns;
    return {place.cells.topLeft() + QPointF(cell % columns, cell / columns) * place.side,
            QSizeF(place.side, place.side)};
}

void OperandGrids::paintGrid(QPainter& painter, const OperandGrid& grid, const Place& place) const
{
    const double largest = largestOf(grid);
    QFont small = font();
    small.setPointSizeF(std::max(7.0, font().pointSizeF() * 0.85));
    const bool numbersFit = place.side >= QFontMetricsF(small).horizontalAdvance(QStringLiteral("−0.0000")) + 2;
    painter.setFont(small);
    for (int cell = 0; cell < grid.rows * grid.columns; ++cell) {
        const QRectF rect(place.cells.topLeft() + QPointF(cell % grid.columns, cell / grid.columns) * place.side,
                          QSizeF(place.side, place.side));
        const auto index = static_cast<std::size_t>(cell);
        if (isAbsent(grid, index)) {
            painter.fillRect(rect, QBrush(hairline(palette()), Qt::BDiagPattern));
            continue;
        }
        const QColor colour = colourOfCell(grid.values[index], largest);
        painter.fillRect(rect, colour);
        if (numbersFit) { // by the cell, not by the palette: the colours are the same in both
            painter.setPen(qGray(colour.rgb()) < 120 ? QColor(Qt::white) : QColor(0x20, 0x20, 0x20));
            painter.drawText(rect, Qt::AlignCenter, number(grid.values[index]));
        }
    }
    painter.setPen(mixed(palette().color(QPalette::Text), palette().color(QPalette::Base), 0.6));
    if (place.side >= 6)
        for (int i = 1; i < std::max(grid.rows, grid.columns); ++i) {
            painter.setOpacity(0.25);
            if (i < grid.columns)
                painter.drawLine(QLineF(place.cells.left() + i * place.side, place.cells.top(),
                                        place.cells.left() + i * place.side, place.cells.bottom()));
            if (i < grid.rows)
                painter.drawLine(QLineF(place.cells.left(), place.cells.top() + i * place.side, place.cells.right(),
                                        place.cells.top() + i * place.side));
            painter.setOpacity(1);
        }
    painter.drawRect(place.cells);
}

void OperandGrids::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const std::vector<Place> all = places();
    const double line = fontMetrics().height() + 2;
    const QColor text = palette().color(QPalette::WindowText), quiet = quietText(palette());
    for (std::size_t i = 0; i < all.size(); ++i) {
        const OperandGrid& grid = m_grids[i];
        const Place& place = all[i];
        paintGrid(painter, grid, place);
        painter.setFont(font());
        painter.setPen(text);
        if (!grid.sign.isEmpty())
            painter.drawText(QRectF(place.cells.left() - signWidth, place.cells.top(), signWidth, place.cells.height()),
                             Qt::AlignCenter, grid.sign);
        // A caption may be wider than its grid, as far as half the way to the next.
        const double reach = std::max(place.cells.width() + signWidth - gap, 48.0);
        const auto caption = [&](const QString& words, double top, const QColor& colour) {
            painter.setPen(colour);
            const QRectF rect(place.cells.center().x() - reach / 2, top, reach, line);
            painter.drawText(rect, Qt::AlignCenter,
                             fontMetrics().elidedText(words, Qt::ElideRight, static_cast<int>(reach)));
        };
        caption(grid.title, place.cells.top() - line, quiet);
        caption(grid.foot, place.cells.bottom() + 1, text);
        const auto frame = [&](int cell, const QColor& colour) {
            painter.setPen(QPen(colour, 2));
            painter.drawRect(cellRect(i, cell).adjusted(0, 0, -1, -1));
        };
        if (grid.marked >= 0)
            frame(grid.marked, okabeIto::vermillion);
        if (m_cell >= 0 && m_cell < grid.rows * grid.columns && (grid.rows * grid.columns > 1 || i == 0))
            frame(m_cell, palette().color(QPalette::Highlight));
    }
    if (hasFocus()) {
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void OperandGrids::setCell(int cell)
{
    if (cell == m_cell)
        return;
    m_cell = cell;
    update();
    emit cellChanged(cell);
}

void OperandGrids::mouseMoveEvent(QMouseEvent* event)
{
    const std::vector<Place> all = places();
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].cells.contains(event->position())) {
            const QPointF inside = (event->position() - all[i].cells.topLeft()) / all[i].side;
            const int column = std::min(static_cast<int>(inside.x()), m_grids[i].columns - 1);
            const int row = std::min(static_cast<int>(inside.y()), m_grids[i].rows - 1);
            return setCell(row * m_grids[i].columns + column);
        }
    setCell(-1);
}

void OperandGrids::leaveEvent(QEvent*)
{
    setCell(-1);
}

void OperandGrids::keyPressEvent(QKeyEvent* event)
{
    if (m_grids.empty())
        return QWidget::keyPressEvent(event);
    const int columns = m_grids.front().columns, cells = columns * m_grids.front().rows;
    int by = 0;
    switch (event->key()) {
    case Qt::Key_Left:
        by = -1;
        break;
    case Qt::Key_Right:
        by = 1;
        break;
    case Qt::Key_Up:
        by = -columns;
        break;
    case Qt::Key_Down:
        by = columns;
        break;
    default:
        return QWidget::keyPressEvent(event);
    }
    const int to = m_cell < 0 ? 0 : m_cell + by;
    if (to >= 0 && to < cells)
        setCell(to);
}

void OperandGrids::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void OperandGrids::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace alexscope::gui
