// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/network/network_spec.h"

#include <algorithm>

namespace alexscope {

namespace {

constexpr std::int64_t maximumElements = std::int64_t{1} << 31;
constexpr int maximumFilters = 65536, maximumWindow = 1024;
/// Receptive fields stop growing here, so that a long chain of layers cannot overflow them; no input is that large.
constexpr std::int64_t maximumField = 1 << 30;

struct Window {
    int size, stride, pad;
    Rounding rounding;
};

struct Extent {
    std::int64_t outputs;
    int padAfter;
};

/// Walks down the chain and keeps what the next layer needs. The limits above keep every product within 63 bits.
class Walk {
public:
    Walk(const NetworkSpec& network, const std::string& origin)
        : m_network(network), m_origin(!origin.empty()        ? origin
                                       : network.name.empty() ? "network"
                                                              : network.name),
          m_shape(network.input)
    {
    }

    std::vector<LayerGeometry> run()
    {
        checkInput();
        checkChain();
        std::vector<LayerGeometry> list;
        std::int64_t parameters = 0;
        for (const LayerSpec& layer : m_network.layers) {
            m_layer = &layer;
            m_now = LayerGeometry{};
            m_now.input = m_now.output = m_shape;
            m_now.weightShape = Shape{0, 0, 0, 0};
            std::visit([this](const auto& operation) { pass(operation); }, layer.operation);
            m_now.receptiveField = static_cast<int>(m_field);
            m_now.receptiveStride = static_cast<int>(m_stride);
            m_now.receptiveOffset = static_cast<int>(m_offset);
            parameters += m_now.weights + m_now.biases;
            if (parameters > maximumElements)
                fail("the network has more than 2^31 parameters up to here");
            m_shape = m_now.output;
            list.push_back(m_now);
        }
        return list;
    }

private:
    [[noreturn]] void fail(const std::string& cause) const
    {
        std::string where = m_origin;
        if (m_layer && m_layer->line > 0)
            where += concat(":", m_layer->line);
        throw Error(concat(where, ": ", m_layer ? m_layer->name + ": " : "", cause));
    }

    void checkInput() const
    {
        const Shape& input = m_network.input;
        if (input.n != 1 || std::min({input.c, input.h, input.w}) < 1 ||
            std::max({input.c, input.h, input.w}) > maximumFilters || input.count() > maximumElements)
            fail("the input needs 1 to 65536 channels, rows and columns, and at most 2^31 numbers");
        if (m_network.layers.empty())
            fail("the network has no layers");
    }

    void checkChain()
    {
        const LayerSpec* lastLinear = nullptr;
        for (const LayerSpec& layer : m_network.layers)
            if (layer.as<LinearSpec>())
                lastLinear = &layer;
        for (const LayerSpec& layer : m_network.layers) {
            m_layer = &layer;
            const auto* linear = layer.as<LinearSpec>();
            if (linear && linear->outputs == 0 && &layer != lastLinear)
                fail("only the last linear layer may have as many outputs as there are classes");
            if (layer.as<SoftmaxLossSpec>() && &layer != &m_network.layers.back())
                fail("the softmax-loss must be the last layer");
        }
        if (!m_network.layers.back().as<SoftmaxLossSpec>())
            fail("the last layer must be a softmax-loss");
        if (!lastLinear)
            fail("the softmax-loss needs a linear layer before it");
    }

    void pass(const ConvolutionSpec& convolution)
    {
        within(convolution.filters, maximumFilters, "filters");
        divides(convolution.groups, m_shape.c, "input channels");
        divides(convolution.groups, convolution.filters, "filters");
        m_now.output.c = convolution.filters;
        slide({convolution.size, convolution.stride, convolution.pad, convolution.rounding});
        setWeights({convolution.filters, m_shape.c / convolution.groups, convolution.size, convolution.size});
        m_now.multiplyAdds = m_now.weights * m_now.output.area();
    }

    void pass(const LinearSpec& linear)
    {
        if (linear.outputs == 0)
            fail("its outputs follow the classes of the data, which are not known yet");
        within(linear.outputs, 1 << 24, "outputs");
        m_now.output = Shape{1, linear.outputs, 1, 1};
        setWeights({linear.outputs, m_shape.perPicture(), 1, 1});
        m_now.multiplyAdds = m_now.weights;
        // From here on every unit sees the whole picture, and there is only one place to look from.
        m_field = m_stride = std::max(m_network.input.h, m_network.input.w);
        m_offset = 0;
    }

