// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/gif_file.h"

#include "core/error.h"
#include "core/picture/palette.h"

#include <algorithm>
#include <array>
#include <bit>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

namespace alexscope {

namespace {

void appendByte(std::string& to, int value)
{
    to.push_back(static_cast<char>(value));
}

void appendShort(std::string& to, int value)
{
    appendByte(to, value & 255);
    appendByte(to, (value >> 8) & 255);
}

/// Codes of changing width, lowest bit first, cut into blocks of at most 255 bytes.
class BitStream {
public:
    explicit BitStream(std::string& out) : m_out(out) {}
    void put(unsigned code, int width)
    {
        m_bits |= static_cast<std::uint32_t>(code) << m_held;
        m_held += width;
        while (m_held >= 8) {
            putByte();
            m_bits >>= 8;
            m_held -= 8;
        }
    }
    void finish()
    {
        if (m_held > 0)
            putByte();
        flushBlock();
        appendByte(m_out, 0);
    }

private:
    void putByte()
    {
        m_block.push_back(static_cast<char>(m_bits & 255));
        if (m_block.size() == 255)
            flushBlock();
    }
    void flushBlock()
    {
        if (m_block.empty())
            return;
        appendByte(m_out, static_cast<int>(m_block.size()));
        m_out += m_block;
        m_block.clear();
    }

    std::string& m_out;
    std::string m_block;
    std::uint32_t m_bits = 0;
    int m_held = 0;
};

/// The words met so far: a known word and one more pixel make a new one.
class Dictionary {
public:
    static constexpr unsigned most = 4096;

    explicit Dictionary(unsigned firstFree) : m_firstFree(firstFree) { clear(); }
    void clear()
    {
        m_keys.fill(0);
        m_next = m_firstFree;
    }
    unsigned next() const { return m_next; }
    /// Its code, or 0 when the word is new and was entered under next().
    unsigned findOrEnter(unsigned word, std::uint8_t pixel)
    {
        const std::uint32_t key = (word << 8 | pixel) + 1;
        std::size_t at = (key * 2654435761u) >> (32 - slotBits);
        while (m_keys[at] != 0 && m_keys[at] != key)
            at = (at + 1) % slots;
        if (m_keys[at] == key)
            return m_codes[at];
        m_keys[at] = key;
        m_codes[at] = static_cast<std::uint16_t>(m_next++);
        return 0;
    }

private:
    static constexpr int slotBits = 14;
    static constexpr std::size_t slots = std::size_t{1} << slotBits;
    unsigned m_firstFree, m_next = 0;
    std::array<std::uint32_t, slots> m_keys{};
    std::array<std::uint16_t, slots> m_codes{};
};

/// Lempel, Ziv and Welch as GIF has it: codes start one bit wider than the pixels and grow to 12 bits.
void appendCompressed(std::string& to, const std::vector<std::uint8_t>& pixels, int pixelBits)
{
    appendByte(to, pixelBits);
    BitStream bits(to);
    const unsigned clear = 1u << pixelBits, end = clear + 1;
    const auto dictionary = std::make_unique<Dictionary>(end + 1);
    int width = pixelBits + 1;
    bits.put(clear, width);
    unsigned word = pixels.front();
    for (std::size_t i = 1; i < pixels.size(); ++i) {
        if (const unsigned longer = dictionary->findOrEnter(word, pixels[i])) {
            word = longer;
            continue;
        }
        bits.put(word, width);
        word = pixels[i];
        if (dictionary->next() == Dictionary::most) {
            bits.put(clear, width);
            dictionary->clear();
            width = pixelBits + 1;
        } else if (dictionary->next() > (1u << width)) {
            ++width;
        }
    }
    bits.put(word, width);
    // Entering that last word may have been what needs one bit more, as the reader does.
    if (dictionary->next() == (1u << width) && width < 12)
        ++width;
    bits.put(end, width);
    bits.finish();
}

} // namespace

GifFile::GifFile(const std::filesystem::path& path, int width, int height)
    : m_path(path), m_temporary(path), m_width(width), m_height(height)
{
    constexpr int longest = 65535;
    if (width < 1 || height < 1 || width > longest || height > longest)
        throw Error(concat("An animation of ", width, "×", height, " pixels cannot be written"));
    m_temporary += ".part";
    m_out.open(m_temporary, std::ios::binary | std::ios::trunc);
    std::string head = "GIF89a";
    appendShort(head, width);
    appendShort(head, height);
    appendByte(head, 0x70); // no colours common to all frames; 8 bits a channel
    appendShort(head, 0);   // background, shape of pixels: as usual
    head += "\x21\xFF\x0BNETSCAPE2.0\x03\x01";
    appendShort(head, 0); // for ever
    appendByte(head, 0);
    write(head);
}

GifFile::~GifFile()
{
    if (m_finished)
        return;
    m_out.close();
    std::error_code ignored; // there is nobody left to tell
    std::filesystem::remove(m_temporary, ignored);
}

void GifFile::write(const std::string& bytes)
{
    m_out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!m_out)
        throw Error(concat("Cannot write ", m_path.string(), "; is the folder there, and has it room?"));
}

void GifFile::add(ImageView frame, int centiseconds)
{
    if (frame.width != m_width || frame.height != m_height)
        throw Error(concat("A frame of ", frame.width, "×", frame.height, " pixels does not fit an animation of ",
                           m_width, "×", m_height));
    const IndexedPicture picture = reduceColours(frame);
    const int colourBits = std::max(1, static_cast<int>(std::bit_width(picture.colours.size() - 1)));
    std::string text = "\x21\xF9\x04";
    appendByte(text, 1 << 2); // stays under the next
    appendShort(text, std::clamp(centiseconds, 1, 65535));
    appendShort(text, 0); // nothing transparent; end of this block
    appendByte(text, 0x2C);
    appendShort(text, 0);
    appendShort(text, 0);
    appendShort(text, m_width);
    appendShort(text, m_height);
    appendByte(text, 0x80 | (colourBits - 1)); // its own colours
    for (std::size_t i = 0; i < std::size_t{1} << colourBits; ++i) {
        const Rgb colour = i < picture.colours.size() ? picture.colours[i] : Rgb{};
        for (const int part : colour)
            appendByte(text, part);
    }
    appendCompressed(text, picture.pixels, std::max(2, colourBits));
    write(text);
    ++m_frames;
}

void GifFile::finish()
{
    if (m_frames == 0)
        throw Error(concat(m_path.string(), " not written: the animation has no frame"));
    write("\x3B");
    m_out.close();
    std::error_code error;
    if (m_out)
        std::filesystem::rename(m_temporary, m_path, error);
    if (!m_out || error)
        throw Error(concat("Cannot write ", m_path.string(), error ? ": " + error.message() : "; has it room?"));
    m_finished = true;
}

} // namespace alexscope
