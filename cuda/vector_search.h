// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/vector_search.h"
#include "core/tensor/vector_view.h"

#include <memory>

namespace alexscope::cuda {

/// The set lies in the GPU's memory as it is stored, products with the queries are cuBLAS's in pedantic float32, run
/// by run, and after each run only the nearest so far are kept. Repeats bit for bit. Throws Error with the numbers when
/// the set does not fit. Null for vectors too long for it.
std::unique_ptr<VectorSearch> makeVectorSearch(const VectorView& set);

} // namespace alexscope::cuda
