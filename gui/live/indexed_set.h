// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/retrieval/binary_codes.h"
#include "core/retrieval/pixel_vectors.h"
#include "core/retrieval/precision_at_k.h"
#include "core/retrieval/set_features.h"
#include "core/session/session.h"
#include "gui/data/set_index.h"

#include <QString>

#include <functional>
#include <memory>

namespace alexscope::gui {

/// What is to be indexed of a run.
struct IndexChoice {
    QString layer;                           ///< whose features; empty: the last hidden one
    PictureSet set = PictureSet::Validation; ///< the training set stands in for an empty validation set
    std::size_t pictures = 1000;             ///< at most so many of it

    bool operator==(const IndexChoice&) const = default;
};

/// The same with names for what was left open. Throws Error when the network has no such layer.
IndexChoice resolved(const IndexChoice& choice, const RunDescription& run);
const Dataset& setOf(const RunDescription& run, PictureSet set);

/// Pictures of a set without a network, for contrast; they stay the same while it learns.
struct IndexedPixels {
    std::vector<std::size_t> pictures;
    int side = 0;
    std::vector<std::uint8_t> values;
    PrecisionAtK precision;

    VectorView view() const { return VectorView::of(values, PixelVectors::dimension(side)); }
};

/// The features as short codes (§6.1), and how well these stand in for them.
struct IndexedCodes {
    CodeMaker maker;
    std::vector<std::uint64_t> values;
    double recall = 0; ///< the share of the k nearest of all pictures that the k nearest codes are
};

/// Features of a part of a set at one moment of training, with what it takes to compute the features of any other
/// picture. Immutable.
struct IndexedSet {
    std::shared_ptr<const RunDescription> run;
    IndexChoice choice; ///< resolved
    std::shared_ptr<const FrozenNetwork> frozen;
    std::shared_ptr<const SetFeatures> features; ///< without pixels
    std::shared_ptr<const IndexedPixels> pixels;
    std::shared_ptr<const IndexedCodes> codes; ///< null where vectors are too long for them
    PrecisionAtK precision;                    ///< of the features
    bool withPatches = false;                  ///< features->patches are those of all layers of unitLayers()

    std::size_t rows() const { return features->rows(); }
    PictureId picture(std::size_t row) const
    {
        return {choice.set, static_cast<std::uint32_t>(features->pictures[row])};
    }
    int label(std::size_t row) const { return features->labels[row]; }
    /// −1: this picture is not indexed.
    std::ptrdiff_t rowOf(PictureId picture) const;
};

/// One piece of work for buildIndexed.
struct IndexOrder {
    std::shared_ptr<const RunDescription> run;
    IndexChoice choice; ///< resolved
    std::shared_ptr<const FrozenNetwork> frozen;
    std::function<std::unique_ptr<Backend>()> makeBackend;
    int k = 6;
    bool withPatches = false;                         ///< also the patches that excite each unit most
    double share = 1;                                 ///< of the time, see Pace
    std::shared_ptr<const IndexedSet> features;       ///< not null: these are kept, only the precision is counted anew
    std::shared_ptr<const IndexedPixels> knownPixels; ///< taken over when they are of the same pictures
    GoOn goOn;
};
/// The whole of it on the calling thread, which takes one processor. Throws Error and Cancelled.
std::shared_ptr<const IndexedSet> buildIndexed(const IndexOrder& order);

} // namespace alexscope::gui
