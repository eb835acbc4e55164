// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/golden.h"

#include "core/error.h"
#include "core/storage/safetensors.h"
#include "core/training/solver.h"
#include "core/verification/verification_networks.h"

namespace alexscope::tests {
namespace {

SafetensorsFile golden(const char* name)
{
    return SafetensorsFile(std::filesystem::path(ALEXSCOPE_TESTS_DIR) / "golden" / name);
}

/// A backend beside a golden file: what is uploaded and compared has a name there.
class Comparison {
public:
    Comparison(const char* file, Network& network, const char* item, double tolerance)
        : m_file(golden(file)), m_network(network), m_item(item), m_tolerance(tolerance)
    {
    }

    const SafetensorsFile& file() const { return m_file; }
    std::vector<double> numbers(const std::string& name) const { return m_file.readDoubles(m_file.require(name)); }

    void upload(const Tensor& to, const std::string& name)
    {
        m_network.backend().upload(to, std::span<const double>(numbers(name)));
    }
    void compare(const std::string& name, const std::vector<double>& got)
    {
        m_rows.push_back({m_item, name, tensorError(got, numbers(name)), m_tolerance, ""});
    }
    void compare(const std::string& name, const Tensor& tensor)
    {
        std::vector<double> got(static_cast<std::size_t>(tensor.shape().count()));
        m_network.backend().download(tensor, std::span<double>(got));
        compare(name, got);
    }
    void compareParameters(const std::string& prefix, Tensor Parameter::*which)
    {
        for (const Parameter& parameter : m_network.parameters()->list)
            compare(prefix + parameter.info.name, parameter.*which);
    }
    std::vector<CheckRow> takeRows() { return std::move(m_rows); }

private:
    SafetensorsFile m_file;
    Network& m_network;
    std::string m_item;
    double m_tolerance;
    std::vector<CheckRow> m_rows;
};

void compareOutputs(Comparison& comparison, const Network& network, bool gradients)
{
    for (int i = 0; i < static_cast<int>(network.spec().layers.size()); ++i) {
        const std::string& name = network.spec().layers[static_cast<std::size_t>(i)].name;
        if (!network.hasActivation(i))
            continue;
        comparison.compare("act." + name, network.activation(i));
        if (gradients && comparison.file().find("grad_act." + name))
            comparison.compare("grad_act." + name, network.gradient(i));
    }
}

} // namespace

std::vector<CheckRow> compareGoldenNetwork(Backend& backend, const GoldenOptions& options)
{
    constexpr std::uint64_t anySeed = 1;
    Network network(tinyAlexNet(), backend, {4, options.precision, true, options.fuse});
    Comparison comparison("tiny_alexnet.safetensors", network, "tiny AlexNet", options.tolerance);
    const bool gradients = options.precision == Precision::Fp32;

    network.initialise(anySeed); // clears the velocities
    for (const Parameter& parameter : network.parameters()->list)
        comparison.upload(parameter.value, "w0." + parameter.info.name);
    comparison.upload(network.input(), "image");
    const std::vector<std::int64_t> labels = comparison.file().readIntegers(comparison.file().require("label"));
    network.setLabels(std::vector<std::int32_t>(labels.begin(), labels.end()));

    Recipe recipe;
    recipe.learningRate = 0.01;
    recipe.momentum = 0.9;
    recipe.weightDecay = 0.0005;
    const Solver solver(recipe);
    for (int step = 1; step <= 5; ++step) {
        network.forward({});
        network.backward({});
        if (step == 1) {
            comparison.compare("loss0", std::vector{network.result().loss});
            compareOutputs(comparison, network, gradients);
            if (gradients)
                comparison.compareParameters("grad.", &Parameter::gradient);
        }
        solver.update(network);
        if (step == 1 || step == 5)
            comparison.compareParameters(concat("w", step, "."), &Parameter::value);
    }
    network.forward({});
    comparison.compare("loss5", std::vector{network.result().loss});
    return comparison.takeRows();
}

std::vector<CheckRow> compareGoldenLrn(Backend& backend, const GoldenOptions& options)
{
    std::vector<CheckRow> rows;
    for (const AlphaConvention convention : {AlphaConvention::Paper, AlphaConvention::DividedByN}) {
        NetworkSpec spec; // a convolution and a loss around it, since a network has them
        spec.name = "golden-lrn";
        spec.input = {1, 1, 4, 5};
        spec.layers = {{"before", ConvolutionSpec{9, 1, 1, 0, 1, Rounding::Floor, {}, {}}},
                       {"lrn", LrnSpec{5, 2, 1e-4, 0.75, convention, 1}},
                       {"after", LinearSpec{2, {}, {}}},
                       {"loss", SoftmaxLossSpec{}}};
        Network network(spec, backend, {2, options.precision, true, false});
        Comparison comparison("lrn.safetensors", network, "LRN", options.tolerance);
        const std::string tag = convention == AlphaConvention::Paper ? "alpha" : "alpha_over_n";
        comparison.upload(network.activation(0), "x");
        network.forward(1, {});
        comparison.compare("y_" + tag, network.activation(1));
        comparison.upload(network.gradient(1), "grad_y");
        network.backward(1, {});
        comparison.compare("grad_x_" + tag, network.gradient(0));
        for (CheckRow& row : comparison.takeRows())
            rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace alexscope::tests
