// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/text_fields.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace alexscope {

/// Writes sections; takes the same visits as SectionReader. Numbers are the shortest text that reads back as the same
/// value.
class SectionWriter {
public:
    void open(std::string_view section);
    void entry(const char* key, std::string_view value);

    void name(const char* key, const std::string& field) { entry(key, field); }
    void title(const char* key, const std::string& field);
    void shape(const char* key, const Shape& field);
    void whole(const char* key, std::int64_t field, std::int64_t low, std::int64_t high, Presence = Presence::Optional);
    void number(const char* key, double field, double low, double high);
    void flag(const char* key, bool field) { entry(key, field ? "yes" : "no"); }
    void triple(const char* key, const std::array<double, 3>& field, double low, double high, const bool* given);
    void numbers(const char* key, const std::vector<double>& field, double low, double high);
    void layerRates(const char* key, const LayerRates& field);
    void outputs(const char* key, int field, int high);

    template <typename T, std::size_t N>
    void choice(const char* key, T field, const std::array<Choice<T>, N>& choices)
    {
        for (const Choice<T>& choice : choices)
            if (choice.second == field)
                entry(key, choice.first);
    }

    std::string text() { return std::move(m_text); }

private:
    std::string m_text;
};

} // namespace alexscope
