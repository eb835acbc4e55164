// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/colour_cloud.h"

#include "gui/look/colours.h"
#include "gui/look/numbers.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace alexscope::gui {

namespace {

constexpr double degree = 3.141592653589793 / 180, keyTurn = 10;
constexpr double halfDiagonal = 0.87; ///< of the cube of side 1: it never leaves its room, however it is turned
constexpr int cloudMargin = 6, circleSteps = 48;

std::array<double, 3> along(const SetStatistics& statistics, const std::array<double, 3>& deviations)
{
    std::array<double, 3> colour = statistics.channelMean;
    for (std::size_t axis = 0; axis < 3; ++axis)
        for (std::size_t c = 0; c < 3; ++c)
            colour[c] += deviations[axis] * statistics.axisDeviation[axis] * statistics.axes[axis][c];
    return colour;
}

} // namespace

QColor axisColour(int axis)
{
    return axis == 0 ? okabeIto::orange : axis == 1 ? okabeIto::skyBlue : okabeIto::purple;
}

ColourCloud::ColourCloud(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setCursor(Qt::OpenHandCursor);
}

void ColourCloud::setHeading(const QString& heading)
{
    m_heading = heading;
    update();
}

void ColourCloud::setEmptyText(const QString& text)
{
    m_emptyText = text;
    update();
}

void ColourCloud::setStatistics(const SetStatistics& statistics)
{
    m_statistics = statistics;
    update();
}

void ColourCloud::setColours(std::vector<Colour> colours)
{
    m_colours = std::move(colours);
    update();
}

/// Before any turning red goes to the right, green up and blue into the depth.
ColourCloud::Spot ColourCloud::spotOf(const std::array<double, 3>& colour) const
{
    const double x = colour[0] / 255 - 0.5, y = colour[1] / 255 - 0.5, z = colour[2] / 255 - 0.5;
    const double yaw = m_yaw * degree, pitch = m_pitch * degree;
    const double right = x * std::cos(yaw) + z * std::sin(yaw), away = -x * std::sin(yaw) + z * std::cos(yaw);
    const double up = y * std::cos(pitch) + away * std::sin(pitch),
                 depth = y * std::sin(pitch) - away * std::cos(pitch);
    const double line = fontMetrics().height() + 4;
    const QRectF room(cloudMargin, line, width() - 2 * cloudMargin, height() - line - cloudMargin);
    const double size = std::max(1.0, std::min(room.width(), room.height()) / (2 * halfDiagonal));
    return {room.center() + QPointF(right, -up) * size, depth};
}

QPointF ColourCloud::onScreen(const std::array<double, 3>& colour) const
{
    return spotOf(colour).place;
}

QLineF ColourCloud::axisOnScreen(int axis) const
{
    std::array<double, 3> deviations{};
    deviations[static_cast<std::size_t>(axis)] = reach;
    const QPointF end = onScreen(along(m_statistics, deviations));
    deviations[static_cast<std::size_t>(axis)] = -reach;
    return {onScreen(along(m_statistics, deviations)), end};
}

/// A mid grey body, on which every colour of the cloud can be told in either palette.
void ColourCloud::paintCube(QPainter& painter) const
{
    const auto corner = [](int i) {
        return std::array<double, 3>{i & 1 ? 255.0 : 0.0, i & 2 ? 255.0 : 0.0, i & 4 ? 255.0 : 0.0};
    };
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(128, 128, 128));
    for (int axis = 0; axis < 3; ++axis)
        for (int far = 0; far < 2; ++far) {
            const int a = 1 << axis, b = 1 << (axis + 1) % 3, base = far << (axis + 2) % 3;
            painter.drawPolygon(QPolygonF({onScreen(corner(base)), onScreen(corner(base | a)),
                                           onScreen(corner(base | a | b)), onScreen(corner(base | b))}));
        }
    painter.setPen(QPen(QColor(170, 170, 170), 1));
    for (int from = 0; from < 8; ++from)
        for (int bit = 0; bit < 3; ++bit)
            if (!(from & 1 << bit))
                painter.drawLine(onScreen(corner(from)), onScreen(corner(from | 1 << bit)));
}

/// The three edges from black, and their letters: over the cloud, which may lie before them.
void ColourCloud::paintPrimaries(QPainter& painter) const
{
    const std::array<QColor, 3> primaries{QColor(255, 60, 60), QColor(60, 220, 60), QColor(80, 110, 255)};
    const std::array<QString, 3> letters{QStringLiteral("R"), QStringLiteral("G"), QStringLiteral("B")};
    for (std::size_t c = 0; c < 3; ++c) {
        std::array<double, 3> full{};
        full[c] = 255;
        const QLineF edge(onScreen({0, 0, 0}), onScreen(full));
        painter.setPen(QPen(primaries[c], 2));
        painter.drawLine(edge);
        const QPointF word = edge.pointAt(1 + 9 / std::max(edge.length(), 1.0));
        painter.setPen(palette().color(QPalette::Text)); // the letter tells, the colour only repeats it
        painter.drawText(QRectF(word - QPointF(10, 10), QSizeF(20, 20)), Qt::AlignCenter, letters[c]);
    }
}

