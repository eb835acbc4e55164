// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>
#include <QWidget>

#include <vector>

namespace alexscope::gui {

/// One number a channel.
struct ChannelSeries {
    QString name;
    QColor colour;
    std::vector<double> values; ///< NaN: no bar
};

/// Bars across the channels of a layer, later series drawn narrower over earlier ones; one channel is chosen and a
/// window of channels around it may be marked. Click chooses a channel, moving over the bars tells of one.
class ChannelBars : public QWidget {
    Q_OBJECT
public:
    explicit ChannelBars(QWidget* parent = nullptr);

    /// All series are equally long; none: the empty text.
    void setSeries(std::vector<ChannelSeries> series);
    void setHeading(const QString& heading);
    void setEmptyText(const QString& text);
    /// −1: none.
    void setChosen(int channel);
    /// Channels begin … end − 1, with a word about them; begin = end: none.
    void setWindow(int begin, int end, const QString& label);
    /// Equal runs of channels that the layer does not mix.
    void setGroups(int groups);
    /// Bars grow from here, 0 if nothing else is said. Other than 0 the axis covers what differs from it only, one
    /// percent at least.
    void setBaseline(double baseline);

    const std::vector<ChannelSeries>& series() const { return m_series; }
    int channels() const { return m_series.empty() ? 0 : static_cast<int>(m_series.front().values.size()); }
    int chosen() const { return m_chosen; }
    int windowBegin() const { return m_windowBegin; }
    int windowEnd() const { return m_windowEnd; }
    /// Where a channel's bar stands.
    QRectF slot(int channel) const;

    QSize sizeHint() const override { return {420, 150}; }
    QSize minimumSizeHint() const override { return {150, 56}; }

signals:
    void channelPicked(int channel);
    /// The channel under the mouse; −1: none.
    void pointedAt(int channel);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    struct Axis {
        double low = 0, high = 1, step = 1;
    };
    Axis axis() const;
    int axisWidth() const;
    QRectF plotRect() const;
    double yOf(double value, const Axis& axis) const;
    int channelAt(QPointF position) const;
    void paintHeading(QPainter& painter) const;
    void paintAxis(QPainter& painter, const Axis& axis) const;
    void paintMarks(QPainter& painter) const;
    void paintBars(QPainter& painter, const Axis& axis) const;
    void paintWindowLabel(QPainter& painter) const;

    std::vector<ChannelSeries> m_series;
    QString m_heading, m_emptyText, m_windowLabel;
    int m_chosen = -1, m_hovered = -1, m_windowBegin = 0, m_windowEnd = 0, m_groups = 1;
    double m_baseline = 0;
};

} // namespace alexscope::gui
