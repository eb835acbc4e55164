// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/error.h"
#include "core/random/philox.h"

namespace alexscope::cli {

/// Pictures in memory: what packed files give, without a disk.
class NoisePictures final : public Dataset {
public:
    NoisePictures(int side, std::size_t count, int classes) : m_classes(classes)
    {
        PhiloxSequence random(1, Stream::Analysis, 2);
        for (std::size_t i = 0; i < count; ++i) {
            Image& picture = m_pictures.emplace_back(side, side);
            for (std::uint8_t& value : picture.rgb)
                value = static_cast<std::uint8_t>(random.word() >> 24);
        }
    }
    std::size_t size() const override { return m_pictures.size(); }
    ImageView image(std::size_t i, Image&) const override { return m_pictures[i]; }
    int label(std::size_t i) const override { return static_cast<int>(i) % m_classes; }
    std::string name(std::size_t i) const override { return concat("noise ", i); }

private:
    std::vector<Image> m_pictures;
    int m_classes;
};

} // namespace alexscope::cli
