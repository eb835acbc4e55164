// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/foreign_model.h"

#include "core/error.h"
#include "core/readable_text.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <string_view>
#include <utility>

namespace alexscope {

namespace {

constexpr std::int64_t mostNumbers = std::int64_t{1} << 31;

/// Where torchvision's names put a layer; nothing for other names.
std::optional<std::pair<int, int>> torchvisionPlace(std::string_view name)
{
    constexpr std::string_view parts[] = {"features.", "classifier."};
    for (int part = 0; part < 2; ++part) {
        if (!name.starts_with(parts[part]))
            continue;
        const std::string_view digits = name.substr(parts[part].size());
        int number = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (error == std::errc() && end == digits.data() + digits.size())
            return std::pair(part, number);
    }
    return std::nullopt;
}

/// DataParallel writes "module." before every name.
void dropCommonPrefix(std::vector<ForeignTensor>& tensors)
{
    constexpr std::string_view prefix = "module.";
    const auto has = [&](const ForeignTensor& tensor) { return tensor.name.starts_with(prefix); };
    if (std::all_of(tensors.begin(), tensors.end(), has))
        for (ForeignTensor& tensor : tensors)
            tensor.name.erase(0, prefix.size());
}

ForeignLayer& layerOf(ForeignModel& model, const std::string& name)
{
    const auto found = std::find_if(model.layers.begin(), model.layers.end(),
                                    [&](const ForeignLayer& layer) { return layer.name == name; });
    if (found != model.layers.end())
        return *found;
    return model.layers.emplace_back(ForeignLayer{name, {}, {}, false});
}

} // namespace

std::int64_t checkedCount(const std::vector<std::int64_t>& shape, const std::string& origin, const std::string& name)
{
    constexpr std::size_t mostDimensions = 8;
    if (shape.size() > mostDimensions)
        throw Error(
            concat(origin, ": ", readable(name), " has ", shape.size(), " dimensions, more than weights ever have"));
    std::int64_t count = 1;
    for (const std::int64_t extent : shape) {
        if (extent < 0 || extent > mostNumbers || (count *= extent) > mostNumbers)
            throw Error(concat(origin, ": ", readable(name), " claims an impossible size"));
    }
    return count;
}

void groupIntoLayers(std::vector<ForeignTensor> tensors, ForeignModel& model)
{
    if (tensors.size() > mostTensors)
        throw Error(concat(model.path.string(), ": holds ", tensors.size(), " tensors; no network here has so many"));
    dropCommonPrefix(tensors);
    for (ForeignTensor& tensor : tensors) {
        const std::size_t dot = tensor.name.rfind('.');
        const std::string last = dot == std::string::npos ? std::string() : tensor.name.substr(dot + 1);
        if (last != "weight" && last != "bias") {
            model.unused.push_back(tensor.name);
            continue;
        }
        ForeignLayer& layer = layerOf(model, tensor.name.substr(0, dot));
        (last == "weight" ? layer.weight : layer.bias) = std::move(tensor);
    }
    const auto placed = [](const ForeignLayer& layer) { return torchvisionPlace(layer.name).has_value(); };
    if (model.layers.empty() || !std::all_of(model.layers.begin(), model.layers.end(), placed))
        return;
    std::stable_sort(model.layers.begin(), model.layers.end(), [](const ForeignLayer& a, const ForeignLayer& b) {
        return *torchvisionPlace(a.name) < *torchvisionPlace(b.name);
    });
    model.builtIn = "alexnet-torchvision";
    model.marks = "its layers have torchvision's names";
    model.order = ChannelOrder::Rgb;
}

ForeignModel readForeignModel(const std::filesystem::path& path)
{
    switch (formatOf(path)) {
    case WeightFormat::Safetensors:
        break;
    case WeightFormat::Torch:
    case WeightFormat::TorchLegacy:
        return readTorchModel(path);
    case WeightFormat::Caffe:
        return readCaffeModel(path);
    case WeightFormat::Onnx:
        return readOnnxModel(path);
    }
    return readSafetensorsModel(path);
}

} // namespace alexscope
