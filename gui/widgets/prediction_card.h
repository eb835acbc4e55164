// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>
#include <QWidget>

#include <vector>

namespace alexscope::gui {

struct PredictionBar {
    QString name;
    double probability = 0;
    bool isTrueLabel = false;
};

/// A picture, its true label and the five likeliest classes as bars, as in Figure 4 of the paper; the true label's bar
/// has a colour of its own.
class PredictionCard : public QWidget {
    Q_OBJECT
public:
    explicit PredictionCard(QWidget* parent = nullptr);

    /// `trueLabel`: empty when nobody knows it.
    void setPicture(const QImage& picture, const QString& trueLabel);
    /// Likeliest first; empty: not classified yet.
    void setBars(std::vector<PredictionBar> bars);
    const std::vector<PredictionBar>& bars() const { return m_bars; }
    const QString& trueLabel() const { return m_trueLabel; }

    QSize sizeHint() const override { return {232, 128}; }
    QSize minimumSizeHint() const override { return {150, 96}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void describe();
    void paintBar(class QPainter& painter, const QRectF& row, const PredictionBar& bar) const;

    QImage m_picture;
    QString m_trueLabel;
    std::vector<PredictionBar> m_bars;
};

} // namespace alexscope::gui
