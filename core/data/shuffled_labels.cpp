// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/shuffled_labels.h"

#include "core/data/batch_loader.h"

namespace alexscope {

ShuffledLabels::ShuffledLabels(std::shared_ptr<const Dataset> set, std::uint64_t seed)
    : m_set(std::move(set)), m_labelOf(epochOrder(seed, 0, m_set->size()))
{
}

} // namespace alexscope
