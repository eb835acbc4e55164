// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>

struct CUstream_st;
struct CUevent_st;
struct CUgraphExec_st;

/// The CUDA runtime, as far as this room needs it; device.cpp alone includes its header. All objects belong to the
/// thread that owns the backend. A call that fails throws Error with a sentence; destructors never throw.
namespace alexscope::cuda {

struct DeviceInfo {
    std::string name;            ///< "NVIDIA H200"
    int major = 0, minor = 0;    ///< compute capability
    int processors = 1;          ///< multiprocessors
    int driver = 0, runtime = 0; ///< 13000 is 13.0
    std::size_t memory = 0;      ///< bytes, all of it
};

/// Why no GPU can be used, as a sentence with a remedy; empty when one can.
std::optional<std::string> whyNoDevice();
/// The first GPU. Throws Error where there is none.
DeviceInfo deviceInfo();
/// Bytes free on the GPU at this moment.
std::size_t freeMemory();

class Event;

/// The order of work on the device. Copies are asked for on it, and kernels are launched on it (kernels/launch.h).
class Stream {
public:
    Stream();
    ~Stream();
    Stream(Stream&& other) noexcept : m_handle(std::exchange(other.m_handle, nullptr)) {}
    Stream& operator=(Stream&& other) noexcept
    {
        std::swap(m_handle, other.m_handle);
        return *this;
    }

    CUstream_st* handle() const { return m_handle; }
    void synchronise() const;
    /// Whether what is asked for now is taken down (Graph::capture).
    bool isTakenDown() const;
    /// What is asked for after this begins only when the point is reached; at once when nothing was recorded yet.
    void waitFor(const Event& event) const;
    void clear(void* memory, std::size_t bytes) const;
    void copyOnDevice(void* to, const void* from, std::size_t bytes) const;
    /// `from` may be reused as soon as this returns, unless it is pinned.
    void copyToDevice(void* to, const void* from, std::size_t bytes) const;
    /// `to` is filled when the stream has been waited for.
    void copyToHost(void* to, const void* from, std::size_t bytes) const;

private:
    CUstream_st* m_handle = nullptr;
};

/// Work asked for on a stream, taken down instead of done (a CUDA graph).
class Graph {
public:
    /// Empty where something in `work` cannot be taken down.
    static std::optional<Graph> capture(const Stream& stream, const std::function<void()>& work);
    ~Graph();
    Graph(Graph&& other) noexcept : m_handle(std::exchange(other.m_handle, nullptr)) {}
    Graph& operator=(Graph&& other) noexcept
    {
        std::swap(m_handle, other.m_handle);
        return *this;
    }
    void launch(const Stream& stream) const;

private:
    explicit Graph(CUgraphExec_st* handle) : m_handle(handle) {}
    CUgraphExec_st* m_handle = nullptr;
};

/// A point in a stream that the host and other streams can wait for.
class Event {
public:
    Event();
    ~Event();
    Event(Event&& other) noexcept : m_handle(std::exchange(other.m_handle, nullptr)) {}
    Event& operator=(Event&& other) noexcept
    {
        std::swap(m_handle, other.m_handle);
        return *this;
    }

    CUevent_st* handle() const { return m_handle; }
    void record(const Stream& stream);
    /// Returns at once when nothing was recorded yet.
    void wait() const;
    /// Whether wait() would return at once.
    bool reached() const;

private:
    CUevent_st* m_handle = nullptr;
};

/// Device memory, zeroed; aligned to 256 bytes.
class Buffer {
public:
    Buffer() = default;
    /// Throws Error with the numbers when there is not enough.
    Buffer(std::size_t bytes, const Stream& stream);
    ~Buffer();
    Buffer(Buffer&& other) noexcept
        : m_data(std::exchange(other.m_data, nullptr)), m_bytes(std::exchange(other.m_bytes, 0))
    {
    }
    Buffer& operator=(Buffer&& other) noexcept
    {
        std::swap(m_data, other.m_data);
        std::swap(m_bytes, other.m_bytes);
        return *this;
    }

    void* data() const { return m_data; }
    std::size_t size() const { return m_bytes; }

private:
    void* m_data = nullptr;
    std::size_t m_bytes = 0;
};

/// Page-locked host memory: copies from and to it run beside the host.
class PinnedBuffer {
public:
    PinnedBuffer() = default;
    explicit PinnedBuffer(std::size_t bytes);
    ~PinnedBuffer();
    PinnedBuffer(PinnedBuffer&& other) noexcept
        : m_data(std::exchange(other.m_data, nullptr)), m_bytes(std::exchange(other.m_bytes, 0))
    {
    }
    PinnedBuffer& operator=(PinnedBuffer&& other) noexcept
    {
        std::swap(m_data, other.m_data);
        std::swap(m_bytes, other.m_bytes);
        return *this;
    }

    template <typename T>
    T* as() const
    {
        return static_cast<T*>(m_data);
    }
    std::size_t size() const { return m_bytes; }

private:
    void* m_data = nullptr;
    std::size_t m_bytes = 0;
};

/// Throws Error when a kernel could not be launched; `code` is the runtime's (0: all is well).
void checkLaunch(int code);

} // namespace alexscope::cuda
