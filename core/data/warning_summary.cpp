// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/warning_summary.h"

#include "core/error.h"

#include <algorithm>
#include <iterator>

namespace alexscope {

/// What is there, and no more: a lecturer should not have to read of 0 files.
std::string summaryOf(const DataSource& data)
{
    const DataWarning& first = data.warnings.front();
    const auto isOut = [](const DataWarning& warning) { return warning.leftOut; };
    const auto leftOut = std::count_if(data.warnings.begin(), data.warnings.end(), isOut),
               used = std::ssize(data.warnings) - leftOut;
    if (leftOut > 0 && used > 0)
        return concat(data.specification, ": ", leftOut, " left out, ", used, " used with a remark; the first of them ",
                      first.item, ": ", first.reason);
    if (leftOut > 1)
        return concat(data.specification, ": ", leftOut, " left out, the first of them ", first.item, ": ",
                      first.reason);
    if (used > 1)
        return concat(data.specification, ": ", used, " used with a remark, the first of them ", first.item, ": ",
                      first.reason);
    return concat(data.specification, first.leftOut ? ": left out is " : ": used with a remark is ", first.item, ": ",
                  first.reason);
}

} // namespace alexscope
