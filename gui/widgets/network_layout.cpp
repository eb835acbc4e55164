// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/network_layout.h"

#include <algorithm>
#include <cmath>

namespace alexscope::gui {

namespace {

// At scale 1, in pixels.
constexpr double smallestSide = 9, largestSide = 46, smallestDepth = 4, largestDepth = 20;
constexpr double slabThickness = 6, thinnestSlab = 5, vectorThickness = 13, shortestVector = 20;
constexpr double depthX = 0.86, depthY = -0.5; ///< direction of the back, as in the paper's figure
constexpr double smallestScale = 0.5, largestScale = 3;
constexpr double diagramMargin = 8, railWidth = 18, towerGap = 8, slabGap = 1;
constexpr double linkGap = 9, crossGap = 15, wideLinkGap = 14, wideCrossGap = 36; ///< wide: towers are far apart
constexpr double catchDistance = 2; ///< a slab is caught this far beside it

double logShare(double value, double most)
{
    return most <= 1 ? 1 : std::log2(std::max(1.0, value)) / std::log2(most);
}

/// Works along and across the flow, and turns the result into x and y at the end.
class Maker {
public:
    Maker(const NetworkStructure& structure, const NetworkSpec& network, const std::vector<LayerGeometry>& geometry,
          const NetworkLayoutOptions& options)
        : m_structure(structure), m_network(network), m_geometry(geometry), m_options(options),
          m_vertical(options.flow == Qt::Vertical)
    {
        for (const LayerGeometry& layer : geometry) {
            const bool isVector = layer.output.h == 1 && layer.output.w == 1;
            (isVector ? m_mostUnits : m_mostChannels) =
                std::max(isVector ? m_mostUnits : m_mostChannels, static_cast<double>(layer.output.c));
        }
        const double labels = *std::max_element(options.labelWidths.begin(), options.labelWidths.end());
        m_labelAcross = m_vertical ? labels : options.lineHeight * options.mostLines;
    }

    NetworkLayout make()
    {
        chooseScale();
        m_layout.flow = m_options.flow;
        m_layout.labelLines = m_lines;
        m_layout.rail.resize(m_network.layers.size() + 1);
        const double across = std::max(acrossRoom(), neededAcross());
        const double used = total();
        const double spare = std::max(0.0, alongRoom() - used) / static_cast<double>(m_structure.blocks.size());
        m_layout.size = point(std::max(used, alongRoom()), across);
        m_centre = m_vertical ? across - diagramMargin - (across - 2 * diagramMargin - m_labelAcross - railWidth) / 2
                              : diagramMargin + (across - 2 * diagramMargin - m_labelAcross - railWidth) / 2;
        m_width = across - 2 * diagramMargin - m_labelAcross - railWidth;
        double along = diagramMargin + spare / 2;
        for (std::size_t i = 0; i < m_structure.blocks.size(); ++i) {
            along += i > 0 ? gapBefore(i) : 0;
            place(i, along, extent(i));
            along += extent(i) + spare;
        }
        connect();
        const double rail = railAcross();
        const auto ends = [&](const QPointF& node) { return m_vertical ? node.y() : node.x(); };
        m_layout.railLine = QLineF(point(ends(m_layout.rail.front()), rail), point(ends(m_layout.rail.back()), rail));
        return std::move(m_layout);
    }

private:
    QSizeF asSize(double along, double across) const
    {
        return m_vertical ? QSizeF(across, along) : QSizeF(along, across);
    }
    struct Pair {
        double x, y;
        operator QPointF() const { return {x, y}; }
        operator QSizeF() const { return {x, y}; }
    };
    Pair point(double along, double across) const { return m_vertical ? Pair{across, along} : Pair{along, across}; }
    double alongOf(const QSizeF& size) const { return m_vertical ? size.height() : size.width(); }
    double acrossOf(const QSizeF& size) const { return m_vertical ? size.width() : size.height(); }
    double alongRoom() const { return alongOf(m_options.room); }
    double acrossRoom() const { return acrossOf(m_options.room); }
    double railAcross() const
    {
        return m_vertical ? diagramMargin + m_labelAcross + railWidth / 2 : diagramMargin + m_width + railWidth / 2;
    }

    const NetworkBlock& block(std::size_t i) const { return m_structure.blocks[i]; }
    Shape outputOf(int layer) const
    {
        return layer < 0 ? m_network.input : m_geometry[static_cast<std::size_t>(layer)].output;
    }
    static bool isVector(const Shape& shape) { return shape.h == 1 && shape.w == 1; }

