// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/json_text.h"

#include "core/error.h"
#include "core/readable_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>
#include <utility>

namespace alexscope {

using nlohmann::json;

namespace {

constexpr std::size_t mostOfAFault = 200; ///< bytes of what the library says, which quotes the text

} // namespace

json parseJson(std::string_view text, const std::string& origin)
{
    if (text.size() > longestJson)
        throw Error(concat(origin, ": ", text.size(), " bytes of JSON, at most ", longestJson, " are read"));
    if (text.starts_with("\xEF\xBB\xBF"))
        throw Error(concat(origin, ": begins with a byte-order mark; save it as plain UTF-8"));
    std::vector<std::set<std::string>> names; // of the objects around the place being read
    const auto watch = [&](int depth, json::parse_event_t event, json& parsed) {
        if (depth > deepestJson)
            throw Error(concat(origin, ": JSON nested deeper than ", deepestJson, " levels"));
        if (event == json::parse_event_t::object_start)
            names.emplace_back();
        else if (event == json::parse_event_t::object_end)
            names.pop_back();
        else if (event == json::parse_event_t::key && !names.back().insert(parsed.get<std::string>()).second)
            throw Error(concat(origin, ": the name \"", readable(parsed.get<std::string>()), "\" occurs twice"));
        return true;
    };
    try {
        return json::parse(text.begin(), text.end(), watch);
    } catch (const json::exception& e) {
        throw Error(concat(origin, ": not valid JSON: ", readable(e.what(), mostOfAFault)));
    }
}

JsonFields::JsonFields(const json& object, std::string origin) : m_object(object), m_origin(std::move(origin))
{
    if (!m_object.is_object())
        throw Error(concat(m_origin, ": a JSON object is expected"));
}

const json& JsonFields::require(const char* field) const
{
    const auto found = m_object.find(field);
    if (found == m_object.end())
        throw Error(concat(m_origin, ": field ", field, " is missing"));
    return *found;
}

void JsonFields::fail(const char* field, const std::string& expected) const
{
    throw Error(concat(m_origin, ": field ", field, " must be ", expected));
}

void JsonFields::read(const char* field, std::string& value) const
{
    if (!has(field))
        return;
    const json& found = require(field);
    if (!found.is_string())
        fail(field, "a text");
    value = found.get<std::string>();
}

void JsonFields::read(const char* field, bool& value) const
{
    if (!has(field))
        return;
    const json& found = require(field);
    if (!found.is_boolean())
        fail(field, "true or false");
    value = found.get<bool>();
}

void JsonFields::read(const char* field, double& value, double low, double high) const
{
    if (!has(field))
        return;
    const json& found = require(field);
    const double number = found.is_number() ? found.get<double>() : std::nan("");
    if (!(number >= low && number <= high))
        fail(field, concat("a number from ", low, " to ", high));
    value = number;
}

void JsonFields::read(const char* field, std::int64_t& value, std::int64_t low, std::int64_t high) const
{
    if (!has(field))
        return;
    const json& found = require(field);
    const bool fits =
        found.is_number_integer() &&
        (!found.is_number_unsigned() ||
         found.get<std::uint64_t>() <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()));
    const std::int64_t number = fits ? found.get<std::int64_t>() : 0;
    if (!fits || number < low || number > high)
        fail(field, concat("a whole number from ", low, " to ", high));
    value = number;
}

void JsonFields::read(const char* field, int& value, int low, int high) const
{
    std::int64_t number = value;
    read(field, number, low, high);
    value = static_cast<int>(number);
}

void JsonFields::read(const char* field, std::uint64_t& value) const
{
    if (!has(field))
        return;
    const json& found = require(field);
    if (!found.is_number_unsigned())
        fail(field, "a whole number, not negative");
    value = found.get<std::uint64_t>();
}

void JsonFields::read(const char* field, std::vector<double>& values, std::size_t longest) const
{
    if (!has(field))
        return;
    const json& found = require(field);
    if (!found.is_array() || found.size() > longest ||
        !std::all_of(found.begin(), found.end(), [](const json& v) { return v.is_number(); }))
        fail(field, concat("a list of at most ", longest, " numbers"));
    values = found.get<std::vector<double>>();
}

