// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/cuda_backend.h"

#include "core/backend/number_count.h"
#include "core/error.h"
#include "cuda/element_kernels.h"
#include "cuda/floor.h"
#include "cuda/loss_kernel.h"
#include "cuda/memory_plan.h"
#include "cuda/product_kernel.h"
#include "cuda/response_kernel.h"
#include "cuda/sgd.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace alexscope::cuda {

namespace {

/// Not measured on a GPU yet; the processor's number, since the same kernels between the products take the time there.
constexpr std::int64_t bf16Pays = 50'000'000;

/// Plain numbers that pass through GPU memory at once on their way in or out.
constexpr std::int64_t plainPiece = 4 << 20;

bool wantsTf32()
{
    const char* const wish = std::getenv("ALEXSCOPE_TF32");
    return wish && std::strcmp(wish, "1") == 0;
}

/// Page-locked memory that numbers on their way to the GPU are put into, so that neither the caller has to keep them
/// nor anybody to wait: while one half is copied, the next numbers go into the other.
class UploadRing {
public:
    /// Room for `bytes`, free to be written; then copied to the device in the order of the stream.
    void* room(std::size_t bytes)
    {
        Half& half = m_halves[m_next];
        half.taken.wait();
        if (half.memory.size() < bytes)
            half.memory = PinnedBuffer(bytes);
        return half.memory.as<void>();
    }
    void send(void* to, std::size_t bytes, const Stream& stream)
    {
        Half& half = m_halves[m_next];
        stream.copyToDevice(to, half.memory.as<void>(), bytes);
        half.taken.record(stream);
        m_next = 1 - m_next;
    }

private:
    struct Half {
        PinnedBuffer memory;
        Event taken;
    };
    Half m_halves[2];
    std::size_t m_next = 0;
};

/// Kernels read and write the shared scratch memory: once that has moved, the work taken down points to where it was.
class GraphRecording final : public Recording {
public:
    GraphRecording(Graph graph, const Runtime& runtime)
        : m_graph(std::move(graph)), m_runtime(runtime), m_moves(runtime.scratch.moves())
    {
    }
    bool replay() override
    {
        if (m_runtime.scratch.moves() != m_moves)
            return false;
        m_graph.launch(m_runtime.stream);
        return true;
    }

private:
    Graph m_graph;
    const Runtime& m_runtime;
    long m_moves;
};

class CudaBackend final : public Backend {
public:
    CudaBackend() : m_runtime(wantsTf32()) {}

    BackendInfo info() const override
    {
        const DeviceInfo& d = m_runtime.device;
        return {"cuda", d.name,
                concat("CUDA ", d.runtime / 1000, ".", d.runtime % 1000 / 10, ", ", m_runtime.convolutions->version(),
                       ", ", m_runtime.products->version()),
                concat("sm_", d.major, d.minor, m_runtime.tf32 ? ", tf32" : ""), 1};
    }

    std::optional<std::string> whyNot(Precision precision) const override
    {
        if (precision == Precision::Fp32 || m_runtime.device.major >= 8)
            return std::nullopt;
        return concat("This GPU has no bf16 arithmetic (sm_", m_runtime.device.major, m_runtime.device.minor,
                      "; sm_80 is needed); choose fp32 or auto.");
    }
    std::optional<std::int64_t> bf16PaysFrom() const override
    {
        return m_runtime.device.major >= 8 ? std::optional(bf16Pays) : std::nullopt;
    }

    Tensor makeInput(Shape shape, Precision precision) override
    {
        return {shape, std::make_shared<GpuStorage>(mapsOf(shape), elementType(precision), m_runtime.stream)};
    }

    std::unique_ptr<Kernel> makeKernel(const KernelRequest& request) override
    {
        const LayerBinding& layer = request.layers.front();
        if (layer.index == 0) // the whole network is still to come
            checkMemory(request, freeMemory());
        if (layer.spec->hasParameters())
            return makeProductKernel(request, m_runtime);
        if (layer.spec->as<ActivationSpec>())
            return makeActivationKernel(request, m_runtime);
        if (layer.spec->as<DropoutSpec>())
            return makeDropoutKernel(request, m_runtime);
        if (layer.spec->as<SoftmaxLossSpec>())
            return makeLossKernel(request, m_runtime);
        return makeResponseKernel(request, m_runtime);
    }

    bool takesPictures() const override { return true; }

