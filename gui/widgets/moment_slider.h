// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>

#include <cstdint>
#include <vector>

namespace alexscope::gui {

/// A line of time: iterations from 0 to now, a tick at every recorded moment, the handle on one of them or on now at
/// the right end. Its value counts moments, the last value is now; so arrow keys go from moment to moment, Home to the
/// first and End to now. Clicking and dragging take the moment nearest to the mouse.
class MomentSlider : public QSlider {
    Q_OBJECT
public:
    explicit MomentSlider(QWidget* parent = nullptr);

    /// Ascending; `now`: the iteration at the right end, at least the last of them.
    void setMoments(std::vector<std::int64_t> iterations, std::int64_t now);
    /// Where a value stands, in pixels from the left.
    double xOf(int value) const;

    QSize sizeHint() const override { return {320, 24}; }
    QSize minimumSizeHint() const override { return {120, 24}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    int nearest(double x) const;
    QString nameOf(int value) const;

    std::vector<std::int64_t> m_iterations;
    std::int64_t m_now = 0;
};

} // namespace alexscope::gui
