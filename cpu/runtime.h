// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/backend.h"
#include "cpu/rows.h"
#include "cpu/storage.h"

namespace alexscope::cpu {

/// What the kernels of one backend share: the library's engine and stream, and scratch memory. Outlives them.
struct Runtime {
    dnnl::engine engine{dnnl::engine::kind::cpu, 0};
    dnnl::stream stream{engine};
    Scratch scratch;

    Tensor make(const Shape& shape, const Desc& desc) { return {shape, std::make_shared<CpuStorage>(engine, desc)}; }
};

inline DataType elementType(Precision precision)
{
    return precision == Precision::Bf16 ? DataType::bf16 : DataType::f32;
}

/// The layout of a tensor our own kernels work on. Every kernel here only produces such layouts.
inline ChannelLayout layoutOf(const Tensor& tensor)
{
    return ChannelLayout::of(storageOf(tensor).desc()).value();
}

/// An activation format for other extents or another type: pooling keeps its input's blocking. `like` has a
/// ChannelLayout.
Desc sameFormat(const Desc& like, const Dims& dims, DataType type);

/// Operands of a convolution or linear layer with every format left to the library. A linear layer's input has
/// two dimensions, [batch, c · h · w].
ProductShape productShape(const LayerSpec& layer, const LayerGeometry& geometry, std::int64_t batch,
                          Precision precision, bool training);

} // namespace alexscope::cpu
