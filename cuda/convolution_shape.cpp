// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/convolution_shape.h"

#include "cuda/storage.h"

namespace alexscope::cuda {

ConvolutionShape convolutionShape(const ConvolutionSpec& spec, const LayerGeometry& geometry, std::int64_t batch,
                                  Element element)
{
    ConvolutionShape shape{mapsOf(geometry.input.withBatch(batch)),
                           mapsOf(geometry.output.withBatch(batch)),
                           spec.size,
                           spec.stride,
                           spec.pad,
                           element};
    shape.input.groups = shape.output.groups = spec.groups;
    shape.input.h += geometry.padAfterH;
    shape.input.w += geometry.padAfterW;
    return shape;
}

ConvolutionShape ConvolutionShape::oneGroup() const
{
    ConvolutionShape one = *this;
    for (Maps* maps : {&one.input, &one.output}) {
        maps->c /= maps->groups;
        maps->groups = 1;
    }
    return one;
}

std::vector<Addresses> groupAddresses(const ConvolutionShape& shape, const Addresses& all)
{
    const ConvolutionShape one = shape.oneGroup();
    const auto at = [&](void* first, std::int64_t group, const Maps& each) -> void* {
        return static_cast<char*>(first) + static_cast<std::size_t>(group * each.count()) * sizeOf(shape.element);
    };
    std::vector<Addresses> groups;
    for (int g = 0; g < shape.input.groups; ++g)
        groups.push_back({at(all.x, g, one.input), at(all.w, g, one.weights()), at(all.y, g, one.output)});
    return groups;
}

std::size_t mostWorkspace(const ConvolutionShape& s)
{
    constexpr std::size_t sums = 64u << 20;
    return sums +
           static_cast<std::size_t>(s.input.count() + s.weights().count() + s.output.count()) * sizeOf(s.element);
}

} // namespace alexscope::cuda
