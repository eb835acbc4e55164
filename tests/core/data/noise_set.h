// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/error.h"
#include "core/random/philox.h"

#include <atomic>
#include <optional>

namespace alexscope::tests {

/// Pictures of coloured noise for tests: picture i is a function of i, its label i % 7.
class NoiseSet : public Dataset {
public:
    NoiseSet(std::size_t size, int width, int height, bool viewsOwnMemory = false)
    {
        for (std::size_t i = 0; i < size; ++i)
            m_pictures.push_back(draw(i, width, height));
        m_views = viewsOwnMemory;
    }
    std::size_t size() const override { return m_pictures.size(); }
    ImageView image(std::size_t i, Image& scratch) const override
    {
        ++reads;
        if (broken == i)
            throw Error(concat("picture ", i, " cannot be read."));
        if (m_views)
            return m_pictures.at(i);
        scratch = m_pictures.at(i);
        return scratch;
    }
    int label(std::size_t i) const override { return static_cast<int>(i % 7); }
    std::string name(std::size_t i) const override { return concat("noise ", i); }

    std::optional<std::size_t> broken;
    mutable std::atomic<std::size_t> reads{0};

private:
    static Image draw(std::size_t i, int width, int height)
    {
        Image image(width, height);
        PhiloxSequence random(1, Stream::Analysis, static_cast<std::uint32_t>(i));
        for (std::size_t p = 0; p < image.rgb.size(); p += 3) {
            const double grey = random.uniform(20, 235);
            image.rgb[p] = static_cast<std::uint8_t>(grey);
            image.rgb[p + 1] = static_cast<std::uint8_t>(0.7 * grey + random.uniform(0, 50));
            image.rgb[p + 2] = static_cast<std::uint8_t>(random.uniform(0, 256));
        }
        return image;
    }
    std::vector<Image> m_pictures;
    bool m_views = false;
};

} // namespace alexscope::tests
