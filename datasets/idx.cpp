// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/idx.h"

#include "core/error.h"
#include "datasets/bounded_file.h"

#include <algorithm>
#include <array>

namespace alexscope::datasets {

namespace {

constexpr std::uint64_t largestIdxFile = 8ull << 30;
constexpr std::uint32_t largestSide = 4096;

class IdxSet : public Dataset {
public:
    IdxSet() = default;
    IdxSet(std::string title, int width, int height, std::vector<std::uint8_t> pixels, std::vector<std::uint8_t> labels)
        : m_title(std::move(title)), m_width(width), m_height(height), m_pixels(std::move(pixels)),
          m_labels(std::move(labels))
    {
    }

    int width() const { return m_width; }
    int height() const { return m_height; }
    int largestLabel() const { return m_labels.empty() ? 0 : *std::max_element(m_labels.begin(), m_labels.end()); }

    std::size_t size() const override { return m_labels.size(); }
    ImageView image(std::size_t i, Image& scratch) const override
    {
        const std::size_t area = static_cast<std::size_t>(m_width) * static_cast<std::size_t>(m_height);
        if (i >= size())
            throw Error(concat(m_title, " has no picture ", i, "."));
        scratch.width = m_width;
        scratch.height = m_height;
        scratch.rgb.resize(3 * area);
        const std::uint8_t* grey = m_pixels.data() + i * area;
        for (std::size_t k = 0; k < area; ++k)
            scratch.rgb[3 * k] = scratch.rgb[3 * k + 1] = scratch.rgb[3 * k + 2] = grey[k];
        return scratch;
    }
    int label(std::size_t i) const override { return m_labels.at(i); }
    std::string name(std::size_t i) const override { return concat(m_title, " ", i); }

private:
    std::string m_title;
    int m_width = 0, m_height = 0;
    std::vector<std::uint8_t> m_pixels, m_labels;
};

/// The file under either of its usual names; empty when there is none.
std::filesystem::path find(const std::filesystem::path& folder, const std::string& stem, const std::string& kind)
{
    std::error_code error;
    for (const char* separator : {"-", "."})
        if (const auto file = folder / (stem + separator + kind); std::filesystem::exists(file, error))
            return file;
    return {};
}

std::filesystem::path require(const std::filesystem::path& folder, const std::string& stem, const std::string& kind)
{
    const auto file = find(folder, stem, kind);
    if (!file.empty())
        return file;
    std::error_code error;
    const auto packed = folder / (stem + "-" + kind + ".gz");
    if (std::filesystem::exists(packed, error))
        throw Error(concat(packed.string(), " is still packed; unpack it with gunzip."));
    throw Error(concat(folder.string(), " has no file ", stem, "-", kind,
                       "; give the folder that holds the four files of such a set."));
}

/// The dimensions an IDX file of bytes announces, checked against its size.
template <std::size_t Count>
std::array<std::uint32_t, Count> readHeader(BoundedFile& file)
{
    std::array<std::uint8_t, 4 + 4 * Count> header;
    if (!file.readAt(0, header) || bigEndian32(header.data()) != 0x0800 + Count)
        throw Error(concat(file.path().string(), " is not an IDX file of bytes in ", Count, " dimensions."));
    std::array<std::uint32_t, Count> sizes;
    std::uint64_t bytes = 1;
    for (std::size_t i = 0; i < Count; ++i) {
        sizes[i] = bigEndian32(header.data() + 4 + 4 * i);
        if (i > 0 && (sizes[i] < 1 || sizes[i] > largestSide))
            throw Error(concat(file.path().string(), " announces pictures with a side of ", sizes[i], "; 1 to ",
                               largestSide, " is possible."));
        bytes *= sizes[i]; // 2^32 · 4096² fits
    }
    if (file.size() != header.size() + bytes)
        throw Error(concat(file.path().string(), " has ", file.size(), " bytes, but its header announces ",
                           header.size() + bytes, "; fetch it again."));
    return sizes;
}

std::vector<std::uint8_t> readBody(BoundedFile& file, std::size_t header)
{
    std::vector<std::uint8_t> bytes = file.readAll(largestIdxFile);
    bytes.erase(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(header));
    return bytes;
}

std::shared_ptr<const IdxSet> readSet(const std::filesystem::path& folder, const std::string& stem)
{
    BoundedFile images(require(folder, stem + "-images", "idx3-ubyte")),
        labels(require(folder, stem + "-labels", "idx1-ubyte"));
    const auto size = readHeader<3>(images);
    const auto count = readHeader<1>(labels);
    if (size[0] != count[0])
        throw Error(concat(images.path().string(), " has ", size[0], " pictures, but ", labels.path().string(), " has ",
                           count[0], " labels."));
    return std::make_shared<IdxSet>(stem, static_cast<int>(size[2]), static_cast<int>(size[1]), readBody(images, 16),
                                    readBody(labels, 8));
}

} // namespace

DataSource openIdx(const std::filesystem::path& folder)
{
    const auto training = readSet(folder, "train");
    auto validation = std::make_shared<const IdxSet>();
    DataSource source;
    if (find(folder, "t10k-images", "idx3-ubyte").empty() && find(folder, "t10k-labels", "idx1-ubyte").empty())
        source.warnings.push_back({folder.string(), "has no t10k files, so there is no validation", false});
    else
        validation = readSet(folder, "t10k");
    if (training->size() == 0)
        throw Error(concat(folder.string(), " holds no training pictures."));
    for (int i = 0; i <= std::max(training->largestLabel(), validation->largestLabel()); ++i)
        source.classNames.push_back(std::to_string(i));
    const bool sameSize = validation->size() == 0 ||
                          (validation->width() == training->width() && validation->height() == training->height());
    source.pictureSide = sameSize && training->width() == training->height() ? training->width() : 0;
    source.training = training;
    source.validation = validation;
    return source;
}

} // namespace alexscope::datasets
