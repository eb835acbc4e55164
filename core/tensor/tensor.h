// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/shape.h"

#include <cstddef>
#include <memory>

namespace alexscope {

/// Device memory of one tensor. Each backend derives its own; layout and element type are known only there.
class Storage {
public:
    virtual ~Storage() = default;
    /// Bytes held on the device.
    virtual std::size_t bytes() const = 0;
};

/// A logical NCHW shape and a handle to backend memory. Copies share the memory, as a pointer would.
/// Only Backend::upload and Backend::download turn it into plain NCHW numbers.
class Tensor {
public:
    Tensor() = default;
    Tensor(Shape shape, std::shared_ptr<Storage> storage) : m_shape(shape), m_storage(std::move(storage)) {}

    const Shape& shape() const { return m_shape; }
    bool exists() const { return m_storage != nullptr; }
    Storage& storage() const { return *m_storage; }
    const std::shared_ptr<Storage>& storagePointer() const { return m_storage; }

private:
    Shape m_shape;
    std::shared_ptr<Storage> m_storage;
};

} // namespace alexscope