namespace {

constexpr std::array<std::pair<ScheduleKind, const char*>, 3> scheduleNames{{
    {ScheduleKind::Fixed, "fixed"},
    {ScheduleKind::Steps, "steps"},
    {ScheduleKind::Plateau, "plateau"},
}};

json toJsonValue(const Schedule& schedule)
{
    const auto name = std::find_if(scheduleNames.begin(), scheduleNames.end(),
                                   [&](const auto& entry) { return entry.first == schedule.kind; });
    return {{"kind", name->second},
            {"divisor", schedule.divisor},
            {"epochs", schedule.epochs},
            {"patience", schedule.patience},
            {"reductions", schedule.reductions}};
}

json toJsonValue(const Augmentation& augmentation)
{
    return {{"randomCrop", augmentation.randomCrop},
            {"pad", augmentation.pad},
            {"reflect", augmentation.reflect},
            {"colourSigma", augmentation.colourSigma}};
}

Schedule scheduleFrom(const json& value, const std::string& origin)
{
    const JsonFields fields(value, origin);
    Schedule schedule;
    std::string kind = "fixed";
    fields.read("kind", kind);
    const auto name = std::find_if(scheduleNames.begin(), scheduleNames.end(),
                                   [&](const auto& entry) { return entry.second == kind; });
    if (name == scheduleNames.end())
        fields.fail("kind", "fixed, steps or plateau");
    schedule.kind = name->first;
    fields.read("divisor", schedule.divisor, 1, 1e6);
    fields.read("epochs", schedule.epochs, 1000);
    fields.read("patience", schedule.patience, 1, 1'000'000);
    fields.read("reductions", schedule.reductions, 0, 1000);
    if (schedule.kind == ScheduleKind::Steps && schedule.epochs.empty())
        fields.fail("epochs", "a list of one epoch at least where kind is steps");
    return schedule;
}

Augmentation augmentationFrom(const json& value, const std::string& origin)
{
    const JsonFields fields(value, origin);
    Augmentation augmentation;
    fields.read("randomCrop", augmentation.randomCrop);
    fields.read("pad", augmentation.pad, 0, 4096);
    fields.read("reflect", augmentation.reflect);
    fields.read("colourSigma", augmentation.colourSigma, 0, 1000);
    return augmentation;
}

} // namespace

json toJsonValue(const Recipe& recipe)
{
    return {{"batch", recipe.batch},
            {"epochs", recipe.epochs},
            {"iterations", recipe.iterations},
            {"learningRate", recipe.learningRate},
            {"momentum", recipe.momentum},
            {"weightDecay", recipe.weightDecay},
            {"layerRates", toText(recipe.layerRates)}, // one text: what differs is shown as one thing
            {"schedule", toJsonValue(recipe.schedule)},
            {"augmentation", toJsonValue(recipe.augmentation)},
            {"validateEvery", recipe.validateEvery},
            {"colourOffLast", recipe.colourOffLast}};
}

Recipe recipeFromJsonValue(const json& value, const std::string& origin)
{
    const JsonFields fields(value, origin);
    Recipe recipe;
    fields.read("batch", recipe.batch, 1, 1 << 20);
    fields.read("epochs", recipe.epochs, 0, 1e9);
    fields.read("iterations", recipe.iterations, 0, std::int64_t{1} << 40);
    fields.read("learningRate", recipe.learningRate, 0, 1e6);
    fields.read("momentum", recipe.momentum, 0, 1);
    fields.read("weightDecay", recipe.weightDecay, 0, 1e6);
    std::string rates;
    fields.read("layerRates", rates);
    if (auto read = layerRatesFrom(rates))
        recipe.layerRates = std::move(*read);
    else
        fields.fail("layerRates", concat("layers with factors from 0 to ", largestLayerRate));
    if (fields.has("schedule"))
        recipe.schedule = scheduleFrom(fields.require("schedule"), origin + ": schedule");
    if (fields.has("augmentation"))
        recipe.augmentation = augmentationFrom(fields.require("augmentation"), origin + ": augmentation");
    fields.read("validateEvery", recipe.validateEvery, 0, 1e9);
    fields.read("colourOffLast", recipe.colourOffLast, 0, 1e9);
    return recipe;
}

} // namespace alexscope
