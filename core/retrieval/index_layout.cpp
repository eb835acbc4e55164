// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retrieval/index_layout.h"

#include "core/readable_text.h"
#include "core/storage/json_text.h"

namespace alexscope {

namespace {

constexpr std::int64_t mostOfAShape = 1 << 24;
constexpr std::int64_t mostPatches = 1000;
constexpr int largestPixelSide = 4096;

nlohmann::json toJsonValue(const Shape& shape)
{
    return {shape.c, shape.h, shape.w};
}

Shape shapeFrom(const JsonFields& fields, const char* field)
{
    std::vector<double> sizes;
    fields.require(field);
    fields.read(field, sizes, 3);
    const auto fits = [](double size) {
        return size >= 1 && size <= mostOfAShape && size == static_cast<double>(static_cast<std::int64_t>(size));
    };
    if (sizes.size() != 3 || !fits(sizes[0]) || !fits(sizes[1]) || !fits(sizes[2]) ||
        sizes[0] * sizes[1] * sizes[2] > mostOfAShape)
        fields.fail(field, "three sizes of a layer's output");
    return {1, static_cast<std::int64_t>(sizes[0]), static_cast<std::int64_t>(sizes[1]),
            static_cast<std::int64_t>(sizes[2])};
}

std::vector<std::string> namesFrom(const JsonFields& fields, const char* field)
{
    const nlohmann::json& list = fields.require(field);
    std::vector<std::string> names;
    if (!list.is_array())
        fields.fail(field, "a list of names");
    for (const nlohmann::json& name : list) {
        if (!name.is_string())
            fields.fail(field, "a list of names");
        names.push_back(readable(name.get<std::string>(), longestClassName));
    }
    return names;
}

} // namespace

std::string toJson(const IndexText& text)
{
    const IndexDescription& d = text.description;
    nlohmann::json json{{"network", d.network},
                        {"layer", d.layer},
                        {"shape", toJsonValue(d.shape)},
                        {"data", d.data},
                        {"split", d.split},
                        {"classes", d.classNames},
                        {"iteration", d.iteration},
                        {"weightsHash", d.weightsHash},
                        {"weights", d.weights},
                        {"precision", d.precision},
                        {"pixelSide", text.pixelSide},
                        {"codeBits", text.codeBits},
                        {"codeSeed", text.codeSeed}};
    json["patches"] = nlohmann::json::array();
    for (const IndexText::Patches& p : text.patches)
        json["patches"].push_back({{"layer", p.layer}, {"output", toJsonValue(p.output)}, {"perUnit", p.perUnit}});
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

IndexText indexTextFrom(std::string_view text, const std::string& origin)
{
    const nlohmann::json json = parseJson(text, origin);
    const JsonFields fields(json, origin);
    IndexText index;
    IndexDescription& d = index.description;
    fields.read("network", d.network);
    fields.read("layer", d.layer);
    d.shape = shapeFrom(fields, "shape");
    fields.read("data", d.data);
    fields.read("split", d.split);
    d.classNames = namesFrom(fields, "classes");
    fields.read("iteration", d.iteration, -1, std::int64_t{1} << 53);
    fields.read("weightsHash", d.weightsHash);
    fields.read("weights", d.weights);
    fields.read("precision", d.precision);
    fields.read("pixelSide", index.pixelSide, 0, largestPixelSide);
    fields.read("codeBits", index.codeBits, 0, CodeMaker::mostBits);
    fields.read("codeSeed", index.codeSeed);
    if (index.codeBits % 64 != 0)
        fields.fail("codeBits", "a multiple of 64");
    const nlohmann::json& patches = fields.require("patches");
    if (!patches.is_array())
        fields.fail("patches", "a list");
    for (const nlohmann::json& entry : patches) {
        const JsonFields of(entry, origin + ": patches");
        IndexText::Patches& p = index.patches.emplace_back();
        of.read("layer", p.layer);
        p.output = shapeFrom(of, "output");
        of.require("perUnit");
        of.read("perUnit", p.perUnit, 1, mostPatches);
    }
    return index;
}

} // namespace alexscope
