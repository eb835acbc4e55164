// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/image.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace alexscope {

/// A file or record that was left out or changed on the way in, and why.
struct DataWarning {
    std::string item, reason;
    bool leftOut = true; ///< false: used all the same, after a conversion or with something missing
};

/// Labelled pictures by number. All const members may be called from several threads at once.
class Dataset {
public:
    virtual ~Dataset() = default;
    virtual std::size_t size() const = 0;
    /// Picture i: a view into memory of the set's own (valid while the set lives) or into `scratch`.
    /// Throws Error naming the file when it cannot be read any more.
    virtual ImageView image(std::size_t i, Image& scratch) const = 0;
    virtual int label(std::size_t i) const = 0;
    /// Where the picture comes from: a file name, "test_batch 17", "textures 17".
    virtual std::string name(std::size_t i) const = 0;
    /// Pictures found to be damaged only when they were needed, and replaced by others; grows while the set is used.
    virtual std::vector<DataWarning> lateWarnings() const { return {}; }
};

/// What `--data D` names: pictures to learn from, pictures to be tested on, and their classes.
struct DataSource {
    std::string specification; ///< as given: "textures", "cifar10:DIR", "folder:DIR", "idx:DIR", "packed:FILE"
    std::shared_ptr<const Dataset> training, validation; ///< never null; validation may be empty
    std::vector<std::string> classNames;
    int pictureSide = 0; ///< side of the pictures when all are square and equal, else 0
    std::vector<DataWarning> warnings;
};

} // namespace alexscope
