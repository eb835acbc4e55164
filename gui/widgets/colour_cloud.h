// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/set_statistics.h"

#include <QPolygonF>
#include <QString>
#include <QWidget>

#include <array>
#include <cstdint>
#include <vector>

namespace alexscope::gui {

/// The colours of a set as a cloud of points in the cube of red, green and blue, with the principal axes (§4.1) drawn
/// from the mean, two standard deviations to either side, and the ellipsoid they span. Dragging or arrow keys turn it.
class ColourCloud : public QWidget {
    Q_OBJECT
public:
    using Colour = std::array<std::uint8_t, 3>;
    static constexpr double reach = 2; ///< standard deviations
    /// Black in front, red to the right, blue to the left, seen a little from above.
    static constexpr double startYaw = -38, startPitch = 20;

    explicit ColourCloud(QWidget* parent = nullptr);

    void setHeading(const QString& heading);
    void setEmptyText(const QString& text);
    /// Without pictures used: the empty text.
    void setStatistics(const SetStatistics& statistics);
    void setColours(std::vector<Colour> colours);

    const std::vector<Colour>& colours() const { return m_colours; }
    /// Where a colour (0–255 each, also beyond) lies on this widget.
    QPointF onScreen(const std::array<double, 3>& colour) const;
    /// The ends of axis 0, 1 or 2 as they are drawn.
    QLineF axisOnScreen(int axis) const;
    /// In degrees, about the vertical and then towards who looks.
    void turn(double yaw, double pitch);

    QSize sizeHint() const override { return {260, 240}; }
    QSize minimumSizeHint() const override { return {120, 110}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Spot {
        QPointF place;
        double depth = 0; ///< larger: nearer
    };
    Spot spotOf(const std::array<double, 3>& colour) const;
    void paintCube(QPainter& painter) const;
    void paintPrimaries(QPainter& painter) const;
    void paintCloud(QPainter& painter) const;
    void paintEllipsoid(QPainter& painter) const;
    void paintAxes(QPainter& painter) const;
    void turnBack();

    QString m_heading, m_emptyText;
    SetStatistics m_statistics;
    std::vector<Colour> m_colours;
    double m_yaw = startYaw, m_pitch = startPitch;
    QPointF m_dragged;
    bool m_focusByKey = false;
};

/// The colour an axis is drawn in, here and where its numbers stand.
QColor axisColour(int axis);

} // namespace alexscope::gui