    double side(std::int64_t pixels) const
    {
        const auto most = static_cast<double>(std::max(m_network.input.h, m_network.input.w));
        return m_scale * (smallestSide + (largestSide - smallestSide) * logShare(static_cast<double>(pixels), most));
    }
    /// How long a vector's bar is: the whole breadth for the longest.
    double vectorLength(std::int64_t units, double most) const
    {
        const double longest = std::min(most, m_scale * 110);
        return shortestVector + (longest - shortestVector) * logShare(static_cast<double>(units), m_mostUnits);
    }
    QPointF depthOf(const Shape& shape, int towers) const
    {
        const double share = logShare(static_cast<double>(shape.c) / towers, m_mostChannels);
        const double length =
            m_scale * (isVector(shape) ? smallestDepth : smallestDepth + (largestDepth - smallestDepth) * share);
        return {depthX * length, depthY * length};
    }
    double breadthFor(int towers) const { return (m_width - towerGap * (towers - 1)) / towers; }
    double thickness() const { return std::max(thinnestSlab, slabThickness * m_scale); }

    QSizeF faceOf(std::size_t i) const
    {
        const Shape shape = outputOf(block(i).layer);
        if (isVector(shape))
            return asSize(vectorThickness * m_scale, vectorLength(shape.c, m_width - 2 * smallestDepth * m_scale));
        return {side(shape.w), side(shape.h)};
    }
    QSizeF boxOf(std::size_t i) const
    {
        const QPointF depth = depthOf(outputOf(block(i).layer), block(i).towers);
        return faceOf(i) + QSizeF(std::abs(depth.x()), std::abs(depth.y()));
    }
    double slabsAlong(std::size_t i) const
    {
        return static_cast<double>(block(i).slabs.size()) * (thickness() + slabGap);
    }
    double labelAlong(std::size_t i) const
    {
        return m_vertical ? m_lines * m_options.lineHeight : m_options.labelWidths[i] + diagramMargin;
    }
    double extent(std::size_t i) const { return std::max(alongOf(boxOf(i)) + slabsAlong(i), labelAlong(i)); }
    double gapBefore(std::size_t i) const
    {
        const bool crosses =
            std::any_of(m_structure.links.begin(), m_structure.links.end(),
                        [i](const TowerLink& link) { return link.to == static_cast<int>(i) && link.crosses; });
        return m_vertical ? (crosses ? crossGap : linkGap) : (crosses ? wideCrossGap : wideLinkGap);
    }
    double total() const
    {
        double sum = 2 * diagramMargin;
        for (std::size_t i = 0; i < m_structure.blocks.size(); ++i)
            sum += extent(i) + (i > 0 ? gapBefore(i) : 0);
        return sum;
    }
    double neededAcross() const
    {
        double widest = 0;
        for (std::size_t i = 0; i < m_structure.blocks.size(); ++i) {
            const Shape shape = outputOf(block(i).layer);
            const double box = isVector(shape) ? shortestVector * 2 : acrossOf(boxOf(i));
            widest = std::max(widest, block(i).towers * box + (block(i).towers - 1) * towerGap);
        }
        return widest + 2 * diagramMargin + m_labelAcross + railWidth;
    }
    bool fits() const { return total() <= alongRoom() && neededAcross() <= acrossRoom(); }

    /// The most label lines with which everything fits, then the largest boxes.
    void chooseScale()
    {
        m_width = std::max(shortestVector, acrossRoom() - 2 * diagramMargin - m_labelAcross - railWidth);
        const int fewest = m_vertical ? 1 : m_options.mostLines;
        for (m_lines = m_options.mostLines; m_lines >= fewest; --m_lines) {
            m_scale = smallestScale;
            if (fits() || m_lines == fewest)
                break;
        }
        double low = smallestScale, high = largestScale;
        for (int i = 0; i < 20; ++i) {
            m_scale = (low + high) / 2;
            (fits() ? low : high) = m_scale;
        }
        m_scale = low;
    }

    void place(std::size_t i, double along, double extent)
    {
        const NetworkBlock& shown = block(i);
        const QSizeF face = faceOf(i), box = boxOf(i);
        const QPointF depth = depthOf(outputOf(shown.layer), shown.towers);
        const double start = along + (extent - alongOf(box) - slabsAlong(i)) / 2;
        for (int tower = 0; tower < shown.towers; ++tower) {
            const double centre = towerCentre(tower, shown.towers);
            const QPointF corner = point(start, centre - acrossOf(box) / 2);
            DiagramPart part;
            part.layer = shown.layer;
            part.tower = tower;
            part.vector = isVector(outputOf(shown.layer));
            part.face = QRectF(corner + QPointF(0, -depth.y()), face);
            part.depth = depth;
            m_layout.parts.push_back(part);
        }
        const double middle = start + (m_vertical ? -depth.y() + face.height() / 2 : face.width() / 2);
        m_layout.rail[static_cast<std::size_t>(shown.layer + 1)] = point(middle, railAcross());
        placeSlabs(shown, start + alongOf(box) + slabGap);
        const QSizeF label =
            m_vertical ? QSizeF(m_labelAcross, m_lines * m_options.lineHeight) : QSizeF(extent, m_labelAcross);
        m_layout.labels.push_back(m_vertical
                                      ? QRectF(QPointF(diagramMargin, along + (extent - label.height()) / 2), label)
                                      : QRectF(QPointF(along, diagramMargin + m_width + railWidth), label));
    }

