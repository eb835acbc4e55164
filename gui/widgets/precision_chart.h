// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/widgets/figure_plot.h"

#include <QString>

#include <vector>

namespace alexscope::gui {

/// How many of the nearest pictures were of the right class, in percent, while a run went on: by features (solid with
/// dots), by pixels (dashed), and what chance would give (dotted).
class PrecisionChart : public FigurePlot {
    Q_OBJECT
public:
    struct Point {
        double iteration = 0, features = 0, pixels = 0; ///< shares, 0 … 1
    };

    explicit PrecisionChart(QWidget* parent = nullptr);

    /// `byChance`: a share; NaN: unknown.
    void setPoints(const std::vector<Point>& points, double byChance);
    void setNames(const QString& features, const QString& pixels, const QString& chance, const QString& iterations);
    void recolour();

    /// Points drawn; for tests.
    int pointCount() const { return m_features->dataCount(); }
    double featuresAt(int point) const { return m_features->data()->at(point)->value; }
    double pixelsAt(int point) const { return m_pixels->data()->at(point)->value; }

    QSize sizeHint() const override { return {220, 150}; }
    QSize minimumSizeHint() const override { return {120, 70}; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QCPGraph *m_features, *m_pixels, *m_chance;
};

} // namespace alexscope::gui
