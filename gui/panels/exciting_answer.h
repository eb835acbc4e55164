// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/retrieval/feature_layers.h"
#include "gui/live/indexed_set.h"

#include <QImage>
#include <QString>

#include <memory>
#include <vector>

namespace alexscope::gui {

/// Which patches of an index' pictures excite a unit of a layer most; of the whole layer, which one excites each unit.
struct ExcitingQuestion {
    std::shared_ptr<const IndexedSet> index; ///< with patches
    QString layer;                           ///< one of unitLayers()
    int unit = -1;                           ///< −1: the best of every unit

    bool operator==(const ExcitingQuestion&) const = default;
};

/// A patch as it is shown.
struct ShownPatch {
    PictureId id;
    int unit = 0;
    QPoint place; ///< of the unit in its map
    double value = 0;
    QRect field;  ///< what the unit sees of the crop, in its pixels
    QImage crop;  ///< the picture as the network gets it; null: it cannot be read any more
    QString name; ///< of the picture
    int label = -1;

    QImage patch() const { return crop.copy(field); }
};

struct ExcitingAnswer {
    ExcitingQuestion question;
    std::vector<ShownPatch> patches; ///< strongest first; of a whole layer by unit, at most mostUnits
    int silent = 0;                  ///< units of the layer that no picture excites
    static constexpr int mostUnits = 96;
};

/// The layer in unitLayers() that speaks for one: the last at or before it; empty when there is none.
QString excitingLayer(const NetworkSpec& network, const QString& layer);

/// Reads the pictures again, on the calling thread. Throws Error for a layer or unit that is not there.
ExcitingAnswer excitingOf(const ExcitingQuestion& question);

} // namespace alexscope::gui
