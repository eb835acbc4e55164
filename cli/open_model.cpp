// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/open_model.h"

#include "core/formats/import.h"

#include <algorithm>

namespace alexscope::cli {

void addDeviceOptions(Command command, std::string& device, std::string& precision)
{
    command.option("--device", device, "What computes").oneOf({"auto", "cpu", "cuda", "reference"}).showDefault();
    command.option("--precision", precision, "Of the activations").oneOf({"auto", "fp32", "bf16"}).showDefault();
}

void addModelOptions(Command command, ModelOptions& options)
{
    command
        .option("--weights", options.weights,
                "Weights: .safetensors, PyTorch's .pth, .caffemodel, ONNX, or the folder of a run")
        .required();
    command.option("--network", options.network, "Instead of the network in the file");
    addDeviceOptions(command, options.device, options.precision);
}

Model openModel(const Environment& environment, const ModelOptions& options, const std::vector<std::string>& upTo)
{
    WeightsFile weights = options.known ? openAnyWeights(options.weights, options.known)
                                        : openAnyWeights(options.weights, options.network);
    int last = -1;
    for (const std::string& layer : upTo)
        last = std::max(last, weights.network.indexOf(layer));
    requireLayers(weights, last >= 0 ? last : static_cast<int>(weights.network.layers.size()) - 1);
    std::unique_ptr<Backend> backend = environment.catalogue.make(options.device);
    const Precision precision = resolvePrecision(*backend, options.precision, weights.network);
    return {std::move(backend), std::move(weights), precision};
}

std::unique_ptr<Network> Model::makeNetwork(std::int64_t batch, bool training, bool fuse) const
{
    auto network =
        std::make_unique<Network>(weights.network, *backend, NetworkOptions{batch, precision, training, fuse});
    loadInto(weights, *network);
    return network;
}

Augmentation withoutChance()
{
    Augmentation augmentation;
    augmentation.randomCrop = false;
    augmentation.reflect = false;
    return augmentation;
}

Augmenter Model::augmenter() const
{
    const Preprocessing& preprocessing = weights.network.preprocessing;
    const bool needsData = preprocessing.mean == MeanKind::Picture ||
                           (preprocessing.mean == MeanKind::Channel && preprocessing.meanFromData);
    if (needsData && weights.statistics.picturesUsed == 0)
        throw Error(concat(weights.file.path().string(),
                           ": the network subtracts the mean of its training set, but the file does not hold it; "
                           "give a --network whose text has channelMean"));
    return Augmenter(preprocessing, withoutChance(), weights.statistics, weights.network.input);
}

std::string Model::className(std::size_t i) const
{
    return i < weights.classNames.size() ? weights.classNames[i] : concat("class ", i);
}

std::vector<std::vector<float>> classify(Network& network, std::span<const float> input)
{
    const auto perPicture = static_cast<std::size_t>(network.spec().input.perPicture());
    const auto batch = static_cast<std::size_t>(network.options().batch);
    const auto classes = static_cast<std::size_t>(network.spec().outputClasses());
    const int last = static_cast<int>(network.spec().layers.size()) - 1;
    std::vector<std::vector<float>> probabilities;
    for (std::size_t begin = 0; begin < input.size(); begin += batch * perPicture) {
        const std::span<const float> part = input.subspan(begin, std::min(batch * perPicture, input.size() - begin));
        network.setInput(part);
        network.setLabels({});
        network.forward({Phase::Test, 0, 0});
        const HostTensor output = network.download(network.activation(last));
        for (std::size_t i = 0; i < part.size() / perPicture; ++i) {
            const float* from = output.values.data() + i * classes;
            probabilities.emplace_back(from, from + classes);
        }
    }
    return probabilities;
}

} // namespace alexscope::cli
