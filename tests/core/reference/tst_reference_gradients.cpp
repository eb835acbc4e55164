// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/network_spec.h"
#include "core/reference/reference_backend.h"
#include "core/verification/check_row.h"
#include "core/verification/layer_cases.h"
#include "core/verification/single_layer.h"
#include "core/verification/test_numbers.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace alexscope;

/// Backward against central differences of forward, in double: with L = Σ g y (or the loss itself) every ∂L/∂x and
/// ∂L/∂w must equal (L(x + h) − L(x − h)) / 2h.
class TestReferenceGradients : public QObject {
    Q_OBJECT

    static constexpr double step = 1e-4;
    static constexpr double tolerance = 1e-7;
    static constexpr std::size_t mostProbes = 150;

    /// Numbers that stay clear of every kink by more than a step: no two closer than 1e-3, none nearer to 0 than 5e-4.
    static std::vector<double> apart(std::size_t count, std::uint64_t seed, double scale)
    {
        std::vector<double> values(count);
        std::iota(values.begin(), values.end(), 0.5 - static_cast<double>(count / 2));
        PhiloxSequence sequence(seed, Stream::Analysis, 0);
        for (std::size_t i = count; i > 1; --i)
            std::swap(values[i - 1], values[sequence.below(static_cast<std::uint32_t>(i))]);
        for (double& value : values)
            value *= scale * 2 / static_cast<double>(count);
        return values;
    }

    static std::vector<double> random(std::size_t count, std::uint64_t seed)
    {
        std::vector<double> values(count);
        PhiloxSequence sequence(seed, Stream::Analysis, 0);
        std::generate(values.begin(), values.end(), [&] { return sequence.normal(); });
        return values;
    }

    static std::size_t countOf(const Tensor& tensor) { return static_cast<std::size_t>(tensor.shape().count()); }

    /// L as a function of one of the layer's tensors, differentiated at evenly chosen places; compares with `claimed`.
    template <typename Loss>
    static double errorOf(SingleLayer& layer, const Tensor& tensor, const Tensor& gradient, Loss loss)
    {
        const std::vector<double> claimed = layer.download(gradient), original = layer.download(tensor);
        const std::size_t stride = std::max<std::size_t>(1, original.size() / mostProbes);
        std::vector<double> measured, expected;
        for (std::size_t i = 0; i < original.size(); i += stride) {
            std::vector<double> values = original;
            values[i] = original[i] + step;
            layer.upload(tensor, values);
            const double above = loss();
            values[i] = original[i] - step;
            layer.upload(tensor, values);
            measured.push_back((above - loss()) / (2 * step));
            expected.push_back(claimed[i]);
        }
        layer.upload(tensor, original);
        const double largest = std::abs(*std::max_element(
            claimed.begin(), claimed.end(), [](double a, double b) { return std::abs(a) < std::abs(b); }));
        double worst = 0;
        for (std::size_t i = 0; i < measured.size(); ++i)
            worst = std::max(worst, std::abs(measured[i] - expected[i]));
        return largest > 0 ? worst / largest : worst;
    }

private slots:
    void centralDifferences_data()
    {
        QTest::addColumn<int>("number");
        const std::vector<LayerCase> cases = layerCases();
        for (std::size_t i = 0; i < cases.size(); ++i)
            QTest::newRow(cases[i].name.c_str()) << static_cast<int>(i);
    }
    void centralDifferences()
    {
        QFETCH(int, number);
        const LayerCase one = layerCases()[static_cast<std::size_t>(number)];
        const auto index = static_cast<std::size_t>(one.layer);
        const LayerSpec& spec = one.network.layers[index];
        const auto backend = makeReferenceBackend(true);
        SingleLayer layer(*backend, spec, geometryOf(one.network)[index], one.layer, one.batch);
        const StepContext context{one.testPhase ? Phase::Test : Phase::Training, 2012, 3};

        const auto* lrn = spec.as<LrnSpec>();
        const double scale = lrn ? std::sqrt(lrn->k / (lrn->scale() * lrn->n)) : 1.5;
        layer.upload(layer.input(), apart(countOf(layer.input()), 1, scale));
        if (spec.hasParameters()) {
            layer.upload(layer.weight().value, random(countOf(layer.weight().value), 2));
            layer.upload(layer.bias().value, random(countOf(layer.bias().value), 3));
        }
        const std::vector<double> g = random(countOf(layer.kernel().output()), 4);
        if (layer.loss())
            layer.loss()->setLabels(
                TestNumbers(5, Precision::Fp32).labels(one.labelled, layer.kernel().output().shape().c));
        else
            layer.upload(layer.kernel().outputGradient(), g);
        const auto loss = [&] {
            layer.kernel().forward(context);
            if (layer.loss())
                return layer.loss()->result().loss;
            const std::vector<double> y = layer.download(layer.kernel().output());
            return std::inner_product(y.begin(), y.end(), g.begin(), 0.0);
        };
        loss();
        layer.kernel().backward(context);

        const auto check = [&](const char* what, const Tensor& tensor, const Tensor& gradient) {
            const double error = errorOf(layer, tensor, gradient, loss);
            return error <= tolerance ? std::string()
                                      : std::string(what) + " gradient errs by " + std::to_string(error);
        };
        std::string complaint = check("input", layer.input(), layer.inputGradient());
        QVERIFY2(complaint.empty(), complaint.c_str());
        if (!spec.hasParameters())
            return;
        complaint = check("weight", layer.weight().value, layer.weight().gradient);
        QVERIFY2(complaint.empty(), complaint.c_str());
        complaint = check("bias", layer.bias().value, layer.bias().gradient);
        QVERIFY2(complaint.empty(), complaint.c_str());
    }
};

QTEST_GUILESS_MAIN(TestReferenceGradients)
#include "tst_reference_gradients.moc"
