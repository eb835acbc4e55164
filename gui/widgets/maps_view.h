// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/widgets/tile_view.h"

#include <memory>

namespace alexscope::gui {

/// The maps of one picture in one layer, a tile a channel, a 1×1 unit as a small square. One points at single positions
/// and chooses one. Channels that are 0 everywhere are marked and counted. Keyboard: arrows go from map to map, with
/// Shift from position to position within one, Escape gives the choice up.
class MapsView : public TileView {
    Q_OBJECT
public:
    explicit MapsView(QWidget* parent = nullptr);

    /// Picture 0 of `maps`; null shows the empty text. The columns follow the shape of the widget.
    void setMaps(std::shared_ptr<const HostTensor> maps, TileScope scope);
    const std::shared_ptr<const HostTensor>& maps() const { return m_maps; }
    int deadCount() const { return m_deadCount; }
    bool isDead(int channel) const { return m_dead[static_cast<std::size_t>(channel)]; }

    /// Channel −1: nothing; position (−1, −1): the whole map.
    void setChosenUnit(int channel, QPoint position);
    int chosenChannel() const { return m_channel; }
    QPoint chosenPosition() const { return m_position; }
    /// Where a position of a channel lies on this widget.
    QRectF positionRect(int channel, QPoint position) const;

signals:
    /// The position of the map under the mouse; channel −1: none.
    void pointedAtUnit(int channel, QPoint position);
    /// Somebody has chosen; channel −1: given up.
    void unitChosen(int channel, QPoint position);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void lay();
    void countDead();
    QPoint positionOf(QPoint pixel) const;
    void moveWithin(QPoint by);
    void choose(int channel, QPoint position);

    std::shared_ptr<const HostTensor> m_maps;
    TileScope m_scope = TileScope::Layer;
    std::vector<bool> m_dead;
    int m_deadCount = 0, m_unitSize = 1;
    int m_channel = -1;
    QPoint m_position{-1, -1};
};

} // namespace alexscope::gui
