// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/vector_search.h"
#include "core/data/picture_batch.h"
#include "core/network/network_spec.h"
#include "core/tensor/tensor.h"
#include "core/tensor/vector_view.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// The one interface between the engine and what computes. core/reference, cpu/ and cuda/ implement it.
///
/// Threads: a backend, its tensors and kernels belong to one thread at a time (the session's); nothing here locks.
/// Errors: Error with a sentence. Nothing prints, nothing exits.
namespace alexscope {

enum class Precision { Fp32, Bf16 };

/// Training draws dropout masks; Test scales instead (or is the identity for inverted dropout).
enum class Phase { Training, Test };

/// What a piece of a step may depend on besides its tensors.
struct StepContext {
    Phase phase = Phase::Training;
    std::uint64_t seed = 0;
    std::uint32_t iteration = 0; ///< keys the dropout stream
};

/// A learnable tensor with its gradient and its momentum variable v (§5). The storage of `value` also holds whatever
/// copies the kernels need (bf16, other layouts); upload and update refresh them.
struct Parameter {
    ParameterInfo info;
    Tensor value, gradient, velocity; ///< gradient and velocity exist only in training
};

/// A layer together with what a kernel for it needs to know.
struct LayerBinding {
    const LayerSpec* spec = nullptr;
    LayerGeometry geometry;      ///< per picture
    int index = 0;               ///< in the network; keys the dropout stream
    Parameter* weight = nullptr; ///< null for layers without parameters
    Parameter* bias = nullptr;
};

/// What a kernel is asked to cover: the first of `layers`, and as many of the following as it can fuse.
struct KernelRequest {
    std::span<const LayerBinding> layers; ///< this layer and the rest of the network; never empty
    Tensor input;                         ///< the previous kernel's output, or the network's input
    Tensor inputGradient;                 ///< backward writes dL/dinput here; does not exist when nobody wants it
    std::int64_t batch = 1;
    Precision precision = Precision::Fp32;
    bool training = true; ///< false: forward only, no gradients, nothing saved
    bool fuse = true;     ///< false: cover exactly one layer, every activation is real
};

/// One or several consecutive layers, prepared once for their shapes: descriptors, plans, workspaces and saved indices
/// live in it. Parameters' tensors that do not exist yet are created by the first kernel that needs them, in the layout
/// it likes; later kernels adapt. Fusing is bit-neutral: the same rounding points as layer by layer.
class Kernel {
public:
    virtual ~Kernel() = default;

    int layerCount() const { return m_layerCount; }
    const Tensor& output() const { return m_output; }
    /// dL/doutput, to be written by the next kernel; exists only in training.
    const Tensor& outputGradient() const { return m_outputGradient; }

    virtual void forward(const StepContext& context) = 0;
    /// Reads outputGradient and what forward left, overwrites the parameters' gradients and inputGradient. `context` is
    /// that forward's; Phase::Test is as good as Training (what does a picture's class owe to a pixel?).
    virtual void backward(const StepContext& context) = 0;
    /// Brings the copies of parameters that forward reads up to date; forward does so itself. For recorded work
    /// (Recording).
    virtual void refresh() {}
    /// What runs, for people: "jit:avx512_core", "plain loops" …; one entry a primitive.
    virtual std::vector<std::string> implementations() const = 0;
    /// The p of the dropout layer this covers, from the next forward on; not between a forward and its backward. Throws
    /// Error where none is covered or it cannot be changed.
    virtual void setDropout(double p);

protected:
    int m_layerCount = 1;
    Tensor m_output, m_outputGradient;
};

/// Loss and errors of one batch, as §5 and §6 count them.
struct BatchResult {
    std::int64_t pictures = 0;
    double loss = 0; ///< mean of −ln p(true class)
    std::int64_t top1Errors = 0,
                 top5Errors = 0; ///< a true class counts as ranked above classes of equal probability and higher number
};

/// The last kernel. Labels and the number of pictures that count are set before forward.
class LossKernel : public Kernel {
public:
    /// labels.size() ≤ batch pictures count, the rest is padding and has zero gradient. Labels in [0, classes) (Error).
    /// Empty: nothing is known of the classes; result() is then empty and backward must not be called.
    virtual void setLabels(std::span<const std::int32_t> labels) = 0;
    virtual BatchResult result() const = 0;
};

/// v ← momentum·v − decay·rate·w − rate·∂L/∂w;  w ← w + v (§5).
struct ParameterUpdate {
    Parameter* parameter = nullptr;
    double rate = 0;  ///< ε times the parameter's factor
    double decay = 0; ///< weight decay times the parameter's factor
};

/// Euclidean norms for the update/weight ratio, parallel to the updates.
struct UpdateNorms {
    std::vector<double> update, weight; ///< |Δw| and |w| after the step
};

struct BackendInfo {
    std::string name;         ///< reference, cpu, cuda
    std::string device;       ///< "AMD EPYC, 2 threads", "NVIDIA H200"
    std::string libraries;    ///< "oneDNN 2.6.3", "CUDA 13.0, cuDNN 9.19"
    std::string instructions; ///< "avx512_core_bf16", "sm_90"; part of the run's identity
    int threads = 1;          ///< part of the run's identity
};

/// A part of the least time a training step needs, measured: a bare library primitive of one layer.
struct FloorRow {
    std::string layer, implementation;
    double forwardMs = 0, backwardDataMs = 0, backwardWeightsMs = 0;
};
struct Floor {
    std::vector<FloorRow> rows;
    double peakGflops = 0; ///< of a large matrix product in the same precision, measured beside it
};

/// What work that was taken down reads anew at every replay, besides its memory.
struct StepNumbers {
    StepContext context;
    std::span<const ParameterUpdate>
        updates; ///< of the parameters it was taken down with, in their order; rates and decays may differ
    double momentum = 0;
    UpdateNorms* norms = nullptr; ///< filled where it is given
};

/// Work that was taken down once and is asked for again as a whole, without the host's share in it.
class Recording {
public:
    virtual ~Recording() = default;
    /// False, and nothing done, where it no longer counts: memory moved meanwhile, or other parameters are to be
    /// updated.
    virtual bool replay(const StepNumbers& numbers) = 0;
};

/// Numbers on their way to the host. Ends before its backend, and may end unfinished.
class Download {
public:
    virtual ~Download() = default;
    virtual bool ready() const = 0; ///< whether finish() would return without waiting
    virtual void finish() = 0;      ///< once: the numbers are there afterwards
};

class Backend {
public:
    virtual ~Backend() = default;

