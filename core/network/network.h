// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/backend.h"
#include "core/tensor/host_tensor.h"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace alexscope {

/// The learnable tensors of one network on one backend, shared by every Network that computes with them.
struct Parameters {
    std::vector<Parameter> list; ///< in file order; never resized after construction
    Parameter* find(const std::string& name);
};

struct NetworkOptions {
    std::int64_t batch = 1;
    Precision precision = Precision::Fp32;
    bool training = false;
    bool fuse = true;
    int lowestLearningLayer = 0; ///< training: backward ends at the kernel that covers this layer
};

/// A network prepared for one batch size on one backend: kernels, activations, and a share in the parameters.
/// Thread: the backend's.
class Network {
public:
    /// Fresh parameters (undefined until initialise or upload) when `parameters` is null.
    /// The spec's classes are resolved. Keeps a reference to `backend`.
    Network(NetworkSpec spec, Backend& backend, NetworkOptions options,
            std::shared_ptr<Parameters> parameters = nullptr);

    const NetworkSpec& spec() const { return m_spec; }
    const std::vector<LayerGeometry>& geometry() const { return m_geometry; }
    const NetworkOptions& options() const { return m_options; }
    Backend& backend() const { return m_backend; }
    const std::shared_ptr<Parameters>& parameters() const { return m_parameters; }

    /// Changes the p of a dropout layer, here and in spec(), from the next forward on; not between a forward and its
    /// backward. Throws Error for another layer or a p outside 0 … DropoutSpec::largest.
    void setDropout(int layer, double p);
    /// The same objections, without the change.
    void checkDropout(int layer, double p) const;
    /// Takes the p of every dropout layer that has the same name in another network.
    void followDropout(const NetworkSpec& other);

    /// Weights N(0, σ), biases constant, velocity 0; a function of the seed and the parameter's index alone.
    void initialise(std::uint64_t seed);

    int kernelCount() const { return static_cast<int>(m_kernels.size()); }
    const Kernel& kernel(int i) const { return *m_kernels[static_cast<std::size_t>(i)]; }
    /// First layer kernel i covers.
    int firstLayer(int i) const { return m_firstLayer[static_cast<std::size_t>(i)]; }
    /// The kernel that covers a layer.
    int kernelOf(int layer) const;

    /// The last kernel of a backward pass: no gradient is wanted below.
    int lastBackwardKernel() const { return kernelOf(m_options.lowestLearningLayer); }

    /// Up to `batch` pictures of preprocessed input in NCHW; missing ones become zeros.
    void setInput(std::span<const float> pictures);
    /// `batch` pictures of 8 bits, on a backend that takes them.
    void setPictures(const PictureBatch& pictures);
    /// As many labels as pictures count; empty for plain inference.
    void setLabels(std::span<const std::int32_t> labels);

    void forward(int kernel, const StepContext& context)
    {
        m_kernels[static_cast<std::size_t>(kernel)]->forward(context);
    }
    void backward(int kernel, const StepContext& context)
    {
        m_kernels[static_cast<std::size_t>(kernel)]->backward(context);
    }
    /// All kernels. Without training, backends that can take the work down do so, and later calls cost the host next to
    /// nothing.
    void forward(const StepContext& context);
    void backward(const StepContext& context); ///< down to lastBackwardKernel()
    /// Takes forward, backward and update of a training step down, where the backend can; whether step() is there. Not
    /// before they were done once.
    bool recordStep(const StepNumbers& numbers);
    /// A training step as a whole, as it was taken down: the same bits as its parts one by one.
    void step(const StepNumbers& numbers);
    BatchResult result() const { return m_loss->result(); }

    /// Whether a layer's output is materialised (without fusing: always).
    bool hasActivation(int layer) const;
    const Tensor& activation(int layer) const; ///< Error when not materialised
    const Tensor& gradient(int layer) const;   ///< dL/doutput of the layer; Error when not there
    const Tensor& input() const { return m_input; }

    HostTensor download(const Tensor& tensor) const;
    /// Device bytes of activations, gradients and parameters.
    std::size_t bytes() const;

private:
    void forwardToTheLoss(const StepContext& context);
    void forgetRecording();
    std::unique_ptr<Recording> record(const std::function<void()>& work);
    bool replayRecording(const StepNumbers& numbers); ///< whether there was one that still counts

    NetworkSpec m_spec;
    Backend& m_backend;
    NetworkOptions m_options;
    std::vector<LayerGeometry> m_geometry;
    std::shared_ptr<Parameters> m_parameters;
    Tensor m_input;
    std::vector<std::unique_ptr<Kernel>> m_kernels;
    std::vector<int> m_firstLayer;
    LossKernel* m_loss = nullptr;
    std::unique_ptr<Recording> m_recording;         ///< forward of all kernels but the loss
    std::unique_ptr<Recording> m_backwardRecording; ///< in training: backward and update
    bool m_stepTried = false;                       ///< to be taken down
    int m_forwardsInARow = 0;                       ///< since something changed that a recording would not notice
    std::vector<float> m_padded;                    ///< scratch for short batches
};

} // namespace alexscope
