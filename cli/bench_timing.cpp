// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/bench_timing.h"

#include "cli/noise_pictures.h"
#include "cli/stopwatch.h"
#include "core/error.h"
#include "core/random/philox.h"
#include "core/training/solver.h"
#include "core/training/trainer.h"

#include <algorithm>

namespace alexscope::cli {

namespace {

/// Calls `once` again and again for `options.seconds`.
template <typename Once>
void repeat(const BenchOptions& options, Once once)
{
    constexpr int warmUp = 2, least = 3;
    Clock::time_point begin = Clock::now();
    for (int i = 0; i < warmUp + least || secondsSince(begin) < options.seconds; ++i) {
        if (options.interrupted && options.interrupted())
            throw Error("interrupted; nothing is measured");
        if (i == warmUp)
            begin = Clock::now();
        once(i >= warmUp);
    }
}

void feed(Network& network)
{
    const Shape shape = network.input().shape();
    PhiloxSequence random(1, Stream::Analysis, 1);
    std::vector<float> input(static_cast<std::size_t>(shape.count()));
    for (float& value : input)
        value = static_cast<float>(random.uniform(-1, 1));
    std::vector<std::int32_t> labels(static_cast<std::size_t>(shape.n));
    for (std::int32_t& label : labels)
        label = static_cast<std::int32_t>(random.below(static_cast<std::uint32_t>(network.spec().outputClasses())));
    network.initialise(1);
    network.setInput(input);
    network.setLabels(labels);
}

KernelTime named(const Network& network, int kernel)
{
    KernelTime time;
    const int first = network.firstLayer(kernel), count = network.kernel(kernel).layerCount();
    for (int i = first; i < first + count; ++i) {
        const auto layer = static_cast<std::size_t>(i);
        time.layers += (time.layers.empty() ? "" : "+") + network.spec().layers[layer].name;
        time.multiplyAdds += network.geometry()[layer].multiplyAdds;
    }
    time.implementations = network.kernel(kernel).implementations();
    time.first = kernel == 0;
    return time;
}

TrainerOptions trainerOptions(const BenchOptions& options)
{
    TrainerOptions trainer;
    trainer.network = options.network;
    trainer.recipe = options.network.recipe;
    trainer.recipe.batch = static_cast<int>(options.batch);
    trainer.recipe.validateEvery = 0;
    trainer.recipe.iterations = 1'000'000'000;
    trainer.precision = options.precision;
    const int resize = options.network.preprocessing.resize, side = static_cast<int>(options.network.input.h);
    trainer.data.specification = "noise";
    trainer.data.training =
        std::make_shared<NoisePictures>(resize > 0 ? resize : side, 256, options.network.outputClasses());
    trainer.data.validation = trainer.data.training;
    trainer.statistics = statisticsOfSet(*trainer.data.training, options.network.preprocessing, side, 32);
    return trainer;
}

} // namespace

std::vector<KernelTime> timeKernels(Backend& backend, const BenchOptions& options)
{
    Network network(options.network, backend, {options.batch, options.precision, true, true});
    feed(network);
    const auto count = static_cast<std::size_t>(network.kernelCount());
    std::vector<std::vector<double>> forward(count), backward(count);
    const StepContext context{Phase::Training, 1, 0};
    const auto timed = [&](auto work, std::vector<double>& times, bool counts) {
        const Clock::time_point begin = Clock::now();
        work();
        backend.synchronise();
        if (counts)
            times.push_back(secondsSince(begin) * 1000);
    };
    repeat(options, [&](bool counts) {
        for (int i = 0; i < network.kernelCount(); ++i)
            timed([&] { network.forward(i, context); }, forward[static_cast<std::size_t>(i)], counts);
        for (int i = network.kernelCount() - 1; i >= 0; --i)
            timed([&] { network.backward(i, context); }, backward[static_cast<std::size_t>(i)], counts);
    });
    std::vector<KernelTime> times;
    for (int i = 0; i < network.kernelCount(); ++i) {
        times.push_back(named(network, i));
        times.back().forwardMs = median(forward[static_cast<std::size_t>(i)]);
        times.back().backwardMs = median(backward[static_cast<std::size_t>(i)]);
    }
    return times;
}

double secondsForInference(Backend& backend, const BenchOptions& options, std::int64_t batch)
{
    Network network(options.network, backend, {batch, options.precision, false, true});
    feed(network);
    std::vector<double> times;
    repeat(options, [&](bool counts) {
        const Clock::time_point begin = Clock::now();
        network.forward({Phase::Test, 1, 0});
        backend.synchronise();
        if (counts)
            times.push_back(secondsSince(begin));
    });
    return median(times);
}

double secondsForForwardBackward(Backend& backend, const BenchOptions& options)
{
    Network network(options.network, backend, {options.batch, options.precision, true, true});
    feed(network);
    std::vector<double> times;
    repeat(options, [&](bool counts) {
        const Clock::time_point begin = Clock::now();
        network.forward({Phase::Training, 1, 0});
        network.backward({Phase::Training, 1, 0});
        backend.synchronise();
        if (counts)
            times.push_back(secondsSince(begin));
    });
    return median(times);
}

double secondsForTrainingStep(Backend& backend, const BenchOptions& options)
{
    Network network(options.network, backend, {options.batch, options.precision, true, true});
    feed(network);
    const Solver solver(options.network.recipe);
    std::uint32_t iteration = 0;
    const auto secondsOf = [&](int steps) {
        const Clock::time_point begin = Clock::now();
        for (int i = 0; i < steps; ++i) {
            const StepContext context{Phase::Training, 1, iteration};
            if (iteration++ > 0 && solver.recordStep(network, context)) {
                solver.step(network, context);
                continue;
            }
            network.forward(context);
            network.backward(context);
            solver.update(network);
        }
        backend.synchronise();
        return secondsSince(begin) / steps;
    };
    secondsOf(1); // the first prepares
    // Short steps several at a time, so that the host asks ahead as it does while training.
    const int together = std::clamp(static_cast<int>(0.1 / secondsOf(1)), 1, 10);
    std::vector<double> times;
    repeat(options, [&](bool counts) {
        const double seconds = secondsOf(together);
        if (counts)
            times.push_back(seconds);
    });
    return median(times);
}

StepTime timeWholeStep(Backend& backend, const BenchOptions& options)
{
    Trainer trainer(trainerOptions(options), backend);
    std::vector<double> times;
    double waitedBefore = 0, total = 0;
    repeat(options, [&](bool counts) {
        if (counts && times.empty())
            waitedBefore = trainer.secondsWaitedForData();
        const Clock::time_point begin = Clock::now();
        while (!trainer.advance()) {
        }
        backend.synchronise();
        if (counts) {
            times.push_back(secondsSince(begin));
            total += times.back();
        }
    });
    return {median(times), (trainer.secondsWaitedForData() - waitedBefore) / total};
}

} // namespace alexscope::cli
