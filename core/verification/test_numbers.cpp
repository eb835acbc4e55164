// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/verification/test_numbers.h"

#include <algorithm>
#include <cmath>

namespace alexscope {

std::vector<float> TestNumbers::normal(std::int64_t count, double sigma)
{
    std::vector<float> values(static_cast<std::size_t>(count));
    for (float& value : values) {
        value = static_cast<float>(sigma * m_sequence.normal());
        if (m_precision == Precision::Bf16)
            value = roundToBf16(value);
    }
    return values;
}

std::vector<float> TestNumbers::inputFor(const LayerSpec& layer, std::int64_t count)
{
    if (const auto* lrn = layer.as<LrnSpec>()) // k and s Σ a² then weigh the same
        return normal(count, lrn->scale() > 0 ? std::sqrt(lrn->k / (lrn->scale() * lrn->n)) : 1);
    std::vector<float> values = normal(count, 1);
    const auto* activation = layer.as<ActivationSpec>();
    const bool relu = activation && activation->kind == ActivationKind::Relu;
    if (layer.as<PoolingSpec>() || relu)
        for (float& value : values)
            value = std::round(value * 8) / 8;
    if (layer.as<PoolingSpec>()) // it follows a ReLU: many windows hold nothing but zeros
        for (float& value : values)
            value = std::max(value, 0.0f);
    return values;
}

std::vector<std::int32_t> TestNumbers::labels(std::int64_t count, std::int64_t classes)
{
    std::vector<std::int32_t> values(static_cast<std::size_t>(count));
    for (std::int32_t& value : values)
        value = static_cast<std::int32_t>(m_sequence.below(static_cast<std::uint32_t>(classes)));
    return values;
}

} // namespace alexscope
