// SPDX-License-Identifier: GPL-3.0-or-later
// cuda/device.h, convolution.h and matrix_product.h without a GPU: host memory, plain loops, and streams whose work may
// be done later and in any order that their events allow.
#include "emulated_device.h"

#include "core/error.h"
#include "cuda/convolution.h"
#include "cuda/kernels/execution.h"
#include "cuda/matrix_product.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <map>

namespace {

/// A point in a stream's work.
struct Mark {
    CUstream_st* stream = nullptr;
    bool reached = false;
};
struct Task {
    std::function<void()> work;
    std::shared_ptr<Mark> after; ///< begins only then; may be null
};

} // namespace

struct CUstream_st {
    std::deque<Task> tasks;
    std::vector<std::function<void()>>* takenDown = nullptr; ///< work goes there instead of being done
};
struct CUevent_st {
    std::shared_ptr<Mark> latest; ///< null: nothing was recorded yet
};
struct CUgraphExec_st {
    std::vector<std::function<void()>> work;
};

namespace alexscope::cuda {

namespace {

constexpr std::size_t mostFilled = 1 << 20; ///< larger memory is not touched before it is used

std::vector<CUstream_st*> allStreams;
std::map<const char*, std::size_t> pinnedMemory;
std::uint32_t chance = 1;

bool fails()
{
    EmulatedDevice& device = emulatedDevice();
    const long call = ++device.calls;
    return device.failAt > 0 && (device.lost ? call >= device.failAt : call == device.failAt);
}

/// Every call of the runtime begins here.
void called(const char* doing)
{
    if (fails())
        throw Error(concat("The GPU failed while ", doing, " (emulated)."));
}

void runUntil(const Mark& mark);

void runNext(CUstream_st& stream)
{
    const Task task = std::move(stream.tasks.front());
    stream.tasks.pop_front();
    if (task.after)
        runUntil(*task.after);
    task.work();
}

void runUntil(const Mark& mark)
{
    while (!mark.reached)
        runNext(*mark.stream);
}

void drain(CUstream_st& stream)
{
    while (!stream.tasks.empty())
        runNext(stream);
}

void drainAll()
{
    for (CUstream_st* stream : allStreams)
        drain(*stream);
}

std::uint32_t pick(std::size_t count)
{
    chance = chance * 1664525u + 1013904223u;
    return static_cast<std::uint32_t>((chance >> 16) % count);
}

/// Puts work into a stream. Done at once, or by and by: some of it now, of any stream, the rest when it is waited for.
void ask(CUstream_st& stream, std::function<void()> work, std::shared_ptr<Mark> after = nullptr)
{
    if (stream.takenDown) {
        stream.takenDown->push_back(std::move(work));
        return;
    }
    stream.tasks.push_back({std::move(work), std::move(after)});
    if (!emulatedDevice().deferred)
        return drain(stream);
    for (std::uint32_t turns = pick(3); turns > 0; --turns)
        if (CUstream_st& some = *allStreams[pick(allStreams.size())]; !some.tasks.empty())
            runNext(some);
}

bool takingDown()
{
    return std::ranges::any_of(allStreams, [](const CUstream_st* s) { return s->takenDown != nullptr; });
}

void notWhileTakenDown(const char* doing)
{
    called(doing);
    if (takingDown())
        throw Error(concat("What is taken down cannot contain ", doing, "."));
}

bool isPinned(const void* memory)
{
    const char* const at = static_cast<const char*>(memory);
    auto block = pinnedMemory.upper_bound(at);
    return block != pinnedMemory.begin() && at < std::prev(block)->first + std::prev(block)->second;
}

} // namespace

EmulatedDevice& emulatedDevice()
{
    static EmulatedDevice device;
    return device;
}

namespace emulator {

void enqueue(CUstream_st* stream, std::function<void()> work)
{
    called("starting a kernel");
    ask(*stream, std::move(work));
}

} // namespace emulator

std::optional<std::string> whyNoDevice()
{
    return std::nullopt;
}
DeviceInfo deviceInfo()
{
    called("describing it");
    return emulatedDevice().info;
}
std::size_t freeMemory()
{
    called("asking for free memory");
    return emulatedDevice().free;
}

Stream::Stream()
{
    called("making a stream");
    m_handle = new CUstream_st;
    allStreams.push_back(m_handle);
}
Stream::~Stream()
{
    if (!m_handle)
        return;
    drain(*m_handle);
    std::erase(allStreams, m_handle);
    delete m_handle;
}
void Stream::synchronise() const
{
    notWhileTakenDown("computing");
    drain(*m_handle);
}
bool Stream::isTakenDown() const
{
    return m_handle->takenDown != nullptr;
}
void Stream::waitFor(const Event& event) const
{
    notWhileTakenDown("putting work in order");
    ask(
        *m_handle, [] {}, event.handle()->latest);
}
void Stream::clear(void* memory, std::size_t bytes) const
{
    called("clearing memory");
    ask(*m_handle, [=] { std::memset(memory, 0, bytes); });
}
void Stream::copyOnDevice(void* to, const void* from, std::size_t bytes) const
{
    called("copying");
    ask(*m_handle, [=] { std::memcpy(to, from, bytes); });
}
/// What is not page-locked is taken at once.
void Stream::copyToDevice(void* to, const void* from, std::size_t bytes) const
{
    called("taking numbers in");
    if (isPinned(from))
        return ask(*m_handle, [=] { std::memcpy(to, from, bytes); });
    const auto* const begin = static_cast<const char*>(from);
    ask(*m_handle,
        [to, taken = std::vector<char>(begin, begin + bytes)] { std::memcpy(to, taken.data(), taken.size()); });
}
/// What is not page-locked is waited for.
void Stream::copyToHost(void* to, const void* from, std::size_t bytes) const
{
    called("handing numbers out");
    ask(*m_handle, [=] { std::memcpy(to, from, bytes); });
    if (!isPinned(to))
        drain(*m_handle);
}

std::optional<Graph> Graph::capture(const Stream& stream, const std::function<void()>& work)
{
    called("beginning to take work down");
    auto graph = std::make_unique<CUgraphExec_st>();
    stream.handle()->takenDown = &graph->work;
    bool whole = true;
    try {
        work();
    } catch (const Error&) {
        whole = false;
    }
    stream.handle()->takenDown = nullptr;
    return whole && !fails() && emulatedDevice().takesDown ? std::optional(Graph(graph.release())) : std::nullopt;
}
Graph::~Graph()
{
    drainAll();
    delete m_handle;
}
void Graph::launch(const Stream& stream) const
{
    called("starting work taken down");
    ++emulatedDevice().replays;
    for (const auto& work : m_handle->work)
        ask(*stream.handle(), work);
}

Event::Event()
{
    called("making an event");
    m_handle = new CUevent_st;
}
Event::~Event()
{
    delete m_handle;
}
void Event::record(const Stream& stream)
{
    notWhileTakenDown("marking a point in the work");
    const auto mark = std::make_shared<Mark>(Mark{stream.handle(), false});
    m_handle->latest = mark;
    ask(*stream.handle(), [mark] { mark->reached = true; });
}
void Event::wait() const
{
    notWhileTakenDown("computing");
    if (m_handle->latest)
        runUntil(*m_handle->latest);
}
/// Asking gives the device time to go on.
bool Event::reached() const
{
    notWhileTakenDown("computing");
    const std::shared_ptr<Mark> mark = m_handle->latest;
    if (mark && !mark->reached)
        runNext(*mark->stream);
    return !mark || mark->reached;
}

Buffer::Buffer(std::size_t bytes, const Stream& stream)
{
    if (bytes == 0)
        return;
    notWhileTakenDown("reserving memory");
    EmulatedDevice& device = emulatedDevice();
    if (device.allocated + bytes > device.limit)
        throw Error("Out of GPU memory.");
    m_data = std::calloc(1, bytes);
    m_bytes = bytes;
    device.allocated += bytes;
    if (bytes > mostFilled)
        return;
    std::memset(m_data, 0xA5, bytes);
    try {
        stream.clear(m_data, bytes);
    } catch (...) {
        std::free(m_data);
        device.allocated -= bytes;
        throw;
    }
}
/// As the runtime's: waits for all that is asked for.
Buffer::~Buffer()
{
    if (!m_data)
        return;
    drainAll();
    std::free(m_data);
    emulatedDevice().allocated -= m_bytes;
}

PinnedBuffer::PinnedBuffer(std::size_t bytes)
{
    if (bytes == 0)
        return;
    notWhileTakenDown("reserving main memory");
    m_data = std::malloc(bytes);
    std::memset(m_data, 0xA5, bytes);
    m_bytes = bytes;
    pinnedMemory[static_cast<const char*>(m_data)] = bytes;
    emulatedDevice().allocated += bytes;
}
PinnedBuffer::~PinnedBuffer()
{
    if (!m_data)
        return;
    drainAll();
    pinnedMemory.erase(static_cast<const char*>(m_data));
    std::free(m_data);
    emulatedDevice().allocated -= m_bytes;
}

void checkLaunch(int) {}

namespace {

class LoopProducts final : public Products {
public:
    explicit LoopProducts(const Stream& stream) : m_stream(stream) {}

