// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <filesystem>

namespace alexscope::datasets {

/// The MNIST family: train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte
/// (a '.' instead of the last '-' is accepted), unpacked. Grey pictures become red = green = blue. Without the t10k
/// files the validation set is empty. Throws Error naming the file and what was expected.
DataSource openIdx(const std::filesystem::path& folder);

} // namespace alexscope::datasets