/// From the back to the front.
void ColourCloud::paintCloud(QPainter& painter) const
{
    struct Point {
        Spot spot;
        QColor colour;
    };
    std::vector<Point> points;
    points.reserve(m_colours.size());
    for (const Colour& c : m_colours)
        points.push_back({spotOf({static_cast<double>(c[0]), static_cast<double>(c[1]), static_cast<double>(c[2])}),
                          QColor(c[0], c[1], c[2])});
    std::sort(points.begin(), points.end(), [](const Point& a, const Point& b) { return a.spot.depth < b.spot.depth; });
    for (const Point& point : points)
        painter.fillRect(QRectF(point.spot.place - QPointF(1.25, 1.25), QSizeF(2.5, 2.5)), point.colour);
}

/// Its three great circles through the axes' ends.
void ColourCloud::paintEllipsoid(QPainter& painter) const
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(255, 255, 255, 150), 1));
    for (std::size_t plane = 0; plane < 3; ++plane) {
        QPolygonF circle;
        for (int step = 0; step <= circleSteps; ++step) {
            const double angle = 360.0 * step / circleSteps * degree;
            std::array<double, 3> deviations{};
            deviations[plane] = reach * std::cos(angle);
            deviations[(plane + 1) % 3] = reach * std::sin(angle);
            circle.append(onScreen(along(m_statistics, deviations)));
        }
        painter.drawPolyline(circle);
    }
}

void ColourCloud::paintAxes(QPainter& painter) const
{
    for (int axis = 2; axis >= 0; --axis) { // the longest on top
        const QLineF line = axisOnScreen(axis);
        painter.setPen(QPen(Qt::black, 4, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(line);
        painter.setPen(QPen(axisColour(axis), 2, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(line);
        const QString word = QString::number(axis + 1);
        QFont bold = font();
        bold.setBold(true);
        painter.setFont(bold);
        const QPointF end = line.p2() + QPointF(4, -4);
        painter.setPen(Qt::black);
        painter.drawText(end + QPointF(1, 1), word);
        painter.setPen(axisColour(axis));
        painter.drawText(end, word);
        painter.setFont(font());
    }
}

void ColourCloud::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (m_statistics.picturesUsed == 0) {
        painter.setPen(quietText(palette()));
        painter.drawText(rect().adjusted(cloudMargin, cloudMargin, -cloudMargin, -cloudMargin),
                         Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRect(cloudMargin, 0, width() - 2 * cloudMargin, fontMetrics().height() + 4), Qt::AlignCenter,
                     fontMetrics().elidedText(m_heading, Qt::ElideRight, width() - 2 * cloudMargin));
    painter.setRenderHint(QPainter::Antialiasing);
    paintCube(painter);
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintCloud(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    paintPrimaries(painter);
    paintEllipsoid(painter);
    paintAxes(painter);
    if (hasFocus() && m_focusByKey) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void ColourCloud::turn(double yaw, double pitch)
{
    m_yaw = std::fmod(m_yaw + yaw, 360.0);
    m_pitch = std::clamp(m_pitch + pitch, -90.0, 90.0);
    update();
}

void ColourCloud::turnBack()
{
    m_yaw = startYaw;
    m_pitch = startPitch;
    update();
}

void ColourCloud::mousePressEvent(QMouseEvent* event)
{
    m_dragged = event->position();
}

void ColourCloud::mouseMoveEvent(QMouseEvent* event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    const QPointF by = event->position() - std::exchange(m_dragged, event->position());
    turn(by.x() / 2, by.y() / 2);
}

void ColourCloud::mouseDoubleClickEvent(QMouseEvent*)
{
    turnBack();
}

void ColourCloud::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return turn(-keyTurn, 0);
    case Qt::Key_Right:
        return turn(keyTurn, 0);
    case Qt::Key_Up:
        return turn(0, -keyTurn);
    case Qt::Key_Down:
        return turn(0, keyTurn);
    case Qt::Key_Home:
        return turnBack();
    default:
        QWidget::keyPressEvent(event);
    }
}

void ColourCloud::focusInEvent(QFocusEvent* event)
{
    m_focusByKey = event->reason() != Qt::MouseFocusReason;
    QWidget::focusInEvent(event);
    update();
}

void ColourCloud::focusOutEvent(QFocusEvent* event)
{
    m_focusByKey = false;
    QWidget::focusOutEvent(event);
    update();
}

} // namespace alexscope::gui
