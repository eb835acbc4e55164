// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/run_spec.h"

#include "core/error.h"
#include "core/storage/json_text.h"

#include <sstream>

namespace alexscope {

using nlohmann::json;

namespace {

json toJsonValue(const RunSpec& spec)
{
    return {{"networkText", spec.networkText},
            {"data", spec.data},
            {"weights", spec.weights},
            {"weightsDigest", spec.weightsDigest},
            {"recipe", alexscope::toJsonValue(spec.recipe)},
            {"seed", spec.seed},
            {"device", spec.device},
            {"precision", spec.precision},
            {"resolvedDevice", spec.resolvedDevice},
            {"resolvedPrecision", spec.resolvedPrecision},
            {"instructions", spec.instructions},
            {"libraries", spec.libraries},
            {"threads", spec.threads}};
}

std::string plain(const json& value)
{
    return value.is_string() ? value.get<std::string>() : value.dump();
}

/// Of two long texts only the first lines that differ are worth showing.
RunDifference firstDifferentLine(const std::string& field, const std::string& first, const std::string& second)
{
    std::istringstream firstLines(first), secondLines(second);
    RunDifference found{field, "", ""};
    do {
        if (!std::getline(firstLines, found.first))
            found.first.clear();
        if (!std::getline(secondLines, found.second))
            found.second.clear();
    } while (found.first == found.second && (firstLines || secondLines));
    return found;
}

/// Both objects have the same names: they come from toJsonValue.
void collect(const std::string& prefix, const json& a, const json& b, std::vector<RunDifference>& found)
{
    for (const auto& [name, first] : a.items()) {
        const json& second = b.at(name);
        const std::string field = prefix + name;
        if (first.is_object())
            collect(field + ".", first, second, found);
        else if (first != second && name == "networkText")
            found.push_back(firstDifferentLine(field, plain(first), plain(second)));
        else if (first != second)
            found.push_back({field, plain(first), plain(second)});
    }
}

} // namespace

std::vector<RunDifference> difference(const RunSpec& a, const RunSpec& b)
{
    std::vector<RunDifference> found;
    collect("", toJsonValue(a), toJsonValue(b), found);
    return found;
}

std::string toJson(const RunSpec& spec)
{
    try {
        return toJsonValue(spec).dump(2) + "\n";
    } catch (const json::exception& e) {
        throw Error(concat("The run's description holds text that is not UTF-8 (a folder's name?): ", e.what()));
    }
}

RunSpec runSpecFromJson(const std::string& text, const std::string& origin)
{
    const json value = parseJson(text, origin);
    const JsonFields fields(value, origin);
    for (const char* name : {"networkText", "data", "recipe", "seed"})
        fields.require(name);
    RunSpec spec;
    fields.read("networkText", spec.networkText);
    fields.read("data", spec.data);
    fields.read("weights", spec.weights);
    fields.read("weightsDigest", spec.weightsDigest);
    spec.recipe = recipeFromJsonValue(fields.require("recipe"), origin + ": recipe");
    fields.read("seed", spec.seed);
    fields.read("device", spec.device);
    fields.read("precision", spec.precision);
    fields.read("resolvedDevice", spec.resolvedDevice);
    fields.read("resolvedPrecision", spec.resolvedPrecision);
    fields.read("instructions", spec.instructions);
    fields.read("libraries", spec.libraries);
    fields.read("threads", spec.threads, 0, 1 << 20);
    return spec;
}

} // namespace alexscope
