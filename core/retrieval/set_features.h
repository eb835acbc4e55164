// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/retrieval/exciting_patches.h"
#include "core/retrieval/progress.h"
#include "core/retrieval/set_pass.h"
#include "core/tensor/vector_view.h"

#include <cstdint>
#include <string>
#include <vector>

namespace alexscope {

/// The patches that excite the units of a layer most.
struct LayerPatches {
    std::string layer;
    ExcitingPatches patches;
};

/// Features of one layer in memory, ready for nearest(): what a view indexes.
struct SetFeatures {
    std::string layer;
    Shape shape; ///< of one picture's features
    std::int64_t iteration = -1;
    std::vector<std::size_t> pictures; ///< by row
    std::vector<std::int32_t> labels;  ///< by row
    std::vector<float> values;         ///< rows × shape.perPicture()
    int pixelSide = 0;
    std::vector<std::uint8_t> pixels;  ///< rows × PixelVectors::dimension(pixelSide); empty unless asked for
    std::vector<LayerPatches> patches; ///< of the layers asked for

    std::size_t rows() const { return pictures.size(); }
    VectorView view() const;
    VectorView pixelView() const;
};

struct FeaturesRequest {
    PassRequest pass;                          ///< with exactly one layer
    int pixelSide = 0;                         ///< 0: without pixels
    std::vector<std::string> patchLayers = {}; ///< whose most exciting patches are wanted, feature_layers.h
    std::size_t patchesPerUnit = 9;
    double share = 1; ///< of the time, see Pace
    GoOn goOn = {};
};
/// The whole pass at once, on the calling thread. Throws Cancelled where goOn says so.
SetFeatures featuresOf(Backend& backend, const FrozenNetwork& frozen, FeaturesRequest request);

} // namespace alexscope
