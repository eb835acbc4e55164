// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/safetensors_header.h"

#include "core/error.h"
#include "core/readable_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <set>

namespace alexscope {

using nlohmann::json;

namespace {

struct TypeName {
    ElementType type;
    const char* name;
    std::uint64_t bytes;
};
constexpr std::array<TypeName, 7> typeNames{{{ElementType::F64, "F64", 8},
                                             {ElementType::F32, "F32", 4},
                                             {ElementType::F16, "F16", 2},
                                             {ElementType::Bf16, "BF16", 2},
                                             {ElementType::I64, "I64", 8},
                                             {ElementType::I32, "I32", 4},
                                             {ElementType::U8, "U8", 1}}};
constexpr std::size_t mostDimensions = 16;

const TypeName& describe(ElementType type)
{
    return *std::find_if(typeNames.begin(), typeNames.end(), [&](const TypeName& t) { return t.type == type; });
}

/// Takes the header event by event, so that no text, however hostile, makes a tree larger than itself.
/// The only form allowed is { name: { "dtype": text, "shape": [n…], "data_offsets": [n, n] }…, "__metadata__": { text:
/// text… } }.
class HeaderReader {
public:
    explicit HeaderReader(std::string origin) : m_origin(std::move(origin)) {}

    SafetensorsHeader header;

    bool null() { return unexpected("null"); }
    bool boolean(bool) { return unexpected("true or false"); }
    bool number_float(double, const std::string&) { return unexpected("a fraction"); }
    bool binary(json::binary_t&) { return unexpected("binary data"); }
    bool number_integer(std::int64_t) { return unexpected("a negative number"); }

    bool number_unsigned(std::uint64_t value)
    {
        if (m_place == Place::Shape) {
            if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
                fail(concat("tensor \"", readable(m_tensor.name), "\" has an extent of ", value));
            if (m_tensor.shape.size() == mostDimensions)
                fail(concat("tensor \"", readable(m_tensor.name), "\" has more than ", mostDimensions, " dimensions"));
            m_tensor.shape.push_back(static_cast<std::int64_t>(value));
            return true;
        }
        if (m_place == Place::Offsets && m_offsets.size() < 2) {
            m_offsets.push_back(value);
            return true;
        }
        return unexpected("a number");
    }

    bool string(std::string& value)
    {
        if (m_place == Place::Metadata) {
            header.metadata[m_key] = value;
            return true;
        }
        if (m_place != Place::Tensor || m_key != "dtype")
            return unexpected("a text");
        const auto known =
            std::find_if(typeNames.begin(), typeNames.end(), [&](const TypeName& t) { return t.name == value; });
        if (known == typeNames.end())
            fail(concat("tensor \"", readable(m_tensor.name), "\" holds elements of type ", readable(value),
                        ", which are not read here"));
        m_type = known->type;
        return true;
    }

    bool start_object(std::size_t)
    {
        if (m_place == Place::Start) {
            m_place = Place::Top;
        } else if (m_place == Place::Top && m_key == "__metadata__") {
            m_place = Place::Metadata;
            m_innerKeys.clear();
        } else if (m_place == Place::Top) {
            m_place = Place::Tensor;
            m_innerKeys.clear();
            m_tensor = {};
            m_tensor.name = m_key;
            m_type.reset();
            m_offsets.clear();
        } else {
            return unexpected("an object");
        }
        return true;
    }

    bool key(std::string& name)
    {
        if (!(m_place == Place::Top ? m_topKeys : m_innerKeys).insert(name).second)
            fail(concat("the name \"", readable(name), "\" occurs twice"));
        if (m_place == Place::Tensor && name != "dtype" && name != "shape" && name != "data_offsets")
            fail(concat("tensor \"", readable(m_tensor.name), "\" has an unknown field \"", readable(name), "\""));
        m_key = name;
        return true;
    }

    bool end_object()
    {
        if (m_place == Place::Tensor)
            finishTensor();
        m_place = m_place == Place::Top ? Place::End : Place::Top;
        return true;
    }

    bool start_array(std::size_t)
    {
        if (m_place == Place::Tensor && m_key == "shape")
            m_place = Place::Shape;
        else if (m_place == Place::Tensor && m_key == "data_offsets")
            m_place = Place::Offsets;
        else
            return unexpected("a list");
        return true;
    }

    bool end_array()
    {
        m_place = Place::Tensor;
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const json::exception&)
    {
        fail(concat("not valid JSON near byte ", position));
    }

private:
    enum class Place { Start, Top, Metadata, Tensor, Shape, Offsets, End };

