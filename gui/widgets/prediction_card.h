// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/widgets/prediction_painting.h"

#include <QWidget>

#include <vector>

namespace alexscope::gui {

/// A picture, its true label and the five likeliest classes as bars, as in Figure 4 of the paper; the true label's bar
/// has a colour of its own.
class PredictionCard : public QWidget {
    Q_OBJECT
public:
    explicit PredictionCard(QWidget* parent = nullptr);

    /// `trueLabel`: empty when nobody knows it.
    void setPicture(const QImage& picture, const QString& trueLabel);
    /// Likeliest first; empty: not classified yet. Not judged: they are of other classes than the label, and nothing is
    /// right or wrong.
    void setBars(std::vector<PredictionBar> bars, bool judged = true);
    bool isJudged() const { return m_drawing.isJudged; }
    /// So that bars of several cards begin in line and hold every name of the set.
    void setRoom(const PredictionRoom& room);
    /// The frame of what is pinned.
    void setFramed(bool framed);
    const std::vector<PredictionBar>& bars() const { return m_drawing.bars; }
    const QString& trueLabel() const { return m_drawing.trueLabel; }

    QSize sizeHint() const override { return {232, 128}; }
    QSize minimumSizeHint() const override { return {150, 96}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void describe();

    PredictionDrawing m_drawing;
    bool m_framed = false;
};

} // namespace alexscope::gui
