// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network_spec.h"
#include "core/tensor/host_tensor.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>

namespace alexscope {

/// Every parameter of a run at one moment, apart from the device: for work beside training.
struct WeightsCopy {
    std::uint64_t opening = 0; ///< RunDescription's
    std::int64_t iteration = 0;
    NetworkSpec network;                                                 ///< with the dropout in force
    std::map<std::string, std::shared_ptr<const HostTensor>> parameters; ///< by name; empty: it could not be made, and
                                                                         ///< an event says why
};

} // namespace alexscope
