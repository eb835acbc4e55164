// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/verification/network_check.h"

#include "core/reference/reference_backend.h"
#include "core/training/solver.h"
#include "core/verification/test_numbers.h"

#include <map>

namespace alexscope {
namespace {

constexpr std::uint64_t seed = 2012;
constexpr std::int64_t checkBatch = 6, checkLabelled = 5; // a short batch: its last picture is padding
constexpr int steps = 5;
constexpr double learningRate = 0.004; ///< small, so that bf16's errors do not feed on themselves within five steps

using Quantities = std::map<std::string, std::vector<double>>;

std::vector<double> downloaded(Backend& backend, const Tensor& tensor)
{
    std::vector<double> values(static_cast<std::size_t>(tensor.shape().count()));
    backend.download(tensor, std::span<double>(values));
    return values;
}

void feed(Network& network, std::int64_t pictures)
{
    TestNumbers numbers(seed, network.options().precision);
    network.setInput(numbers.normal(pictures * network.spec().input.count(), 1));
    network.setLabels(numbers.labels(pictures, network.geometry().back().output.c));
}

/// What a first step leaves in the network, as far as the kernels make it.
void collectStep(Network& network, Quantities& to)
{
    Backend& backend = network.backend();
    const auto& layers = network.spec().layers;
    for (int i = 0; i < static_cast<int>(layers.size()); ++i) {
        if (!network.hasActivation(i))
            continue;
        const std::string& name = layers[static_cast<std::size_t>(i)].name;
        to["output of " + name] = downloaded(backend, network.activation(i));
        if (i + 1 < static_cast<int>(layers.size()))
            to["gradient of " + name] = downloaded(backend, network.gradient(i));
    }
    for (const Parameter& parameter : network.parameters()->list)
        to["gradient of " + parameter.info.name] = downloaded(backend, parameter.gradient);
    to["loss of the first step"] = {network.result().loss};
}

/// Test mode, one picture, a network of its own on the same parameters.
std::vector<double> classify(Network& trained)
{
    NetworkOptions options = trained.options();
    options.batch = 1;
    options.training = false;
    Network network(trained.spec(), trained.backend(), options, trained.parameters());
    feed(network, 1);
    network.forward({Phase::Test, seed, 0});
    return downloaded(network.backend(), network.activation(static_cast<int>(network.spec().layers.size()) - 1));
}

Quantities train(Backend& backend, const NetworkSpec& spec, Precision precision, bool fuse)
{
    Network network(spec, backend, {checkBatch, precision, true, fuse});
    network.initialise(seed);
    feed(network, checkLabelled);
    Recipe recipe;
    recipe.learningRate = learningRate;
    const Solver solver(recipe);
    Quantities quantities;
    for (int step = 0; step < steps; ++step) {
        const StepContext context{Phase::Training, seed, static_cast<std::uint32_t>(step)};
        network.forward(context);
        network.backward(context);
        if (step == 0)
            collectStep(network, quantities);
        solver.update(network);
    }
    network.forward({Phase::Training, seed, steps});
    quantities["loss after five steps"] = {network.result().loss};
    quantities["probabilities in test mode"] = classify(network);
    for (const Parameter& parameter : network.parameters()->list) {
        quantities[parameter.info.name + " after five steps"] = downloaded(backend, parameter.value);
        quantities["velocity of " + parameter.info.name] = downloaded(backend, parameter.velocity);
    }
    return quantities;
}

bool isGradient(const std::string& quantity)
{
    return quantity.starts_with("gradient") || quantity.starts_with("velocity");
}

std::string implementationOf(bool fuse)
{
    return fuse ? "fused" : "layer by layer";
}

} // namespace

std::vector<CheckRow> checkNetwork(Backend& backend, const NetworkSpec& spec, Precision precision, double tolerance)
{
    const std::unique_ptr<Backend> referenceBackend = makeReferenceBackend(true);
    const Quantities reference = train(*referenceBackend, spec, Precision::Fp32, false);
    const Quantities layerwise = train(backend, spec, precision, false), fused = train(backend, spec, precision, true);
    std::vector<CheckRow> rows;
    for (const bool fuse : {false, true})
        for (const auto& [quantity, values] : fuse ? fused : layerwise)
            if (precision == Precision::Fp32 || !isGradient(quantity))
                rows.push_back({spec.name, quantity, tensorError(values, reference.at(quantity)), tolerance,
                                implementationOf(fuse)});
    for (const auto& [quantity, values] : fused)
        rows.push_back({spec.name, quantity + ", bit for bit", tensorError(values, layerwise.at(quantity)), 0,
                        "fused against layer by layer"});
    return rows;
}

std::vector<CheckRow> checkFusion(Backend& backend, const NetworkSpec& spec, Precision precision, std::int64_t batch)
{
    Network layerwise(spec, backend, {batch, precision, true, false});
    layerwise.initialise(seed);
    Network fused(spec, backend, {batch, precision, true, true}, layerwise.parameters());
    const auto step = [&](Network& network) {
        feed(network, batch);
        network.forward({Phase::Training, seed, 0});
        network.backward({Phase::Training, seed, 0});
    };
    std::vector<std::vector<float>> expected;
    step(layerwise);
    const int last = static_cast<int>(spec.layers.size()) - 1;
    expected.push_back(layerwise.download(layerwise.activation(last)).values);
    for (const Parameter& parameter : layerwise.parameters()->list)
        expected.push_back(layerwise.download(parameter.gradient).values);

    step(fused);
    std::vector<CheckRow> rows;
    const auto compare = [&](const std::string& quantity, const Tensor& tensor) {
        const double different = fused.download(tensor).values == expected[rows.size()] ? 0 : 1;
        rows.push_back({spec.name, quantity + ", bit for bit", different, 0, "fused against layer by layer"});
    };
    compare("probabilities", fused.activation(last));
    for (const Parameter& parameter : fused.parameters()->list)
        compare("gradient of " + parameter.info.name, parameter.gradient);
    return rows;
}

} // namespace alexscope
