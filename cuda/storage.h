// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/tensor.h"
#include "cuda/device.h"
#include "cuda/kernels/kernels.h"

#include <array>
#include <cstddef>

namespace alexscope::cuda {

inline Maps mapsOf(const Shape& s)
{
    return {s.n, s.h, s.w, s.c};
}

/// Throws Error beyond 2³¹ − 1 elements, which the kernels count in 32 bits.
void checkCount(const Maps& maps);

/// A tensor in GPU memory, channels last. The memory comes with its first use, so that a network can be refused before
/// anything is allocated for it.
class GpuStorage : public Storage {
public:
    /// `stream` outlives it. Throws Error for more than checkCount() lets pass.
    GpuStorage(const Maps& maps, Element element, const Stream& stream);

    std::size_t bytes() const override { return m_buffer.size(); }
    const Maps& maps() const { return m_maps; }
    Element element() const { return m_element; }
    void* data();

protected:
    const Stream& m_stream;

private:
    Maps m_maps;
    Element m_element;
    Buffer m_buffer;
};

/// Float32 master weights and, where kernels read bf16, a copy beside them: refreshed when it is used after the master
/// changed, or by the update in passing.
class WeightStorage final : public GpuStorage {
public:
    WeightStorage(const Maps& maps, const Stream& stream) : GpuStorage(maps, Element::F32, stream) {}

    std::size_t bytes() const override { return GpuStorage::bytes() + m_copy.size(); }
    /// The weights in this type, up to date.
    const void* in(Element element);
    /// Makes the copy if there is none yet.
    void* copy();
    bool hasCopy() const { return m_copy.size() > 0; }
    void changed(bool copyWritten) { m_copyIsFresh = copyWritten && hasCopy(); }

private:
    Buffer m_copy;
    bool m_copyIsFresh = false;
};

inline GpuStorage& storageOf(const Tensor& tensor)
{
    return static_cast<GpuStorage&>(tensor.storage());
}
inline WeightStorage& weightsOf(const Tensor& tensor)
{
    return static_cast<WeightStorage&>(tensor.storage());
}

/// Memory that kernels use one after the other for what nobody looks at later.
class Scratch {
public:
    enum Slot {
        MaskedGradient,
        CopiedGradient,
        Sums,
        ColumnSums,
        Squares,
        Rates,
        Workspace,
        Plain,
        MeanPicture,
        slotCount
    };
    explicit Scratch(const Stream& stream) : m_stream(stream) {}
    /// Room for at least `bytes`. Asked for when a kernel is prepared; data() is fixed only once all kernels are.
    void reserve(Slot slot, std::size_t bytes);
    void* data(Slot slot) const { return m_buffers[slot].data(); }
    std::size_t size(Slot slot) const { return m_buffers[slot].size(); }
    /// Grows whenever some data() changes.
    long moves() const { return m_moves; }

private:
    const Stream& m_stream;
    std::array<Buffer, slotCount> m_buffers;
    long m_moves = 0;
};

} // namespace alexscope::cuda
