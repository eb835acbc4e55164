// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

namespace alexscope {

/// One comparison of a backend with what is held to be true.
struct CheckRow {
    std::string item;     ///< what was computed: "convolution, 3 groups, stride 2", "alexnet conv2"
    std::string quantity; ///< output, input gradient, weight gradient, bias gradient, loss …
    double error = 0;     ///< tensorError, or 0 when equal bit for bit is asked for and true
    double tolerance = 0;
    std::string implementation; ///< what ran, as the kernel says; may be empty

    bool passed() const { return error <= tolerance; } ///< false for NaN
};

/// max|got − reference| / max|reference|. Infinity when something is not finite or the sizes differ. Where the
/// reference is zero throughout: 0 if `got` is too, else infinity.
double tensorError(std::span<const double> got, std::span<const double> reference);

/// One line a row that did not pass; empty when all passed.
std::string failuresOf(const std::vector<CheckRow>& rows);

} // namespace alexscope
