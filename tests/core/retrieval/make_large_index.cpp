// SPDX-License-Identifier: GPL-3.0-or-later
// make_large_index FILE PICTURES: an index of generated pictures through a generated network, 4096 numbers in fp16 and
// codes of 512 bits a picture (1,300,000: 10.7 GB), and FILE.queries with 200 others that ask. Not a test: for figures.
#include "core/error.h"
#include "core/network/network_text.h"
#include "core/random/philox.h"
#include "core/retrieval/index_builder.h"
#include "cpu/cpu_backend.h"

#include <cstdio>
#include <cstdlib>
#include <string>

using namespace alexscope;

namespace {

constexpr int classes = 1000, side = 8;
constexpr std::size_t queries = 200;
constexpr const char* networkText = R"([network]
name = wide
input = 3x8x8
[preprocessing]
mean = channel
channelMean = 127 127 127
scale = 0.01
[fc7]
type = linear
outputs = 4096
weightStd = 0.1
[relu7]
type = relu
[fc8]
type = linear
outputs = classes
weightStd = 0.01
[prob]
type = softmax-loss
)";

/// Pictures of a class are alike: three quarters of every pixel come from the class.
class GeneratedPictures final : public Dataset {
public:
    GeneratedPictures(std::size_t first, std::size_t count) : m_first(first), m_count(count) {}

    std::size_t size() const override { return m_count; }
    ImageView image(std::size_t i, Image& scratch) const override
    {
        scratch = Image(side, side);
        PhiloxSequence ofClass(1, Stream::Analysis, 10, static_cast<std::uint64_t>(label(i)) * 100);
        PhiloxSequence own(1, Stream::Analysis, 11, (m_first + i) * 100);
        for (std::uint8_t& value : scratch.rgb)
            value = static_cast<std::uint8_t>((3 * (ofClass.word() >> 24) + (own.word() >> 24)) / 4);
        return scratch;
    }
    int label(std::size_t i) const override { return static_cast<int>((m_first + i) % classes); }
    std::string name(std::size_t i) const override { return concat("generated ", m_first + i); }

private:
    std::size_t m_first, m_count;
};

void index(const std::string& file, const FrozenNetwork& frozen, Backend& backend, std::shared_ptr<Dataset> set)
{
    IndexRequest request;
    request.pass.pictures = allPictures(*set);
    request.pass.set = std::move(set);
    request.pass.layers = {"fc7"};
    request.pass.batch = 256;
    request.pass.readers = 2;
    request.half = true;
    request.pixelSide = 0;
    request.description.data = "generated";
    request.description.split = "training";
    for (int i = 0; i < classes; ++i)
        request.description.classNames.push_back(concat("class ", i));
    buildIndex(file, backend, frozen, std::move(request));
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3) {
        std::fprintf(stderr, "make_large_index FILE PICTURES\n");
        return 2;
    }
    try {
        const std::string file = argv[1];
        const auto pictures = static_cast<std::size_t>(std::strtoull(argv[2], nullptr, 10));
        const auto backend = cpu::catalogueEntry().make();
        Network network(parseNetwork(networkText, "wide").withClasses(classes), *backend,
                        {1, Precision::Fp32, false, true});
        network.initialise(1);
        const FrozenNetwork frozen = freeze(network, {}, 0);
        index(file + ".queries", frozen, *backend, std::make_shared<GeneratedPictures>(pictures, queries));
        index(file, frozen, *backend, std::make_shared<GeneratedPictures>(0, pictures));
    } catch (const Error& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
