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
                           spec.groups,
                           element};
    shape.input.h += geometry.padAfterH;
    shape.input.w += geometry.padAfterW;
    return shape;
}

std::size_t mostWorkspace(const ConvolutionShape& s)
{
    constexpr std::size_t sums = 64u << 20;
    return sums +
           static_cast<std::size_t>(s.input.count() + s.weights().count() + s.output.count()) * sizeOf(s.element);
}

} // namespace alexscope::cuda
