// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/onnx_graph.h"

#include "core/error.h"
#include "core/formats/onnx_attributes.h"
#include "core/formats/onnx_names.h"
#include "core/readable_text.h"
#include "core/storage/element_bytes.h"

#include "onnx.pb.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string_view>

namespace alexscope {

namespace {

namespace proto = formats::onnx;

constexpr int mostLayers = 1000;

/// Operations that only compute the shape to which a Reshape goes.
bool computesShapes(std::string_view kind)
{
    constexpr std::array<std::string_view, 6> kinds{"Shape", "Gather", "Unsqueeze", "Cast", "Slice", "Concat"};
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

/// Follows the graph from its input, operation by operation.
class GraphWalk {
public:
    GraphWalk(const std::shared_ptr<const proto::Model>& onnx, ForeignModel& model)
        : m_onnx(onnx), m_model(model), m_origin(model.path.string())
    {
        for (const proto::Tensor& tensor : onnx->graph().initializers())
            m_constants[tensor.name()] = &tensor;
    }

    void run()
    {
        openInput();
        for (const proto::Node& node : m_onnx->graph().nodes())
            pass(node);
        if (!m_parts.empty())
            throw Error(concat(m_origin, ": splits its maps and does not join them again"));
        if (m_spec.layers.empty() || !m_spec.layers.back().as<SoftmaxLossSpec>())
            add("prob", SoftmaxLossSpec{});
        m_spec.classes = m_spec.outputClasses();
        checkExtents();
        m_model.graph = std::move(m_spec);
    }

private:
    [[noreturn]] void failChain(const proto::Node& node) const
    {
        throw Error(concat(m_origin, ": ", readable(node.operation()), " ", readable(node.name()),
                           " does not go on from the operation before it; only chains, as AlexNet is one, are read"));
    }

    void openInput()
    {
        const proto::Value* input = nullptr;
        for (const proto::Value& value : m_onnx->graph().inputs()) {
            if (m_constants.count(value.name()) > 0)
                continue; // before version 4 of the format initial tensors are inputs, too
            if (input)
                throw Error(concat(m_origin, ": has more than one input; one picture is wanted"));
            input = &value;
        }
        if (!input || input->type().tensor().shape().dimensions_size() != 4)
            throw Error(concat(m_origin, ": has no input of the form [n, channels, rows, columns]"));
        const auto extent = [&](int i) {
            const std::int64_t value = input->type().tensor().shape().dimensions(i).extent();
            if (value < 1 || value > 65536)
                throw Error(concat(m_origin, ": its input has no fixed size"));
            return value;
        };
        m_spec.input = m_shape = Shape{1, extent(1), extent(2), extent(3)};
        m_spec.name = "onnx";
        m_spec.title = "From an ONNX file";
        m_spec.preprocessing.resize = static_cast<int>(std::max(m_shape.h, m_shape.w));
        m_spec.preprocessing.mean = MeanKind::None;
        m_current = input->name();
    }

    void pass(const proto::Node& node)
    {
        const std::string& kind = node.operation();
        if (node.outputs().empty())
            failChain(node);
        if (kind == "Constant") {
            for (const proto::Attribute& attribute : node.attributes())
                if (attribute.has_tensor())
                    m_constants[node.outputs(0)] = &attribute.tensor();
            return;
        }
        if (!m_parts.empty() && passPart(node))
            return;
        const bool goesOn = !node.inputs().empty() && node.inputs(0) == m_current;
        if (computesShapes(kind))
            return;
        if (!goesOn)
            failChain(node);
        if (kind == "Split") {
            split(node);
            return;
        }
        convert(node, OnnxOperation(node, m_origin));
        m_current = node.outputs(0);
    }

    void convert(const proto::Node& node, const OnnxOperation& operation)
    {
        const std::string& kind = node.operation();
        if (kind == "Conv")
            convolution(node, operation);
        else if (kind == "Gemm" || kind == "MatMul")
            linear(node, operation);
        else if (kind == "Add")
            addBias(node, operation);
        else if (kind == "MaxPool" || kind == "AveragePool")
            pooling(operation, kind == "MaxPool" ? PoolingKind::Max : PoolingKind::Average);
        else if (kind == "LRN")
            add(numbered("norm"), response(operation));
        else if (kind == "Relu")
            add(numbered("relu"), ActivationSpec{ActivationKind::Relu});
        else if (kind == "Tanh")
            add(numbered("tanh"), ActivationSpec{ActivationKind::Tanh});
        else if (kind == "Sigmoid")
            add(numbered("sigmoid"), ActivationSpec{ActivationKind::Sigmoid});
        else if (kind == "Dropout")
            dropout(node, operation);
        else if (kind == "Mul")
            scale(node, operation);
        else if (kind == "Softmax" || kind == "LogSoftmax")
            add("prob", SoftmaxLossSpec{});
        else if (kind != "Flatten" && kind != "Reshape" && kind != "Identity")
            operation.fail("is no operation of AlexNet");
        if (kind == "Flatten" || kind == "Reshape")
            m_maps = false;
    }

    std::string numbered(const char* kind) const { return concat(kind, std::max(m_number, 1)); }

    void add(const std::string& name, LayerOperation operation)
    {
        if (m_spec.layers.size() >= mostLayers)
            throw Error(concat(m_origin, ": has more than ", mostLayers, " layers"));
        std::string unique = name;
        for (char suffix = 'b'; m_spec.indexOf(unique) >= 0 && suffix <= 'z'; ++suffix)
            unique = name + suffix;
        if (m_spec.indexOf(unique) >= 0)
            throw Error(concat(m_origin, ": has too many layers between two with weights"));
        m_spec.layers.push_back({unique, std::move(operation), 0});
    }

    const proto::Tensor& constant(const proto::Node& node, int input, const OnnxOperation& operation) const
    {
        const auto found = input < node.inputs_size() ? m_constants.find(node.inputs(input)) : m_constants.end();
        if (found == m_constants.end())
            operation.fail("its weights are not in the file");
        return *found->second;
    }

    void convolution(const proto::Node& node, const OnnxOperation& operation)
    {
        const proto::Tensor& weight = constant(node, 1, operation);
        if (!m_maps || weight.extents_size() != 4 || weight.extents(0) < 1 || weight.extents(0) > 65536 ||
            weight.extents(2) < 1 || weight.extents(2) > 1024 || weight.extents(2) != weight.extents(3))
            operation.fail("only square filters over maps are computed here");
        const auto window = operation.window(static_cast<int>(weight.extents(2)));
        ConvolutionSpec spec;
        spec.filters = static_cast<int>(weight.extents(0));
        spec.size = window.size;
        spec.stride = window.stride;
        spec.pad = window.before;
        spec.rounding = window.rounding(m_shape);
        spec.groups = operation.whole("group", 1, 1, 65536);
        ++m_number;
        add(numbered("conv"), spec);
        slide(window, spec.filters);
        keepWeights(node, weight, operation, false);
    }

    void linear(const proto::Node& node, const OnnxOperation& operation)
    {
        const proto::Tensor& weight = constant(node, 1, operation);
        const bool gemm = operation.kind() == "Gemm";
        const bool transposed = !gemm || operation.whole("transB", 0, 0, 1) == 0;
        if (gemm && (operation.real("alpha", 1) != 1 || operation.real("beta", 1) != 1 ||
                     operation.whole("transA", 0, 0, 1) != 0))
            operation.fail("scaled or turned products are not computed here");
        const std::int64_t outputs = weight.extents_size() == 2 ? weight.extents(transposed ? 1 : 0) : 0;
        if (outputs < 1 || outputs > 1 << 24)
            operation.fail("its weights are no matrix");
        if (m_maps)
            operation.fail("maps have to be flattened before a product");
        ++m_number;
        LinearSpec spec;
        spec.outputs = static_cast<int>(outputs);
        add(numbered("fc"), spec);
        m_shape = Shape{1, outputs, 1, 1};
        keepWeights(node, weight, operation, transposed);
    }

    void keepWeights(const proto::Node& node, const proto::Tensor& weight, const OnnxOperation& operation,
                     bool transposed)
    {
        ForeignLayer layer{m_spec.layers.back().name, onnxTensor(m_onnx, weight, m_origin), {}, transposed};
        if (node.inputs_size() > 2 && operation.kind() != "MatMul" && !node.inputs(2).empty())
            layer.bias = onnxTensor(m_onnx, constant(node, 2, operation), m_origin);
        m_model.layers.push_back(std::move(layer));
    }

    /// What follows a MatMul as its bias.
    void addBias(const proto::Node& node, const OnnxOperation& operation)
    {
        const bool follows =
            !m_spec.layers.empty() && m_spec.layers.back().as<LinearSpec>() && !m_model.layers.back().bias;
        if (!follows)
            operation.fail("only the bias of a MatMul may be added");
        m_model.layers.back().bias = onnxTensor(m_onnx, constant(node, 1, operation), m_origin);
    }

    void pooling(const OnnxOperation& operation, PoolingKind kind)
    {
        const auto window = operation.window(0);
        if (window.size == 1 && window.stride == 1 && !window.pads())
            return; // torchvision's adaptive pooling at its own size
        if (!m_maps ||
            (kind == PoolingKind::Average && window.pads() && operation.whole("count_include_pad", 0, 0, 1) == 1))
            operation.fail("means over padding are not computed here");
        add(numbered("pool"), PoolingSpec{kind, window.size, window.stride, window.before, window.rounding(m_shape)});
        slide(window, m_shape.c);
    }

    void slide(const OnnxOperation::Window& window, std::int64_t channels)
    {
        m_shape = window.outputs(m_shape, channels);
        m_extents.push_back({m_spec.layers.size() - 1, m_shape, !window.ceil});
    }

    LrnSpec response(const OnnxOperation& operation) const
    {
        LrnSpec spec;
        spec.n = operation.whole("size", 0, 1, 65535);
        spec.k = operation.real("bias", 1);
        spec.alpha = operation.real("alpha", 1e-4f);
        spec.beta = operation.real("beta", 0.75f);
        spec.convention = AlphaConvention::DividedByN;
        return spec;
    }

    /// The single number of a tensor.
    double scalar(const proto::Tensor& tensor, const OnnxOperation& operation) const
    {
        const std::vector<float> values = onnxTensor(m_onnx, tensor, m_origin).read();
        if (values.size() != 1 || !std::isfinite(values[0]))
            operation.fail("one number is wanted");
        return asWritten(values[0]);
    }

    void dropout(const proto::Node& node, const OnnxOperation& operation)
    {
        double p = operation.real("ratio", 0.5f);
        if (node.inputs_size() > 1 && !node.inputs(1).empty())
            p = scalar(constant(node, 1, operation), operation);
        add(numbered("drop"), DropoutSpec{std::clamp(p, 0.0, DropoutSpec::largest), DropoutConvention::Inverted});
    }

    /// The paper's dropout in the test: outputs are multiplied by 1 - p.
    void scale(const proto::Node& node, const OnnxOperation& operation)
    {
        const double kept = scalar(constant(node, 1, operation), operation);
        if (!(kept > 0) || kept > 1)
            operation.fail("a factor above 1 or not above 0 is nothing AlexNet has");
        add(numbered("drop"), DropoutSpec{std::min(asWritten(static_cast<float>(1 - kept)), DropoutSpec::largest),
                                          DropoutConvention::Paper});
    }

    /// Normalisation within groups of maps: Split, an LRN for each part, Concat.
    void split(const proto::Node& node)
    {
        const OnnxOperation operation(node, m_origin);
        const std::vector<std::int64_t> sizes = operation.integers("split", {});
        const bool equal = std::all_of(sizes.begin(), sizes.end(), [&](std::int64_t s) { return s == sizes.front(); });
        if (operation.whole("axis", 0, 1, 1) != 1 || !equal || m_shape.c % node.outputs_size() != 0)
            operation.fail("only equal groups of maps are split here");
        m_parts.assign(node.outputs().begin(), node.outputs().end());
        m_normalised = 0;
    }

    bool passPart(const proto::Node& node)
    {
        const OnnxOperation operation(node, m_origin);
        if (node.operation() == "LRN" && m_normalised < m_parts.size() && node.inputs_size() == 1 &&
            node.inputs(0) == m_parts[m_normalised]) {
            const LrnSpec spec = response(operation);
            if (m_normalised > 0 && !(spec == m_partResponse))
                operation.fail("the parts are normalised differently");
            m_partResponse = spec;
            m_parts[m_normalised++] = node.outputs(0);
            return true;
        }
        const bool joins = node.operation() == "Concat" && m_normalised == m_parts.size() &&
                           std::equal(node.inputs().begin(), node.inputs().end(), m_parts.begin(), m_parts.end());
        if (!joins)
            return false;
        m_partResponse.groups = static_cast<int>(m_parts.size());
        add(numbered("norm"), m_partResponse);
        m_current = node.outputs(0);
        m_parts.clear();
        return true;
    }

    /// Our layers must give the extents that the graph's own padding gives.
    void checkExtents() const
    {
        const std::vector<LayerGeometry> geometry = geometryOf(m_spec, m_origin);
        for (const Extent& extent : m_extents)
            if (extent.isSure && !(geometry[extent.layer].output == extent.output))
                throw Error(concat(m_origin, ": ", m_spec.layers[extent.layer].name,
                                   " pads in a way that is not computed here"));
    }

    struct Extent {
        std::size_t layer;
        Shape output;
        bool isSure; ///< ceil_mode has been understood in two ways
    };

    std::shared_ptr<const proto::Model> m_onnx;
    ForeignModel& m_model;
    std::string m_origin;
    std::map<std::string, const proto::Tensor*> m_constants;
    NetworkSpec m_spec;
    Shape m_shape;         ///< after the layers so far
    std::string m_current; ///< the value they give
    int m_number = 0;      ///< of layers with weights
    bool m_maps = true;    ///< it is [n, c, h, w], not yet rows
    std::vector<Extent> m_extents;
    std::vector<std::string> m_parts; ///< of a split, those normalised already by their new names
    std::size_t m_normalised = 0;
    LrnSpec m_partResponse;
};

} // namespace

void readOnnxGraph(const std::shared_ptr<const formats::onnx::Model>& onnx, ForeignModel& model)
{
    GraphWalk(onnx, model).run();
}

} // namespace alexscope
