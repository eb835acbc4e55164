// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/kernels/kernels.h"

#include <memory>
#include <string>

namespace alexscope::cuda {

/// c ← op(a) · op(b), row-major: c is m × n, op(a) m × k, op(b) k × n. A transposed operand lies in memory as k × m, n
/// × k. Sums in float32 whatever the operands.
struct MatrixProduct {
    std::int64_t m = 1, n = 1, k = 1;
    bool aTransposed = false, bTransposed = false;
    Element operands = Element::F32, result = Element::F32;
};

/// Dense products by cuBLAS; matrix_product.cpp alone includes its header.
class Products {
public:
    virtual ~Products() = default;
    virtual void multiply(const MatrixProduct& product, const void* a, const void* b, void* c) = 0;
    virtual std::string version() const = 0; ///< "cuBLAS 13.0"
};

/// What may become of float32 operands. Tf32: rounded to 19 bits for the tensor cores. Single: float32, unless somebody
/// forces the library otherwise (NVIDIA_TF32_OVERRIDE). Pedantic: float32 whatever the environment says.
enum class Arithmetic { Tf32, Single, Pedantic };

/// `stream` outlives it.
std::unique_ptr<Products> makeProducts(const Stream& stream, Arithmetic arithmetic);

} // namespace alexscope::cuda
