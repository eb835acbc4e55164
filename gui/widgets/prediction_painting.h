// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QImage>
#include <QPalette>
#include <QRectF>
#include <QSize>
#include <QString>
#include <QStringList>

#include <vector>

class QPainter;

namespace alexscope::gui {

struct PredictionBar {
    QString name;
    double probability = 0;
    bool isTrueLabel = false;
};

/// What drawings of a set need so that no name is cut, in pixels. Names beyond `longestName` are.
struct PredictionRoom {
    static constexpr int longestName = 220, least = 72;

    int picture = least; ///< width of the picture with its label below
    int bars = 0, height = 0;
    int leastHeight = 0; ///< with a smaller picture

    QSize size() const;
    QSize leastSize() const { return {size().width(), size().height() - height + leastHeight}; }
};
PredictionRoom predictionRoom(const QFont& font, const QStringList& classNames);

/// A picture, its true label and its likeliest classes, as in Figure 4 of the paper.
struct PredictionDrawing {
    QImage picture;                  ///< null: an empty place
    QString trueLabel;               ///< empty: an en dash
    std::vector<PredictionBar> bars; ///< likeliest first; empty: not classified yet
    bool isJudged = true;            ///< false: the bars are of other classes than the label, so neither ✓ nor ✗
    QFont font;
    QPalette palette;
    PredictionRoom room; ///< of the set; without it bars take a share of the area
};

/// Draws it into `area`, the picture to the left with the true label below, the bars to the right.
void paintPrediction(QPainter& painter, const QRectF& area, const PredictionDrawing& drawing);

} // namespace alexscope::gui
