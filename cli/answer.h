// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace alexscope::cli {

/// What a command has to say: for programs and for people. main prints one of the two.
struct Answer {
    nlohmann::ordered_json json;
    std::string text; ///< ends with a newline
    bool good = true; ///< false: exit status 1 although there is an answer (a self-test that found a fault)
};

/// JSON on one line; bytes that are not UTF-8 become replacement characters, NaN becomes null.
std::string toLine(const nlohmann::ordered_json& json);

/// "60,965,224"
std::string grouped(std::int64_t number);
/// Four significant digits: "0.01234", "12.35", "1,235".
std::string significant(double number, int digits = 4);
/// "12.34 %"; an en dash for NaN.
std::string percent(double share);

/// Lines of cells in aligned columns: the first column and those named so to the left, numbers to the right. Above them
/// a heading, where there is one, and the columns' titles, where one of them has any.
class Table {
public:
    struct Column {
        std::string title;
        bool left = false;
    };
    explicit Table(std::vector<Column> columns, std::string heading = {})
        : m_columns(std::move(columns)), m_heading(std::move(heading))
    {
    }
    /// As many cells as columns.
    void add(std::vector<std::string> cells) { m_rows.push_back(std::move(cells)); }
    std::string text() const;

private:
    std::vector<Column> m_columns;
    std::string m_heading;
    std::vector<std::vector<std::string>> m_rows;
};

} // namespace alexscope::cli
