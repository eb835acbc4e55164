// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/npy_file.h"

#include "core/error.h"
#include "core/storage/safetensors.h"

#include <array>
#include <bit>
#include <string>

namespace alexscope {

static_assert(std::endian::native == std::endian::little, "npy files are written as they lie in memory");

void writeNpy(const std::filesystem::path& path, const std::vector<std::int64_t>& shape, std::span<const float> values)
{
    std::int64_t count = 1;
    std::string dimensions;
    for (const std::int64_t size : shape) {
        count *= size;
        dimensions += std::to_string(size) + ",";
    }
    if (count != std::ssize(values))
        throw Error(concat(path.string(), " cannot be written: the shape (", dimensions, ") does not fit ",
                           values.size(), " numbers"));

    constexpr std::size_t alignment = 64, fixedPart = 10; // magic, version and the header's length
    std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + dimensions + "), }";
    header.append(alignment - (fixedPart + header.size() + 1) % alignment, ' ');
    header += '\n';
    const auto length = static_cast<std::uint16_t>(header.size());
    std::string start("\x93NUMPY\x01\x00", 8);
    start += static_cast<char>(length & 0xff);
    start += static_cast<char>(length >> 8);
    start += header;
    const std::array<std::span<const std::uint8_t>, 2> parts{
        std::span(reinterpret_cast<const std::uint8_t*>(start.data()), start.size()),
        std::span(reinterpret_cast<const std::uint8_t*>(values.data()), values.size_bytes())};
    writeFileAtomically(path, parts);
}

} // namespace alexscope
