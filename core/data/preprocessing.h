// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>

namespace alexscope {

enum class MeanKind {
    None,
    Channel, ///< one number a channel
    Picture, ///< the mean picture of the training set, cropped like the picture (paper §2)
};

enum class ChannelOrder { Rgb, Bgr };

/// How an 8-bit RGB picture becomes the network's input: x = (pixel − mean) · scale / deviation.
/// Travels with the weights, so that a picture is treated as in training wherever the file is opened.
struct Preprocessing {
    int resize =
        256; ///< pictures are brought to resize × resize: shorter side scaled, centre cut (§2); 0: the input size
    bool stretch = false; ///< instead of scale-and-cut, squeeze the whole picture (Caffe's reference nets)
    ChannelOrder order = ChannelOrder::Rgb;
    MeanKind mean = MeanKind::Channel;
    bool meanFromData = true;                   ///< false: channelMean is given by the text
    std::array<double, 3> channelMean{0, 0, 0}; ///< RGB, on 0–255, whatever `order`
    double scale = 1;                           ///< 1 keeps 0–255; 1/255 for torchvision's 0–1
    std::array<double, 3> deviation{1, 1, 1};   ///< RGB, divides after scale

    bool operator==(const Preprocessing&) const = default;
};

} // namespace alexscope
