// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/augmenter.h"
#include "core/data/dataset.h"
#include "core/session/probe.h"

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace alexscope::gui {

/// One version of a picture on its way into the network.
struct AugmentedPicture {
    SampleTransform transform;
    std::uint64_t sample = 0; ///< running number of the training sample this transform is of; 0 for test crops
    Image picture;            ///< as the network gets it, in 8-bit RGB
};

/// What the augmentation view is to show of one picture.
struct AugmentationQuestion {
    enum class Of {
        Training, ///< the transforms of `count` training samples from number `first` on
        Test,     ///< the ten crops of §4.1
    };
    std::shared_ptr<const Augmenter> augmenter; ///< never null in versionsOf
    std::shared_ptr<const Image> picture;       ///< nor this
    Of of = Of::Training;
    std::uint64_t seed = 0, first = 0;
    int count = 0;

    bool operator==(const AugmentationQuestion&) const = default;
};

struct AugmentationAnswer {
    AugmentationQuestion question;
    Image resized; ///< the whole picture that crops are cut from
    std::vector<AugmentedPicture> versions;
};

/// The versions of a picture exactly as training and test make them (Augmenter). Any thread.
AugmentationAnswer versionsOf(const AugmentationQuestion& question);

/// A picture of the step's own batch: what it was, what the network got, and the same once more from the picture.
struct StepAugmentation {
    Image resized, redone, fed;
    double difference = 0; ///< largest between the network's input and the one made anew, in its units
};
/// Throws Error when the picture cannot be read.
StepAugmentation retrace(const Augmenter& augmenter, const Dataset& training, const StepPicture& picture);

/// Colours of the training set: `perPicture` pixels of each of `pictures` evenly spaced pictures, drawn at random but
/// always the same ones. Pictures that cannot be read are left out. Any thread.
std::vector<std::array<std::uint8_t, 3>> coloursOf(const Dataset& training, const Preprocessing& preprocessing,
                                                   int side, std::size_t pictures, int perPicture);

/// Where along x and y a random crop may begin: this many places each.
int cropPlaces(const Augmenter& augmenter);

} // namespace alexscope::gui
