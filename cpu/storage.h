// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/tensor.h"
#include "cpu/onednn.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace alexscope::cpu {

/// Page-aligned zeroed memory; large pages where the system offers them.
class Buffer {
public:
    Buffer() = default;
    explicit Buffer(std::size_t bytes);
    std::byte* data() const { return m_data.get(); }
    std::size_t size() const { return m_bytes; }

private:
    struct Free {
        void operator()(std::byte* p) const;
    };
    std::unique_ptr<std::byte, Free> m_data;
    std::size_t m_bytes = 0;
};

/// A tensor in main memory in the format of a oneDNN descriptor.
class CpuStorage : public Storage {
public:
    CpuStorage(const dnnl::engine& engine, const Desc& desc);
    /// The network's input: takes its format from the first kernel (settle) or, failing that, is plain NCHW.
    CpuStorage(const dnnl::engine& engine, const Shape& unsettled, DataType type);

    std::size_t bytes() const override { return m_buffer.size(); }
    bool settled() const { return m_buffer.data() != nullptr; }
    void settle(const Desc& desc);
    const Desc& desc() const { return m_desc; }
    const dnnl::memory& memory();
    std::byte* data();

protected:
    dnnl::engine m_engine;

private:
    Desc m_desc;
    Buffer m_buffer;
    dnnl::memory m_memory;
};

/// How a bf16 copy of weights lies beside the float32 master, as far as the update writes it in the same pass.
enum class CopyPattern {
    Other,      ///< re-ordered by the library when next used
    Same,       ///< element by element
    Interleave, ///< inner blocks [rows][columns] become [rows / 2][columns][2], as the bf16 dot product wants
};

/// Master weights in float32 and the copies kernels read: other layouts, bf16. A copy is refreshed when it is used
/// after the master changed, or by the update itself where the pattern allows.
class WeightStorage : public CpuStorage {
public:
    using CpuStorage::CpuStorage;

    /// Elements the update handles at once: large enough to hide the overhead, small enough that a bf16 copy is written
    /// from the cache. Only blocks that divide it can be interleaved in passing; those of the library do.
    static constexpr std::int64_t updatePiece = 16384;

    struct Copy {
        Desc desc;
        Buffer buffer;
        dnnl::memory memory;
        long version = -1;
        CopyPattern pattern = CopyPattern::Other;
        std::int64_t rows = 0, columns = 0; ///< Interleave: of the inner block
    };

    std::size_t bytes() const override;
    /// The weights in this format, up to date.
    const dnnl::memory& in(const Desc& desc, const dnnl::stream& stream);
    /// Whether a format is there already, the master's or a copy's.
    bool holds(const Desc& desc) const;
    const std::vector<std::unique_ptr<Copy>>& copies() const { return m_copies; }
    /// The master changed: every copy is stale but those whose pattern the update wrote.
    void changed(bool patternsWritten);

private:
    Copy& copyIn(const Desc& desc);

    long m_version = 0;
    std::vector<std::unique_ptr<Copy>> m_copies;
};

inline CpuStorage& storageOf(const Tensor& tensor)
{
    return static_cast<CpuStorage&>(tensor.storage());
}

/// Memory that kernels use one after the other for what nobody looks at later.
class Scratch {
public:
    enum Slot { MaskedGradient, Input, Gradient, slotCount };
    /// Room for at least `bytes`. Asked for when a kernel is prepared; data() is fixed only once all kernels are.
    void reserve(Slot slot, std::size_t bytes);
    std::byte* data(Slot slot) const { return m_buffers[slot].data(); }

private:
    Buffer m_buffers[slotCount];
};

} // namespace alexscope::cpu
