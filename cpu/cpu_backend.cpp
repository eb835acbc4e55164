// SPDX-License-Identifier: GPL-3.0-or-later
#include "cpu/cpu_backend.h"

#include "core/backend/number_count.h"
#include "cpu/element_kernels.h"
#include "cpu/floor.h"
#include "cpu/loss_kernel.h"
#include "cpu/parallel.h"
#include "cpu/product_kernel.h"
#include "cpu/response_kernel.h"
#include "cpu/sgd.h"

#include <fstream>

namespace alexscope::cpu {

namespace {

/// Plain row-major format of a descriptor's dimensions: what files and screens speak.
Desc plainFormat(const Desc& desc)
{
    static constexpr Format plain[] = {Format::a, Format::ab, Format::abc, Format::abcd, Format::abcde};
    return {dimsOf(desc), DataType::f32, plain[dimsOf(desc).size() - 1]};
}

std::string processorName()
{
    std::ifstream info("/proc/cpuinfo");
    for (std::string line; std::getline(info, line);)
        if (line.rfind("model name", 0) == 0 && line.find(": ") != std::string::npos)
            return line.substr(line.find(": ") + 2);
    return "processor";
}

std::string instructionSet()
{
    switch (dnnl::get_effective_cpu_isa()) {
    case dnnl::cpu_isa::sse41:
        return "sse41";
    case dnnl::cpu_isa::avx:
        return "avx";
    case dnnl::cpu_isa::avx2:
        return "avx2";
    case dnnl::cpu_isa::avx2_vnni:
        return "avx2_vnni";
    case dnnl::cpu_isa::avx512_core:
        return "avx512_core";
    case dnnl::cpu_isa::avx512_core_vnni:
        return "avx512_core_vnni";
    case dnnl::cpu_isa::avx512_core_bf16:
        return "avx512_core_bf16";
    case dnnl::cpu_isa::avx512_core_amx:
        return "avx512_core_amx";
    default:
        return concat("isa ", static_cast<int>(dnnl::get_effective_cpu_isa()));
    }
}

/// Whether bf16 products are instructions of the processor; emulated they are slower than float32. The library's
/// numbers grow by bits as instruction sets include each other.
bool multipliesBf16()
{
    const auto isa = static_cast<unsigned>(dnnl::get_effective_cpu_isa());
    const auto needed = static_cast<unsigned>(dnnl::cpu_isa::avx512_core_bf16);
    return (isa & needed) == needed;
}

/// In a network of few products the kernels between them take the time, and those are no faster in bf16: measured,
/// alexnet-small (20 million) is slower in bf16, alexnet-cifar (172 million) faster.
constexpr std::int64_t bf16Pays = 50'000'000;

class CpuBackend final : public Backend {
public:
    BackendInfo info() const override
    {
        return {"cpu", concat(processorName(), ", ", threadCount(), threadCount() == 1 ? " thread" : " threads"),
                libraryVersion(), instructionSet(), threadCount()};
    }

    std::optional<std::string> whyNot(Precision precision) const override
    {
        if (precision == Precision::Fp32 || multipliesBf16())
            return std::nullopt;
        return concat("This processor has no bf16 arithmetic (", instructionSet(),
                      "; AVX-512 BF16 or AMX is needed); choose fp32 or auto.");
    }
    std::optional<std::int64_t> bf16PaysFrom() const override
    {
        return multipliesBf16() ? std::optional(bf16Pays) : std::nullopt;
    }

    Tensor makeInput(Shape shape, Precision precision) override
    {
        return {shape, std::make_shared<CpuStorage>(m_runtime.engine, shape, elementType(precision))};
    }

    std::unique_ptr<Kernel> makeKernel(const KernelRequest& request) override
    {
        const LayerSpec& layer = *request.layers[0].spec;
        try {
            if (layer.hasParameters())
                return makeProductKernel(request, m_runtime);
            if (layer.as<ActivationSpec>())
                return makeActivationKernel(request, m_runtime);
            if (layer.as<DropoutSpec>())
                return makeDropoutKernel(request, m_runtime);
            if (layer.as<SoftmaxLossSpec>())
                return makeLossKernel(request, m_runtime);
            return makeResponseKernel(request, m_runtime);
        } catch (const dnnl::error& e) {
            throw Error(concat(libraryVersion(), " cannot compute layer ", layer.name, " here (", e.what(),
                               "); choose the reference device or another layer shape."));
        }
    }

    void upload(const Tensor& to, std::span<const float> values) override
    {
        requireCount(to, values.size());
        CpuStorage& storage = storageOf(to);
        storage.memory();
        // The library only reads from the source of a re-ordering.
        dnnl::memory source(plainFormat(storage.desc()), m_runtime.engine, const_cast<float*>(values.data()));
        reorder(source, storage.memory());
        if (auto* weights = dynamic_cast<WeightStorage*>(&storage))
            weights->changed(false);
    }

    void download(const Tensor& from, std::span<float> values) override
    {
        requireCount(from, values.size());
        CpuStorage& storage = storageOf(from);
        dnnl::memory target(plainFormat(storage.desc()), m_runtime.engine, values.data());
        reorder(storage.memory(), target);
    }

    using Backend::download;
    using Backend::upload;

    void update(std::span<const ParameterUpdate> updates, double momentum, UpdateNorms* norms) override
    {
        updateParameters(updates, momentum, norms);
    }

    Floor measureFloor(const NetworkSpec& network, std::int64_t batch, Precision precision) override
    {
        return measurePrimitives(network, batch, precision, m_runtime);
    }

private:
    void reorder(dnnl::memory source, dnnl::memory target)
    {
        dnnl::reorder(source, target).execute(m_runtime.stream, source, target);
        m_runtime.stream.wait();
    }

    Runtime m_runtime;
};

} // namespace

BackendEntry catalogueEntry()
{
    return {"cpu", {}, [] { return std::make_unique<CpuBackend>(); }};
}

BackendEntry entryBeside()
{
    return {"cpu", {}, [] {
                useOneThreadHere();
                return std::make_unique<CpuBackend>();
            }};
}

} // namespace alexscope::cpu
