// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/events_csv.h"

#include "core/error.h"
#include "core/number_text.h"
#include "core/storage/file.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace alexscope {

namespace {

constexpr std::size_t longestEvents = 64u << 20, mostCells = 7;
constexpr std::array<const char*, 4> parameterNames{"learning rate", "momentum", "weight decay", "dropout"};
constexpr const char* byHand = "by hand";
constexpr const char* bySchedule = "schedule";

std::string inQuotes(const std::string& text)
{
    std::string out = "\"";
    for (const char c : text)
        out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

template <typename Number>
bool readNumber(const std::string& cell, Number& number)
{
    const auto [end, fault] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    return fault == std::errc() && end == cell.data() + cell.size();
}

/// Cells of one line from `at` on, which moves behind it; nothing when the text ends before the line does. Of more
/// cells than a line has, the last holds the rest.
std::optional<std::vector<std::string>> takeLine(const std::string& text, std::size_t& at)
{
    std::vector<std::string> cells(1);
    for (bool inQuotes = false; at < text.size(); ++at) {
        const char c = text[at];
        if (inQuotes && c == '"' && at + 1 < text.size() && text[at + 1] == '"')
            cells.back() += text[++at];
        else if (c == '"')
            inQuotes = !inQuotes;
        else if (!inQuotes && c == ',' && cells.size() < mostCells)
            cells.emplace_back();
        else if (!inQuotes && c == '\n')
            return ++at, cells;
        else
            cells.back() += c;
    }
    return std::nullopt;
}

bool readChange(const std::vector<std::string>& cells, RecordedEvent& event)
{
    if (cells.size() < 6 || cells[2].empty())
        return true;
    const auto name = std::find(parameterNames.begin(), parameterNames.end(), cells[2]);
    if (name == parameterNames.end())
        return true; // a newer program's: its text can still be read
    HyperParameterChange change;
    change.iteration = event.iteration;
    change.parameter = static_cast<HyperParameter>(name - parameterNames.begin());
    change.byHand = cells[5] == byHand;
    event.change = change;
    return readNumber(cells[3], event.change->from) && readNumber(cells[4], event.change->to) &&
           std::isfinite(event.change->from) && std::isfinite(event.change->to);
}

} // namespace

std::string eventsHeader()
{
    return "iteration,text,parameter,from,to,cause\n";
}

std::string formatEvent(const RecordedEvent& event)
{
    std::string line = std::to_string(event.iteration) + ',' + inQuotes(event.text);
    if (!event.change)
        return line + ",,,,\n";
    const HyperParameterChange& change = *event.change;
    return line + ',' + parameterNames[static_cast<std::size_t>(change.parameter)] + ',' + shortestText(change.from) +
           ',' + shortestText(change.to) + ',' + (change.byHand ? byHand : bySchedule) + '\n';
}

std::vector<RecordedEvent> readEvents(const std::filesystem::path& path)
{
    const std::string text = readTextFile(path, longestEvents);
    std::vector<RecordedEvent> events;
    std::size_t at = 0;
    takeLine(text, at); // the header
    for (int number = 2; auto cells = takeLine(text, at); ++number) {
        RecordedEvent event;
        if (cells->size() < 2 || !readNumber(cells->front(), event.iteration) || !readChange(*cells, event))
            throw Error(concat(path.string(), ": event ", number - 1, " is not a line of a run's events"));
        event.text = (*cells)[1];
        events.push_back(std::move(event));
    }
    return events;
}

} // namespace alexscope