    void placeSlabs(const NetworkBlock& shown, double along)
    {
        for (const int layer : shown.slabs) {
            const Shape shape = outputOf(layer);
            for (int tower = 0; tower < shown.towers; ++tower) {
                DiagramPart part;
                part.layer = layer;
                part.tower = tower;
                part.slab = true;
                part.vector = isVector(outputOf(shown.layer)); // maps pooled to one number stay maps
                const double length = part.vector ? vectorLength(shape.c, m_width - 2 * smallestDepth * m_scale)
                                                  : side(m_vertical ? shape.w : shape.h);
                part.face =
                    QRectF(point(along, towerCentre(tower, shown.towers) - length / 2), asSize(thickness(), length));
                m_layout.parts.push_back(part);
            }
            m_layout.rail[static_cast<std::size_t>(layer + 1)] = point(along + thickness() / 2, railAcross());
            along += thickness() + slabGap;
        }
    }

    double towerCentre(int tower, int towers) const
    {
        // The towers of a wide panel stay near each other.
        const double breadth = std::min(breadthFor(towers), m_scale * (largestSide + largestDepth) + 24);
        return m_centre + (tower - (towers - 1) / 2.0) * (breadth + towerGap);
    }

    /// Outer edge of everything of a block in a tower, on its centre line.
    QPointF end(const NetworkBlock& shown, int tower, bool far) const
    {
        QRectF bounds;
        for (const DiagramPart& part : m_layout.parts) {
            const bool own = part.layer == shown.layer ||
                             std::find(shown.slabs.begin(), shown.slabs.end(), part.layer) != shown.slabs.end();
            if (own && part.tower == tower)
                bounds = bounds.united(part.bounds());
        }
        const double along =
            m_vertical ? (far ? bounds.bottom() : bounds.top()) : (far ? bounds.right() : bounds.left());
        return point(along + (far ? 1 : -1), towerCentre(tower, shown.towers));
    }

    void connect()
    {
        for (const TowerLink& link : m_structure.links) {
            const auto to = static_cast<std::size_t>(link.to);
            m_layout.links.push_back(
                {QLineF(end(block(to - 1), link.fromTower, true), end(block(to), link.toTower, false)), link.crosses});
        }
    }

    const NetworkStructure& m_structure;
    const NetworkSpec& m_network;
    const std::vector<LayerGeometry>& m_geometry;
    const NetworkLayoutOptions& m_options;
    const bool m_vertical;
    double m_mostChannels = 1, m_mostUnits = 1;
    double m_labelAcross = 0, m_scale = 1, m_centre = 0, m_width = 0;
    int m_lines = 1;
    NetworkLayout m_layout;
};

} // namespace

QRect DiagramPart::inside() const
{
    const QRectF inner = face.adjusted(0.5, 0.5, -0.5, -0.5); // the outline is a pixel wide
    const QPoint from(static_cast<int>(std::ceil(inner.left())), static_cast<int>(std::ceil(inner.top())));
    return {from, QPoint(static_cast<int>(std::floor(inner.right())), static_cast<int>(std::floor(inner.bottom()))) -
                      QPoint(1, 1)};
}

int NetworkLayout::layerAt(QPointF place) const
{
    int found = nothing;
    double nearest = catchDistance;
    for (const DiagramPart& part : parts) {
        const QRectF bounds = part.bounds();
        const double dx = std::max({bounds.left() - place.x(), 0.0, place.x() - bounds.right()});
        const double dy = std::max({bounds.top() - place.y(), 0.0, place.y() - bounds.bottom()});
        const double distance = std::max(dx, dy);
        if (distance < nearest || (distance == 0 && nearest == 0 && part.slab)) {
            nearest = distance;
            found = part.layer;
        }
    }
    if (found != nothing)
        return found;
    for (std::size_t i = 0; i < labels.size(); ++i)
        if (labels[i].contains(place)) {
            int block = -1;
            for (const DiagramPart& part : parts) // a label names the block's own layer: its i-th box
                if (!part.slab && part.tower == 0 && ++block == static_cast<int>(i))
                    return part.layer;
        }
    return nothing;
}

QRectF NetworkLayout::boundsOf(int layer) const
{
    QRectF bounds;
    for (const DiagramPart& part : parts)
        if (part.layer == layer)
            bounds = bounds.united(part.bounds());
    return bounds;
}

NetworkLayout layOut(const NetworkStructure& structure, const NetworkSpec& network,
                     const std::vector<LayerGeometry>& geometry, const NetworkLayoutOptions& options)
{
    return Maker(structure, network, geometry, options).make();
}

} // namespace alexscope::gui
