// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/onnx_export.h"

#include "core/error.h"
#include "core/formats/import.h"
#include "core/formats/onnx_names.h"
#include "core/network/network_text.h"

#include "onnx.pb.h"

#include <cstring>
#include <limits>

namespace alexscope {

namespace {

namespace proto = formats::onnx;

constexpr std::int64_t formatVersion = 6, operatorSet = 11; // of 2019: every reader of today knows them

/// Builds the graph layer by layer; each adds one or more operations that go on from `m_current`.
class GraphWriter {
public:
    GraphWriter(const WeightsFile& weights, proto::Graph& graph)
        : m_weights(weights), m_network(weights.network), m_geometry(geometryOf(weights.network)), m_graph(graph)
    {
    }

    void run()
    {
        m_graph.set_name(m_network.name);
        describe(*m_graph.add_inputs(), m_current, {m_network.input.c, m_network.input.h, m_network.input.w});
        for (std::size_t i = 0; i < m_network.layers.size(); ++i) {
            m_layer = i;
            std::visit([this](const auto& operation) { write(operation); }, m_network.layers[i].operation);
        }
        describe(*m_graph.add_outputs(), m_current, {m_network.outputClasses()});
        if (m_weights.statistics.meanSide > 0)
            addTensor(onnx::meanPictureName);
    }

private:
    const std::string& name() const { return m_network.layers[m_layer].name; }
    const LayerGeometry& geometry() const { return m_geometry[m_layer]; }

    /// The first extent, the number of pictures, is left open.
    static void describe(proto::Value& value, const std::string& name, const std::vector<std::int64_t>& extents)
    {
        value.set_name(name);
        proto::TensorType& type = *value.mutable_type()->mutable_tensor();
        type.set_element(onnx::floatType);
        type.mutable_shape()->add_dimensions()->set_name("n");
        for (const std::int64_t extent : extents)
            type.mutable_shape()->add_dimensions()->set_extent(extent);
    }

    proto::Node& node(const char* operation, const std::string& name, const std::string& output)
    {
        proto::Node& node = *m_graph.add_nodes();
        node.set_operation(operation);
        node.set_name(name);
        node.add_inputs(m_current);
        node.add_outputs(output);
        m_current = output;
        return node;
    }
    proto::Node& node(const char* operation) { return node(operation, name(), name()); }

    static void set(proto::Node& node, const char* name, std::int64_t value)
    {
        proto::Attribute& attribute = *node.add_attributes();
        attribute.set_name(name);
        attribute.set_type(onnx::integerAttribute);
        attribute.set_integer(value);
    }
    static void set(proto::Node& node, const char* name, double value)
    {
        proto::Attribute& attribute = *node.add_attributes();
        attribute.set_name(name);
        attribute.set_type(onnx::realAttribute);
        attribute.set_real(static_cast<float>(value));
    }
    static void set(proto::Node& node, const char* name, const std::vector<std::int64_t>& values)
    {
        proto::Attribute& attribute = *node.add_attributes();
        attribute.set_name(name);
        attribute.set_type(onnx::integersAttribute);
        for (const std::int64_t value : values)
            attribute.add_integers(value);
    }

    void addTensor(const std::string& name)
    {
        const StoredTensor& stored = m_weights.file.require(name);
        fill(name, stored.shape, m_weights.file.readFloats(stored));
    }
    void fill(const std::string& name, const std::vector<std::int64_t>& shape, const std::vector<float>& values)
    {
        proto::Tensor& tensor = *m_graph.add_initializers();
        tensor.set_name(name);
        tensor.set_type(onnx::floatType);
        for (const std::int64_t extent : shape)
            tensor.add_extents(extent);
        tensor.set_raw(values.data(), values.size() * sizeof(float));
    }
    void addWeights(proto::Node& node)
    {
        for (const char* part : {".weight", ".bias"}) {
            addTensor(name() + part);
            node.add_inputs(name() + part);
        }
    }

    void setWindow(proto::Node& node, std::int64_t size, std::int64_t stride, std::int64_t pad) const
    {
        set(node, "kernel_shape", std::vector{size, size});
        set(node, "strides", std::vector{stride, stride});
        set(node, "pads", std::vector{pad, pad, pad + geometry().padAfterH, pad + geometry().padAfterW});
    }

    void write(const ConvolutionSpec& spec)
    {
        proto::Node& convolution = node("Conv");
        addWeights(convolution);
        setWindow(convolution, spec.size, spec.stride, spec.pad);
        set(convolution, "group", std::int64_t{spec.groups});
    }

