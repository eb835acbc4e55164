// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tensor_input.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>

namespace alexscope::cli {

namespace {

std::string shapeText(const std::vector<std::int64_t>& shape)
{
    std::string text;
    for (const std::int64_t extent : shape)
        text += concat(text.empty() ? "[" : ", ", extent);
    return text.empty() ? "[]" : text + "]";
}

} // namespace

ImageTensor readImages(const SafetensorsFile& file, const NetworkSpec& network)
{
    const StoredTensor& tensor = file.require("image");
    const Shape& input = network.input;
    std::vector<std::int64_t> shape = tensor.shape;
    if (shape.size() == 3)
        shape.insert(shape.begin(), 1);
    if (shape.size() != 4 || shape[0] < 1 || shape[1] != input.c || shape[2] != input.h || shape[3] != input.w)
        throw Error(concat(file.path().string(), ": image has shape ", shapeText(tensor.shape), ", the network ",
                           network.name, " takes [n, ", input.c, ", ", input.h, ", ", input.w, "]"));
    ImageTensor images{shape[0], file.readFloats(tensor)};
    const auto bad =
        std::count_if(images.values.begin(), images.values.end(), [](float v) { return !std::isfinite(v); });
    if (bad > 0)
        throw Error(concat(file.path().string(), ": ", bad, " of the ", images.values.size(),
                           " numbers of image are NaN or infinite"));
    return images;
}

std::vector<std::int32_t> readLabels(const SafetensorsFile& file, std::int64_t pictures, int classes)
{
    const StoredTensor& tensor = file.require("label");
    if (tensor.shape.size() > 1 || tensor.count() != pictures)
        throw Error(concat(file.path().string(), ": label has shape ", shapeText(tensor.shape),
                           ", one a picture is needed: [", pictures, "]"));
    std::vector<std::int32_t> labels;
    for (const std::int64_t label : file.readIntegers(tensor)) {
        if (label < 0 || label >= classes)
            throw Error(concat(file.path().string(), ": label ", label, " is none of the ", classes, " classes (0 to ",
                               classes - 1, ")"));
        labels.push_back(static_cast<std::int32_t>(label));
    }
    return labels;
}

std::vector<std::int64_t> activationShape(const NetworkSpec& network, int layer, std::int64_t pictures,
                                          const Shape& output)
{
    for (int i = 0; i <= layer; ++i)
        if (network.layers[static_cast<std::size_t>(i)].as<LinearSpec>())
            return {pictures, output.c};
    return {pictures, output.c, output.h, output.w};
}

} // namespace alexscope::cli
