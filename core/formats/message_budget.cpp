// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/message_budget.h"

#include "core/error.h"
#include "core/storage/file.h"

#include <limits>
#include <optional>

namespace alexscope {

namespace {

constexpr std::size_t mostFields = 1'000'000;

/// Walks over one message after the other. The wire format: a key (number · 8 + type) as a varint, then a varint (0),
/// eight bytes (1), a length and as many bytes (2), or four bytes (5).
class Walk {
public:
    std::size_t fields = 0;

    /// False where the bytes are no message.
    bool over(std::span<const std::uint8_t> bytes, const MessageFields& known)
    {
        while (!bytes.empty()) {
            const std::optional<std::uint64_t> key = varint(bytes);
            if (!key || ++fields > mostFields)
                return false;
            std::uint64_t length = 0;
            switch (*key & 7) {
            case 0:
                if (!varint(bytes))
                    return false;
                break;
            case 1:
                length = 8;
                break;
            case 5:
                length = 4;
                break;
            case 2: {
                const std::optional<std::uint64_t> announced = varint(bytes);
                if (!announced)
                    return false;
                length = *announced;
                break;
            }
            default:
                return false;
            }
            if (length > bytes.size())
                return false;
            const auto inner = known.inner.find(static_cast<std::uint32_t>(*key >> 3));
            if ((*key & 7) == 2 && inner != known.inner.end() &&
                !over(bytes.first(static_cast<std::size_t>(length)), *inner->second))
                return false;
            bytes = bytes.subspan(static_cast<std::size_t>(length));
        }
        return true;
    }

private:
    static std::optional<std::uint64_t> varint(std::span<const std::uint8_t>& bytes)
    {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64 && !bytes.empty(); shift += 7) {
            const std::uint8_t byte = bytes.front();
            bytes = bytes.subspan(1);
            value |= static_cast<std::uint64_t>(byte & 127) << shift;
            if (byte < 128)
                return value;
        }
        return std::nullopt;
    }
};

} // namespace

std::vector<std::uint8_t> readMessageFile(const std::filesystem::path& path)
{
    const FileHandle file = FileHandle::openToRead(path);
    const std::uint64_t size = file.size();
    if (size > static_cast<std::uint64_t>(std::numeric_limits<std::int32_t>::max()))
        throw Error(concat(path.string(), ": has ", size, " bytes; such a file cannot have more than 2 GiB"));
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(size));
    file.read(0, bytes);
    return bytes;
}

void checkMessage(std::span<const std::uint8_t> bytes, const MessageFields& fields, const std::filesystem::path& path)
{
    Walk walk;
    if (walk.over(bytes, fields))
        return;
    if (walk.fields > mostFields)
        throw Error(concat(path.string(), ": has more fields than any network needs"));
    throw Error(concat(path.string(), ": is cut off, damaged, or none of the formats that are read here"));
}

} // namespace alexscope
