// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/weight_format.h"

#include "core/error.h"
#include "core/storage/file.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

namespace alexscope {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t looked = 16;
constexpr std::uint64_t lengthBytes = 8; // of a safetensors header's length

/// The magic number of torch.save before 1.6, pickled.
constexpr std::string_view torchMagic = "\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19."sv;

bool isSafetensors(std::string_view start, std::uint64_t size)
{
    if (start.size() <= lengthBytes)
        return false;
    std::uint64_t length = 0;
    std::memcpy(&length, start.data(), lengthBytes);
    return start[lengthBytes] == '{' || (length > 0 && length <= size - lengthBytes && start[4] == 0 && start[5] == 0);
}

} // namespace

std::string toText(WeightFormat format)
{
    switch (format) {
    case WeightFormat::Safetensors:
        return "safetensors";
    case WeightFormat::Torch:
    case WeightFormat::TorchLegacy:
        return "PyTorch";
    case WeightFormat::Caffe:
        return "Caffe";
    case WeightFormat::Onnx:
        break;
    }
    return "ONNX";
}

WeightFormat formatOf(const std::filesystem::path& path)
{
    const FileHandle file = FileHandle::openToRead(path);
    const std::uint64_t size = file.size();
    std::array<std::uint8_t, looked> bytes{};
    const std::size_t count = static_cast<std::size_t>(std::min<std::uint64_t>(size, looked));
    file.read(0, std::span(bytes).first(count));
    const std::string_view start(reinterpret_cast<const char*>(bytes.data()), count);
    if (start.starts_with("PK\x03\x04"sv))
        return WeightFormat::Torch;
    if (start.starts_with(torchMagic))
        return WeightFormat::TorchLegacy;
    if (isSafetensors(start, size))
        return WeightFormat::Safetensors;
    // Protocol buffers have no mark; both writers put their fields in order. ONNX begins with ir_version (1, a number),
    // Caffe with name (1, a text) or, without one, with layers (2) or layer (100).
    if (start.starts_with("\x08"sv))
        return WeightFormat::Onnx;
    if (start.starts_with("\x0a"sv) || start.starts_with("\x12"sv) || start.starts_with("\xa2\x06"sv))
        return WeightFormat::Caffe;
    throw Error(concat(path.string(), ": is no file of weights that can be read here (safetensors, PyTorch's .pth, "
                                      ".caffemodel or ONNX)"));
}

} // namespace alexscope
