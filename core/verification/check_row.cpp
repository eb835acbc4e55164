// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/verification/check_row.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace alexscope {

double tensorError(std::span<const double> got, std::span<const double> reference)
{
    constexpr double wrong = std::numeric_limits<double>::infinity();
    if (got.size() != reference.size())
        return wrong;
    double difference = 0, largest = 0;
    for (std::size_t i = 0; i < got.size(); ++i) {
        if (!std::isfinite(got[i]) || !std::isfinite(reference[i]))
            return wrong;
        difference = std::max(difference, std::abs(got[i] - reference[i]));
        largest = std::max(largest, std::abs(reference[i]));
    }
    if (largest == 0)
        return difference == 0 ? 0 : wrong;
    return difference / largest;
}

std::string failuresOf(const std::vector<CheckRow>& rows)
{
    std::string text;
    for (const CheckRow& row : rows)
        if (!row.passed())
            text += concat(row.item, ", ", row.quantity, ": error ", row.error, ", allowed ", row.tolerance,
                           row.implementation.empty() ? "" : " (" + row.implementation + ")", "\n");
    return text;
}

} // namespace alexscope
