// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/text_reader.h"

#include <charconv>
#include <cmath>

namespace alexscope {

namespace {

std::vector<std::string_view> words(std::string_view text)
{
    std::vector<std::string_view> list;
    while (true) {
        const std::size_t begin = text.find_first_not_of(" \t");
        if (begin == std::string_view::npos)
            return list;
        text.remove_prefix(begin);
        const std::size_t end = std::min(text.find_first_of(" \t"), text.size());
        list.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
}

template <typename T>
bool parseWhole(std::string_view text, T& value)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size();
}

} // namespace

void SectionReader::fail(const TextEntry& entry, const std::string& expected) const
{
    failAt(m_origin, entry.line, concat(entry.key, " ", expected, ", not ", inQuotes(entry.value)));
}

const TextEntry* SectionReader::take(const char* key)
{
    m_known.push_back(key);
    const auto& entries = m_section.entries;
    const auto found =
        std::find_if(entries.begin(), entries.end(), [key](const TextEntry& entry) { return entry.key == key; });
    return found == entries.end() ? nullptr : &*found;
}

const TextEntry& SectionReader::require(const char* key)
{
    if (const TextEntry* entry = take(key))
        return *entry;
    failAt(m_origin, m_section.line, concat("[", m_section.name, "] lacks ", key));
}

int SectionReader::lineOf(const char* key) const
{
    for (const TextEntry& entry : m_section.entries)
        if (entry.key == key)
            return entry.line;
    return m_section.line;
}

void SectionReader::finish() const
{
    for (const TextEntry& entry : m_section.entries) {
        if (std::any_of(m_known.begin(), m_known.end(), [&](const char* key) { return entry.key == key; }))
            continue;
        std::string list;
        for (const char* key : m_known)
            list += concat(list.empty() ? "" : ", ", key);
        failAt(m_origin, entry.line,
               concat("[", m_section.name, "] has no key ", inQuotes(entry.key), "; it has ", list));
    }
}

std::int64_t SectionReader::wholeValue(const TextEntry& entry, std::int64_t low, std::int64_t high) const
{
    std::int64_t value = 0;
    if (!parseWhole(entry.value, value) || value < low || value > high)
        fail(entry, concat("must be a whole number from ", low, " to ", high));
    return value;
}

double SectionReader::numberValue(const TextEntry& entry, std::string_view text, double low, double high) const
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value) || value < low ||
        value > high)
        fail(entry, concat("must be a number from ", low, " to ", high));
    return value;
}

void SectionReader::name(const char* key, std::string& field)
{
    const TextEntry& entry = require(key);
    if (!isName(entry.value, true))
        fail(entry, "must be made of 1 to 64 letters, digits, - and _");
    field = entry.value;
}

void SectionReader::title(const char* key, std::string& field)
{
    const TextEntry* entry = take(key);
    if (!entry)
        return;
    if (entry->value.size() > 200)
        fail(*entry, "must be at most 200 bytes long");
    field = entry->value;
}

void SectionReader::shape(const char* key, Shape& field)
{
    const TextEntry& entry = require(key);
    const std::string_view text = entry.value;
    const std::size_t first = text.find('x'), second = first == text.npos ? text.npos : text.find('x', first + 1);
    Shape shape;
    const bool parsed = second != text.npos && parseWhole(text.substr(0, first), shape.c) &&
                        parseWhole(text.substr(first + 1, second - first - 1), shape.h) &&
                        parseWhole(text.substr(second + 1), shape.w);
    if (!parsed || std::min({shape.c, shape.h, shape.w}) < 1 || std::max({shape.c, shape.h, shape.w}) > 65536)
        fail(entry, "must look like 3x227x227: channels, rows and columns from 1 to 65536");
    if (shape.count() > std::int64_t{1} << 31)
        fail(entry, "must have at most 2^31 numbers");
    field = shape;
}

void SectionReader::whole(const char* key, int& field, int low, int high, Presence presence)
{
    const TextEntry* entry = presence == Presence::Required ? &require(key) : take(key);
    if (entry)
        field = static_cast<int>(wholeValue(*entry, low, high));
}

void SectionReader::whole(const char* key, std::int64_t& field, std::int64_t low, std::int64_t high)
{
    if (const TextEntry* entry = take(key))
        field = wholeValue(*entry, low, high);
}

void SectionReader::number(const char* key, double& field, double low, double high)
{
    if (const TextEntry* entry = take(key))
        field = numberValue(*entry, entry->value, low, high);
}

void SectionReader::flag(const char* key, bool& field)
{
    static constexpr std::array<Choice<bool>, 2> answers{{{"yes", true}, {"no", false}}};
    choice(key, field, answers);
}

void SectionReader::triple(const char* key, std::array<double, 3>& field, double low, double high, bool* given)
{
    const TextEntry* entry = take(key);
    if (given)
        *given = entry != nullptr;
    if (!entry)
        return;
    const std::vector<std::string_view> parts = words(entry->value);
    if (parts.size() != field.size())
        fail(*entry, "must be three numbers, for red, green and blue");
    for (std::size_t i = 0; i < field.size(); ++i)
        field[i] = numberValue(*entry, parts[i], low, high);
}

void SectionReader::numbers(const char* key, std::vector<double>& field, double low, double high)
{
    const TextEntry* entry = take(key);
    if (!entry)
        return;
    const std::vector<std::string_view> parts = words(entry->value);
    if (parts.size() > 64)
        fail(*entry, "must be at most 64 numbers");
    field.clear();
    for (const std::string_view part : parts)
        field.push_back(numberValue(*entry, part, low, high));
    if (!std::is_sorted(field.begin(), field.end()))
        fail(*entry, "must be numbers in ascending order");
}

void SectionReader::layerRates(const char* key, LayerRates& field)
{
    const TextEntry* entry = take(key);
    if (!entry)
        return;
    const auto rates = layerRatesFrom(entry->value);
    if (!rates)
        fail(*entry, concat("must be layers with factors from 0 to ", largestLayerRate, ", such as conv1=0 conv2=0.1"));
    field = *rates;
}

void SectionReader::outputs(const char* key, int& field, int high)
{
    const TextEntry& entry = require(key);
    field = entry.value == "classes" ? 0 : static_cast<int>(wholeValue(entry, 1, high));
}

void checkSchedule(const SectionReader& reader, const std::string& origin, const Schedule& schedule)
{
    if (schedule.kind == ScheduleKind::Steps && schedule.epochs.empty())
        failAt(origin, reader.lineOf("schedule"), "schedule = steps needs stepEpochs");
    if (schedule.kind != ScheduleKind::Steps && !schedule.epochs.empty())
        failAt(origin, reader.lineOf("stepEpochs"), "stepEpochs needs schedule = steps");
}

} // namespace alexscope
