// SPDX-License-Identifier: GPL-3.0-or-later
#include "cpu/runtime.h"

namespace alexscope::cpu {

namespace {

Format activationFormat(const Desc& like)
{
    const Blocking b = blockingOf(like);
    if (b.blocked && b.dims.size() == 2)
        return Format::ab;
    if (b.blocked && b.innerSizes.empty())
        return b.strides[1] == 1 && b.dims[1] > 1 ? Format::nhwc : Format::nchw;
    if (b.blocked && b.innerSizes.size() == 1 && b.innerDims[0] == 1)
        switch (b.innerSizes[0]) {
        case 4:
            return Format::nChw4c;
        case 8:
            return Format::nChw8c;
        case 16:
            return Format::nChw16c;
        case 32:
            return Format::nChw32c;
        }
    throw Error(
        concat(libraryVersion(), " chose a memory format that Alexscope does not know; please report the processor."));
}

} // namespace

Desc sameFormat(const Desc& like, const Dims& dims, DataType type)
{
    return {dims, type, activationFormat(like)};
}

ProductShape productShape(const LayerSpec& layer, const LayerGeometry& geometry, std::int64_t batch,
                          Precision precision, bool training)
{
    const DataType type = elementType(precision);
    const Shape in = geometry.input, out = geometry.output, w = geometry.weightShape;
    ProductShape s;
    s.training = training;
    s.bias = Desc({w.n}, DataType::f32, Format::a);
    if (const auto* convolution = layer.as<ConvolutionSpec>()) {
        const std::int64_t g = convolution->groups;
        const Dims weights = g > 1 ? Dims{g, w.n / g, w.c, w.h, w.w} : Dims{w.n, w.c, w.h, w.w};
        s.source = Desc({batch, in.c, in.h, in.w}, type, Format::any);
        s.weights = Desc(weights, type, Format::any);
        s.destination = Desc({batch, out.c, out.h, out.w}, type, Format::any);
        s.strides = {convolution->stride, convolution->stride};
        s.padBefore = {convolution->pad, convolution->pad};
        s.padAfter = {convolution->pad + geometry.padAfterH, convolution->pad + geometry.padAfterW};
        return s;
    }
    s.source = Desc({batch, in.perPicture()}, type, Format::any);
    s.weights = Desc({out.c, in.perPicture()}, type, Format::any);
    s.destination = Desc({batch, out.c}, type, Format::ab);
    return s;
}

} // namespace alexscope::cpu
