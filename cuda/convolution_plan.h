// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/convolution.h"

#include <cudnn.h>

#include <optional>
#include <span>
#include <utility>

/// How cuDNN computes a pass of a convolution, by its graph interface. Its heuristics name configurations of its
/// engines, the fastest first by their reckoning, and the first that repeats its results, computes as it was asked to
/// and fits into the working memory is taken, the same one for the same shape in every network and run (measuring which
/// is the fastest would let a run's bits depend on what else the machine was doing).
///
/// A grouped convolution is planned for one group, a convolution of its own. As one operation the library has no tensor
/// cores for the gradient of the weights of conv4 and conv5, and takes the groups apart before and puts them together
/// after every pass.
namespace alexscope::cuda {

/// Throws Error, as a sentence, where something failed while `doing`.
void check(cudnnStatus_t status, const char* doing);
/// Whether this way of computing is none here and another may be: not supported, or failing by itself. Operands that
/// are called wrong are our own mistake, and a device that fails fails for all.
bool declines(cudnnStatus_t status);

/// What values of a C++ type are called in the library.
template <typename T>
constexpr int attributeType = -1;
template <>
inline constexpr int attributeType<cudnnHandle_t> = CUDNN_TYPE_HANDLE;
template <>
inline constexpr int attributeType<cudnnDataType_t> = CUDNN_TYPE_DATA_TYPE;
template <>
inline constexpr int attributeType<std::int64_t> = CUDNN_TYPE_INT64;
template <>
inline constexpr int attributeType<float> = CUDNN_TYPE_FLOAT;
template <>
inline constexpr int attributeType<char> = CUDNN_TYPE_CHAR;
template <>
inline constexpr int attributeType<void*> = CUDNN_TYPE_VOID_PTR;
template <>
inline constexpr int attributeType<cudnnConvolutionMode_t> = CUDNN_TYPE_CONVOLUTION_MODE;
template <>
inline constexpr int attributeType<cudnnBackendHeurMode_t> = CUDNN_TYPE_HEUR_MODE;
template <>
inline constexpr int attributeType<cudnnBackendBehaviorNote_t> = CUDNN_TYPE_BEHAVIOR_NOTE;
template <>
inline constexpr int attributeType<cudnnBackendNumericalNote_t> = CUDNN_TYPE_NUMERICAL_NOTE;

/// One of the library's objects, described attribute by attribute and then finished.
class Descriptor {
public:
    explicit Descriptor(cudnnBackendDescriptorType_t type)
    {
        check(cudnnBackendCreateDescriptor(type, &m_handle), "making a descriptor");
    }
    ~Descriptor()
    {
        if (m_handle)
            cudnnBackendDestroyDescriptor(m_handle);
    }
    Descriptor(Descriptor&& other) noexcept : m_handle(std::exchange(other.m_handle, nullptr)) {}
    Descriptor& operator=(Descriptor&& other) noexcept
    {
        std::swap(m_handle, other.m_handle);
        return *this;
    }
    cudnnBackendDescriptor_t handle() const { return m_handle; }

    template <typename T>
    void setAll(cudnnBackendAttributeName_t name, std::span<const T> values)
    {
        static_assert(attributeType<T> >= 0);
        setAs(attributeType<T>, name, static_cast<std::int64_t>(values.size()), values.data());
    }
    template <typename T>
    void set(cudnnBackendAttributeName_t name, const T& value)
    {
        setAll(name, std::span<const T>(&value, 1));
    }
    void set(cudnnBackendAttributeName_t name, const Descriptor& value)
    {
        setAs(CUDNN_TYPE_BACKEND_DESCRIPTOR, name, 1, &value.m_handle);
    }
    cudnnStatus_t tryToFinish() { return cudnnBackendFinalize(m_handle); }
    void finish() { check(tryToFinish(), "describing a convolution"); }

    /// As many values as there are, `most` at most.
    template <typename T>
    std::vector<T> getAll(cudnnBackendAttributeName_t name, std::int64_t most) const
    {
        static_assert(attributeType<T> >= 0);
        std::vector<T> values(static_cast<std::size_t>(most));
        std::int64_t count = 0;
        check(cudnnBackendGetAttribute(m_handle, name, static_cast<cudnnBackendAttributeType_t>(attributeType<T>), most,
                                       &count, values.data()),
              "asking about a convolution");
        values.resize(static_cast<std::size_t>(count < most ? count : most));
        return values;
    }
    std::int64_t number(cudnnBackendAttributeName_t name) const { return getAll<std::int64_t>(name, 1).at(0); }

private:
    void setAs(int type, cudnnBackendAttributeName_t name, std::int64_t count, const void* values)
    {
        check(cudnnBackendSetAttribute(m_handle, name, static_cast<cudnnBackendAttributeType_t>(type), count, values),
              "describing a convolution");
    }

    cudnnBackendDescriptor_t m_handle = nullptr;
};

/// The GPU that plans are made for: the one at hand, or one that is only described (cuDNN 9.8 and newer).
struct Target {
    cudnnHandle_t handle = nullptr;
    const Descriptor* described = nullptr;
};

/// What is asked of a pass.
struct Context {
    ConvolutionShape shape;
    bool tf32;
    Target target;
};

/// What a pass is called in the library.
struct PassKind {
    const char* name;
    cudnnBackendDescriptorType_t operation;
    cudnnBackendAttributeName_t x, w, y, convolution, alpha, beta;
};
extern const PassKind forwardPass, weightsPass, dataPass;

/// The names of x, w and y, or of their gradients, in a plan's table of addresses.
constexpr std::int64_t operandNames[] = {'x', 'w', 'y'};

/// A way to compute a pass that the library has made ready.
struct Plan {
    Descriptor descriptor{CUDNN_BACKEND_EXECUTION_PLAN_DESCRIPTOR};
    PassPlan what;
};

/// The ways the library has for one pass over one group, best first, made ready one by one.
class Plans {
public:
    /// `context` outlives it.
    Plans(const PassKind& pass, const Context& context);

    /// The one to use; null where none is left.
    const Plan* current() const { return m_plan ? &*m_plan : nullptr; }
    /// Gives it up for the best of the rest.
    void next();

private:
    std::optional<Plan> planFor(const Descriptor& configuration) const;
    bool isWelcome(cudnnBackendNumericalNote_t note) const;

    const PassKind& m_pass;
    const Context& m_context;
    std::vector<Descriptor> m_parts; ///< what the graph below is made of
    Descriptor m_graph;
    std::vector<Descriptor> m_configurations;
    std::size_t m_next = 0;
    std::optional<Plan> m_plan;
};

} // namespace alexscope::cuda
