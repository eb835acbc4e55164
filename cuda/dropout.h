// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/runtime.h"

namespace alexscope::cuda {

/// What a dropout layer multiplies by, in a kernel of its own or in that of the layer before it.
class Dropout {
public:
    /// `layer`: its index in the network, which keys its masks.
    Dropout(const DropoutSpec& spec, int layer);

    void setP(double p) { m_spec.p = p; }
    /// In training what chance keeps; in test mode all, and the key is null.
    DropoutMask mask(const StepContext& context, Runtime& runtime) const;

private:
    DropoutSpec m_spec;
    std::uint32_t m_stream;
};

} // namespace alexscope::cuda
