// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace alexscope::gui {

class NetworkDiagram;

/// The room a network's diagram lies in: it fits, or is zoomed and scrolled. Ctrl and the wheel, or + and −, zoom; 0
/// fits.
class DiagramView : public QScrollArea {
    Q_OBJECT
public:
    explicit DiagramView(QWidget* parent = nullptr);

    NetworkDiagram& diagram() const { return *m_diagram; }
    double zoom() const { return m_zoom; }
    void setZoom(double zoom);
    /// Scrolls so that a layer can be seen.
    void show(int layer);
    /// Gives the diagram the room there is now; after the network has changed.
    void fit();

    QSize minimumSizeHint() const override { return {160, 120}; }
    QSize sizeHint() const override { return {260, 480}; }

signals:
    void zoomChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool zoomBy(int key);

    NetworkDiagram* m_diagram;
    double m_zoom = 1;
};

} // namespace alexscope::gui
