// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <cstdint>

namespace alexscope {

/// The same pictures with their labels dealt out anew: each class keeps its count, and no label says anything about its
/// picture. What a network still learns from them, it has learned by heart: a control for everything it learns else.
class ShuffledLabels final : public Dataset {
public:
    /// The permutation is a function of the seed and the set's size.
    ShuffledLabels(std::shared_ptr<const Dataset> set, std::uint64_t seed);

    std::size_t size() const override { return m_set->size(); }
    ImageView image(std::size_t i, Image& scratch) const override { return m_set->image(i, scratch); }
    int label(std::size_t i) const override { return m_set->label(m_labelOf[i]); }
    std::string name(std::size_t i) const override { return m_set->name(i); }
    std::vector<DataWarning> lateWarnings() const override { return m_set->lateWarnings(); }

private:
    std::shared_ptr<const Dataset> m_set;
    std::vector<std::uint32_t> m_labelOf;
};

} // namespace alexscope
