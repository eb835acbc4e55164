// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/run_curves.h"

#include <algorithm>
#include <cmath>

namespace alexscope {

RunCurves::RunCurves(CurvePyramid::Limits limits) : m_limits(limits)
{
    m_curves.fill(CurvePyramid(limits));
}

void RunCurves::append(const MetricsRow& row)
{
    const auto add = [&](Curve curve, float value) {
        m_curves[static_cast<std::size_t>(curve)].append(row.iteration, value);
    };
    add(Curve::TrainingLoss, row.loss);
    add(Curve::TrainingError, row.top1Error);
    add(Curve::ValidationLoss, row.validationLoss);
    add(Curve::ValidationTop1, row.validationTop1);
    add(Curve::ValidationTop5, row.validationTop5);
    if (row.learningRate != m_learningRate) // drawn as steps: where it changes is all there is to know
        add(Curve::LearningRate, m_learningRate = row.learningRate);
    if (std::isfinite(row.validationTop1) && (!m_best || row.validationTop1 < m_best->top1Error))
        m_best = {row.iteration, row.validationTop1};
    ++m_rows;
    m_lastIteration = row.iteration;
    if (row.iteration > 0)
        m_epochsPerIteration = static_cast<double>(row.epoch) / static_cast<double>(row.iteration);
}

void RunCurves::append(const UpdateRatios& ratios)
{
    if (m_ratios.empty())
        m_ratios.assign(ratios.log10Ratio.size(), CurvePyramid(m_limits));
    for (std::size_t i = 0; i < std::min(m_ratios.size(), ratios.log10Ratio.size()); ++i)
        m_ratios[i].append(ratios.iteration, ratios.log10Ratio[i]);
}

std::size_t RunCurves::stored() const
{
    std::size_t total = 0;
    for (const CurvePyramid& curve : m_curves)
        total += curve.stored();
    for (const CurvePyramid& curve : m_ratios)
        total += curve.stored();
    return total;
}

} // namespace alexscope
