// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/network/network_spec.h"
#include "datasets/picture_file.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace alexscope::datasets {

struct OpenOptions {
    int textureSide = 72; ///< side of the pictures `textures` draws
    std::size_t textureTraining = 20000, textureValidation = 1000;
    std::uint64_t textureSeed = 2012;
};

/// Opens "textures", "cifar10:DIR", "folder:DIR", "idx:DIR" or "packed:FILE"; with "shuffled:" before it the training
/// pictures' labels are dealt out at random (a control; what is tested on keeps its own).
/// Throws Error naming the file and what was expected. Broken single pictures become warnings.
/// A folder without validation pictures keeps every tenth of each class for validation.
DataSource openData(const std::string& specification, const OpenOptions& options = {});
/// The same for a network: what is drawn has the size that the network resizes pictures to.
DataSource openDataFor(const std::string& specification, const NetworkSpec& network);

struct PackProgress {
    std::size_t done = 0, total = 0;
};

struct PackResult {
    std::uint64_t pictures = 0;        ///< in the file
    std::vector<DataWarning> warnings; ///< what was left out or changed on the way in
};

/// Packs a picture folder (class folders, or train/ and val/ with class folders) into one file of side × side RGB
/// records for memory mapping. Writes to a neighbouring temporary file first.
PackResult packFolder(const std::filesystem::path& folder, const std::filesystem::path& file, int side = 256,
                      const std::function<bool(PackProgress)>& goOn = {});

} // namespace alexscope::datasets
