// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/convolution.h"

#include "core/error.h"
#include "cuda/convolution_plan.h"

/// Convolutions by cuDNN, group by group. What the library declines when it is asked to run goes on with its next plan
/// and in the end to kernels/direct.cu.
namespace alexscope::cuda {

namespace {

class Library {
public:
    Library() { check(cudnnCreate(&m_handle), "starting"); }
    ~Library() { cudnnDestroy(m_handle); }
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
    cudnnHandle_t handle() const { return m_handle; }

private:
    cudnnHandle_t m_handle = nullptr;
};

/// What computes a pass where the library does not.
using Direct = void (*)(const DirectShape&, const Addresses&, Element, const Stream&);

/// One pass, all its groups.
class Pass {
public:
    Pass(const PassKind& kind, Direct direct, const Context& context, const Stream& stream, Scratch& scratch)
        : m_name(kind.name), m_direct(direct), m_context(context), m_stream(stream), m_scratch(scratch),
          m_plans(kind, context)
    {
        settle();
    }

    void run(const Addresses& addresses)
    {
        while (const Plan* plan = m_plans.current()) {
            const cudnnStatus_t status = execute(*plan, addresses);
            // What cannot be taken down is no reason to compute in another way from now on.
            if (!declines(status) || m_stream.isTakenDown()) {
                check(status, "convolving");
                return;
            }
            m_stream.synchronise(); // a group before this one may still be under way by the plan that goes
            m_plans.next();
            settle();
        }
        const ConvolutionShape one = m_context.shape.oneGroup();
        for (const Addresses& group : groupAddresses(m_context.shape, addresses))
            m_direct({one.input, one.output, one.size, one.stride, one.pad}, group, one.element, m_stream);
    }

    std::string implementation() const
    {
        const Plan* const plan = m_plans.current();
        if (!plan)
            return concat(m_name, " own loops");
        return concat(m_name, " cuDNN engine ", plan->what.engine, plan->what.tensorCores ? ", tensor cores" : "");
    }

private:
    /// Room for the way now in use.
    void settle()
    {
        if (const Plan* plan = m_plans.current())
            m_scratch.reserve(Scratch::Workspace, plan->what.workspace);
    }

    cudnnStatus_t execute(const Plan& plan, const Addresses& addresses) const
    {
        cudnnStatus_t status = CUDNN_STATUS_SUCCESS;
        for (const Addresses& group : groupAddresses(m_context.shape, addresses))
            if (status == CUDNN_STATUS_SUCCESS)
                status = executeGroup(plan, group);
        return status;
    }

    cudnnStatus_t executeGroup(const Plan& plan, const Addresses& addresses) const
    {
        void* const pointers[] = {addresses.x, addresses.w, addresses.y};
        Descriptor operands(CUDNN_BACKEND_VARIANT_PACK_DESCRIPTOR);
        operands.setAll(CUDNN_ATTR_VARIANT_PACK_UNIQUE_IDS, std::span<const std::int64_t>(operandNames));
        operands.setAll(CUDNN_ATTR_VARIANT_PACK_DATA_POINTERS, std::span<void* const>(pointers));
        operands.set(CUDNN_ATTR_VARIANT_PACK_WORKSPACE, m_scratch.data(Scratch::Workspace));
        operands.finish();
        return cudnnBackendExecute(m_context.target.handle, plan.descriptor.handle(), operands.handle());
    }

    const char* m_name;
    Direct m_direct;
    const Context& m_context;
    const Stream& m_stream;
    Scratch& m_scratch;
    Plans m_plans;
};

class CudnnConvolution final : public Convolution {
public:
    CudnnConvolution(const Context& context, const Stream& stream, Scratch& scratch)
        : m_context(context), m_stream(stream), m_forward(forwardPass, loopsForward, m_context, stream, scratch)
    {
        if (m_context.shape.weightGradient)
            m_weights.emplace(weightsPass, loopsBackwardWeights, m_context, stream, scratch);
        if (m_context.shape.inputGradient)
            m_data.emplace(dataPass, loopsBackwardData, m_context, stream, scratch);
    }

    /// Its plans go: nothing may still be under way by them.
    ~CudnnConvolution() override
    {
        try {
            m_stream.synchronise();
        } catch (const Error&) {
            // A lost device computes nothing any more; the next call on it says so.
        }
    }

    void forward(const void* x, const void* w, void* y) override { m_forward.run({read(x), read(w), y}); }
    void backwardWeights(const void* x, const void* dy, void* dw) override { m_weights->run({read(x), dw, read(dy)}); }
    void backwardData(const void* dy, const void* w, void* dx) override { m_data->run({dx, read(w), read(dy)}); }
    std::vector<std::string> implementations() const override
    {
        std::vector<std::string> names{m_forward.implementation()};
        for (const std::optional<Pass>* pass : {&m_weights, &m_data})
            if (*pass)
                names.push_back((*pass)->implementation());
        return names;
    }

private:
    /// The library's table of addresses knows no const.
    static void* read(const void* memory) { return const_cast<void*>(memory); }

    static void loopsForward(const DirectShape& s, const Addresses& a, Element element, const Stream& stream)
    {
        directForward(s, a.x, a.w, a.y, element, stream);
    }
    static void loopsBackwardWeights(const DirectShape& s, const Addresses& a, Element element, const Stream& stream)
    {
        directBackwardWeights(s, a.x, a.y, a.w, element, stream);
    }
    static void loopsBackwardData(const DirectShape& s, const Addresses& a, Element element, const Stream& stream)
    {
        directBackwardData(s, a.y, a.w, a.x, element, stream);
    }

    Context m_context;
    const Stream& m_stream;
    Pass m_forward;
    std::optional<Pass> m_weights, m_data;
};

class CudnnConvolutions final : public Convolutions {
public:
    CudnnConvolutions(const Stream& stream, Scratch& scratch, bool tf32)
        : m_stream(stream), m_scratch(scratch), m_tf32(tf32)
    {
        check(cudnnSetStream(m_library.handle(), stream.handle()), "choosing a stream");
    }
    std::unique_ptr<Convolution> prepare(const ConvolutionShape& shape) override
    {
        return std::make_unique<CudnnConvolution>(Context{shape, m_tf32, {m_library.handle(), nullptr}}, m_stream,
                                                  m_scratch);
    }
    std::string version() const override
    {
        const std::size_t number = cudnnGetVersion();
        return concat("cuDNN ", number / 10000, ".", number / 100 % 100, ".", number % 100);
    }

private:
    const Stream& m_stream;
    Scratch& m_scratch;
    bool m_tf32;
    Library m_library;
};

} // namespace

std::unique_ptr<Convolutions> makeConvolutions(const Stream& stream, Scratch& scratch, bool tf32)
{
    return std::make_unique<CudnnConvolutions>(stream, scratch, tf32);
}

} // namespace alexscope::cuda
