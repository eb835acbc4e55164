// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/image.h"
#include "core/data/picture_batch.h"
#include "core/data/preprocessing.h"
#include "core/data/set_statistics.h"
#include "core/tensor/shape.h"
#include "core/training/recipe.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace alexscope {

/// What happened to one picture on its way into the network; enough to show it and to redo it on a GPU.
struct SampleTransform {
    int x = 0, y = 0; ///< upper left corner of the crop in the resized picture (negative inside padding)
    bool mirrored = false;
    std::array<double, 3> colourShift{}; ///< added to R, G, B, on 0–255
};

/// From 8-bit pictures to network input. Immutable after construction; const members are thread-safe.
class Augmenter {
public:
    /// `input`: the network's, c = 1 (grey: mean of R, G, B) or 3, h = w. Throws Error when the crop does not fit.
    Augmenter(Preprocessing preprocessing, Augmentation augmentation, SetStatistics statistics, Shape input);

    const Preprocessing& preprocessing() const { return m_preprocessing; }
    const Augmentation& augmentation() const { return m_augmentation; }
    const SetStatistics& statistics() const { return m_statistics; }
    Shape input() const { return m_input; }
    /// Side of the picture crops are cut from.
    int resizedSide() const;

    /// The random transform of training sample number `running` (counted over the whole run): a pure function.
    SampleTransform trainingTransform(std::uint64_t seed, std::uint64_t running) const;
    SampleTransform centreTransform() const;
    /// Four corners and the centre, then their mirrors (§4.1).
    std::vector<SampleTransform> tenCrops() const;

    /// Resizes when needed, crops, mirrors, shifts colour, subtracts the mean, scales; writes c × h × w floats.
    void apply(ImageView picture, const SampleTransform& transform, std::span<float> input) const;
    /// apply() for a device that does it itself: what it does to all pictures, and to this one. The rule refers to this
    /// object.
    PictureRule rule() const;
    PictureCrop cropOf(const SampleTransform& transform) const;
    /// The picture crops are cut from: side × side × 3 bytes, side = resizedSide().
    void resizeInto(ImageView picture, std::span<std::uint8_t> rgb) const;
    /// The same picture as people see it: the crop as 8-bit RGB, without mean and scale.
    Image applyForDisplay(ImageView picture, const SampleTransform& transform) const;
    /// Turns network input (c × h × w) back into 8-bit RGB for display. Where a mean picture was subtracted its centre
    /// crop is added, since the numbers do not tell which crop they came from.
    Image toDisplay(std::span<const float> input) const;

private:
    /// One channel of the input: (pixel of colour `source` + shift − mean) · factor.
    struct Plane {
        std::size_t source = 0; ///< 0 red (or grey), 1 green, 2 blue
        double mean = 0, shift = 0, factor = 1;
    };
    Plane plane(std::size_t channel, const SampleTransform& transform) const;
    /// Row of the mean picture in the colours of `plane`, from column x on; writes `count` numbers.
    void meanRow(const Plane& plane, int x, int y, int count, float* out) const;
    Image resizedCopy(ImageView picture) const;

    Preprocessing m_preprocessing;
    Augmentation m_augmentation;
    SetStatistics m_statistics;
    Shape m_input;
};

} // namespace alexscope
