// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/bench_retrieval.h"
#include "cli/bench_timing.h"
#include "cli/commands.h"
#include "cli/open_model.h"
#include "core/network/network_text.h"

namespace alexscope::cli {

namespace {

struct BenchCommandOptions {
    std::string device = "auto", precision = "auto", network = "alexnet";
    int batch = 0;
    double seconds = 5;
    bool retrieval = false;
    RetrievalBenchOptions sizes;
};

std::string joined(const std::vector<std::string>& parts)
{
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : ", ") + part;
    return text;
}

double gflops(std::int64_t multiplyAdds, std::int64_t batch, double ms)
{
    return ms > 0 ? 2e-6 * static_cast<double>(multiplyAdds) * static_cast<double>(batch) / ms : 0;
}

std::string rate(double gflopsPerSecond)
{
    return gflopsPerSecond > 0 ? significant(gflopsPerSecond) : "";
}

/// One line a kernel. A backward pass counts twice the multiply-adds, the first layer's only once: nobody asks for the
/// gradient of the picture.
void addKernels(const std::vector<KernelTime>& kernels, std::int64_t batch, Answer& answer)
{
    Table table({{"layers"}, {"forward ms"}, {"GFLOP/s"}, {"backward ms"}, {"GFLOP/s"}, {"implementation", true}});
    double forward = 0, backward = 0;
    for (const KernelTime& k : kernels) {
        const double forwardRate = gflops(k.multiplyAdds, batch, k.forwardMs);
        const double backwardRate = gflops((k.first ? 1 : 2) * k.multiplyAdds, batch, k.backwardMs);
        table.add({k.layers, significant(k.forwardMs), rate(forwardRate), significant(k.backwardMs), rate(backwardRate),
                   joined(k.implementations)});
        answer.json["kernels"].push_back({{"layers", k.layers},
                                          {"forwardMs", k.forwardMs},
                                          {"forwardGflops", forwardRate},
                                          {"backwardMs", k.backwardMs},
                                          {"backwardGflops", backwardRate},
                                          {"implementations", k.implementations}});
        forward += k.forwardMs;
        backward += k.backwardMs;
    }
    table.add({"sum", significant(forward), "", significant(backward), "", ""});
    answer.text += table.text();
}

double secondsOf(const Floor& floor)
{
    double ms = 0;
    for (const FloorRow& row : floor.rows)
        ms += row.forwardMs + row.backwardDataMs + row.backwardWeightsMs;
    return ms / 1000;
}

void addLimit(const Floor& floor, const NetworkSpec& network, std::int64_t batch, double stepSeconds, Answer& answer)
{
    const double seconds = secondsOf(floor);
    if (seconds <= 0) {
        answer.json["limit"] = nullptr;
        answer.text += "limit: this device has no bare primitives to measure\n";
        return;
    }
    const std::int64_t forwardAdds = totalsOf(geometryOf(network)).multiplyAdds;
    std::int64_t first = 0;
    for (const LayerGeometry& g : geometryOf(network))
        if (first == 0)
            first = g.multiplyAdds;
    const double reached = gflops(3 * forwardAdds - first, batch, seconds * 1000);
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (const FloorRow& row : floor.rows)
        rows.push_back({{"layer", row.layer},
                        {"implementation", row.implementation},
                        {"forwardMs", row.forwardMs},
                        {"backwardDataMs", row.backwardDataMs},
                        {"backwardWeightsMs", row.backwardWeightsMs}});
    answer.json["limit"] = {{"seconds", seconds},
                            {"picturesPerSecond", static_cast<double>(batch) / seconds},
                            {"ratio", seconds / stepSeconds},
                            {"gflops", reached},
                            {"peakGflops", floor.peakGflops},
                            {"rows", rows}};
    answer.text += concat("limit           ", significant(static_cast<double>(batch) / seconds),
                          " pictures/s: the bare primitives of convolutions and linear layers alone, ",
                          significant(seconds * 1000), " ms\n                ", significant(reached), " GFLOP/s",
                          floor.peakGflops > 0 ? concat(", ", percent(reached / floor.peakGflops),
                                                        " of a large matrix product's ", significant(floor.peakGflops))
                                               : "",
                          "\nwhole step      ", percent(seconds / stepSeconds), " of the limit\n");
}

Answer runBench(Environment& environment, const BenchCommandOptions& options)
{
    const std::unique_ptr<Backend> backend = environment.catalogue.make(options.device);
    NetworkSpec network = loadNetwork(options.network);
    network = network.withClasses(network.outputClasses());
    const Precision precision = resolvePrecision(*backend, options.precision, network);
    const std::int64_t batch = options.batch > 0 ? options.batch : network.recipe.batch;
    const BenchOptions bench{network, batch, precision, options.seconds, [&] { return environment.isInterrupted(); }};
    if (options.retrieval)
        return benchRetrieval(*backend, bench, options.sizes);

    const double single = secondsForInference(*backend, bench, 1);
    const double forward = secondsForInference(*backend, bench, batch);
    const std::vector<KernelTime> kernels = timeKernels(*backend, bench);
    const double both = secondsForForwardBackward(*backend, bench);
    const double training = secondsForTrainingStep(*backend, bench);
    const StepTime step = timeWholeStep(*backend, bench);
    const Floor floor = backend->measureFloor(network, batch, precision);

    const BackendInfo info = backend->info();
    const auto perSecond = [batch](double seconds) { return static_cast<double>(batch) / seconds; };
    Answer answer;
    answer.json = {{"network", network.name},
                   {"device", info.name},
                   {"processor", info.device},
                   {"libraries", info.libraries},
                   {"instructions", info.instructions},
                   {"threads", info.threads},
                   {"precision", toText(precision)},
                   {"batch", batch},
                   {"forward", perSecond(forward)},
                   {"forwardBackward", perSecond(both)},
                   {"trainingStep", perSecond(training)},
                   {"wholeStep", perSecond(step.seconds)},
                   {"wholeStepSeconds", step.seconds},
                   {"waitedForData", step.waitedShare},
                   {"singlePictureMs", single * 1000}};
    std::vector<std::string> means{info.libraries, info.instructions,
                                   concat(info.threads, info.threads == 1 ? " thread" : " threads")};
    std::erase(means, "");
    answer.text = concat(network.name, ", batch ", batch, ", ", toText(precision), " on ", info.device, " (",
                         joined(means), ")\n\n");
    addKernels(kernels, batch, answer);
    answer.text +=
        concat("\none picture     ", significant(single * 1000), " ms\nforward         ",
               significant(perSecond(forward)), " pictures/s\nforward+back    ", significant(perSecond(both)),
               " pictures/s\n+update         ", significant(perSecond(training)), " pictures/s\nwhole step      ",
               significant(perSecond(step.seconds)), " pictures/s, with data (", percent(step.waitedShare),
               " of the time waited for it) and update, ", significant(step.seconds * 1000), " ms\n");
    addLimit(floor, network, batch, step.seconds, answer);
    return answer;
}

} // namespace

void addBench(Registrar registrar)
{
    auto options = std::make_shared<BenchCommandOptions>();
    Command command =
        registrar.add("bench", "How fast training is, layer by layer, and how fast it could be", options, runBench);
    addDeviceOptions(command, options->device, options->precision);
    command.option("--network", options->network, "A built-in network or a .net file").showDefault();
    command.option("--batch", options->batch, "Pictures a step; the network's own by default").between(1, 65536);
    const Argument retrieval =
        command.flag("--retrieval", options->retrieval, "Instead: how fast neighbours are found and a set is indexed");
    command.option("--vectors", options->sizes.vectors, "With --retrieval: how many are searched")
        .between(100, 2'000'000)
        .showDefault()
        .needs(retrieval);
    command.option("--dimension", options->sizes.dimension, "With --retrieval: numbers a vector")
        .between(1, 65536)
        .showDefault()
        .needs(retrieval);
    command.option("--pictures", options->sizes.pictures, "With --retrieval: how many are indexed")
        .between(1, 1'000'000)
        .showDefault()
        .needs(retrieval);
    command.option("--seconds", options->seconds, "Time for each measurement").finite(0.01, 600).showDefault();
}

} // namespace alexscope::cli
