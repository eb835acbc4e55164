// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network_spec.h"
#include "core/storage/safetensors.h"

#include <cstdint>
#include <vector>

namespace alexscope::cli {

/// The tensor "image" of a file: pictures as a network takes them, preprocessed, NCHW.
struct ImageTensor {
    std::int64_t pictures = 0;
    std::vector<float> values;
};

/// Checks the shape [n, c, h, w] (or [c, h, w] for one picture) against the network. Throws Error naming both, and
/// where numbers are not finite.
ImageTensor readImages(const SafetensorsFile& file, const NetworkSpec& network);

/// The tensor "label" [n] of integers in 0 … classes−1. Throws Error.
std::vector<std::int32_t> readLabels(const SafetensorsFile& file, std::int64_t pictures, int classes);

/// The shape an activation has in a file: [n, c, h, w], or [n, c] from the first linear layer on.
std::vector<std::int64_t> activationShape(const NetworkSpec& network, int layer, std::int64_t pictures,
                                          const Shape& output);

} // namespace alexscope::cli
