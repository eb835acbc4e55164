// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPolygonF>
#include <QStringList>
#include <QWidget>

#include <functional>
#include <vector>

namespace alexscope::gui {

/// Pictures as points of a plane, marked by class or as thumbnails.
///
/// Wheel: zoom. Drag: move. Shift and drag, or drag while lassoing: choose those inside. Click: wanted, beside all
/// points none is chosen any more; on the legend: this class alone. Double click: pinned, beside all points the whole
/// map. Keys: arrows walk from point to point (with Ctrl they move the map), Enter wants, P pins, + and − zoom, Home
/// shows the whole map, Escape chooses none.
class SetMap : public QWidget {
    Q_OBJECT
public:
    explicit SetMap(QWidget* parent = nullptr);

    /// Other points; nothing is chosen of them. As many labels as places.
    void setPoints(std::vector<QPointF> places, std::vector<int> labels);
    /// The same points moved.
    void setPlaces(std::vector<QPointF> places);
    void setClassNames(const QStringList& names);
    /// `picture`: of a point, null while there is none.
    void setPictures(std::function<QImage(int)> picture);
    void setThumbnailsShown(bool shown);
    bool thumbnailsShown() const { return m_thumbnails; }
    void setLassoing(bool lassoing);
    /// The point ringed as the one asked for; −1: none.
    void setQuery(int point);
    /// What the plane's directions are; may be empty.
    void setAxes(const QString& right, const QString& up);
    void setEmptyText(const QString& text);

    const std::vector<QPointF>& places() const { return m_places; }
    QPointF onScreen(int point) const { return onScreen(m_places[static_cast<std::size_t>(point)]); }
    /// The nearest within reach of a click; −1: none.
    int pointAt(QPointF place) const;
    int query() const { return m_query; }
    int hovered() const { return m_hovered; }
    /// Ascending.
    const std::vector<int>& chosen() const { return m_chosen; }
    void choose(std::vector<int> points);
    /// The class that alone stands out; −1: all.
    int highlighted() const { return m_highlighted; }
    bool showsAll() const { return m_whole; }

    QSize sizeHint() const override { return {520, 360}; }
    QSize minimumSizeHint() const override { return {160, 120}; }

public slots:
    void showAll();

signals:
    void wanted(int point);
    void pinned(int point);
    void chosenChanged();
    /// −1: none.
    void pointedAt(int point);
    void showsAllChanged(bool whole);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    enum class Gesture { None, Press, Move, Lasso };
    struct View {
        QPointF centre;   ///< of the plane, in the middle of the room
        double scale = 1; ///< pixels a unit of the plane
    };
    QPointF onScreen(QPointF place) const;
    QRectF room() const;
    QRectF legendRow(int label) const;
    bool hasLegend() const;
    int legendAt(QPointF place) const;
    double rowHeight() const;
    View wholeView() const;
    void setWhole(bool whole);
    void zoom(double factor, QPointF around);
    void move(QPointF by);
    void walk(QPointF direction);
    void hover(int point);
    bool isPale(int point) const;
    void paintPoints(QPainter& painter) const;
    void paintPoint(QPainter& painter, int point) const;
    void paintLegend(QPainter& painter) const;
    void paintAxes(QPainter& painter) const;
    void paintHovered(QPainter& painter) const;

    std::vector<QPointF> m_places;
    std::vector<int> m_labels;
    std::vector<bool> m_isChosen;
    std::vector<int> m_chosen;
    QStringList m_names;
    std::function<QImage(int)> m_picture;
    QString m_right, m_up, m_emptyText;
    bool m_thumbnails = false, m_lassoing = false, m_whole = true, m_focusByKey = false;
    int m_query = -1, m_hovered = -1, m_highlighted = -1;
    View m_view;
    Gesture m_gesture = Gesture::None;
    QPointF m_pressedAt, m_draggedAt;
    int m_pressedPoint = -1;
    QPolygonF m_lasso;
};

} // namespace alexscope::gui
