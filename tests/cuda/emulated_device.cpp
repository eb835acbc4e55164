// SPDX-License-Identifier: GPL-3.0-or-later
// cuda/device.h, convolution.h and matrix_product.h without a GPU: host memory, everything done at once, plain loops.
#include "emulated_device.h"

#include "core/error.h"
#include "cuda/convolution.h"
#include "cuda/kernels/execution.h"
#include "cuda/matrix_product.h"

#include <cstdlib>
#include <cstring>

namespace alexscope::cuda {

EmulatedDevice& emulatedDevice()
{
    static EmulatedDevice device;
    return device;
}

std::optional<std::string> whyNoDevice()
{
    return std::nullopt;
}
DeviceInfo deviceInfo()
{
    return emulatedDevice().info;
}
std::size_t freeMemory()
{
    return emulatedDevice().free;
}

Stream::Stream() = default;
Stream::~Stream() = default;
void Stream::synchronise() const {}
void Stream::clear(void* memory, std::size_t bytes) const
{
    std::memset(memory, 0, bytes);
}
void Stream::copyOnDevice(void* to, const void* from, std::size_t bytes) const
{
    std::memcpy(to, from, bytes);
}
void Stream::copyToDevice(void* to, const void* from, std::size_t bytes) const
{
    std::memcpy(to, from, bytes);
}
void Stream::copyToHost(void* to, const void* from, std::size_t bytes) const
{
    std::memcpy(to, from, bytes);
}

/// Taken down is the work itself.
struct EmulatedWork {
    std::function<void()> work;
};
std::optional<Graph> Graph::capture(const Stream&, const std::function<void()>& work)
{
    return Graph(reinterpret_cast<CUgraphExec_st*>(new EmulatedWork{work}));
}
Graph::~Graph()
{
    delete reinterpret_cast<EmulatedWork*>(m_handle);
}
void Graph::launch(const Stream&) const
{
    reinterpret_cast<const EmulatedWork*>(m_handle)->work();
}

Event::Event() = default;
Event::~Event() = default;
void Event::record(const Stream&) {}
void Event::wait() const {}

Buffer::Buffer(std::size_t bytes, const Stream&) : m_bytes(bytes)
{
    if (bytes == 0)
        return;
    EmulatedDevice& device = emulatedDevice();
    if (device.allocated + bytes > device.limit)
        throw Error("Out of GPU memory.");
    m_data = std::calloc(1, bytes);
    device.allocated += bytes;
}
Buffer::~Buffer()
{
    std::free(m_data);
    emulatedDevice().allocated -= m_bytes;
}

PinnedBuffer::PinnedBuffer(std::size_t bytes) : m_data(std::calloc(1, bytes)), m_bytes(bytes) {}
PinnedBuffer::~PinnedBuffer()
{
    std::free(m_data);
}

void checkLaunch(int) {}

namespace {

class LoopProducts final : public Products {
public:
    void multiply(const MatrixProduct& p, const void* a, const void* b, void* c) override
    {
        withType(p.operands, [&](auto operand) {
            withType(p.result, [&](auto result) {
                using T = decltype(operand);
                multiplyAs(p, static_cast<const T*>(a), static_cast<const T*>(b), static_cast<decltype(result)*>(c));
            });
        });
    }
    std::string version() const override { return "loops"; }

private:
    template <typename T, typename R> static void multiplyAs(const MatrixProduct& p, const T* a, const T* b, R* c)
    {
        for (std::int64_t i = 0; i < p.m; ++i)
            for (std::int64_t j = 0; j < p.n; ++j) {
                double sum = 0;
                for (std::int64_t l = 0; l < p.k; ++l)
                    sum += static_cast<double>(widened(a[p.aTransposed ? l * p.m + i : i * p.k + l])) *
                           static_cast<double>(widened(b[p.bTransposed ? j * p.k + l : l * p.n + j]));
                c[i * p.n + j] = narrowed<R>(static_cast<float>(sum));
            }
    }
};

class DirectConvolution final : public Convolution {
public:
    DirectConvolution(const ConvolutionShape& s, const Stream& stream)
        : m_shape{s.input, s.output, s.size, s.stride, s.pad, s.groups}, m_element(s.element), m_stream(stream)
    {
    }
    void forward(const void* x, const void* w, void* y) override
    {
        directForward(m_shape, x, w, y, m_element, m_stream);
    }
    void backwardWeights(const void* x, const void* dy, void* dw) override
    {
        directBackwardWeights(m_shape, x, dy, dw, m_element, m_stream);
    }
    void backwardData(const void* dy, const void* w, void* dx) override
    {
        directBackwardData(m_shape, dy, w, dx, m_element, m_stream);
    }
    std::vector<std::string> implementations() const override { return {"own loops"}; }

private:
    DirectShape m_shape;
    Element m_element;
    const Stream& m_stream;
};

class DirectConvolutions final : public Convolutions {
public:
    explicit DirectConvolutions(const Stream& stream) : m_stream(stream) {}
    std::unique_ptr<Convolution> prepare(const ConvolutionShape& shape) override
    {
        return std::make_unique<DirectConvolution>(shape, m_stream);
    }
    std::string version() const override { return "own loops"; }

private:
    const Stream& m_stream;
};

} // namespace

std::unique_ptr<Products> makeProducts(const Stream&, bool)
{
    return std::make_unique<LoopProducts>();
}

std::unique_ptr<Convolutions> makeConvolutions(const Stream& stream, Scratch&, bool)
{
    return std::make_unique<DirectConvolutions>(stream);
}

} // namespace alexscope::cuda
