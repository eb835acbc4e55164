// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/device.h"

#include "core/error.h"

#include <cuda_runtime_api.h>

#include <algorithm>

namespace alexscope::cuda {

namespace {

std::string version(int number)
{
    return concat(number / 1000, ".", number % 1000 / 10);
}

/// After these the device answers nothing any more until the program ends.
bool isLost(cudaError_t code)
{
    constexpr cudaError_t lasting[] = {cudaErrorIllegalAddress,      cudaErrorLaunchFailure,
                                       cudaErrorHardwareStackError,  cudaErrorIllegalInstruction,
                                       cudaErrorMisalignedAddress,   cudaErrorInvalidPc,
                                       cudaErrorInvalidAddressSpace, cudaErrorAssert,
                                       cudaErrorECCUncorrectable,    cudaErrorNvlinkUncorrectable,
                                       cudaErrorDevicesUnavailable,  cudaErrorLaunchTimeout};
    return std::ranges::find(lasting, code) != std::end(lasting);
}

void check(cudaError_t code, const char* doing)
{
    if (code == cudaSuccess)
        return;
    cudaGetLastError(); // what does not last is not to be found by the next call
    if (isLost(code))
        throw Error(concat("The GPU was lost while ", doing, " (", cudaGetErrorString(code),
                           "); start the program again and go on from the run's last checkpoint."));
    if (code == cudaErrorNoKernelImageForDevice || code == cudaErrorUnsupportedPtxVersion)
        throw Error(concat("This build has no code for this GPU (", cudaGetErrorString(code),
                           "); build again with ALEXSCOPE_CUDA_ARCHITECTURES=native."));
    throw Error(concat("The GPU failed while ", doing, " (", cudaGetErrorString(code),
                       "); if it happens again, choose device cpu."));
}

[[noreturn]] void failAllocation(std::size_t bytes, const char* where)
{
    cudaGetLastError();
    throw Error(concat("Out of ", where, " memory: ", (bytes >> 20) + 1,
                       " MiB more were needed; choose a smaller batch or network, or end other programs that use it."));
}

} // namespace

std::optional<std::string> whyNoDevice()
{
    int driver = 0, count = 0;
    cudaDriverGetVersion(&driver);
    if (driver == 0)
        return "There is no NVIDIA driver on this machine; with an NVIDIA GPU, install its driver.";
    if (const int built = CUDART_VERSION; driver / 1000 < built / 1000)
        return concat("The NVIDIA driver serves CUDA ", version(driver), " and this build needs ", built / 1000,
                      "; install a newer driver.");
    const cudaError_t code = cudaGetDeviceCount(&count);
    if (code == cudaErrorSystemDriverMismatch) {
        cudaGetLastError();
        return concat("The NVIDIA driver and its libraries are of different versions (", cudaGetErrorString(code),
                      "); restart the machine.");
    }
    if (code != cudaSuccess || count == 0) {
        cudaGetLastError();
        return concat("The NVIDIA driver finds no GPU (",
                      cudaGetErrorString(code == cudaSuccess ? cudaErrorNoDevice : code),
                      "); a restart, or CUDA_VISIBLE_DEVICES unset, may help.");
    }
    cudaDeviceProp properties{};
    if (cudaGetDeviceProperties(&properties, 0) != cudaSuccess) {
        cudaGetLastError();
        return "The NVIDIA driver cannot describe the GPU; a restart may help.";
    }
    if (properties.major * 10 + properties.minor < 75)
        return concat("The GPU ", properties.name, " (sm_", properties.major, properties.minor,
                      ") is too old; sm_75 (Turing, 2018) or newer is needed.");
    return std::nullopt;
}

DeviceInfo deviceInfo()
{
    if (const auto reason = whyNoDevice())
        throw Error(*reason);
    cudaDeviceProp properties{};
    check(cudaGetDeviceProperties(&properties, 0), "describing it");
    DeviceInfo info{properties.name,          properties.major, properties.minor, properties.multiProcessorCount, 0, 0,
                    properties.totalGlobalMem};
    check(cudaDriverGetVersion(&info.driver), "asking for the driver's version");
    check(cudaRuntimeGetVersion(&info.runtime), "asking for the runtime's version");
    return info;
}

std::size_t freeMemory()
{
    std::size_t available = 0, total = 0;
    check(cudaMemGetInfo(&available, &total), "asking for free memory");
    return available;
}

Stream::Stream()
{
    check(cudaStreamCreateWithFlags(&m_handle, cudaStreamNonBlocking), "making a stream");
}

Stream::~Stream()
{
    if (m_handle)
        cudaStreamDestroy(m_handle);
}

void Stream::synchronise() const
{
    check(cudaStreamSynchronize(m_handle), "computing");
}

bool Stream::isTakenDown() const
{
    cudaStreamCaptureStatus status = cudaStreamCaptureStatusNone;
    check(cudaStreamIsCapturing(m_handle, &status), "asking whether work is taken down");
    return status != cudaStreamCaptureStatusNone;
}

void Stream::waitFor(const Event& event) const
{
    check(cudaStreamWaitEvent(m_handle, event.handle(), 0), "putting work in order");
}

void Stream::clear(void* memory, std::size_t bytes) const
{
    check(cudaMemsetAsync(memory, 0, bytes, m_handle), "clearing memory");
}

void Stream::copyOnDevice(void* to, const void* from, std::size_t bytes) const
{
    check(cudaMemcpyAsync(to, from, bytes, cudaMemcpyDeviceToDevice, m_handle), "copying");
}

void Stream::copyToDevice(void* to, const void* from, std::size_t bytes) const
{
    check(cudaMemcpyAsync(to, from, bytes, cudaMemcpyHostToDevice, m_handle), "taking numbers in");
}

void Stream::copyToHost(void* to, const void* from, std::size_t bytes) const
{
    check(cudaMemcpyAsync(to, from, bytes, cudaMemcpyDeviceToHost, m_handle), "handing numbers out");
}

std::optional<Graph> Graph::capture(const Stream& stream, const std::function<void()>& work)
{
    check(cudaStreamBeginCapture(stream.handle(), cudaStreamCaptureModeThreadLocal), "beginning to take work down");
    bool whole = true;
    try {
        work();
    } catch (const Error&) {
        whole = false; // what may not be asked for now is asked for without taking it down
    }
    cudaGraph_t graph = nullptr;
    const bool ended = cudaStreamEndCapture(stream.handle(), &graph) == cudaSuccess && graph;
    cudaGraphExec_t handle = nullptr;
    const bool ready = whole && ended && cudaGraphInstantiate(&handle, graph, 0) == cudaSuccess;
    if (graph)
        cudaGraphDestroy(graph);
    cudaGetLastError();
    return ready ? std::optional(Graph(handle)) : std::nullopt;
}

Graph::~Graph()
{
    if (m_handle)
        cudaGraphExecDestroy(m_handle);
}

void Graph::launch(const Stream& stream) const
{
    check(cudaGraphLaunch(m_handle, stream.handle()), "starting work taken down");
}

Event::Event()
{
    check(cudaEventCreateWithFlags(&m_handle, cudaEventDisableTiming), "making an event");
}

Event::~Event()
{
    if (m_handle)
        cudaEventDestroy(m_handle);
}

void Event::record(const Stream& stream)
{
    check(cudaEventRecord(m_handle, stream.handle()), "marking a point in the work");
}

void Event::wait() const
{
    check(cudaEventSynchronize(m_handle), "computing");
}

bool Event::reached() const
{
    const cudaError_t code = cudaEventQuery(m_handle);
    if (code == cudaErrorNotReady)
        return false;
    check(code, "computing");
    return true;
}

Buffer::Buffer(std::size_t bytes, const Stream& stream)
{
    if (bytes == 0)
        return;
    const cudaError_t code = cudaMalloc(&m_data, bytes);
    if (code == cudaErrorMemoryAllocation)
        failAllocation(bytes, "GPU");
    check(code, "reserving memory");
    m_bytes = bytes;
    try {
        stream.clear(m_data, bytes);
    } catch (...) {
        cudaFree(m_data);
        throw;
    }
}

Buffer::~Buffer()
{
    if (m_data)
        cudaFree(m_data);
}

PinnedBuffer::PinnedBuffer(std::size_t bytes)
{
    if (bytes == 0)
        return;
    const cudaError_t code = cudaHostAlloc(&m_data, bytes, cudaHostAllocDefault);
    if (code == cudaErrorMemoryAllocation)
        failAllocation(bytes, "page-locked main");
    check(code, "reserving main memory");
    m_bytes = bytes;
}

PinnedBuffer::~PinnedBuffer()
{
    if (m_data)
        cudaFreeHost(m_data);
}

void checkLaunch(int code)
{
    check(static_cast<cudaError_t>(code), "starting a kernel");
}

} // namespace alexscope::cuda