    void uploadPictures(const Tensor& to, const PictureBatch& pictures) override
    {
        const PictureRule& rule = pictures.rule;
        PictureCut cut{rule.channels, rule.side, rule.crop, {}, {}, {}, nullptr};
        std::copy(rule.source.begin(), rule.source.end(), cut.source);
        std::copy(rule.mean.begin(), rule.mean.end(), cut.mean);
        std::copy(rule.factor.begin(), rule.factor.end(), cut.factor);
        if (!rule.meanPicture.empty())
            cut.meanPicture = static_cast<const float*>(send(Scratch::MeanPicture, std::as_bytes(rule.meanPicture)));
        static_assert(sizeof(PictureShift) == sizeof(PictureCrop));
        const auto* rgb = static_cast<const std::uint8_t*>(send(Scratch::Pictures, std::as_bytes(pictures.rgb)));
        const auto* shifts = static_cast<const PictureShift*>(send(Scratch::Crops, std::as_bytes(pictures.crops)));
        cutPictures(cut, rgb, shifts, storageOf(to).data(), storageOf(to).element(), std::ssize(pictures.crops),
                    m_runtime.stream);
    }

    void upload(const Tensor& to, std::span<const float> values) override
    {
        requireCount(to, values.size());
        eachPiece(to, [&](char* memory, const Maps& piece, std::int64_t begin) {
            const auto bytes = static_cast<std::size_t>(piece.count()) * sizeof(float);
            std::memcpy(m_uploads.room(bytes), values.data() + begin, bytes);
            m_uploads.send(plain(), bytes, m_runtime.stream);
            fromPlain(plain(), memory, storageOf(to).element(), piece, m_runtime.stream);
        });
        if (auto* weights = dynamic_cast<WeightStorage*>(&storageOf(to)))
            weights->changed(false);
    }

    void download(const Tensor& from, std::span<float> values) override
    {
        requireCount(from, values.size());
        eachPiece(from, [&](char* memory, const Maps& piece, std::int64_t begin) {
            const auto bytes = static_cast<std::size_t>(piece.count()) * sizeof(float);
            toPlain(memory, storageOf(from).element(), plain(), piece, m_runtime.stream);
            m_runtime.stream.copyToHost(values.data() + begin, plain(), bytes);
        });
        m_runtime.stream.synchronise();
    }

    using Backend::download;
    using Backend::upload;

    void update(std::span<const ParameterUpdate> updates, double momentum, UpdateNorms* norms) override
    {
        updateParameters(updates, momentum, norms, m_runtime);
    }

    void synchronise() override { m_runtime.stream.synchronise(); }

    std::unique_ptr<Recording> record(const std::function<void()>& work) override
    {
        std::optional<Graph> graph = Graph::capture(m_runtime.stream, work);
        return graph ? std::make_unique<GraphRecording>(std::move(*graph), m_runtime) : nullptr;
    }

    Floor measureFloor(const NetworkSpec& network, std::int64_t batch, Precision precision) override
    {
        return measurePrimitives(network, batch, precision, m_runtime);
    }

private:
    /// Copies bytes into scratch memory, piece by piece through the ring; returns where they lie.
    const void* send(Scratch::Slot slot, std::span<const std::byte> bytes)
    {
        m_runtime.scratch.reserve(slot, bytes.size());
        auto* const memory = static_cast<std::byte*>(m_runtime.scratch.data(slot));
        constexpr std::size_t most = plainPiece * sizeof(float);
        for (std::size_t begin = 0; begin < bytes.size(); begin += most) {
            const std::span<const std::byte> piece = bytes.subspan(begin, std::min(most, bytes.size() - begin));
            std::memcpy(m_uploads.room(piece.size()), piece.data(), piece.size());
            m_uploads.send(memory + begin, piece.size(), m_runtime.stream);
        }
        return memory;
    }

    float* plain() const { return static_cast<float*>(m_runtime.scratch.data(Scratch::Plain)); }

    /// f(memory, maps, first number) for runs of pictures (or filters) that fit into the scratch memory together. One
    /// after the other in the stream, they share it.
    template <typename F> void eachPiece(const Tensor& tensor, F f)
    {
        GpuStorage& storage = storageOf(tensor);
        const Maps& all = storage.maps();
        const std::int64_t each = all.h * all.w * all.c, most = std::clamp<std::int64_t>(plainPiece / each, 1, all.n);
        m_runtime.scratch.reserve(Scratch::Plain, static_cast<std::size_t>(most * each) * sizeof(float));
        auto* const memory = static_cast<char*>(storage.data());
        for (std::int64_t n = 0; n < all.n; n += most) {
            const Maps piece{std::min(most, all.n - n), all.h, all.w, all.c};
            f(memory + static_cast<std::size_t>(n * each) * sizeOf(storage.element()), piece, n * each);
        }
    }

    Runtime m_runtime;
    UploadRing m_uploads;
};

} // namespace

std::unique_ptr<Backend> makeCudaBackend()
{
    return std::make_unique<CudaBackend>();
}

} // namespace alexscope::cuda
