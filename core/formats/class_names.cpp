// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/class_names.h"

#include "core/readable_text.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <string_view>
#include <system_error>

namespace alexscope {

namespace {

constexpr std::uintmax_t largestFile = 1 << 20;

/// "n01440764": a synset of WordNet, as ImageNet's folders are called.
bool isSynset(std::string_view word)
{
    constexpr std::size_t length = 9;
    return word.size() == length && word.front() == 'n' &&
           std::all_of(word.begin() + 1, word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string nameIn(std::string_view line)
{
    const std::size_t space = line.find(' ');
    if (space != std::string_view::npos && isSynset(line.substr(0, space)))
        line = line.substr(space + 1, line.find(',') - space - 1);
    return std::string(line);
}

/// Lines that are not empty; none where the file cannot be read as such a list.
std::vector<std::string> linesOf(const std::filesystem::path& path, std::size_t most)
{
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    std::vector<std::string> lines;
    if (error || size > largestFile)
        return lines;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        while (!line.empty() && (line.back() == '\r' || line.back() == ' '))
            line.pop_back();
        if (line.empty())
            continue;
        if (lines.size() == most)
            return {};
        lines.push_back(nameIn(line));
    }
    return lines;
}

} // namespace

ClassNames classNamesBeside(const std::filesystem::path& weights, std::size_t classes)
{
    for (const char* name : {"classes.txt", "labels.txt", "imagenet_classes.txt", "synset_words.txt"}) {
        const std::filesystem::path file = weights.parent_path() / name;
        std::vector<std::string> lines = linesOf(file, classes);
        if (!lines.empty() && lines.size() == classes)
            return {file, std::move(lines)};
    }
    return {};
}

} // namespace alexscope