    void pass(const ActivationSpec&) {}

    void pass(const LrnSpec& lrn)
    {
        if (lrn.n < 1 || lrn.n % 2 == 0)
            fail(concat("n = ", lrn.n, ", but the window has a middle channel only when n is odd"));
        if (!(lrn.k > 0) || !(lrn.alpha >= 0) || !(lrn.beta >= 0))
            fail("k must be above 0, alpha and beta not below 0");
        divides(lrn.groups, m_shape.c, "input channels");
    }

    void pass(const PoolingSpec& pooling) { slide({pooling.size, pooling.stride, pooling.pad, pooling.rounding}); }

    void pass(const DropoutSpec& dropout)
    {
        if (!(dropout.p >= 0 && dropout.p < 1))
            fail(concat("p = ", dropout.p, " must be at least 0 and below 1"));
    }

    void pass(const SoftmaxLossSpec&)
    {
        if (m_shape.h != 1 || m_shape.w != 1)
            fail(concat("needs one number a class, but its input is ", toText(m_shape)));
    }

    void within(std::int64_t value, std::int64_t maximum, const char* what) const
    {
        if (value < 1 || value > maximum)
            fail(concat(what, " = ", value, " must lie between 1 and ", maximum));
    }

    void divides(int groups, std::int64_t channels, const char* what) const
    {
        within(groups, maximumFilters, "groups");
        if (channels % groups != 0)
            fail(concat(channels, " ", what, " cannot be shared out evenly to ", groups, " groups"));
    }

    void setWeights(const Shape& shape)
    {
        const std::int64_t perOutput = shape.c * shape.h * shape.w;
        if (perOutput > maximumElements || shape.n > maximumElements / perOutput)
            fail("it has more than 2^31 weights");
        m_now.weightShape = shape;
        m_now.weights = shape.n * perOutput;
        m_now.biases = shape.n;
    }

    void slide(const Window& window)
    {
        within(window.size, maximumWindow, "size");
        within(window.stride, maximumWindow, "stride");
        if (window.pad < 0 || window.pad >= window.size)
            fail(concat("pad = ", window.pad, " must be at least 0 and smaller than size = ", window.size));
        const Extent h = extent(m_shape.h, window), w = extent(m_shape.w, window);
        m_now.output.h = h.outputs;
        m_now.output.w = w.outputs;
        if (m_now.output.count() > maximumElements)
            fail(concat("its output ", toText(m_now.output), " has more than 2^31 numbers"));
        m_now.padAfterH = h.padAfter;
        m_now.padAfterW = w.padAfter;
        m_field = std::min(maximumField, m_field + (window.size - 1) * m_stride);
        m_offset = std::max(-maximumField, m_offset - window.pad * m_stride);
        m_stride = std::min(maximumField, m_stride * window.stride);
    }

    Extent extent(std::int64_t inputs, const Window& window) const
    {
        const std::int64_t room = inputs + 2 * window.pad - window.size;
        if (room < 0)
            fail(concat("a window of ", window.size, " does not fit into ", inputs,
                        window.pad ? concat(" + 2·", window.pad) : ""));
        std::int64_t outputs = room / window.stride + 1;
        if (window.rounding == Rounding::Ceil && room % window.stride != 0)
            ++outputs;
        // A window that begins beyond the picture would see nothing of it.
        if ((outputs - 1) * window.stride >= inputs + window.pad)
            --outputs;
        const std::int64_t needed = (outputs - 1) * window.stride + window.size;
        return {outputs, static_cast<int>(std::max<std::int64_t>(0, needed - inputs - 2 * window.pad))};
    }

    const NetworkSpec& m_network;
    std::string m_origin;
    Shape m_shape;
    std::int64_t m_field = 1, m_stride = 1, m_offset = 0;
    const LayerSpec* m_layer = nullptr;
    LayerGeometry m_now;
};

} // namespace

std::vector<LayerGeometry> geometryOf(const NetworkSpec& network, const std::string& origin)
{
    return Walk(network, origin).run();
}

NetworkTotals totalsOf(const std::vector<LayerGeometry>& geometry)
{
    NetworkTotals totals;
    for (const LayerGeometry& layer : geometry) {
        totals.parameters += layer.weights + layer.biases;
        totals.multiplyAdds += layer.multiplyAdds;
    }
    return totals;
}

} // namespace alexscope
