// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <atomic>
#include <cstdint>

namespace alexscope::datasets {

enum class TextureSplit : std::uint32_t { Training = 0, Validation = 1 };

/// The built-in set: ten kinds of texture in colour, each drawn when first asked for and kept when the whole set fits
/// into 512 MiB. Picture i is a function of (seed, split, i)
/// and of class i % 10; every class takes its colours, light, blur and noise from the same distributions, so only
/// structure tells them apart. The finest structures span some five pixels whatever the side.
class Textures : public Dataset {
public:
    /// Throws Error unless 16 ≤ side ≤ 4096.
    Textures(std::uint64_t seed, TextureSplit split, int side, std::size_t size);
    ~Textures() override;
    Textures(const Textures&) = delete;
    Textures& operator=(const Textures&) = delete;

    std::size_t size() const override { return m_size; }
    ImageView image(std::size_t i, Image& scratch) const override;
    int label(std::size_t i) const override;
    std::string name(std::size_t i) const override;

    static std::vector<std::string> classNames();

private:
    void draw(std::size_t i, Image& picture) const;

    std::uint64_t m_seed;
    TextureSplit m_split;
    int m_side;
    std::size_t m_size;
    /// Pictures drawn so far, owned; empty when they are not kept. Set once each, by whichever thread is first.
    mutable std::vector<std::atomic<const Image*>> m_kept;
};

} // namespace alexscope::datasets
