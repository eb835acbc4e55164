// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/network/text_fields.h"
#include "core/network/text_sections.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace alexscope {

/// Takes the values of one section out into fields; a key that is not there leaves its field as it was.
/// Every function throws Error "origin:line: cause" for a value of another kind or out of range.
class SectionReader {
public:
    SectionReader(const TextSection& section, const std::string& origin) : m_section(section), m_origin(origin) {}

    /// Letters, digits, '-' and '_'; required.
    void name(const char* key, std::string& field);
    /// Any text of at most 200 bytes.
    void title(const char* key, std::string& field);
    /// "3x227x227": channels, rows, columns; required.
    void shape(const char* key, Shape& field);
    void whole(const char* key, int& field, int low, int high, Presence presence = Presence::Optional);
    void whole(const char* key, std::int64_t& field, std::int64_t low, std::int64_t high);
    void number(const char* key, double& field, double low, double high);
    /// yes or no.
    void flag(const char* key, bool& field);
    /// Three numbers between blanks. `given`, when not null, becomes whether the key is there.
    void triple(const char* key, std::array<double, 3>& field, double low, double high, bool* given);
    /// Up to 64 ascending numbers.
    void numbers(const char* key, std::vector<double>& field, double low, double high);
    /// "conv1=0 conv2=0.1"
    void layerRates(const char* key, LayerRates& field);
    /// A number of units, or the word `classes`, which is 0 in the field; required.
    void outputs(const char* key, int& field, int high);

    template <typename T, std::size_t N>
    void choice(const char* key, T& field, const std::array<Choice<T>, N>& choices)
    {
        const TextEntry* entry = take(key);
        if (!entry)
            return;
        std::string words;
        for (const Choice<T>& choice : choices) {
            if (entry->value == choice.first) {
                field = choice.second;
                return;
            }
            words += concat(words.empty() ? "" : ", ", choice.first);
        }
        fail(*entry, concat("must be one of ", words));
    }

    /// The line of a key, or of the section where the key is not given.
    int lineOf(const char* key) const;
    /// The entry of a key of the caller's own, or null.
    const TextEntry* take(const char* key);
    /// Error at the first key that nobody asked for.
    void finish() const;

private:
    [[noreturn]] void fail(const TextEntry& entry, const std::string& expected) const;
    const TextEntry& require(const char* key);
    std::int64_t wholeValue(const TextEntry& entry, std::int64_t low, std::int64_t high) const;
    double numberValue(const TextEntry& entry, std::string_view text, double low, double high) const;

    const TextSection& m_section;
    const std::string& m_origin;
    std::vector<const char*> m_known;
};

/// Whether what a [recipe] says of the schedule goes together. Throws Error at the line of what does not.
void checkSchedule(const SectionReader& reader, const std::string& origin, const Schedule& schedule);

} // namespace alexscope
