// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/answer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace alexscope::cli {

namespace {

/// Characters, not bytes: × and · take two.
std::size_t widthOf(const std::string& text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

} // namespace

std::string toLine(const nlohmann::ordered_json& json)
{
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string grouped(std::int64_t number)
{
    std::string digits = std::to_string(number);
    const std::size_t first = digits.front() == '-' ? 1 : 0;
    for (std::size_t place = digits.size(); place > first + 3;) {
        place -= 3;
        digits.insert(place, 1, ',');
    }
    return digits;
}

std::string significant(double number, int digits)
{
    if (!std::isfinite(number))
        return std::isnan(number) ? "–" : number > 0 ? "∞" : "−∞";
    const double size = std::fabs(number);
    if (size >= std::pow(10, digits - 1))
        return grouped(std::llround(number));
    std::array<char, 64> buffer;
    const bool tiny = size > 0 && size < 1e-4;
    const int before = size > 0 ? static_cast<int>(std::floor(std::log10(size))) : 0;
    const auto format = tiny ? std::chars_format::scientific : std::chars_format::fixed;
    const int decimals = tiny ? digits - 1 : std::clamp(digits - 1 - before, 0, 20);
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, format, decimals).ptr;
    return {buffer.data(), end};
}

std::string percent(double share)
{
    if (std::isnan(share))
        return "–";
    std::array<char, 64> buffer;
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), share * 100, std::chars_format::fixed, 2).ptr;
    return std::string(buffer.data(), end) + " %";
}

std::string Table::text() const
{
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        widths.push_back(widthOf(m_columns[i].title));
        for (const auto& row : m_rows)
            widths[i] = std::max(widths[i], widthOf(row[i]));
    }
    std::string text = m_heading.empty() ? "" : m_heading + "\n";
    const auto line = [&](const auto& cell) {
        std::string row;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const std::string content = cell(i), blanks(widths[i] - widthOf(content), ' ');
            row += (i ? "  " : "") + (i == 0 || m_columns[i].left ? content + blanks : blanks + content);
        }
        row.erase(row.find_last_not_of(' ') + 1);
        text += row + "\n";
    };
    if (std::any_of(m_columns.begin(), m_columns.end(), [](const Column& column) { return !column.title.empty(); }))
        line([&](std::size_t i) { return m_columns[i].title; });
    for (const auto& row : m_rows)
        line([&](std::size_t i) { return row[i]; });
    return text;
}

} // namespace alexscope::cli
