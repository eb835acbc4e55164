// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/picture_header.h"

#include "core/error.h"
#include "datasets/bounded_file.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

namespace alexscope::datasets {

namespace {

PictureCheck refuse(std::string reason)
{
    PictureCheck check;
    check.reason = std::move(reason);
    return check;
}

PictureCheck accept(PictureKind kind, std::uint64_t width, std::uint64_t height, std::string note = {})
{
    if (width < 1 || height < 1)
        return refuse("broken: it says it has no pixels");
    if (width > largestPicture || height > largestPicture || width * height > largestPicture)
        return refuse(concat("too large: ", width, "×", height, " pixels"));
    return {true, std::move(note), kind, static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height)};
}

/// Whether `mark` lies in the file's last 64 KiB, not before `from`. Some programs append things to their pictures.
bool endsWith(BoundedFile& file, std::uint64_t from, std::string_view mark)
{
    for (const std::uint64_t reach : {std::uint64_t{64}, std::uint64_t{65536}}) {
        const std::uint64_t begin = std::max(from, file.size() - std::min(file.size(), reach));
        std::vector<std::uint8_t> tail(static_cast<std::size_t>(file.size() - std::min(begin, file.size())));
        if (file.readAt(begin, tail) &&
            std::search(tail.begin(), tail.end(), mark.begin(), mark.end(),
                        [](std::uint8_t a, char b) { return a == static_cast<std::uint8_t>(b); }) != tail.end())
            return true;
    }
    return false;
}

PictureCheck checkJpegFrame(BoundedFile& file, std::uint64_t at, std::uint8_t marker)
{
    std::array<std::uint8_t, 8> frame; // length, precision, height, width, components
    if (!file.readAt(at, frame))
        return refuse("truncated");
    if (marker == 0xC3 || marker == 0xCB || marker == 0xC5 || marker == 0xC6 || marker == 0xC7 || marker >= 0xCD)
        return refuse("a lossless or hierarchical JPEG, which is not read");
    if (frame[2] != 8)
        return refuse(concat("a JPEG with ", int(frame[2]), " bits a colour, which is not read"));
    if (frame[7] != 1 && frame[7] != 3)
        return refuse(frame[7] == 4 ? std::string("CMYK colours; save it as RGB")
                                    : concat("a JPEG with ", int(frame[7]), " colour channels"));
    if (!endsWith(file, at, "\xFF\xD9"))
        return refuse("truncated");
    return accept(PictureKind::Jpeg, bigEndian16(&frame[5]), bigEndian16(&frame[3]),
                  frame[7] == 1 ? "grey, used as RGB" : "");
}

PictureCheck checkJpeg(BoundedFile& file)
{
    std::uint64_t at = 2;
    for (int segments = 0; segments < 1000; ++segments) {
        std::array<std::uint8_t, 4> head;
        if (!file.readAt(at, head))
            return refuse("truncated");
        if (head[0] != 0xFF)
            return refuse("broken: no JPEG marker where one should be");
        const std::uint8_t marker = head[1];
        if (marker == 0xFF) // filling
            at += 1;
        else if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8))
            at += 2;
        else if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC)
            return checkJpegFrame(file, at + 2, marker);
        else if (marker == 0xD9 || marker == 0xDA || bigEndian16(&head[2]) < 2)
            return refuse("broken: no picture in the JPEG file");
        else
            at += 2 + bigEndian16(&head[2]);
    }
    return refuse("broken: too many JPEG segments");
}

PictureCheck checkPng(BoundedFile& file)
{
    std::array<std::uint8_t, 33> header; // signature, then length, "IHDR", width, height, depth, colour type …
    if (!file.readAt(0, header))
        return refuse("truncated");
    if (bigEndian32(&header[8]) != 13 || std::memcmp(&header[12], "IHDR", 4) != 0)
        return refuse("broken: no PNG header");
    std::uint64_t at = 33;
    for (int chunks = 0;; ++chunks) {
        std::array<std::uint8_t, 8> chunk;
        if (!file.readAt(at, chunk))
            return refuse("truncated");
        if (std::memcmp(&chunk[4], "acTL", 4) == 0)
            return refuse("animated");
        if (std::memcmp(&chunk[4], "IDAT", 4) == 0)
            break;
        if (chunks == 1000 || std::memcmp(&chunk[4], "IEND", 4) == 0)
            return refuse("broken: no picture in the PNG file");
        at += 12ull + bigEndian32(&chunk[0]);
    }
    if (!endsWith(file, at, "IEND"))
        return refuse("truncated");
    const int depth = header[24], colour = header[25];
    const bool grey = colour == 0 || colour == 4;
    return accept(PictureKind::Png, bigEndian32(&header[16]), bigEndian32(&header[20]),
                  depth == 16 ? "16 bits a colour, reduced to 8"
                  : grey      ? "grey, used as RGB"
                              : "");
}

