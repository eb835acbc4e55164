// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/spread_pictures.h"

#include "core/random/philox.h"

#include <algorithm>
#include <numeric>

namespace alexscope {

std::vector<std::size_t> spreadPictures(std::size_t size, std::size_t most)
{
    std::vector<std::size_t> pictures(std::min(size, most));
    if (pictures.size() == size) {
        std::iota(pictures.begin(), pictures.end(), std::size_t{0});
        return pictures;
    }
    PhiloxSequence random(0, Stream::Analysis, 2);
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const std::size_t first = size * i / most, end = size * (i + 1) / most;
        pictures[i] = first + random.below(static_cast<std::uint32_t>(end - first));
    }
    return pictures;
}

} // namespace alexscope