    void multiply(const MatrixProduct& p, const void* a, const void* b, void* c) override
    {
        called("multiplying matrices");
        ask(*m_stream.handle(), [=] {
            withType(p.operands, [&](auto operand) {
                withType(p.result, [&](auto result) {
                    using T = decltype(operand);
                    multiplyAs(p, static_cast<const T*>(a), static_cast<const T*>(b),
                               static_cast<decltype(result)*>(c));
                });
            });
        });
    }
    std::string version() const override { return "loops"; }

private:
    template <typename T, typename R>
    static void multiplyAs(const MatrixProduct& p, const T* a, const T* b, R* c)
    {
        for (std::int64_t i = 0; i < p.m; ++i)
            for (std::int64_t j = 0; j < p.n; ++j) {
                const auto term = [&](std::int64_t l, auto type) {
                    using Number = decltype(type);
                    return static_cast<Number>(widened(a[p.aTransposed ? l * p.m + i : i * p.k + l])) *
                           static_cast<Number>(widened(b[p.bTransposed ? j * p.k + l : l * p.n + j]));
                };
                float single = 0;
                double sum = 0;
                switch (emulatedDevice().sums) {
                case EmulatedDevice::Sums::Double:
                    for (std::int64_t l = 0; l < p.k; ++l)
                        sum += term(l, 0.0);
                    single = static_cast<float>(sum);
                    break;
                case EmulatedDevice::Sums::SingleForwards:
                    for (std::int64_t l = 0; l < p.k; ++l)
                        single += term(l, 0.0f);
                    break;
                case EmulatedDevice::Sums::SingleBackwards:
                    for (std::int64_t l = p.k; l-- > 0;)
                        single += term(l, 0.0f);
                    break;
                }
                c[i * p.n + j] = narrowed<R>(single);
            }
    }

