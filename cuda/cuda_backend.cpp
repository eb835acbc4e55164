// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/cuda_backend.h"

#include "core/backend/number_count.h"
#include "core/error.h"
#include "cuda/download_lane.h"
#include "cuda/element_kernels.h"
#include "cuda/floor.h"
#include "cuda/loss_kernel.h"
#include "cuda/memory_plan.h"
#include "cuda/picture_feed.h"
#include "cuda/product_kernel.h"
#include "cuda/response_kernel.h"
#include "cuda/sgd.h"
#include "cuda/vector_search.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace alexscope::cuda {

namespace {

/// Not measured on a GPU yet; the processor's number, since the same kernels between the products take the time there.
constexpr std::int64_t bf16Pays = 50'000'000;

/// Plain numbers that pass through GPU memory at once on their way in or out.
constexpr std::int64_t plainPiece = 4 << 20;

/// Whether a variable of the environment says so: 1 or 0.
bool wants(const char* variable, bool otherwise)
{
    const char* const wish = std::getenv(variable);
    return wish ? std::strcmp(wish, "1") == 0 : otherwise;
}

/// Kernels read and write the shared scratch memory: once that has moved, the work taken down points to where it was.
class GraphRecording final : public Recording {
public:
    GraphRecording(Graph graph, std::vector<const Parameter*> updated, Runtime& runtime)
        : m_graph(std::move(graph)), m_updated(std::move(updated)), m_runtime(runtime), m_moves(runtime.scratch.moves())
    {
    }
    bool replay(const StepNumbers& numbers) override
    {
        if (m_runtime.scratch.moves() != m_moves || !updates(numbers))
            return false;
        if (numbers.context.phase == Phase::Training)
            m_runtime.step.setKey(numbers.context);
        if (!m_updated.empty())
            beforeReplayedUpdate(numbers, m_runtime);
        m_graph.launch(m_runtime.stream);
        if (!m_updated.empty())
            afterReplayedUpdate(numbers, m_runtime);
        return true;
    }

private:
    /// Whether it updates what is to be updated, or nothing at all.
    bool updates(const StepNumbers& numbers) const
    {
        return m_updated.empty() ||
               std::ranges::equal(m_updated, numbers.updates, {}, {}, [](const auto& u) { return u.parameter; });
    }

    Graph m_graph;
    std::vector<const Parameter*> m_updated;
    Runtime& m_runtime;
    long m_moves;
};

class CudaBackend final : public Backend {
public:
    CudaBackend()
        : m_runtime(wants("ALEXSCOPE_TF32", false)), m_graphs(wants("ALEXSCOPE_GRAPHS", true)),
          m_keepsPictures(wants("ALEXSCOPE_KEEP_PICTURES", true))
    {
    }

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
        if (layer.index == 0) { // the whole network is still to come
            checkMemory(request, m_runtime.tf32, freeMemory());
            m_largestNetwork = std::max(m_largestNetwork, memoryNeedLayerByLayer(request));
        }
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
            cut.meanPicture = meanPicture(rule.meanPicture);
        auto* const store = static_cast<GpuPictureStore*>(pictures.store);
        if (store)
            checkStored(pictures, *store);
        const auto count = std::ssize(pictures.crops);
        const PictureFeed::Arrived here = m_feed.send(pictures);
        if (store && here.rgb)
            keepPictures(here.rgb, here.places, store->data(), static_cast<std::int64_t>(store->bytesEach()), count,
                         m_runtime.stream);
        cutPictures(cut, here.rgb ? here.rgb : store->data(), here.rgb ? nullptr : here.places, here.shifts,
                    storageOf(to).data(), storageOf(to).element(), count, m_runtime.stream);
        m_feed.done();
    }

    /// Beside the set two more networks as large as the largest so far fit: layer by layer, and for validation.
    std::unique_ptr<PictureStore> storePictures(std::size_t count, int side) override
    {
        auto store = std::make_unique<GpuPictureStore>(count, side, m_runtime.stream);
        const std::size_t room = freeMemory(), kept = 2 * static_cast<std::size_t>(m_largestNetwork);
        if (!m_keepsPictures || room <= kept || count > (room - kept) / store->bytesEach())
            return nullptr;
        return store;
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

    std::unique_ptr<Download> beginDownload(const Tensor& from, std::span<float> values) override
    {
        requireCount(from, values.size());
        std::unique_ptr<Download> beside = m_downloads.begin(storageOf(from), values);
        if (!beside)
            download(from, values);
        return beside;
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
        if (!m_graphs)
            return nullptr;
        const StepMemory::TakingDown takingDown(m_runtime.step);
        std::optional<Graph> graph = Graph::capture(m_runtime.stream, work);
        return graph ? std::make_unique<GraphRecording>(std::move(*graph), m_runtime.step.updated(), m_runtime)
                     : nullptr;
    }

    std::unique_ptr<VectorSearch> searchVectors(const VectorView& set) override { return makeVectorSearch(set); }

    Floor measureFloor(const NetworkSpec& network, std::int64_t batch, Precision precision) override
    {
        return measurePrimitives(network, batch, precision, m_runtime);
    }

private:
    /// What its kernels need when every layer has one of its own.
    std::int64_t memoryNeedLayerByLayer(KernelRequest request) const
    {
        request.fuse = false;
        return memoryNeed(request, m_runtime.tf32).of(request.batch);
    }

    static void checkStored(const PictureBatch& pictures, const GpuPictureStore& store)
    {
        const auto side = static_cast<std::size_t>(pictures.rule.side);
        const bool known = std::ranges::all_of(pictures.indices, [&](std::size_t i) { return i < store.count(); });
        if (!known || pictures.indices.size() != pictures.crops.size() || store.bytesEach() != 3 * side * side)
            throw Error("These pictures are not of the set whose pictures stay on the GPU.");
    }

    /// The one every picture has subtracted, in the GPU's memory; sent when it is another than before.
    const float* meanPicture(std::span<const float> mean)
    {
        if (!std::ranges::equal(mean, m_meanPicture)) {
            m_meanPicture.clear(); // should sending fail
            m_runtime.scratch.reserve(Scratch::MeanPicture, mean.size_bytes());
            std::memcpy(m_uploads.room(mean.size_bytes()), mean.data(), mean.size_bytes());
            m_uploads.send(m_runtime.scratch.data(Scratch::MeanPicture), mean.size_bytes(), m_runtime.stream);
            m_meanPicture.assign(mean.begin(), mean.end());
        }
        return static_cast<const float*>(m_runtime.scratch.data(Scratch::MeanPicture));
    }

    float* plain() const { return static_cast<float*>(m_runtime.scratch.data(Scratch::Plain)); }

    /// f(memory, maps, first number) for runs of pictures (or filters) that fit into the scratch memory together. One
    /// after the other in the stream, they share it.
    template <typename F>
    void eachPiece(const Tensor& tensor, F f)
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
    PictureFeed m_feed{m_runtime.stream};
    DownloadLane m_downloads{m_runtime.stream};
    bool m_graphs, m_keepsPictures;
    std::int64_t m_largestNetwork = 0; ///< bytes of the largest network so far, layer by layer
    std::vector<float> m_meanPicture;  ///< the one that was sent last
};

} // namespace

std::unique_ptr<Backend> makeCudaBackend()
{
    return std::make_unique<CudaBackend>();
}

} // namespace alexscope::cuda
