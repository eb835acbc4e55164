// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retrieval/index_builder.h"

#include "core/backend/catalogue.h"
#include "core/error.h"
#include "core/network/network_text.h"
#include "core/retrieval/index_layout.h"
#include "core/retrieval/pace.h"
#include "core/retrieval/pixel_vectors.h"
#include "core/storage/atomic_file.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace alexscope {

namespace {

constexpr std::uint64_t codeSeed = 2012;

template <typename T>
std::span<const std::uint8_t> asBytes(std::span<const T> values)
{
    return {reinterpret_cast<const std::uint8_t*>(values.data()), values.size_bytes()};
}

std::vector<std::string> layersOf(const IndexRequest& request)
{
    std::vector<std::string> layers = request.pass.layers;
    if (layers.size() != 1)
        throw Error(concat("One layer is indexed, not ", layers.size()));
    layers.insert(layers.end(), request.patchLayers.begin(), request.patchLayers.end());
    return layers;
}

PassRequest passOf(const IndexRequest& request)
{
    PassRequest pass = request.pass;
    pass.layers = layersOf(request);
    for (std::size_t i = 1; i < pass.pictures.size(); ++i)
        if (pass.pictures[i] <= pass.pictures[i - 1])
            throw Error("The pictures of an index must be in ascending order");
    return pass;
}

/// One index being written: everything has its place in the file before the first picture is passed.
class Builder {
public:
    Builder(const std::filesystem::path& path, Backend& backend, const FrozenNetwork& frozen, IndexRequest request)
        : m_request(std::move(request)), m_pass(backend, frozen, passOf(m_request)), m_file(path),
          m_sums(static_cast<std::size_t>(m_pass.shape(0).perPicture()))
    {
        describe(frozen);
        layOut();
    }

    void run()
    {
        Pace pace(m_request.share);
        while (m_pass.advance()) {
            takeBatch();
            report(m_request.goOn, {RetrievalTask::Features, m_pass.done(), m_pass.total()});
            pace.rest([&] {
                return !m_request.goOn || m_request.goOn({RetrievalTask::Features, m_pass.done(), m_pass.total()});
            });
        }
        if (m_text.codeBits > 0)
            writeCodes(pace);
        for (std::size_t i = 0; i < m_patches.size(); ++i)
            writePatches(i);
        report(m_request.goOn, {RetrievalTask::Writing, m_pass.total(), m_pass.total()});
        m_file.commit();
    }

private:
    std::size_t rows() const { return m_pass.total(); }
    std::size_t dimension() const { return m_sums.size(); }
    VectorElement element() const { return m_request.half ? VectorElement::Half : VectorElement::Single; }

    void describe(const FrozenNetwork& frozen)
    {
        m_text.description = m_request.description;
        IndexDescription& d = m_text.description;
        d.network = formatNetwork(frozen.network);
        d.layer = m_pass.request().layers.front();
        d.shape = m_pass.shape(0);
        d.iteration = frozen.iteration;
        d.weightsHash = hashOf(frozen);
        d.precision = toText(m_request.pass.precision);
        m_text.pixelSide = PixelVectors::sideFor(m_pass.augmenter(), std::max(m_request.pixelSide, 0));
        if (m_text.pixelSide > 0)
            m_pixels.emplace(m_pass.augmenter(), m_text.pixelSide);
        m_text.codeBits = m_request.codeBits;
        m_text.codeSeed = codeSeed;
        if (m_text.codeBits > 0)
            CodeMaker::check(m_text.codeBits, dimension());
        for (std::size_t i = 0; i < m_request.patchLayers.size(); ++i) {
            const Shape output = m_pass.shape(1 + i);
            m_patches.emplace_back(output, m_request.patchesPerUnit);
            m_text.patches.push_back(
                {m_request.patchLayers[i], output, static_cast<std::int64_t>(m_request.patchesPerUnit)});
        }
    }

    void layOut()
    {
        const std::string text = toJson(m_text);
        const std::uint64_t n = rows();
        const auto add = [&](SectionKind kind, std::uint64_t bytes, std::uint64_t count,
                             VectorElement of = VectorElement::Single) {
            m_sections.push_back({kind, static_cast<std::uint32_t>(of), 0, bytes, count});
        };
        add(SectionKind::Text, text.size(), 1);
        add(SectionKind::Labels, n * 4, n);
        add(SectionKind::Pictures, n * 8, n);
        add(SectionKind::Features, n * dimension() * bytesOf(element()), n, element());
        if (m_text.pixelSide > 0)
            add(SectionKind::Pixels, n * PixelVectors::dimension(m_text.pixelSide), n, VectorElement::Byte);
        if (m_text.codeBits > 0) {
            add(SectionKind::Codes, n * static_cast<std::uint64_t>(m_text.codeBits) / 8, n);
            add(SectionKind::CodeMean, dimension() * 4, 1);
        }
        for (const ExcitingPatches& patches : m_patches)
            add(SectionKind::Patches, patches.units() * patches.perUnit() * sizeof(ExcitingPatch), patches.units());

        std::uint64_t end = IndexHeader::bytes + m_sections.size() * sizeof(Section);
        for (Section& section : m_sections) {
            section.offset = (end + IndexHeader::alignment - 1) / IndexHeader::alignment * IndexHeader::alignment;
            end = section.offset + section.bytes;
        }
        if (m_sections.size() > IndexHeader::mostSections)
            throw Error(concat("Patches of ", m_patches.size(), " layers are too many for one index"));
        std::vector<std::uint8_t> header(IndexHeader::magic.begin(), IndexHeader::magic.end());
        const std::uint32_t numbers[] = {IndexHeader::version, static_cast<std::uint32_t>(m_sections.size())};
        const std::span<const std::uint8_t> rest[] = {asBytes(std::span<const std::uint32_t>(numbers)),
                                                      asBytes(std::span<const Section>(m_sections))};
        for (const std::span<const std::uint8_t> part : rest)
            header.insert(header.end(), part.begin(), part.end());
        m_file.write(header);
        m_file.writeAt(m_sections.front().offset, asBytes(std::span<const char>(text)));
    }