    const Stream& m_stream;
};

class DirectConvolution final : public Convolution {
public:
    DirectConvolution(const ConvolutionShape& s, const Stream& stream)
        : m_shape(s), m_one(s.oneGroup()), m_stream(stream)
    {
    }
    void forward(const void* x, const void* w, void* y) override
    {
        for (const Addresses& a : addresses(x, w, y))
            directForward(direct(), a.x, a.w, a.y, m_one.element, m_stream);
    }
    void backwardWeights(const void* x, const void* dy, void* dw) override
    {
        for (const Addresses& a : addresses(x, dw, dy))
            directBackwardWeights(direct(), a.x, a.y, a.w, m_one.element, m_stream);
    }
    void backwardData(const void* dy, const void* w, void* dx) override
    {
        for (const Addresses& a : addresses(dx, w, dy))
            directBackwardData(direct(), a.y, a.w, a.x, m_one.element, m_stream);
    }
    std::vector<std::string> implementations() const override { return {"own loops"}; }

private:
    DirectShape direct() const { return {m_one.input, m_one.output, m_one.size, m_one.stride, m_one.pad}; }
    std::vector<Addresses> addresses(const void* x, const void* w, const void* y) const
    {
        return groupAddresses(m_shape, {const_cast<void*>(x), const_cast<void*>(w), const_cast<void*>(y)});
    }

    ConvolutionShape m_shape, m_one;
    const Stream& m_stream;
};

class DirectConvolutions final : public Convolutions {
public:
    DirectConvolutions(const Stream& stream, Scratch& scratch) : m_stream(stream), m_scratch(scratch) {}
    /// Takes as much working memory as it may.
    std::unique_ptr<Convolution> prepare(const ConvolutionShape& shape) override
    {
        called("preparing a convolution");
        m_scratch.reserve(Scratch::Workspace, mostWorkspace(shape.oneGroup()));
        return std::make_unique<DirectConvolution>(shape, m_stream);
    }
    std::string version() const override { return "own loops"; }

private:
    const Stream& m_stream;
    Scratch& m_scratch;
};

} // namespace

std::unique_ptr<Products> makeProducts(const Stream& stream, Arithmetic)
{
    called("starting a library");
    return std::make_unique<LoopProducts>(stream);
}

std::unique_ptr<Convolutions> makeConvolutions(const Stream& stream, Scratch& scratch, bool)
{
    return std::make_unique<DirectConvolutions>(stream, scratch);
}

} // namespace alexscope::cuda
