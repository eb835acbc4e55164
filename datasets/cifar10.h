// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <filesystem>

namespace alexscope::datasets {

/// CIFAR-10 in its official binary form: data_batch_1.bin … data_batch_5.bin to learn from, test_batch.bin to be tested
/// on, each 10,000 records of one label and 1,024 red, green, blue; class names from batches.meta.txt.
/// Throws Error naming the file, its size and the size expected, or the record whose label is not 0..9.
DataSource openCifar10(const std::filesystem::path& folder);

} // namespace alexscope::datasets
