// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/text_sections.h"

#include "core/error.h"
#include "core/readable_text.h"

#include <algorithm>
#include <set>

namespace alexscope {

namespace {

bool isControl(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t') || byte == 0x7f;
}

std::string_view trimmed(std::string_view text)
{
    const auto blank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && blank(text.back()))
        text.remove_suffix(1);
    return text;
}

/// Takes the lines one after the other.
class Splitter {
public:
    explicit Splitter(const std::string& origin) : m_origin(origin) {}

    void take(std::string_view line)
    {
        ++m_line;
        if (!line.empty() && line.back() == '\r')
            line.remove_suffix(1);
        if (std::any_of(line.begin(), line.end(), isControl))
            failAt(m_origin, m_line, "a control character; a network is plain UTF-8 text");
        line = trimmed(line.substr(0, line.find('#')));
        if (line.empty())
            return;
        if (line.front() == '[')
            openSection(line);
        else
            addEntry(line);
    }

    std::vector<TextSection> sections() { return std::move(m_sections); }

private:
    void openSection(std::string_view line)
    {
        if (line.back() != ']')
            failAt(m_origin, m_line, concat("a section looks like [conv1], not ", inQuotes(line)));
        const std::string_view name = trimmed(line.substr(1, line.size() - 2));
        if (!isName(name, false))
            failAt(m_origin, m_line,
                   concat("a section's name is made of 1 to 64 letters, digits and _, not ", inQuotes(name)));
        if (!m_names.insert(std::string(name)).second)
            failAt(m_origin, m_line, concat("there is a section [", name, "] already"));
        if (m_sections.size() >= maximumLayers + 3)
            failAt(m_origin, m_line, concat("more than ", maximumLayers + 3, " sections"));
        m_sections.push_back({std::string(name), m_line, {}});
    }

    void addEntry(std::string_view line)
    {
        const std::size_t equals = line.find('=');
        if (equals == std::string_view::npos)
            failAt(m_origin, m_line, concat("expected [section] or key = value, not ", inQuotes(line)));
        if (m_sections.empty())
            failAt(m_origin, m_line, "a key before the first section; begin with [network]");
        const std::string_view key = trimmed(line.substr(0, equals)), value = trimmed(line.substr(equals + 1));
        if (!isName(key, false))
            failAt(m_origin, m_line, concat("a key is made of letters, not ", inQuotes(key)));
        if (value.empty())
            failAt(m_origin, m_line, concat(key, " has no value"));
        std::vector<TextEntry>& entries = m_sections.back().entries;
        const auto same =
            std::find_if(entries.begin(), entries.end(), [&](const TextEntry& entry) { return entry.key == key; });
        if (same != entries.end())
            failAt(m_origin, m_line, concat(key, " is given already in line ", same->line));
        if (entries.size() >= 64)
            failAt(m_origin, m_line, concat("more than 64 keys in [", m_sections.back().name, "]"));
        entries.push_back({std::string(key), std::string(value), m_line});
    }

    const std::string& m_origin;
    int m_line = 0;
    std::set<std::string> m_names;
    std::vector<TextSection> m_sections;
};

} // namespace

void failAt(const std::string& origin, int line, const std::string& cause)
{
    throw Error(concat(origin, ":", line, ": ", cause));
}

std::string inQuotes(std::string_view text)
{
    constexpr std::size_t longest = 40;
    return concat('"', readable(text, longest), '"');
}

bool isName(std::string_view text, bool dashes)
{
    const auto allowed = [dashes](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               (dashes && c == '-');
    };
    return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), allowed);
}

std::vector<TextSection> splitSections(std::string_view text, const std::string& origin)
{
    if (text.size() > maximumNetworkText)
        failAt(origin, 1, "the text is larger than 1 MiB; this is no network");
    if (text.substr(0, 3) == "\xEF\xBB\xBF") // the mark some editors put before UTF-8
        text.remove_prefix(3);
    Splitter splitter(origin);
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        splitter.take(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return splitter.sections();
}

} // namespace alexscope
