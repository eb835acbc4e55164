// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/curve_pyramid.h"
#include "core/training/metrics.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace alexscope {

/// What is drawn of a row. Errors as shares 0..1.
enum class Curve { TrainingLoss, TrainingError, ValidationLoss, ValidationTop1, ValidationTop5, LearningRate };
inline constexpr std::size_t curveCount = 6;

/// The curves of one run, however long, in bounded memory. Rows come in ascending order. Not thread-safe.
class RunCurves {
public:
    RunCurves() = default;
    explicit RunCurves(CurvePyramid::Limits limits);

    void append(const MetricsRow& row);
    void append(const UpdateRatios& ratios);

    const CurvePyramid& curve(Curve curve) const { return m_curves[static_cast<std::size_t>(curve)]; }
    /// log10(|Δw| / |w|), one curve a parameter in file order; none before the first were measured. Their number does
    /// not change any more.
    const std::vector<CurvePyramid>& ratios() const { return m_ratios; }

    std::uint64_t rows() const { return m_rows; }
    std::int64_t lastIteration() const { return m_lastIteration; }
    /// As the newest row has it; 0 before any.
    double epochsPerIteration() const { return m_epochsPerIteration; }
    /// The validation with the smallest top-1 error, the first of equals.
    struct Best {
        std::int64_t iteration;
        float top1Error;
    };
    const std::optional<Best>& best() const { return m_best; }
    /// Points and buckets in memory.
    std::size_t stored() const;

private:
    CurvePyramid::Limits m_limits;
    std::array<CurvePyramid, curveCount> m_curves;
    std::vector<CurvePyramid> m_ratios;
    std::uint64_t m_rows = 0;
    std::int64_t m_lastIteration = 0;
    double m_epochsPerIteration = 0;
    float m_learningRate = notMeasured;
    std::optional<Best> m_best;
};

} // namespace alexscope
