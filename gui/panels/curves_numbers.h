// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/run_curves.h"
#include "gui/export/numbers.h"

#include <string>
#include <vector>

namespace alexscope::gui {

/// One of the runs whose numbers leave the program.
struct NumberedRun {
    QString label;
    const RunCurves* curves = nullptr;
    double begin = 0, end = 0; ///< in view, in its own iterations
};

/// All numbers of the runs' curves in view, one line an iteration and run, columns named as in metrics.csv. Of long
/// runs the stretches whose single rows are no longer in memory give the rows with their extremes. `ratioNames`: of the
/// first run's update ratios.
Numbers numbersOf(const std::vector<NumberedRun>& runs, const std::vector<std::string>& ratioNames);

} // namespace alexscope::gui
