// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/catalogue.h"

#include <filesystem>
#include <vector>

namespace alexscope::cuda {

/// The GPU as the catalogue lists it. The backend is a module, a library of its own that is opened here: the program
/// itself needs neither the driver nor cuBLAS nor cuDNN to start. It is looked for beside the program and in ../lib;
/// once opened it stays. Whatever is missing becomes the entry's reason.
BackendEntry catalogueEntry();

/// The same for a module in the first of these folders that has one.
BackendEntry entryFrom(const std::vector<std::filesystem::path>& folders);

} // namespace alexscope::cuda