PictureCheck checkBmp(BoundedFile& file)
{
    std::array<std::uint8_t, 34> header;
    if (!file.readAt(0, header) || littleEndian32(&header[14]) < 40)
        return refuse("truncated, or a BMP of a kind that is not read");
    const std::uint64_t pixels = littleEndian32(&header[10]), width = littleEndian32(&header[18]),
                        bits = littleEndian16(&header[28]);
    std::uint32_t height = littleEndian32(&header[22]);
    if (height >> 31) // negative: rows from the top
        height = ~height + 1;
    const PictureCheck check = accept(PictureKind::Bmp, width, height);
    const bool plain = littleEndian32(&header[30]) == 0;
    if (check.usable && plain && pixels + (width * bits + 31) / 32 * 4 * height > file.size())
        return refuse("truncated");
    return check;
}

PictureCheck checkWebp(BoundedFile& file)
{
    std::array<std::uint8_t, 30> header;
    if (!file.readAt(0, header) || 8ull + littleEndian32(&header[4]) > file.size())
        return refuse("truncated");
    const std::uint8_t* body = &header[20];
    if (std::memcmp(&header[12], "VP8X", 4) == 0) {
        if (body[0] & 2)
            return refuse("animated");
        return accept(PictureKind::Webp, 1 + (littleEndian32(&body[3]) >> 8), 1 + (littleEndian32(&body[6]) >> 8));
    }
    if (std::memcmp(&header[12], "VP8L", 4) == 0 && body[0] == 0x2F) {
        const std::uint32_t bits = littleEndian32(&body[1]);
        return accept(PictureKind::Webp, 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF));
    }
    if (std::memcmp(&header[12], "VP8 ", 4) == 0 && body[3] == 0x9D && body[4] == 0x01 && body[5] == 0x2A)
        return accept(PictureKind::Webp, littleEndian16(&body[6]) & 0x3FFF, littleEndian16(&body[8]) & 0x3FFF);
    return refuse("broken: no picture in the WebP file");
}

/// "P6 640 480 255" with any white space and comments between, then one white space and the pixels.
PictureCheck checkPnm(BoundedFile& file, bool grey)
{
    std::vector<std::uint8_t> head(static_cast<std::size_t>(std::min<std::uint64_t>(file.size(), 1024)));
    if (!file.readAt(0, head))
        return refuse("truncated");
    std::array<std::uint64_t, 3> numbers{};
    std::size_t at = 2;
    for (std::uint64_t& number : numbers) {
        while (at < head.size() && (std::isspace(head[at]) || head[at] == '#')) {
            if (head[at] == '#')
                while (at < head.size() && head[at] != '\n')
                    ++at;
            else
                ++at;
        }
        const std::size_t begin = at;
        for (; at < head.size() && at < begin + 10 && std::isdigit(head[at]); ++at)
            number = 10 * number + (head[at] - '0');
        if (at == begin)
            return refuse("broken: no PNM header");
    }
    const PictureCheck check = accept(PictureKind::Pnm, numbers[0], numbers[1],
                                      numbers[2] > 255 ? "16 bits a colour, reduced to 8"
                                      : grey           ? "grey, used as RGB"
                                                       : "");
    const std::uint64_t bytes = (grey ? 1u : 3u) * (numbers[2] > 255 ? 2u : 1u);
    if (check.usable && at + 1 + numbers[0] * numbers[1] * bytes > file.size())
        return refuse("truncated");
    return check;
}

PictureCheck checkOpened(BoundedFile& file)
{
    if (file.size() == 0)
        return refuse("empty (0 bytes)");
    std::array<std::uint8_t, 16> magic{};
    file.readAt(0, {magic.data(), static_cast<std::size_t>(std::min<std::uint64_t>(magic.size(), file.size()))});
    const auto begins = [&](std::string_view text, std::size_t at = 0) {
        return std::memcmp(magic.data() + at, text.data(), text.size()) == 0;
    };
    if (begins("\xFF\xD8"))
        return checkJpeg(file);
    if (begins("\x89PNG\r\n\x1A\n"))
        return checkPng(file);
    if (begins("RIFF") && begins("WEBP", 8))
        return checkWebp(file);
    if (begins("BM"))
        return checkBmp(file);
    if (begins("P5") || begins("P6"))
        return checkPnm(file, magic[1] == '5');
    if (begins("GIF8"))
        return refuse("a GIF, which may be animated and is not read; save it as PNG");
    if (begins("II*") || begins(std::string_view("MM\0*", 4)))
        return refuse("a TIFF, which is not read; save it as PNG");
    if (begins("ftyp", 4))
        return refuse("a HEIC, AVIF or video file, which is not read; save it as JPEG");
    return refuse("not a picture file that is known here (JPEG, PNG, WebP, BMP, PPM)");
}

} // namespace

PictureCheck checkPicture(const std::filesystem::path& path)
{
    try {
        BoundedFile file(path);
        return checkOpened(file);
    } catch (const Error&) {
        return refuse("it cannot be opened for reading");
    }
}

} // namespace alexscope::datasets
