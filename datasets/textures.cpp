// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/textures.h"

#include "core/error.h"
#include "datasets/texture_fields.h"
#include "datasets/texture_paint.h"

namespace alexscope::datasets {

Textures::Textures(std::uint64_t seed, TextureSplit split, int side, std::size_t size)
    : m_seed(seed), m_split(split), m_side(side), m_size(size)
{
    if (side < 16 || side > 4096)
        throw Error(concat("Textures cannot be drawn ", side, " pixels wide; choose a side from 16 to 4096."));
}

ImageView Textures::image(std::size_t i, Image& scratch) const
{
    PhiloxSequence random(m_seed, static_cast<std::uint32_t>(Stream::Textures) + static_cast<std::uint32_t>(m_split), static_cast<std::uint32_t>(i));
    NoiseSource noise(random);
    const TextureField field = drawField(static_cast<TextureClass>(label(i)), m_side, random, noise);
    scratch = paint(field, m_side, random, noise);
    return scratch;
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
    return {"level stripes", "upright stripes", "slanted stripes", "checkers", "rings", "dots", "polygons", "blobs", "gradients", "dead leaves"};
}

} // namespace alexscope::datasets
