// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/catalogue.h"
#include "core/retrieval/frozen_network.h"
#include "tests/core/tiny_run.h"

/// The tiny run's network with its initial weights, apart from any device.
namespace alexscope::tiny {

inline FrozenNetwork frozen(Backend& backend, std::uint64_t seed = 1)
{
    const TrainerOptions options = trainerOptions();
    Network network(options.network, backend, NetworkOptions{1, Precision::Fp32, false, false});
    network.initialise(seed);
    return freeze(network, options.statistics, 17);
}

} // namespace alexscope::tiny
