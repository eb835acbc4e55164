// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/tensor/tensor.h"

#include <cstddef>
#include <cstdint>

namespace alexscope {

/// For backends: what is brought into a tensor or out of it must be as many numbers as it has; throws Error otherwise.
inline void requireCount(const Tensor& tensor, std::size_t given)
{
    if (static_cast<std::int64_t>(given) != tensor.shape().count())
        throw Error(concat(given, " numbers were given for a tensor of ", tensor.shape().count(), "."));
}

} // namespace alexscope
