// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network_text.h"
#include "core/random/philox.h"
#include "core/session/session.h"

#include <memory>
#include <string>

/// A run small enough to be made by hand or trained by the plain loops in no time.
namespace sample {

inline const char* const networkText = R"([network]
name = tiny
input = 3x12x12
classes = 10

[preprocessing]
resize = 12
scale = 0.015625

[recipe]
batch = 8
epochs = 1000
learningRate = 0.01
validateEvery = 0.5
randomCrop = no

[conv1]
type = convolution
filters = 32
size = 5
stride = 2
weightStd = 0.05

[relu1]
type = relu

[conv2]
type = convolution
filters = 8
size = 2
groups = 2
weightStd = 0.1

[fc3]
type = linear
outputs = classes
weightStd = 0.1

[prob]
type = softmax-loss
)";

/// Coloured noise; the label is in the brightness.
class Pictures : public alexscope::Dataset {
public:
    explicit Pictures(std::size_t size) : m_size(size) {}
    std::size_t size() const override { return m_size; }
    alexscope::ImageView image(std::size_t i, alexscope::Image& scratch) const override
    {
        scratch = alexscope::Image(12, 12);
        alexscope::PhiloxSequence random(7, alexscope::Stream::Analysis, static_cast<std::uint32_t>(i));
        for (auto& byte : scratch.rgb)
            byte = static_cast<std::uint8_t>(random.below(32) + 20u * static_cast<unsigned>(label(i)));
        return scratch;
    }
    int label(std::size_t i) const override { return static_cast<int>(i % 10); }
    std::string name(std::size_t i) const override { return "noise " + std::to_string(i); }

private:
    std::size_t m_size;
};

inline alexscope::DataSource data()
{
    alexscope::DataSource source;
    source.specification = "textures";
    source.training = std::make_shared<Pictures>(64);
    source.validation = std::make_shared<Pictures>(20);
    for (int i = 0; i < 10; ++i)
        source.classNames.push_back("kind " + std::to_string(i));
    source.pictureSide = 12;
    return source;
}

inline std::shared_ptr<const alexscope::RunDescription> description()
{
    auto run = std::make_shared<alexscope::RunDescription>();
    run->network = alexscope::parseNetwork(networkText, "tiny.net").withClasses(10);
    run->geometry = alexscope::geometryOf(run->network);
    run->spec.networkText = networkText;
    run->spec.recipe = run->network.recipe;
    run->data = data();
    return run;
}

inline alexscope::SessionStatus holding(std::int64_t iteration)
{
    alexscope::SessionStatus status;
    status.state = alexscope::SessionState::Holding;
    status.device = "reference";
    status.precision = "fp32";
    status.iteration = iteration;
    status.epoch = static_cast<double>(iteration) / 8;
    status.learningRate = 0.01;
    status.classes = 10;
    status.trainingPictures = 64;
    status.validationPictures = 20;
    return status;
}

inline std::shared_ptr<alexscope::HostTensor> weights(float scale)
{
    auto tensor = std::make_shared<alexscope::HostTensor>(alexscope::Shape{32, 3, 5, 5});
    for (std::size_t i = 0; i < tensor->values.size(); ++i)
        tensor->values[i] = scale * (static_cast<float>(i % 17) - 8.0f) / 8.0f;
    return tensor;
}

inline std::shared_ptr<alexscope::Snapshot> snapshot(std::uint64_t serial, std::int64_t iteration, float scale)
{
    auto snapshot = std::make_shared<alexscope::Snapshot>();
    snapshot->serial = serial;
    snapshot->iteration = iteration;
    snapshot->holding = true;
    snapshot->parameters["conv1.weight"] = {weights(scale), alexscope::TensorMode::Parameter};
    return snapshot;
}

inline alexscope::MetricsRow row(std::int64_t iteration, float loss, float error,
                                 float validation = alexscope::notMeasured)
{
    alexscope::MetricsRow row;
    row.iteration = iteration;
    row.epoch = static_cast<float>(iteration) / 8;
    row.loss = loss;
    row.top1Error = error;
    row.validationTop1 = validation;
    row.validationTop5 = validation / 2;
    row.learningRate = 0.01f;
    return row;
}

} // namespace sample
