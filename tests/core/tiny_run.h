// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/data/set_statistics.h"
#include "core/network/network_text.h"
#include "core/random/philox.h"
#include "core/training/trainer.h"

#include <memory>
#include <string>

/// A run so small that the plain loops finish an iteration in a millisecond, with a layer of every kind that trains.
namespace alexscope::tiny {

/// Three classes of 10×10 pictures: one colour each, under noise. Drawn from the number of the picture alone.
class Pictures : public Dataset {
public:
    Pictures(std::size_t count, std::uint32_t split) : m_count(count), m_split(split) {}

    std::size_t size() const override { return m_count; }
    int label(std::size_t i) const override { return static_cast<int>(i % 3); }
    std::string name(std::size_t i) const override { return "tiny " + std::to_string(i); }
    ImageView image(std::size_t i, Image& scratch) const override
    {
        scratch = Image(10, 10);
        PhiloxSequence random(7, Stream::Analysis, m_split, i * 1000);
        for (std::size_t p = 0; p < scratch.rgb.size(); ++p) {
            const bool own = p % 3 == i % 3;
            scratch.rgb[p] = static_cast<std::uint8_t>(random.below(180) + (own ? 70 : 0));
        }
        return scratch;
    }

private:
    std::size_t m_count;
    std::uint32_t m_split;
};

inline DataSource data()
{
    DataSource source;
    source.specification = "tiny";
    source.training = std::make_shared<Pictures>(50, 0);
    source.validation = std::make_shared<Pictures>(20, 1);
    source.classNames = {"red", "green", "blue"};
    source.pictureSide = 10;
    return source;
}

inline const std::string networkText = R"(
[network]
name = tiny
input = 3x8x8
[preprocessing]
resize = 10
mean = picture
scale = 0.01
[recipe]
batch = 8
epochs = 5
learningRate = 0.05
colourSigma = 0.1
schedule = plateau
patience = 1
divisor = 2
validateEvery = 0.5
[conv1]
type = convolution
filters = 4
size = 3
groups = 1
weightStd = 0.3
bias = 0.1
[relu1]
type = relu
[norm1]
type = lrn
[pool1]
type = max-pooling
size = 3
stride = 2
rounding = ceil
[drop1]
type = dropout
p = 0.25
[fc2]
type = linear
outputs = classes
weightStd = 0.1
[prob]
type = softmax-loss
)";

inline TrainerOptions trainerOptions()
{
    TrainerOptions options;
    const NetworkSpec network = parseNetwork(networkText, "tiny");
    options.data = data();
    options.network = network.withClasses(static_cast<int>(options.data.classNames.size()));
    options.recipe = network.recipe;
    options.statistics =
        statisticsOfSet(*options.data.training, network.preprocessing, static_cast<int>(network.input.h));
    return options;
}

} // namespace alexscope::tiny