    void write(const LinearSpec&)
    {
        if (m_maps) // even where they are 1 × 1: a product wants rows
            set(node("Flatten", name() + "_rows", name() + "_rows"), "axis", std::int64_t{1});
        m_maps = false;
        proto::Node& product = node("Gemm");
        addWeights(product);
        set(product, "transB", std::int64_t{1});
    }

    void write(const ActivationSpec& spec)
    {
        node(spec.kind == ActivationKind::Relu ? "Relu" : spec.kind == ActivationKind::Tanh ? "Tanh" : "Sigmoid");
    }

    /// ONNX divides alpha by the size, whatever our text means by it.
    static void setResponse(proto::Node& node, const LrnSpec& spec)
    {
        set(node, "size", std::int64_t{spec.n});
        set(node, "alpha", spec.scale() * spec.n);
        set(node, "beta", spec.beta);
        set(node, "bias", spec.k);
    }

    void write(const LrnSpec& spec)
    {
        if (spec.groups == 1) {
            setResponse(node("LRN"), spec);
            return;
        }
        proto::Node& split = *m_graph.add_nodes();
        split.set_operation("Split");
        split.set_name(name() + "_split");
        split.add_inputs(m_current);
        set(split, "axis", std::int64_t{1});
        set(split, "split",
            std::vector<std::int64_t>(static_cast<std::size_t>(spec.groups), geometry().input.c / spec.groups));
        std::vector<std::string> parts;
        for (int group = 0; group < spec.groups; ++group)
            split.add_outputs(concat(name(), "_maps", group));
        for (int group = 0; group < spec.groups; ++group) {
            m_current = concat(name(), "_maps", group);
            parts.push_back(concat(name(), "_part", group));
            setResponse(node("LRN", parts.back(), parts.back()), spec);
        }
        m_current = parts.front();
        proto::Node& joined = node("Concat");
        for (std::size_t i = 1; i < parts.size(); ++i)
            joined.add_inputs(parts[i]);
        set(joined, "axis", std::int64_t{1});
    }

    void write(const PoolingSpec& spec)
    {
        setWindow(node(spec.kind == PoolingKind::Max ? "MaxPool" : "AveragePool"), spec.size, spec.stride, spec.pad);
    }

    void write(const DropoutSpec& spec)
    {
        if (spec.convention == DropoutConvention::Inverted) {
            set(node("Dropout"), "ratio", spec.p);
            return;
        }
        node("Mul").add_inputs(name() + "_kept");
        fill(name() + "_kept", {}, {static_cast<float>(1 - spec.p)});
    }

    void write(const SoftmaxLossSpec&) { set(node("Softmax", name(), "prob"), "axis", std::int64_t{1}); }

    const WeightsFile& m_weights;
    const NetworkSpec& m_network;
    std::vector<LayerGeometry> m_geometry;
    proto::Graph& m_graph;
    std::size_t m_layer = 0;
    bool m_maps = true;              ///< the current value is [n, c, h, w], not yet rows
    std::string m_current = "image"; ///< the value the next layer goes on from
};

void addProperty(proto::Model& model, const char* key, const std::string& value)
{
    proto::Pair& pair = *model.add_properties();
    pair.set_key(key);
    pair.set_value(value);
}

void addDescription(proto::Model& model, const WeightsFile& weights)
{
    addProperty(model, onnx::networkProperty, formatNetwork(weights.network));
    const std::map<std::string, std::string>& metadata = weights.file.metadata();
    for (const auto& [from, to] :
         {std::pair("classes", onnx::classesProperty), std::pair("preprocessing", onnx::preprocessingProperty)})
        if (const auto found = metadata.find(from); found != metadata.end())
            addProperty(model, to, found->second);
}

} // namespace

void exportOnnx(const WeightsFile& weights, const std::filesystem::path& path)
{
    requireLayers(weights, static_cast<int>(weights.network.layers.size()) - 1);
    proto::Model model;
    model.set_format_version(formatVersion);
    model.set_producer("alexscope");
    proto::OperatorSet& operators = *model.add_operator_sets();
    operators.set_domain("");
    operators.set_version(operatorSet);
    GraphWriter(weights, *model.mutable_graph()).run();
    addDescription(model, weights);
    if (model.ByteSizeLong() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max()))
        throw Error(concat(path.string(), " not written: an ONNX file cannot have more than 2 GiB"));
    const std::string bytes = model.SerializeAsString();
    const std::span<const std::uint8_t> part(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    writeFileAtomically(path, std::array{part});
}

} // namespace alexscope
