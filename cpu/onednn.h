// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <oneapi/dnnl/dnnl.hpp>

#include <string>
#include <vector>

/// Everything in which oneDNN 2 (Debian 12) and oneDNN 3 (Debian 13) differ lies here.
namespace alexscope::cpu {

using Desc = dnnl::memory::desc;
using Dims = dnnl::memory::dims;
using DataType = dnnl::memory::data_type;
using Format = dnnl::memory::format_tag;

inline std::string libraryVersion()
{
    const dnnl_version_t* v = dnnl::version();
    return concat("oneDNN ", v->major, ".", v->minor, ".", v->patch);
}

/// The blocked memory format behind a descriptor, in plain numbers.
struct Blocking {
    bool blocked = false; ///< false: a format that only the library understands
    Dims dims, padded, strides;
    std::vector<std::int64_t> innerSizes, innerDims; ///< outermost inner block first
    bool operator==(const Blocking&) const = default;
};

#if DNNL_VERSION_MAJOR >= 3

inline Dims dimsOf(const Desc& d)
{
    return d.get_dims();
}
inline DataType typeOf(const Desc& d)
{
    return d.get_data_type();
}
inline Blocking blockingOf(const Desc& d)
{
    Blocking b;
    b.blocked = d.get_format_kind() == dnnl::memory::format_kind::blocked;
    if (!b.blocked)
        return b;
    b.dims = d.get_dims();
    b.padded = d.get_padded_dims();
    b.strides = d.get_strides();
    b.innerSizes = d.get_inner_blks();
    b.innerDims = d.get_inner_idxs();
    return b;
}
inline void appendRelu(dnnl::post_ops& ops)
{
    ops.append_eltwise(dnnl::algorithm::eltwise_relu, 0.f, 0.f);
}

#else

inline Dims dimsOf(const Desc& d)
{
    return d.dims();
}
inline DataType typeOf(const Desc& d)
{
    return d.data_type();
}
inline Blocking blockingOf(const Desc& d)
{
    Blocking b;
    b.blocked = d.data.format_kind == dnnl_blocked;
    if (!b.blocked)
        return b;
    const auto& blocking = d.data.format_desc.blocking;
    b.dims.assign(d.data.dims, d.data.dims + d.data.ndims);
    b.padded.assign(d.data.padded_dims, d.data.padded_dims + d.data.ndims);
    b.strides.assign(blocking.strides, blocking.strides + d.data.ndims);
    b.innerSizes.assign(blocking.inner_blks, blocking.inner_blks + blocking.inner_nblks);
    b.innerDims.assign(blocking.inner_idxs, blocking.inner_idxs + blocking.inner_nblks);
    return b;
}
inline void appendRelu(dnnl::post_ops& ops)
{
    ops.append_eltwise(1.f, dnnl::algorithm::eltwise_relu, 0.f, 0.f);
}

#endif

/// Operands of a convolution or an inner product. Formats may be `any`. A grouped convolution's weights have five
/// dimensions.
struct ProductShape {
    Desc source, weights, bias, destination;
    Dims strides, padBefore, padAfter; ///< convolution; empty for an inner product
    bool training = true;
    bool relu = false; ///< forward only: ReLU on the result
};

inline dnnl::prop_kind forwardKind(const ProductShape& s)
{
    return s.training ? dnnl::prop_kind::forward_training : dnnl::prop_kind::forward_inference;
}

inline dnnl::primitive_attr attributesOf(const ProductShape& s)
{
    dnnl::primitive_attr attributes;
    if (s.relu) {
        dnnl::post_ops ops;
        appendRelu(ops);
        attributes.set_post_ops(ops);
    }
    return attributes;
}

/// The three passes of a convolution, described the same way in both versions.
struct ConvolutionPasses {
    using Forward = dnnl::convolution_forward;
    using BackwardData = dnnl::convolution_backward_data;
    using BackwardWeights = dnnl::convolution_backward_weights;
    static constexpr auto direct = dnnl::algorithm::convolution_direct;

#if DNNL_VERSION_MAJOR >= 3
    static Forward::primitive_desc forward(const dnnl::engine& e, const ProductShape& s)
    {
        return {e,         forwardKind(s), direct,     s.source,       s.weights, s.bias, s.destination,
                s.strides, s.padBefore,    s.padAfter, attributesOf(s)};
    }
    static BackwardData::primitive_desc backwardData(const dnnl::engine& e, const ProductShape& s,
                                                     const Forward::primitive_desc& hint)
    {
        return {e, direct, s.source, s.weights, s.destination, s.strides, s.padBefore, s.padAfter, hint};
    }
    static BackwardWeights::primitive_desc backwardWeights(const dnnl::engine& e, const ProductShape& s,
                                                           const Forward::primitive_desc& hint)
    {
        return {e, direct, s.source, s.weights, s.bias, s.destination, s.strides, s.padBefore, s.padAfter, hint};
    }
#else
    static Forward::primitive_desc forward(const dnnl::engine& e, const ProductShape& s)
    {
        return {
            {forwardKind(s), direct, s.source, s.weights, s.bias, s.destination, s.strides, s.padBefore, s.padAfter},
            attributesOf(s),
            e};
    }
    static BackwardData::primitive_desc backwardData(const dnnl::engine& e, const ProductShape& s,
                                                     const Forward::primitive_desc& hint)
    {
        return {{direct, s.source, s.weights, s.destination, s.strides, s.padBefore, s.padAfter}, e, hint};
    }
    static BackwardWeights::primitive_desc backwardWeights(const dnnl::engine& e, const ProductShape& s,
                                                           const Forward::primitive_desc& hint)
    {
        return {{direct, s.source, s.weights, s.bias, s.destination, s.strides, s.padBefore, s.padAfter}, e, hint};
    }
#endif
};

/// The three passes of an inner product.
struct LinearPasses {
    using Forward = dnnl::inner_product_forward;
    using BackwardData = dnnl::inner_product_backward_data;
    using BackwardWeights = dnnl::inner_product_backward_weights;

#if DNNL_VERSION_MAJOR >= 3
    static Forward::primitive_desc forward(const dnnl::engine& e, const ProductShape& s)
    {
        return {e, forwardKind(s), s.source, s.weights, s.bias, s.destination, attributesOf(s)};
    }
    static BackwardData::primitive_desc backwardData(const dnnl::engine& e, const ProductShape& s,
                                                     const Forward::primitive_desc& hint)
    {
        return {e, s.source, s.weights, s.destination, hint};
    }
    static BackwardWeights::primitive_desc backwardWeights(const dnnl::engine& e, const ProductShape& s,
                                                           const Forward::primitive_desc& hint)
    {
        return {e, s.source, s.weights, s.bias, s.destination, hint};
    }
#else
    static Forward::primitive_desc forward(const dnnl::engine& e, const ProductShape& s)
    {
        return {{forwardKind(s), s.source, s.weights, s.bias, s.destination}, attributesOf(s), e};
    }
    static BackwardData::primitive_desc backwardData(const dnnl::engine& e, const ProductShape& s,
                                                     const Forward::primitive_desc& hint)
    {
        return {{s.source, s.weights, s.destination}, e, hint};
    }
    static BackwardWeights::primitive_desc backwardWeights(const dnnl::engine& e, const ProductShape& s,
                                                           const Forward::primitive_desc& hint)
    {
        return {{s.source, s.weights, s.bias, s.destination}, e, hint};
    }
#endif
};

inline dnnl::matmul::primitive_desc describeMatmul(const dnnl::engine& e, const Desc& a, const Desc& b, const Desc& c)
{
#if DNNL_VERSION_MAJOR >= 3
    return {e, a, b, c};
#else
    return {dnnl::matmul::desc(a, b, c), e};
#endif
}

} // namespace alexscope::cpu
