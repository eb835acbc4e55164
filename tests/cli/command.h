// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command_line.h"
#include "core/data/dataset.h"
#include "core/random/philox.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <memory>
#include <sstream>
#include <string>
#include <vector>

/// Commands run inside the test, with small pictures drawn from a seed as their data.
namespace alexscope::cli {

/// Pictures of one colour each and a little noise: any network learns to tell these classes apart.
class ColourPictures : public Dataset {
public:
    ColourPictures(int side, std::size_t count, std::uint32_t split) : m_side(side), m_count(count), m_split(split) {}
    std::size_t size() const override { return m_count; }
    int label(std::size_t i) const override { return static_cast<int>(i % 3); }
    std::string name(std::size_t i) const override { return "colour " + std::to_string(i); }
    ImageView image(std::size_t i, Image& scratch) const override
    {
        scratch = Image(m_side, m_side);
        PhiloxSequence random(5, Stream::Analysis, m_split, i * 100000);
        for (std::size_t p = 0; p < scratch.rgb.size(); ++p)
            scratch.rgb[p] = static_cast<std::uint8_t>((p % 3 == i % 3 ? 160 : 60) + random.below(40));
        return scratch;
    }

private:
    int m_side;
    std::size_t m_count;
    std::uint32_t m_split;
};

/// Some of whose files turned out to be damaged.
class DamagedColours final : public ColourPictures {
public:
    using ColourPictures::ColourPictures;
    std::vector<DataWarning> lateWarnings() const override { return {{"colour 7", "it is cut off"}}; }
};

inline DataSource openColours(const std::string& specification, const NetworkSpec& network)
{
    if (specification != "colours" && specification != "damaged colours")
        throw Error("there is no data \"" + specification + "\" in this test");
    const int side = static_cast<int>(network.input.h) + 4;
    DataSource data;
    data.specification = specification;
    if (specification == "colours")
        data.training = std::make_shared<ColourPictures>(side, 96, 0);
    else
        data.training = std::make_shared<DamagedColours>(side, 96, 0);
    data.validation = std::make_shared<ColourPictures>(side, 30, 1);
    data.classNames = {"red", "green", "blue"};
    data.warnings = {{"broken.jpg", "it is empty"}};
    return data;
}

/// A small network with everything in it, ten thousand times faster than alexnet.
inline const char* smallNetwork = R"([network]
name = small
input = 3x16x16
classes = 3
[preprocessing]
resize = 18
scale = 0.015625
[recipe]
batch = 8
epochs = 2
learningRate = 0.01
[conv1]
type = convolution
filters = 8
size = 5
stride = 2
weightStd = 0.1
[relu1]
type = relu
[norm1]
type = lrn
[pool1]
type = max-pooling
size = 3
[fc6]
type = linear
outputs = 16
weightStd = 0.2
[relu6]
type = relu
[drop6]
type = dropout
[fc8]
type = linear
outputs = classes
weightStd = 0.1
[prob]
type = softmax-loss
)";

struct Outcome {
    int status = -1;
    std::string out, err;

    /// The object of a command given --json. Fails the test (an empty object) when the answer is none.
    nlohmann::json json() const
    {
        const nlohmann::json object = nlohmann::json::parse(out, nullptr, false);
        if (!object.is_object() || out.find('\n') != out.size() - 1) {
            QTest::qFail(("not one JSON object on one line: " + out + err).c_str(), __FILE__, __LINE__);
            return nlohmann::json::object();
        }
        return object;
    }
};

inline Outcome command(const std::vector<std::string>& arguments, const std::atomic<bool>* interrupted = nullptr,
                       const BackendEntry& cuda = {"cuda", "there is none in this test", nullptr})
{
    std::ostringstream out, err;
    Catalogue catalogue;
    catalogue.add(cuda);
    catalogue.add(referenceEntry());
    Environment environment{
        .out = out,
        .err = err,
        .terminal = false,
        .catalogue = std::move(catalogue),
        .openData = openColours,
        .readPicture = [](const std::filesystem::path& path) -> Image {
            if (path == "green.png") {
                Image picture(40, 30);
                for (std::size_t p = 0; p < picture.rgb.size(); ++p)
                    picture.rgb[p] = p % 3 == 1 ? 180 : 70;
                return picture;
            }
            throw Error(path.string() + " cannot be read");
        },
        .packFolder =
            [](const std::filesystem::path&, const std::filesystem::path&, int,
               const std::function<bool(std::size_t, std::size_t)>& goOn) {
                goOn(2, 2);
                return Environment::Packed{2, {{"cmyk.jpg", "it is CMYK"}}};
            },
        .interrupted = interrupted,
    };
    Outcome outcome;
    outcome.status = runCommandLine(environment, arguments);
    outcome.out = out.str();
    outcome.err = err.str();
    return outcome;
}

/// Fails the test with both streams when the status is another.
#define COMPARE_STATUS(outcome, expected)                                                                              \
    QVERIFY2((outcome).status == (expected), ((outcome).out + (outcome).err).c_str())

} // namespace alexscope::cli
