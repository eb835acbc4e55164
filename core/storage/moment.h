// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/image.h"
#include "core/tensor/host_tensor.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>

namespace alexscope {

/// What was recorded of a run at one moment. Immutable once shared.
struct Moment {
    using Tensors = std::map<std::string, std::shared_ptr<const HostTensor>>;

    std::int64_t iteration = 0;
    double epoch = 0;
    Tensors parameters;                   ///< "conv1.weight"
    Tensors activations;                  ///< by layer, of `picture` in test mode, batch 1
    std::shared_ptr<const Image> picture; ///< null: none was pinned
};

/// A moment without its numbers.
struct MomentInfo {
    std::int64_t iteration = 0;
    double epoch = 0;
    std::uint64_t bytes = 0; ///< of its file
};

/// No moment's file is larger, and none that claims to be is read.
inline constexpr std::uint64_t largestMoment = 32u << 20;

/// About how many bytes the file of a moment will have; never fewer.
std::uint64_t estimatedBytes(const Moment& moment);

/// A safetensors file: tensors "parameter.<name>", "activation.<layer>" (all with four extents) and "picture" (h, w,
/// 3), iteration and epoch in the metadata. Written as SafetensorsWriter::write does: whole or not at all. Throws
/// Error.
void writeMoment(const std::filesystem::path& path, const Moment& moment);

/// Checks whatever the file claims before believing it. Throws Error naming the file and the fault.
Moment readMoment(const std::filesystem::path& path);
/// The same for the header alone.
MomentInfo readMomentInfo(const std::filesystem::path& path);

} // namespace alexscope