    virtual BackendInfo info() const = 0;
    /// Why a precision is not to be had here, as a sentence; empty when it is.
    virtual std::optional<std::string> whyNot(Precision precision) const = 0;
    /// From how many multiply-adds (of one picture, forward) on bf16 is the faster here, and what `auto` then means;
    /// nothing where it never is.
    virtual std::optional<std::int64_t> bf16PaysFrom() const { return std::nullopt; }

    /// The network's input, batch × c × h × w, which Network fills by upload.
    virtual Tensor makeInput(Shape shape, Precision precision) = 0;
    /// Never covers more than one layer without `fuse`, never none. The last layer's kernel is a LossKernel.
    virtual std::unique_ptr<Kernel> makeKernel(const KernelRequest& request) = 0;

    /// Whether uploadPictures() is there: the device crops, mirrors and subtracts itself, so that only bytes travel to
    /// it.
    virtual bool takesPictures() const { return false; }
    /// What Augmenter::apply makes of the pictures, bit for bit, into a network's input of as many pictures.
    virtual void uploadPictures(const Tensor& to, const PictureBatch& pictures);
    /// Room for all pictures of a set, side × side × 3 bytes each, beside all that training them needs: they travel
    /// once and stay. Null where there is too little, or no such thing.
    virtual std::unique_ptr<PictureStore> storePictures(std::size_t /*count*/, int /*side*/) { return nullptr; }

    /// Plain NCHW float32 or double; sizes must equal shape().count() (Error). The only way in and out.
    virtual void upload(const Tensor& to, std::span<const float> values) = 0;
    virtual void download(const Tensor& from, std::span<float> values) = 0;
    /// The same in double; exact where the backend computes in double, through float32 elsewhere.
    virtual void upload(const Tensor& to, std::span<const double> values);
    virtual void download(const Tensor& from, std::span<double> values);
    /// The numbers a tensor has now, while what is asked for later already goes on; `values` outlives the download.
    /// Null where they are there at once.
    virtual std::unique_ptr<Download> beginDownload(const Tensor& from, std::span<float> values)
    {
        download(from, values);
        return nullptr;
    }

    /// One pass over all parameters; refreshes every copy kernels read. `norms`, when given, is filled.
    virtual void update(std::span<const ParameterUpdate> updates, double momentum, UpdateNorms* norms = nullptr) = 0;
    /// Waits until everything asked for so far is done.
    virtual void synchronise() {}

    /// Takes down what `work` asks the device for, without doing it. `work` was done before in the same way, touches
    /// memory that outlives the recording, and depends on nothing that changes but that memory and StepNumbers. Null
    /// where a backend has no such thing, or not for this work.
    virtual std::unique_ptr<Recording> record(const std::function<void()>& /*work*/) { return nullptr; }

    /// A set of vectors to be searched here; null where the processor's own search is to be used. Throws Error with the
    /// numbers when the set does not fit.
    virtual std::unique_ptr<VectorSearch> searchVectors(const VectorView& /*set*/) { return nullptr; }

    /// Times the bare primitives a training step of `network` cannot do without; empty where there are none.
    virtual Floor measureFloor(const NetworkSpec&, std::int64_t /*batch*/, Precision) { return {}; }
};

} // namespace alexscope
