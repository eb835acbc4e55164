// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/cifar10.h"

#include "core/error.h"
#include "datasets/bounded_file.h"

#include <array>
#include <fstream>

namespace alexscope::datasets {

namespace {

constexpr std::size_t side = 32, area = side * side, recordBytes = 1 + 3 * area, recordsPerFile = 10000;
constexpr std::size_t longestName = 100;
constexpr int classes = 10;

struct CifarFile {
    std::string name; ///< without .bin
    std::vector<std::uint8_t> bytes;
};

CifarFile readBatch(const std::filesystem::path& folder, const std::string& name)
{
    const std::filesystem::path path = folder / (name + ".bin");
    std::error_code hidden; // said when it is opened
    if (!std::filesystem::exists(path, hidden) && !hidden)
        throw Error(concat(folder.string(), " has no file ", name,
                           ".bin; give the folder that cifar-10-binary.tar.gz was unpacked to."));
    BoundedFile file(path);
    constexpr std::uint64_t expected = recordBytes * recordsPerFile;
    if (file.size() != expected)
        throw Error(concat(file.path().string(), " has ", file.size(), " bytes, but a CIFAR-10 file has exactly ",
                           expected, "; unpack cifar-10-binary.tar.gz again."));
    CifarFile batch{name, file.readAll(expected)};
    for (std::size_t i = 0; i < recordsPerFile; ++i)
        if (batch.bytes[i * recordBytes] >= classes)
            throw Error(concat(file.path().string(), ": record ", i, " has the label ",
                               int(batch.bytes[i * recordBytes]),
                               ", but CIFAR-10 has the classes 0 to 9; is this the CIFAR-10 binary version?"));
    return batch;
}

class Cifar10 : public Dataset {
public:
    explicit Cifar10(std::vector<CifarFile> files) : m_files(std::move(files)) {}

    std::size_t size() const override { return m_files.size() * recordsPerFile; }
    ImageView image(std::size_t i, Image& scratch) const override
    {
        const std::uint8_t* red = record(i) + 1;
        scratch.width = scratch.height = side;
        scratch.rgb.resize(3 * area);
        for (std::size_t k = 0; k < area; ++k) {
            scratch.rgb[3 * k] = red[k];
            scratch.rgb[3 * k + 1] = red[area + k];
            scratch.rgb[3 * k + 2] = red[2 * area + k];
        }
        return scratch;
    }
    int label(std::size_t i) const override { return *record(i); }
    std::string name(std::size_t i) const override
    {
        return concat(m_files.at(i / recordsPerFile).name, " ", i % recordsPerFile);
    }

private:
    const std::uint8_t* record(std::size_t i) const
    {
        return m_files.at(i / recordsPerFile).bytes.data() + i % recordsPerFile * recordBytes;
    }

    std::vector<CifarFile> m_files;
};

std::vector<std::string> readNames(const std::filesystem::path& file, std::vector<DataWarning>& warnings)
{
    std::ifstream stream(file);
    std::vector<std::string> names;
    for (std::array<char, longestName + 2> line{};
         names.size() < classes + 1 && stream.getline(line.data(), line.size());) {
        std::string name(line.data());
        if (!name.empty() && name.back() == '\r')
            name.pop_back();
        if (!name.empty())
            names.push_back(std::move(name));
    }
    if (names.size() == classes)
        return names;
    warnings.push_back({file.string(), "does not hold ten class names; the usual ones are used", false});
    return {"airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"};
}

} // namespace

DataSource openCifar10(const std::filesystem::path& folder)
{
    std::vector<CifarFile> training, test;
    for (const char* name : {"data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4", "data_batch_5"})
        training.push_back(readBatch(folder, name));
    test.push_back(readBatch(folder, "test_batch"));
    DataSource source;
    source.training = std::make_shared<Cifar10>(std::move(training));
    source.validation = std::make_shared<Cifar10>(std::move(test));
    source.classNames = readNames(folder / "batches.meta.txt", source.warnings);
    source.pictureSide = side;
    return source;
}

} // namespace alexscope::datasets
