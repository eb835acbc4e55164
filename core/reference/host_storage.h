// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/tensor/tensor.h"

#include <span>
#include <vector>

namespace alexscope::reference {

/// A tensor in host memory, plain NCHW, all zeros at first.
template <typename T>
class HostStorage final : public Storage {
public:
    explicit HostStorage(std::int64_t count) : m_values(static_cast<std::size_t>(count)) {}

    std::size_t bytes() const override { return m_values.size() * sizeof(T); }
    std::span<T> values() { return m_values; }

private:
    std::vector<T> m_values;
};

template <typename T>
Tensor makeTensor(Shape shape)
{
    return {shape, std::make_shared<HostStorage<T>>(shape.count())};
}

/// The numbers of a tensor this backend made. Throws Error for another backend's tensor.
template <typename T>
std::span<T> valuesOf(const Tensor& tensor)
{
    auto* storage = dynamic_cast<HostStorage<T>*>(tensor.storagePointer().get());
    if (!storage)
        throw Error(
            "A tensor was given to the reference backend that it did not make; download and upload it instead.");
    return storage->values();
}

} // namespace alexscope::reference
