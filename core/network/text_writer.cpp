// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/text_writer.h"

#include "core/error.h"
#include "core/number_text.h"

#include <algorithm>

namespace alexscope {

void SectionWriter::open(std::string_view section)
{
    m_text += concat(m_text.empty() ? "" : "\n", "[", section, "]\n");
}

void SectionWriter::entry(const char* key, std::string_view value)
{
    m_text += concat(key, " = ", value, "\n");
}

void SectionWriter::title(const char* key, const std::string& field)
{
    if (field.empty())
        return;
    const auto breaksTheLine = [](char c) { return c == '#' || static_cast<unsigned char>(c) < 0x20; };
    if (std::any_of(field.begin(), field.end(), breaksTheLine))
        throw Error(concat("the network's ", key, " must not contain # or control characters"));
    entry(key, field);
}

void SectionWriter::shape(const char* key, const Shape& field)
{
    entry(key, concat(field.c, "x", field.h, "x", field.w));
}

void SectionWriter::whole(const char* key, std::int64_t field, std::int64_t, std::int64_t, Presence)
{
    entry(key, concat(field));
}

void SectionWriter::number(const char* key, double field, double, double)
{
    entry(key, shortestText(field));
}

void SectionWriter::triple(const char* key, const std::array<double, 3>& field, double, double, const bool* given)
{
    if (!given || *given)
        entry(key, concat(shortestText(field[0]), " ", shortestText(field[1]), " ", shortestText(field[2])));
}

void SectionWriter::numbers(const char* key, const std::vector<double>& field, double, double)
{
    std::string list;
    for (const double value : field)
        list += concat(list.empty() ? "" : " ", shortestText(value));
    if (!list.empty())
        entry(key, list);
}

void SectionWriter::layerRates(const char* key, const LayerRates& field)
{
    if (const std::string text = toText(field); !text.empty())
        entry(key, text);
}

void SectionWriter::outputs(const char* key, int field, int)
{
    entry(key, field == 0 ? "classes" : concat(field));
}

} // namespace alexscope
