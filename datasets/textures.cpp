// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/textures.h"

#include "core/error.h"
#include "datasets/texture_fields.h"
#include "datasets/texture_paint.h"

namespace alexscope::datasets {

namespace {

constexpr std::uint64_t largestKept = 512ull << 20;

} // namespace

Textures::Textures(std::uint64_t seed, TextureSplit split, int side, std::size_t size)
    : m_seed(seed), m_split(split), m_side(side), m_size(size)
{
    if (side < 16 || side > 4096)
        throw Error(concat("Textures cannot be drawn ", side, " pixels wide; choose a side from 16 to 4096."));
    const std::uint64_t bytes = 3ull * static_cast<std::uint64_t>(side) * static_cast<std::uint64_t>(side);
    if (size <= largestKept / bytes)
        m_kept = std::vector<std::atomic<const Image*>>(size);
}

Textures::~Textures()
{
    for (std::atomic<const Image*>& kept : m_kept)
        delete kept.load();
}

ImageView Textures::image(std::size_t i, Image& scratch) const
{
    if (i >= m_size)
        throw Error(concat("There is no picture ", i, " among ", m_size, " textures."));
    if (m_kept.empty()) {
        draw(i, scratch);
        return scratch;
    }
    if (const Image* kept = m_kept[i].load())
        return *kept;
    auto drawn = std::make_unique<Image>();
    draw(i, *drawn);
    const Image* before = nullptr;
    if (m_kept[i].compare_exchange_strong(before, drawn.get()))
        return *drawn.release();
    return *before; // another thread was quicker, with the same picture
}

void Textures::draw(std::size_t i, Image& picture) const
{
    PhiloxSequence random(m_seed, static_cast<std::uint32_t>(Stream::Textures) + static_cast<std::uint32_t>(m_split),
                          static_cast<std::uint32_t>(i));
    NoiseSource noise(random);
    const TextureField field = drawField(static_cast<TextureClass>(label(i)), m_side, random, noise);
    picture = paint(field, m_side, random, noise);
}

int Textures::label(std::size_t i) const
{
    return static_cast<int>(i % textureClassCount);
}

std::string Textures::name(std::size_t i) const
{
    return concat("textures ", m_split == TextureSplit::Training ? "training " : "validation ", i);
}

std::vector<std::string> Textures::classNames()
{
    return {"level stripes", "upright stripes", "slanted stripes", "checkers",  "rings",
            "dots",          "polygons",        "blobs",           "gradients", "dead leaves"};
}

} // namespace alexscope::datasets
