// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/foreign_model.h"
#include "core/formats/pickle.h"

#include <memory>

/// What the two ways in which PyTorch writes files have in common. Private to core/formats.
namespace alexscope {

/// Where the numbers of a file lie.
class TorchStorages {
public:
    virtual ~TorchStorages() = default;
    /// Throws Error unless the storage `key` holds at least `bytes`.
    virtual void check(const std::string& key, std::uint64_t bytes) const = 0;
    /// `bytes` from byte `offset` of the storage on. Throws Error.
    virtual std::vector<std::uint8_t> read(const std::string& key, std::uint64_t offset, std::uint64_t bytes) const = 0;
};

/// The tensors of a state_dict, or of a checkpoint that holds one as "state_dict" or "model". Throws Error.
ForeignModel modelOfPickle(const Pickle& pickle, const std::shared_ptr<const TorchStorages>& storages,
                           const std::filesystem::path& path);

/// The file of a version before 1.6: pickles one after the other, then count and numbers of each storage.
ForeignModel readLegacyTorchModel(const std::filesystem::path& path);

} // namespace alexscope
