// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/batch_loader.h"
#include "core/random/philox.h"

#include <numeric>
#include <utility>

namespace alexscope {

std::vector<std::uint32_t> epochOrder(std::uint64_t seed, std::uint32_t epoch, std::size_t size)
{
    std::vector<std::uint32_t> order(size);
    std::iota(order.begin(), order.end(), 0u);
    PhiloxSequence random(seed, Stream::Order, epoch);
    for (std::size_t i = size; i > 1; --i) // Fisher and Yates
        std::swap(order[i - 1], order[random.below(static_cast<std::uint32_t>(i))]);
    return order;
}

} // namespace alexscope
