// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/dropout.h"

#include "core/random/philox.h"

namespace alexscope::cuda {

Dropout::Dropout(const DropoutSpec& spec, int layer)
    : m_spec(spec), m_stream(static_cast<std::uint32_t>(alexscope::Stream::Dropout) + static_cast<std::uint32_t>(layer))
{
}

DropoutMask Dropout::mask(const StepContext& context, Runtime& runtime) const
{
    const bool inverted = m_spec.convention == DropoutConvention::Inverted;
    if (context.phase == Phase::Test)
        return {nullptr, m_stream, 0, inverted ? 1.0f : static_cast<float>(1.0 - m_spec.p)};
    runtime.step.setKey(context);
    return {runtime.step.key(), m_stream, dropThreshold(m_spec.p),
            inverted ? static_cast<float>(1.0 / (1.0 - m_spec.p)) : 1.0f};
}

} // namespace alexscope::cuda