    [[noreturn]] void fail(const std::string& fault) const { throw Error(concat(m_origin, ": ", fault)); }
    bool unexpected(const char* what) const
    {
        fail(concat(what, " where the header does not allow it, after \"", readable(m_key), "\""));
    }

    void finishTensor()
    {
        if (!m_type || m_offsets.size() != 2 || !m_innerKeys.contains("shape"))
            fail(concat("tensor \"", readable(m_tensor.name), "\" lacks its type, shape or offsets"));
        if (m_offsets[1] < m_offsets[0])
            fail(concat("tensor \"", readable(m_tensor.name), "\" ends before it begins"));
        m_tensor.type = *m_type;
        m_tensor.offset = m_offsets[0];
        m_tensor.bytes = m_offsets[1] - m_offsets[0];
        header.tensors.push_back(m_tensor);
    }

    std::string m_origin;
    Place m_place = Place::Start;
    std::string m_key;
    std::set<std::string> m_topKeys, m_innerKeys;
    StoredTensor m_tensor;
    std::optional<ElementType> m_type;
    std::vector<std::uint64_t> m_offsets;
};

/// Product of the shape times the element's size; none when it leaves 64 bits.
std::optional<std::uint64_t> bytesOf(const StoredTensor& tensor)
{
    std::uint64_t bytes = elementSize(tensor.type);
    for (const std::int64_t extent : tensor.shape) {
        const auto factor = static_cast<std::uint64_t>(extent);
        if (factor != 0 && bytes > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()) / factor)
            return std::nullopt;
        bytes *= factor;
    }
    return bytes;
}

void checkLayout(std::vector<StoredTensor>& tensors, std::uint64_t dataBytes, const std::string& origin)
{
    std::stable_sort(tensors.begin(), tensors.end(), [](const StoredTensor& a, const StoredTensor& b) {
        return a.offset != b.offset ? a.offset < b.offset : a.bytes < b.bytes;
    });
    std::uint64_t end = 0;
    for (const StoredTensor& tensor : tensors) {
        const std::optional<std::uint64_t> bytes = bytesOf(tensor);
        if (!bytes || *bytes != tensor.bytes)
            throw Error(concat(origin, ": tensor \"", readable(tensor.name), "\" has ", tensor.bytes,
                               " bytes, which is not what its shape and type need"));
        if (tensor.offset > dataBytes || tensor.bytes > dataBytes - tensor.offset)
            throw Error(concat(origin, ": tensor \"", readable(tensor.name),
                               "\" lies beyond the end of the file; the file is cut off"));
        if (tensor.offset != end)
            throw Error(concat(origin, ": tensor \"", readable(tensor.name), "\" ",
                               tensor.offset < end ? "overlaps" : "leaves a gap after", " the tensor before it"));
        end = tensor.offset + tensor.bytes;
    }
    if (end != dataBytes)
        throw Error(concat(origin, ": ", dataBytes - end, " bytes at the end belong to no tensor"));
}

} // namespace

std::uint64_t elementSize(ElementType type)
{
    return describe(type).bytes;
}

SafetensorsHeader parseSafetensorsHeader(std::string_view text, std::uint64_t dataBytes, const std::string& origin)
{
    if (!text.starts_with('{')) // the parser would skip a byte-order mark and blanks
        throw Error(concat(origin, ": the header does not begin with '{'; this is no safetensors file"));
    HeaderReader reader(origin);
    json::sax_parse(text.begin(), text.end(), &reader); // every fault throws
    checkLayout(reader.header.tensors, dataBytes, origin);
    return std::move(reader.header);
}

std::string formatSafetensorsHeader(const SafetensorsHeader& header, const std::string& origin)
{
    json out = json::object();
    if (!header.metadata.empty())
        out["__metadata__"] = header.metadata;
    for (const StoredTensor& tensor : header.tensors)
        out[tensor.name] = {{"dtype", describe(tensor.type).name},
                            {"shape", tensor.shape},
                            {"data_offsets", {tensor.offset, tensor.offset + tensor.bytes}}};
    try {
        std::string text = out.dump();
        text.resize((text.size() + 7) / 8 * 8, ' ');
        return text;
    } catch (const json::exception& e) {
        throw Error(concat(origin, ": a name or text to be saved is not UTF-8: ", e.what()));
    }
}

} // namespace alexscope
