// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/png_file.h"

#include "core/error.h"
#include "core/storage/safetensors.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace alexscope {

namespace {

using Bytes = std::vector<std::uint8_t>;

void append(Bytes& to, std::string_view text)
{
    to.insert(to.end(), text.begin(), text.end());
}

void appendBigEndian(Bytes& to, std::uint32_t number)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        to.push_back(static_cast<std::uint8_t>(number >> shift));
}

std::array<std::uint32_t, 256> crcTable()
{
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t c = i;
        for (int bit = 0; bit < 8; ++bit)
            c = (c & 1) ? 0xEDB88320u ^ (c >> 1) : c >> 1;
        table[i] = c;
    }
    return table;
}

std::uint32_t crc32(std::span<const std::uint8_t> bytes)
{
    static const std::array<std::uint32_t, 256> table = crcTable();
    std::uint32_t c = 0xFFFFFFFFu;
    for (const std::uint8_t byte : bytes)
        c = table[(c ^ byte) & 0xFF] ^ (c >> 8);
    return c ^ 0xFFFFFFFFu;
}

std::uint32_t adler32(std::span<const std::uint8_t> bytes)
{
    std::uint32_t a = 1, b = 0;
    for (const std::uint8_t byte : bytes) {
        a = (a + byte) % 65521;
        b = (b + a) % 65521;
    }
    return (b << 16) | a;
}

void appendChunk(Bytes& to, std::string_view type, const Bytes& data)
{
    appendBigEndian(to, static_cast<std::uint32_t>(data.size()));
    const std::size_t begin = to.size();
    append(to, type);
    to.insert(to.end(), data.begin(), data.end());
    appendBigEndian(to, crc32(std::span(to).subspan(begin)));
}

/// A zlib stream of stored blocks.
Bytes stored(const Bytes& data)
{
    constexpr std::size_t largest = 65535;
    Bytes stream{0x78, 0x01};
    for (std::size_t begin = 0; begin < data.size(); begin += largest) {
        const std::size_t length = std::min(largest, data.size() - begin);
        const auto low = static_cast<std::uint8_t>(length), high = static_cast<std::uint8_t>(length >> 8);
        const std::uint8_t last = begin + length == data.size();
        stream.insert(stream.end(),
                      {last, low, high, static_cast<std::uint8_t>(~low), static_cast<std::uint8_t>(~high)});
        const auto from = data.begin() + static_cast<std::ptrdiff_t>(begin);
        stream.insert(stream.end(), from, from + static_cast<std::ptrdiff_t>(length));
    }
    appendBigEndian(stream, adler32(data));
    return stream;
}

} // namespace

std::vector<std::uint8_t> encodePng(ImageView picture)
{
    if (picture.width < 1 || picture.height < 1)
        throw Error(concat("a picture of ", picture.width, "×", picture.height, " pixels cannot be written"));
    const auto row = static_cast<std::size_t>(picture.width) * 3;
    Bytes lines;
    lines.reserve((row + 1) * static_cast<std::size_t>(picture.height));
    for (int y = 0; y < picture.height; ++y) {
        lines.push_back(0); // no filter
        lines.insert(lines.end(), picture.pixel(0, y), picture.pixel(0, y) + row);
    }
    Bytes header;
    appendBigEndian(header, static_cast<std::uint32_t>(picture.width));
    appendBigEndian(header, static_cast<std::uint32_t>(picture.height));
    header.insert(header.end(), {8, 2, 0, 0, 0}); // 8 bits, RGB, deflate, usual filters, not interlaced

    Bytes png{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    appendChunk(png, "IHDR", header);
    appendChunk(png, "IDAT", stored(lines));
    appendChunk(png, "IEND", {});
    return png;
}

void writePng(const std::filesystem::path& path, ImageView picture)
{
    const std::vector<std::uint8_t> png = encodePng(picture);
    const std::array<std::span<const std::uint8_t>, 1> parts{png};
    writeFileAtomically(path, parts);
}

} // namespace alexscope
