// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace alexscope {

/// Logical extents in the order n (pictures or output channels), c (channels), h, w. Vectors have h = w = 1.
/// What memory looks like is the backend's business.
struct Shape {
    std::int64_t n = 1, c = 1, h = 1, w = 1;

    std::int64_t count() const { return n * c * h * w; }
    std::int64_t perPicture() const { return c * h * w; }
    std::int64_t area() const { return h * w; }
    Shape withBatch(std::int64_t batch) const { return {batch, c, h, w}; }
    bool operator==(const Shape&) const = default;
};

/// "96×55×55", or "4096" for a vector; the batch is left out.
std::string toText(const Shape& shape);

} // namespace alexscope
