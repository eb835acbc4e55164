// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/layer_spec.h"
#include "core/tensor/shape.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Attributes of ONNX operations as fields of our layers. Private to core/formats.
namespace alexscope {

namespace formats::onnx {
class Node;
} // namespace formats::onnx

/// The shortest decimal number that is this float32: 1e-4f gives 1e-4, not 9.9999997e-5.
double asWritten(float number);

/// One operation of a graph, its attributes read with checks. Errors name the operation.
class OnnxOperation {
public:
    OnnxOperation(const formats::onnx::Node& node, std::string origin);

    const std::string& kind() const;
    [[noreturn]] void fail(const std::string& cause) const;
    /// Throws Error where the number is outside.
    int whole(const char* attribute, std::int64_t otherwise, std::int64_t low, std::int64_t high) const;
    double real(const char* attribute, float otherwise) const;
    std::vector<std::int64_t> integers(const char* attribute, std::vector<std::int64_t> otherwise) const;

    /// A square window as convolutions and poolings have it.
    struct Window {
        int size = 1, stride = 1;
        int before = 0, below = 0, right = 0; ///< padding above and to the left, below, to the right
        bool ceil = false;
        bool pads() const { return before > 0 || below > 0 || right > 0; }
        /// Maps of this size have outputs of that; 0 where the window does not fit.
        Shape outputs(const Shape& input, std::int64_t channels) const;
        /// The rounding with which our layers give as many; the padding below and to the right is theirs to find.
        Rounding rounding(const Shape& input) const;

    private:
        std::int64_t along(std::int64_t extent, int after) const;
    };
    /// `size`: where the operation does not say it (convolutions), else 0.
    Window window(int size) const;

private:
    int same(const char* attribute, std::int64_t otherwise, std::int64_t low, std::int64_t high) const;

    const formats::onnx::Node& m_node;
    std::string m_origin;
};

} // namespace alexscope
