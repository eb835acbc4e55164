// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network_text.h"
#include "core/random/philox.h"
#include "gui/live/initial_weights.h"
#include "gui/live/query_picture.h"
#include "gui/live/set_indexer.h"

#include <QTest>

#include <atomic>
#include <memory>

/// A run whose network and pictures are small enough to be indexed by the plain loops in a moment.
namespace indexed {

inline const char* const networkText = R"([network]
name = tiny
input = 3x12x12
classes = 4

[preprocessing]
resize = 12
mean = none
scale = 0.015625

[recipe]
batch = 8

[conv1]
type = convolution
filters = 8
size = 3
weightStd = 0.2

[relu1]
type = relu

[pool1]
type = max-pooling
size = 2
stride = 2

[fc2]
type = linear
outputs = 10
weightStd = 0.1

[relu2]
type = relu

[fc3]
type = linear
outputs = classes
weightStd = 0.1

[prob]
type = softmax-loss
)";

/// Noise around a colour that is nearly that of the class. Counts what is read of it.
class Pictures : public alexscope::Dataset {
public:
    Pictures(std::size_t size, std::uint32_t split) : m_size(size), m_split(split) {}
    std::size_t size() const override { return m_size; }
    alexscope::ImageView image(std::size_t i, alexscope::Image& scratch) const override
    {
        ++reads;
        scratch = alexscope::Image(12, 12);
        alexscope::PhiloxSequence random(11, alexscope::Stream::Analysis, m_split, i * 1000);
        const std::uint32_t tone = random.below(60) + 40u * static_cast<std::uint32_t>(label(i));
        for (auto& byte : scratch.rgb)
            byte = static_cast<std::uint8_t>(tone + random.below(60));
        return scratch;
    }
    int label(std::size_t i) const override { return static_cast<int>(i % 4); }
    std::string name(std::size_t i) const override { return "noise " + std::to_string(i); }

    mutable std::atomic<int> reads{0};

private:
    std::size_t m_size;
    std::uint32_t m_split;
};

inline std::shared_ptr<const alexscope::RunDescription> description(std::size_t validation, std::uint64_t opening = 1)
{
    using namespace alexscope;
    auto run = std::make_shared<RunDescription>();
    run->opening = opening;
    run->network = parseNetwork(networkText, "tiny.net").withClasses(4);
    run->geometry = geometryOf(run->network);
    run->spec.networkText = networkText;
    run->spec.recipe = run->network.recipe;
    run->spec.resolvedDevice = "reference";
    run->data.specification = "textures";
    run->data.training = std::make_shared<Pictures>(200, 0);
    run->data.validation = std::make_shared<Pictures>(validation, 1);
    for (int i = 0; i < 4; ++i)
        run->data.classNames.push_back("kind " + std::to_string(i));
    run->data.pictureSide = 12;
    run->augmenter =
        std::make_shared<Augmenter>(run->network.preprocessing, Augmentation(), SetStatistics(), run->network.input);
    return run;
}

inline alexscope::SessionStatus status(std::int64_t iteration, alexscope::SessionState state)
{
    alexscope::SessionStatus status;
    status.state = state;
    status.iteration = iteration;
    status.classes = 4;
    return status;
}

/// The run's initial weights, times a factor that grows with the iteration, as a session would hand them out.
inline std::shared_ptr<alexscope::WeightsCopy> weights(const alexscope::RunDescription& run, std::int64_t iteration)
{
    using namespace alexscope;
    auto copy = std::make_shared<WeightsCopy>();
    copy->opening = run.opening;
    copy->iteration = iteration;
    copy->network = run.network;
    for (const ParameterInfo& info : parametersOf(run.network)) {
        auto tensor = std::make_shared<HostTensor>(gui::initialValuesOf(run, info.name));
        for (float& value : tensor->values)
            value *= 1 + 0.01f * static_cast<float>(iteration);
        copy->parameters[info.name] = std::move(tensor);
    }
    return copy;
}

/// What stands behind both panels. The weights come as soon as they are wanted, unless held back.
struct Stage {
    alexscope::gui::LiveModel model;
    alexscope::gui::Selection selection;
    alexscope::gui::PinnedPicture pinned{model};
    alexscope::gui::QueryPicture query{pinned};
    alexscope::gui::SetIndexer indexer{model, catalogue()};
    std::shared_ptr<const alexscope::RunDescription> run;
    int asked = 0;
    bool answering = true;

    Stage()
    {
        QObject::connect(&indexer, &alexscope::gui::SetIndexer::weightsWanted, &indexer, [this] {
            ++asked;
            if (answering)
                indexer.takeWeights(weights(*model.run(), model.status().iteration));
        });
    }
    void open(std::size_t validation = 120, std::uint64_t opening = 1)
    {
        run = description(validation, opening);
        model.setStatus(status(0, alexscope::SessionState::Holding));
        model.setRun(run);
    }
    const Pictures& validation() const { return static_cast<const Pictures&>(*run->data.validation); }

private:
    static alexscope::Catalogue catalogue()
    {
        alexscope::Catalogue devices;
        devices.add(alexscope::referenceEntry());
        return devices;
    }
};

} // namespace indexed
