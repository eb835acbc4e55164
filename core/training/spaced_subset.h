// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

namespace alexscope {

/// `count` pictures of a set, evenly spaced: sets sorted by class keep all their classes. count ≤ set->size().
class SpacedSubset final : public Dataset {
public:
    SpacedSubset(std::shared_ptr<const Dataset> set, std::size_t count) : m_set(std::move(set)), m_count(count) {}

    std::size_t size() const override { return m_count; }
    ImageView image(std::size_t i, Image& scratch) const override { return m_set->image(original(i), scratch); }
    int label(std::size_t i) const override { return m_set->label(original(i)); }
    std::string name(std::size_t i) const override { return m_set->name(original(i)); }

    /// Which picture of the whole set that is.
    std::size_t original(std::size_t i) const { return i * m_set->size() / m_count; }

private:
    std::shared_ptr<const Dataset> m_set;
    std::size_t m_count;
};

} // namespace alexscope
