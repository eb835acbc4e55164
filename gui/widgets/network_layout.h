// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/widgets/network_structure.h"

#include <QLineF>
#include <QPointF>
#include <QRect>
#include <QRectF>
#include <QSizeF>

#include <vector>

namespace alexscope::gui {

/// A drawn thing of one layer in one tower: the box of a convolution, the bar of a fully connected layer, or a slab.
struct DiagramPart {
    int layer = -1, tower = 0;
    bool slab = false, vector = false; ///< vector: one number a unit, no map
    QRectF face;                       ///< the front; its size tells the map, or the number of units
    QPointF depth;                     ///< from the front to the back; its length tells the channels

    QRectF bounds() const { return face.united(face.translated(depth)); }
    /// The whole pixels within the front's outline: what is shown on it leaves the outline as it is.
    QRect inside() const;
};

struct DiagramLink {
    QLineF line;
    bool crosses = false;
};

/// Everything's place, in pixels of the diagram.
struct NetworkLayout {
    Qt::Orientation flow = Qt::Vertical; ///< Vertical: from the top down
    QSizeF size;
    std::vector<DiagramPart> parts; ///< in the order of layers; the input first
    std::vector<DiagramLink> links;
    std::vector<QRectF> labels; ///< of the blocks
    std::vector<QPointF> rail;  ///< where the step's marks stand: the input, then every layer
    int labelLines = 1;         ///< lines there is room for beside every block
    QLineF railLine;

    static constexpr int nothing = -2;
    /// The layer drawn at a place (−1: the input), nearest first where parts are thin, or `nothing`.
    int layerAt(QPointF place) const;
    /// Everything drawn of a layer; empty for one that is not there.
    QRectF boundsOf(int layer) const;
};

struct NetworkLayoutOptions {
    Qt::Orientation flow = Qt::Vertical;
    QSizeF room; ///< to be filled, and exceeded only where texts would become illegible
    double lineHeight = 14;
    std::vector<double> labelWidths; ///< widest line of each block's label
    int mostLines = 3;               ///< of a label
};

/// Lays a network out. Sizes grow with the logarithm of what they stand for, relative to the input and to the deepest
/// layer, so that 227×227×3 and 13×13×384 can both be seen.
NetworkLayout layOut(const NetworkStructure& structure, const NetworkSpec& network,
                     const std::vector<LayerGeometry>& geometry, const NetworkLayoutOptions& options);

} // namespace alexscope::gui
