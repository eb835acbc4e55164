// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/metrics_csv.h"

#include "core/error.h"

#include <array>
#include <charconv>
#include <cmath>
#include <fstream>
#include <string_view>

namespace alexscope {

namespace {

constexpr std::array<float MetricsRow::*, 9> columns{
    &MetricsRow::epoch,          &MetricsRow::loss,           &MetricsRow::top1Error,
    &MetricsRow::top5Error,      &MetricsRow::validationLoss, &MetricsRow::validationTop1,
    &MetricsRow::validationTop5, &MetricsRow::learningRate,   &MetricsRow::seconds};
constexpr std::size_t longestLine = 4096;

template <typename Number>
bool readNumber(std::string_view cell, Number& number)
{
    const auto [end, fault] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    return fault == std::errc() && end == cell.data() + cell.size();
}

std::string_view takeCell(std::string_view& rest)
{
    const std::size_t comma = rest.find(',');
    const std::string_view cell = rest.substr(0, comma);
    rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
    return cell;
}

} // namespace

std::string metricsHeader()
{
    return "iteration,epoch,loss,top1_error,top5_error,validation_loss,validation_top1,validation_top5,learning_rate,"
           "seconds\n";
}

std::string formatMetrics(const MetricsRow& row)
{
    std::string line = std::to_string(row.iteration);
    for (const auto column : columns) {
        line += ',';
        const float value = row.*column;
        if (std::isnan(value))
            continue;
        std::array<char, 64> digits{};
        const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), value);
        line.append(digits.data(), result.ptr);
    }
    return line + "\n";
}

MetricsRow parseMetrics(const std::string& line, const std::string& origin)
{
    MetricsRow row;
    std::string_view rest = line;
    bool good = readNumber(takeCell(rest), row.iteration);
    for (const auto column : columns) {
        const std::string_view cell = takeCell(rest);
        row.*column = notMeasured;
        good = good && (cell.empty() || readNumber(cell, row.*column));
    }
    good = good && !std::isinf(row.epoch) && !std::isinf(row.seconds); // a loss may be infinite, a place in time not
    if (!good || !rest.empty())
        throw Error(concat(origin, ": \"", line.substr(0, 80), "\" is not a row of metrics"));
    return row;
}

void forEachMetricsLine(const std::filesystem::path& path,
                        const std::function<void(const std::string& line, const MetricsRow& row)>& take)
{
    std::ifstream in(path, std::ios::binary);
    std::array<char, longestLine + 1> buffer{};
    const auto next = [&] { return static_cast<bool>(in.getline(buffer.data(), buffer.size())); };
    const auto line = [&] { return std::string(buffer.data(), static_cast<std::size_t>(in.gcount()) - 1); };
    if (!in || !next() || in.eof() || line() + "\n" != metricsHeader())
        throw Error(concat(path.string(), " is missing or does not begin with the header of a run's metrics"));
    int number = 2;
    for (std::int64_t before = -1; next() && !in.eof(); ++number) { // no newline: ended while it wrote this line
        const MetricsRow row = parseMetrics(line(), concat(path.string(), ": line ", number));
        if (row.iteration <= before || row.iteration > mostIterations)
            throw Error(concat(path.string(), ": line ", number, ": iteration ", row.iteration,
                               " cannot follow the line before it"));
        before = row.iteration;
        take(line(), row);
    }
    if (in.bad())
        throw Error(concat("Cannot read ", path.string()));
    if (!in.eof())
        throw Error(concat(path.string(), ": line ", number, " is too long"));
}

} // namespace alexscope
