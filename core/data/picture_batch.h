// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace alexscope {

/// What Augmenter::apply does to every picture of a set, in its own float32 numbers, for a device that does the same:
/// x = (pixel + (shift − mean)) · factor, where the crop lies beside the picture 0.
struct PictureRule {
    int channels = 3;                   ///< 3, or 1: the mean of red, green and blue
    int side = 0;                       ///< of the pictures crops are cut from
    int crop = 0;                       ///< side of the input
    std::array<int, 3> source{0, 1, 2}; ///< which colour each channel is
    std::array<float, 3> mean{}, factor{1, 1, 1};
    std::span<const float> meanPicture; ///< 3 × side × side, subtracted instead of `mean`; empty: none
};

/// What chance chose for one picture.
struct PictureCrop {
    std::int32_t x = 0, y = 0, mirrored = 0; ///< as SampleTransform
    std::array<float, 3> shift{};            ///< of each channel, on 0–255
};

/// Room on a device for the pictures of a set, filled as they first come by (Backend::storePictures). Ends before its
/// backend.
class PictureStore {
public:
    virtual ~PictureStore() = default;
};

/// 8-bit pictures on their way into a network.
struct PictureBatch {
    PictureRule rule;
    std::span<const std::uint8_t> rgb;      ///< count × side × side × 3; empty: the store has them
    std::span<const PictureCrop> crops;     ///< count
    PictureStore* store = nullptr;          ///< keeps what comes in `rgb`; null: nothing is kept
    std::span<const std::size_t> indices{}; ///< with a store, count: which pictures of the set these are
};

} // namespace alexscope
