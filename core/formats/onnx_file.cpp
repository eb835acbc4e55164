// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/formats/message_budget.h"
#include "core/formats/onnx_graph.h"
#include "core/formats/onnx_names.h"
#include "core/network/network_text.h"
#include "core/readable_text.h"
#include "core/storage/element_bytes.h"
#include "core/storage/safetensors_header.h"

#include "onnx.pb.h"

#include <algorithm>
#include <optional>

namespace alexscope {

namespace {

namespace proto = formats::onnx;

std::optional<ElementType> typeOf(int type)
{
    switch (type) {
    case onnx::floatType:
        return ElementType::F32;
    case onnx::halfType:
        return ElementType::F16;
    case onnx::bfloatType:
        return ElementType::Bf16;
    case onnx::doubleType:
        return ElementType::F64;
    default:
        return std::nullopt;
    }
}

std::string propertyOf(const proto::Model& model, const char* key)
{
    for (const proto::Pair& pair : model.properties())
        if (pair.key() == key)
            return pair.value();
    return {};
}

/// A file of ours says more than the format can: how pictures are prepared, the recipe, names of classes.
void readOwnProperties(const std::shared_ptr<const proto::Model>& parsed, ForeignModel& model)
{
    const std::string text = propertyOf(*parsed, onnx::networkProperty);
    if (text.empty())
        return;
    model.own = parseNetwork(text, concat(model.path.string(), ": property ", onnx::networkProperty));
    model.classes = propertyOf(*parsed, onnx::classesProperty);
    model.preprocessing = propertyOf(*parsed, onnx::preprocessingProperty);
    for (const proto::Tensor& tensor : parsed->graph().initializers())
        if (tensor.name() == onnx::meanPictureName)
            model.meanPicture = onnxTensor(parsed, tensor, model.path.string());
}

/// Operations mean what the standard set says; sets of others are not known here.
bool usesStandardOperators(const proto::Model& model)
{
    const auto& sets = model.operator_sets();
    return std::any_of(sets.begin(), sets.end(), [](const proto::OperatorSet& set) { return set.domain().empty(); });
}

/// Which fields of the format are messages or texts that become objects of their own.
const MessageFields& fieldsOfModel()
{
    static const MessageFields leaf, tensor{{{13, &leaf}}}, attribute{{{5, &tensor}}}, node{{{5, &attribute}}},
        dimension{}, extents{{{1, &dimension}}}, tensorType{{{2, &extents}}}, type{{{1, &tensorType}}},
        value{{{2, &type}}}, graph{{{1, &node}, {5, &tensor}, {11, &value}, {12, &value}}},
        model{{{7, &graph}, {8, &leaf}, {14, &leaf}}};
    return model;
}

} // namespace

ForeignTensor onnxTensor(const std::shared_ptr<const formats::onnx::Model>& owner, const formats::onnx::Tensor& tensor,
                         const std::string& origin)
{
    std::vector<std::int64_t> shape(tensor.extents().begin(), tensor.extents().end());
    const std::uint64_t count = static_cast<std::uint64_t>(checkedCount(shape, origin, tensor.name()));
    const std::optional<ElementType> type = typeOf(tensor.type());
    if (tensor.location() != 0 || !tensor.elsewhere().empty())
        throw Error(
            concat(origin, ": keeps ", readable(tensor.name()), " in another file; save the model as one file"));
    if (!type)
        throw Error(concat(origin, ": ", readable(tensor.name()), " does not hold floating-point numbers"));
    if (tensor.has_raw() && tensor.raw().size() == count * elementSize(*type))
        return {tensor.name(), std::move(shape), [owner, &tensor, type = *type] {
                    return toFloats({tensor.raw().begin(), tensor.raw().end()}, type);
                }};
    if (*type == ElementType::F32 && static_cast<std::uint64_t>(tensor.floats_size()) == count)
        return {tensor.name(), std::move(shape),
                [owner, &tensor] { return std::vector<float>(tensor.floats().begin(), tensor.floats().end()); }};
    if (*type == ElementType::F64 && static_cast<std::uint64_t>(tensor.doubles_size()) == count)
        return {tensor.name(), std::move(shape),
                [owner, &tensor] { return std::vector<float>(tensor.doubles().begin(), tensor.doubles().end()); }};
    throw Error(concat(origin, ": ", readable(tensor.name()),
                       " has not as many numbers as its shape says; the file is damaged"));
}

ForeignModel readOnnxModel(const std::filesystem::path& path)
{
    ForeignModel model;
    model.path = path;
    model.format = WeightFormat::Onnx;
    const auto parsed = std::make_shared<proto::Model>();
    {
        const std::vector<std::uint8_t> bytes = readMessageFile(path);
        checkMessage(bytes, fieldsOfModel(), path);
        if (!parsed->ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
            throw Error(concat(path.string(), ": is damaged or no ONNX file"));
    }
    if (!parsed->has_graph())
        throw Error(concat(path.string(), ": has no graph; it is damaged or no ONNX file"));
    if (!usesStandardOperators(*parsed))
        throw Error(concat(path.string(), ": does not say which operators it uses; it is cut off or no ONNX file"));
    readOnnxGraph(parsed, model);
    readOwnProperties(parsed, model);
    return model;
}

} // namespace alexscope
