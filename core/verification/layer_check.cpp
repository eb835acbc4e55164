// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/verification/layer_check.h"

#include "core/error.h"
#include "core/reference/reference_backend.h"
#include "core/verification/single_layer.h"
#include "core/verification/test_numbers.h"

#include <cmath>

namespace alexscope {
namespace {

constexpr std::int64_t mostWeightsInDouble = 4'000'000;

class Comparison {
public:
    Comparison(Network& network, const LayerCheck& check)
        : m_network(network), m_check(check), m_spec(network.spec().layers[static_cast<std::size_t>(check.layer)]),
          m_geometry(network.geometry()[static_cast<std::size_t>(check.layer)]),
          m_referenceBackend(makeReferenceBackend(m_geometry.weights <= mostWeightsInDouble)),
          m_reference(*m_referenceBackend, m_spec, m_geometry, check.layer, network.options().batch, check.layer > 0),
          m_numbers(static_cast<std::uint64_t>(check.layer), network.options().precision)
    {
    }

    std::vector<CheckRow> run()
    {
        feed(m_reference.input(), inputOf(m_check.layer),
             m_numbers.inputFor(m_spec, m_reference.input().shape().count()));
        if (m_spec.hasParameters())
            feedParameters();
        if (m_reference.loss())
            feedLabels();
        m_network.forward(kernelIndex(), m_check.context);
        m_reference.kernel().forward(m_check.context);
        compare("output", m_network.activation(m_check.layer), m_reference.kernel().output());
        if (m_reference.loss())
            compareLoss();
        else
            feed(m_reference.kernel().outputGradient(), m_network.gradient(m_check.layer),
                 m_numbers.normal(m_reference.kernel().output().shape().count(), 1));
        m_network.backward(kernelIndex(), m_check.context);
        m_reference.kernel().backward(m_check.context);
        if (m_check.layer > 0)
            compare("input gradient", m_network.gradient(m_check.layer - 1), m_reference.inputGradient());
        if (m_spec.hasParameters()) {
            compare("weight gradient", parameter(".weight").gradient, m_reference.weight().gradient);
            compare("bias gradient", parameter(".bias").gradient, m_reference.bias().gradient);
        }
        return std::move(m_rows);
    }

private:
    int kernelIndex() const { return m_network.kernelOf(m_check.layer); }
    const Tensor& inputOf(int layer) const { return layer == 0 ? m_network.input() : m_network.activation(layer - 1); }

    Parameter& parameter(const char* which) const
    {
        Parameter* found = m_network.parameters()->find(m_spec.name + which);
        if (!found)
            throw Error(concat("Layer ", m_spec.name, " has no parameter ", m_spec.name, which, "."));
        return *found;
    }

    void feed(const Tensor& reference, const Tensor& tested, const std::vector<float>& values)
    {
        m_reference.upload(reference, values);
        m_network.backend().upload(tested, std::span<const float>(values));
    }

    void feedParameters()
    {
        const double fanIn = static_cast<double>(m_geometry.weightShape.perPicture());
        feed(m_reference.weight().value, parameter(".weight").value,
             m_numbers.normal(m_geometry.weights, 1 / std::sqrt(fanIn)));
        feed(m_reference.bias().value, parameter(".bias").value, m_numbers.normal(m_geometry.biases, 0.5));
    }

    void feedLabels()
    {
        const std::int64_t labelled = m_check.labelled < 0 ? m_network.options().batch : m_check.labelled;
        const std::vector<std::int32_t> labels = m_numbers.labels(labelled, m_geometry.output.c);
        m_reference.loss()->setLabels(labels);
        m_network.setLabels(labels);
    }

    void compareLoss()
    {
        const BatchResult tested = m_network.result(), reference = m_reference.loss()->result();
        add("loss", tensorError(std::vector{tested.loss}, std::vector{reference.loss}));
        const auto counts = [](const BatchResult& r) {
            return std::vector{static_cast<double>(r.pictures), static_cast<double>(r.top1Errors),
                               static_cast<double>(r.top5Errors)};
        };
        add("pictures and errors counted", tensorError(counts(tested), counts(reference)));
    }

    void compare(const char* quantity, const Tensor& tested, const Tensor& reference)
    {
        std::vector<double> got(static_cast<std::size_t>(tested.shape().count()));
        m_network.backend().download(tested, std::span<double>(got));
        add(quantity, tensorError(got, m_reference.download(reference)));
    }

    void add(const char* quantity, double error)
    {
        std::string implementations;
        for (const std::string& one : m_network.kernel(kernelIndex()).implementations())
            implementations += (implementations.empty() ? "" : "; ") + one;
        m_rows.push_back({m_check.item, quantity, error, m_check.tolerance, implementations});
    }

    Network& m_network;
    const LayerCheck& m_check;
    const LayerSpec& m_spec;
    const LayerGeometry& m_geometry;
    std::unique_ptr<Backend> m_referenceBackend;
    SingleLayer m_reference;
    TestNumbers m_numbers;
    std::vector<CheckRow> m_rows;
};

} // namespace

std::vector<CheckRow> checkLayer(Network& network, const LayerCheck& check)
{
    return Comparison(network, check).run();
}

} // namespace alexscope
