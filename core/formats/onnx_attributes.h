// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/layer_spec.h"

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
        int before = 0, after = 0; ///< padding above and left, below and right
        bool ceil = false;
        /// Rows of output from `rows` of input; 0 where the window does not fit.
        std::int64_t outputs(std::int64_t rows) const;
        /// The rounding with which our layers give as many; the padding after is theirs to find.
        Rounding rounding(std::int64_t rows) const;
    };
    /// `size`: where the operation does not say it (convolutions), else 0.
    Window window(int size) const;

private:
    int same(const char* attribute, std::int64_t otherwise, std::int64_t low, std::int64_t high) const;

    const formats::onnx::Node& m_node;
    std::string m_origin;
};

} // namespace alexscope
