// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/onnx_attributes.h"

#include "core/error.h"
#include "core/readable_text.h"

#include "onnx.pb.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace alexscope {

namespace {

namespace proto = formats::onnx;

constexpr std::int64_t largestWindow = 1024;

const proto::Attribute* find(const proto::Node& node, const char* name)
{
    for (const proto::Attribute& attribute : node.attributes())
        if (attribute.name() == name)
            return &attribute;
    return nullptr;
}

} // namespace

double asWritten(float number)
{
    std::array<char, 32> text{};
    const auto written = std::to_chars(text.data(), text.data() + text.size(), number);
    double value = 0;
    std::from_chars(text.data(), written.ptr, value);
    return value;
}

OnnxOperation::OnnxOperation(const formats::onnx::Node& node, std::string origin)
    : m_node(node), m_origin(std::move(origin))
{
}

const std::string& OnnxOperation::kind() const
{
    return m_node.operation();
}

void OnnxOperation::fail(const std::string& cause) const
{
    throw Error(concat(m_origin, ": ", readable(m_node.operation()), " ", readable(m_node.name()), ": ", cause));
}

int OnnxOperation::whole(const char* attribute, std::int64_t otherwise, std::int64_t low, std::int64_t high) const
{
    const proto::Attribute* found = find(m_node, attribute);
    const std::int64_t value = found ? found->integer() : otherwise;
    if (value < low || value > high)
        fail(concat(attribute, " = ", value, " is not computed here"));
    return static_cast<int>(value);
}

double OnnxOperation::real(const char* attribute, float otherwise) const
{
    const proto::Attribute* found = find(m_node, attribute);
    const float value = found ? found->real() : otherwise;
    if (!std::isfinite(value))
        fail(concat(attribute, " is no number"));
    return asWritten(value);
}

std::vector<std::int64_t> OnnxOperation::integers(const char* attribute, std::vector<std::int64_t> otherwise) const
{
    const proto::Attribute* found = find(m_node, attribute);
    if (!found)
        return otherwise;
    return {found->integers().begin(), found->integers().end()};
}

/// An attribute that is given for both directions, equally.
int OnnxOperation::same(const char* attribute, std::int64_t otherwise, std::int64_t low, std::int64_t high) const
{
    const std::vector<std::int64_t> values = integers(attribute, {otherwise, otherwise});
    if (values.size() != 2 || values[0] != values[1] || values[0] < low || values[0] > high)
        fail(concat(attribute, " is not computed here; only square windows of two dimensions are"));
    return static_cast<int>(values[0]);
}

OnnxOperation::Window OnnxOperation::window(int size) const
{
    Window window;
    window.size = same("kernel_shape", size, 1, largestWindow);
    if (size > 0 && window.size != size)
        fail("kernel_shape is not the weights'");
    window.stride = same("strides", 1, 1, largestWindow);
    (void)same("dilations", 1, 1, 1);
    window.ceil = whole("ceil_mode", 0, 0, 1) == 1;
    const proto::Attribute* padding = find(m_node, "auto_pad");
    if (padding && padding->text() != "NOTSET" && padding->text() != "VALID")
        fail("padding by itself (auto_pad) is not computed here");
    const std::vector<std::int64_t> pads = integers("pads", {0, 0, 0, 0});
    if (pads.size() != 4 || pads[0] != pads[1] || pads[0] < 0 || std::min(pads[2], pads[3]) < pads[0] ||
        std::max(pads[2], pads[3]) >= largestWindow)
        fail("pads are not computed here; only equal ones, or more below and to the right, are");
    window.before = static_cast<int>(pads[0]);
    window.below = static_cast<int>(pads[2]);
    window.right = static_cast<int>(pads[3]);
    return window;
}

std::int64_t OnnxOperation::Window::along(std::int64_t extent, int after) const
{
    const std::int64_t room = extent + before + after - size;
    if (room < 0)
        return 0;
    return (ceil ? room + stride - 1 : room) / stride + 1;
}

Shape OnnxOperation::Window::outputs(const Shape& input, std::int64_t channels) const
{
    return {1, channels, along(input.h, below), along(input.w, right)};
}

Rounding OnnxOperation::Window::rounding(const Shape& input) const
{
    Window floor = *this;
    floor.ceil = false;
    floor.below = floor.right = before;
    return floor.outputs(input, 1) == outputs(input, 1) ? Rounding::Floor : Rounding::Ceil;
}

} // namespace alexscope
