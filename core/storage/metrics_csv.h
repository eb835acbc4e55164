// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/metrics.h"

#include <filesystem>
#include <functional>
#include <string>

/// The lines of metrics.csv. Numbers are the shortest that read back as the same float; an empty cell was not measured.
namespace alexscope {

/// What a file may say: beyond any run, and exact as a double.
inline constexpr std::int64_t mostIterations = std::int64_t{1} << 53;

/// The header line, with its newline.
std::string metricsHeader();
/// One row, with its newline.
std::string formatMetrics(const MetricsRow& row);
/// Throws Error "origin: line n …".
MetricsRow parseMetrics(const std::string& line, const std::string& origin);
/// Every whole row of a file in order, with ascending iterations; a cut-off last line is ignored. Throws Error when
/// unreadable or broken.
void forEachMetricsLine(const std::filesystem::path& path,
                        const std::function<void(const std::string& line, const MetricsRow& row)>& take);

} // namespace alexscope