    Section& section(SectionKind kind)
    {
        return *std::find_if(m_sections.begin(), m_sections.end(), [&](const Section& s) { return s.kind == kind; });
    }
    /// Rows `first` and on of a section with equal rows.
    void writeRows(SectionKind kind, std::size_t first, std::span<const std::uint8_t> bytes)
    {
        const Section& to = section(kind);
        m_file.writeAt(to.offset + first * (to.bytes / to.rows), bytes);
    }

    void takeBatch()
    {
        const std::size_t count = m_pass.labels().size(), first = m_pass.done() - count;
        const std::span<const float> features = m_pass.features(0);
        checkFinite(features);
        writeRows(SectionKind::Labels, first, asBytes(m_pass.labels()));
        m_numbers.assign(m_pass.pictures().begin(), m_pass.pictures().end());
        writeRows(SectionKind::Pictures, first, asBytes(std::span<const std::uint64_t>(m_numbers)));
        for (std::size_t i = 0; i < count; ++i)
            for (std::size_t j = 0; j < dimension(); ++j)
                m_sums[j] += features[i * dimension() + j];
        if (m_request.half) {
            m_half.resize(features.size());
            toHalf(features, m_half);
            writeRows(SectionKind::Features, first, asBytes(std::span<const std::uint16_t>(m_half)));
        } else {
            writeRows(SectionKind::Features, first, asBytes(features));
        }
        if (m_pixels)
            writeRows(SectionKind::Pixels, first, m_pixels->ofInputs(m_pass.inputs()));
        for (std::size_t layer = 0; layer < m_patches.size(); ++layer) {
            const auto perPicture = static_cast<std::size_t>(m_patches[layer].output().perPicture());
            for (std::size_t i = 0; i < count; ++i)
                m_patches[layer].take(static_cast<std::uint32_t>(m_pass.pictures()[i]),
                                      m_pass.features(1 + layer).subspan(i * perPicture, perPicture));
        }
    }

    void checkFinite(std::span<const float> features) const
    {
        constexpr float largestHalf = 65504;
        const float most = m_request.half ? largestHalf : std::numeric_limits<float>::max();
        for (std::size_t i = 0; i < features.size(); ++i)
            if (!(std::fabs(features[i]) <= most))
                throw Error(concat("Picture ", m_pass.pictures()[i / dimension()], " makes ", m_text.description.layer,
                                   " say ", features[i],
                                   std::isfinite(features[i]) ? ", too much for half precision; index in float32"
                                                              : "; the weights are lost"));
    }

    /// The planes go through the mean of the set, known only now: the features come back from the file.
    void writeCodes(Pace& pace)
    {
        constexpr std::size_t atOnce = 4096;
        std::vector<float> mean(dimension());
        for (std::size_t i = 0; i < mean.size(); ++i)
            mean[i] = static_cast<float>(m_sums[i] / static_cast<double>(rows()));
        m_file.writeAt(section(SectionKind::CodeMean).offset, asBytes(std::span<const float>(mean)));
        const CodeMaker maker(std::move(mean), m_text.codeBits, codeSeed);
        const MappedFile written(m_file.neighbour());
        const VectorView features{rows(), dimension(), element(),
                                  written.bytes().data() + section(SectionKind::Features).offset};
        for (std::size_t first = 0; first < rows(); first += atOnce) {
            const std::size_t count = std::min(atOnce, rows() - first);
            const GoOn goOn = [&](RetrievalProgress p) {
                return !m_request.goOn || m_request.goOn({p.task, first + p.done, rows()});
            };
            const std::vector<std::uint64_t> codes =
                maker.codesOf(features.part(first, count), m_request.threads, goOn);
            writeRows(SectionKind::Codes, first, asBytes(std::span<const std::uint64_t>(codes)));
            pace.rest([&] { return goOn({RetrievalTask::Codes, count, rows()}); });
        }
    }

    void writePatches(std::size_t layer)
    {
        const ExcitingPatches& patches = m_patches[layer];
        std::vector<ExcitingPatch> table(patches.units() * patches.perUnit());
        for (std::size_t unit = 0; unit < patches.units(); ++unit)
            std::copy(patches.of(unit).begin(), patches.of(unit).end(),
                      table.begin() + static_cast<std::ptrdiff_t>(unit * patches.perUnit()));
        m_file.writeAt(m_sections[m_sections.size() - m_patches.size() + layer].offset,
                       asBytes(std::span<const ExcitingPatch>(table)));
    }

    IndexRequest m_request;
    SetPass m_pass;
    AtomicFile m_file;
    std::vector<double> m_sums; ///< of the features, for their mean
    IndexText m_text;
    std::optional<PixelVectors> m_pixels;
    std::vector<Section> m_sections;
    std::vector<ExcitingPatches> m_patches;
    std::vector<std::uint64_t> m_numbers;
    std::vector<std::uint16_t> m_half;
};

} // namespace

void buildIndex(const std::filesystem::path& path, Backend& backend, const FrozenNetwork& frozen, IndexRequest request)
{
    Builder(path, backend, frozen, std::move(request)).run();
}

} // namespace alexscope
