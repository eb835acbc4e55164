// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/backend.h"
#include "core/verification/check_row.h"

#include <functional>
#include <string>
#include <vector>

namespace alexscope {

struct SelfTestOptions {
    Precision precision = Precision::Fp32;
    /// Networks (as loadNetwork takes them) whose every layer is compared at its own shapes, since large shapes make
    /// backends choose other kernels than small ones do. May be empty.
    std::vector<std::string> networks{"alexnet"};
    std::int64_t networkBatch = 2;
    std::function<void(const CheckRow&)> onRow; ///< called with every row as it comes; may be null
};

/// What is allowed. fp32: 1e-5; a product of 9,216 terms in random order errs by about √9216 · 6e-8 = 6e-6 of a typical
/// output at worst, and of the largest output much less. bf16: 1e-2 for one layer on identical numbers (a result is
/// rounded to 8 bits, 2e-3, and a layer may round once or twice on the way), 3e-2 for a whole network,
/// where every layer adds its own rounding.
double layerTolerance(Precision precision);
double networkTolerance(Precision precision);

/// Compares a backend with the plain loops: every layer kind at odd shapes, every layer of `networks`, small networks
/// over five steps of training, fused against layer by layer. A case that throws becomes a row that fails and says why.
/// With alexnet it takes half a minute on two cores and about 3 GB.
std::vector<CheckRow> selfTest(Backend& backend, const SelfTestOptions& options);

} // namespace alexscope
