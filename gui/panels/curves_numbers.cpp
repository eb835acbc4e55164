// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/curves_numbers.h"

#include "gui/widgets/curve_values.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace alexscope::gui {

namespace {

constexpr std::size_t curvesBegin = 3; ///< columns before: run, iteration, epoch

struct Column {
    Curve curve;
    const char* name; ///< as in metrics.csv
};
constexpr std::array columns{Column{Curve::TrainingLoss, "loss"},
                             Column{Curve::TrainingError, "top1_error"},
                             Column{Curve::ValidationLoss, "validation_loss"},
                             Column{Curve::ValidationTop1, "validation_top1"},
                             Column{Curve::ValidationTop5, "validation_top5"},
                             Column{Curve::LearningRate, "learning_rate"}};

using Lines = std::map<std::int64_t, std::vector<double>>;

/// Every point of a curve in view goes into its iteration's line.
void enter(const CurvePyramid& curve, const NumberedRun& run, std::size_t column, std::size_t width, Lines& lines)
{
    const auto put = [&](std::int64_t at, float value) {
        if (static_cast<double>(at) < run.begin || static_cast<double>(at) > run.end)
            return;
        std::vector<double>& line = lines[at];
        if (line.empty())
            line.assign(width, nothing);
        line[column] = value;
    };
    const auto begin = static_cast<std::int64_t>(std::max(0.0, std::ceil(run.begin)));
    const auto end = static_cast<std::int64_t>(std::max(0.0, std::floor(std::min(run.end, 1e18))));
    for (const CurveBucket& bucket : curve.range(begin, end, std::numeric_limits<std::size_t>::max())) {
        put(bucket.lowAt, bucket.low);
        put(bucket.highAt, bucket.high);
    }
}

} // namespace

Numbers numbersOf(const std::vector<NumberedRun>& runs, const std::vector<std::string>& ratioNames)
{
    Numbers numbers;
    const std::size_t width = curvesBegin + columns.size() + ratioNames.size();
    QStringList names;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        Lines lines;
        const RunCurves& curves = *runs[i].curves;
        for (std::size_t c = 0; c < columns.size(); ++c)
            if (columns[c].curve != Curve::LearningRate)
                enter(curves.curve(columns[c].curve), runs[i], curvesBegin + c, width, lines);
        for (std::size_t r = 0; i == 0 && r < std::min(ratioNames.size(), curves.ratios().size()); ++r)
            enter(curves.ratios()[r], runs[i], curvesBegin + columns.size() + r, width, lines);
        for (auto& [iteration, line] : lines) {
            line[0] = static_cast<double>(i + 1);
            line[1] = static_cast<double>(iteration);
            line[2] = curves.epochsPerIteration() > 0 ? static_cast<double>(iteration) * curves.epochsPerIteration()
                                                      : nothing;
            if (const auto rate = curves.curve(Curve::LearningRate).at(iteration))
                line[curvesBegin + columns.size() - 1] = rate->high;
            numbers.rows.push_back(std::move(line));
        }
        names.append(QStringLiteral("%1 = %2").arg(i + 1).arg(runs[i].label));
    }
    if (numbers.rows.empty())
        return numbers;
    numbers.columns = {names.size() > 1 ? QStringLiteral("run (%1)").arg(names.join(QStringLiteral("; ")))
                                        : QStringLiteral("run"),
                       QStringLiteral("iteration"), QStringLiteral("epoch")};
    for (const Column& column : columns)
        numbers.columns.append(QString::fromLatin1(column.name));
    for (const std::string& name : ratioNames)
        numbers.columns.append(QStringLiteral("log10_update_ratio ") + QString::fromStdString(name));
    return numbers;
}

} // namespace alexscope::gui
