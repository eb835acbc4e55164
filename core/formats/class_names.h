// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace alexscope {

/// What a network's outputs are called, and where that was read.
struct ClassNames {
    std::filesystem::path file;     ///< empty: there is none
    std::vector<std::string> names; ///< one a class
};

/// Files of weights rarely say what their classes are called; those of ImageNet come in a text of their own, one line a
/// class in the order of the outputs: "n01440764 tench, Tinca tinca". The first of classes.txt, labels.txt,
/// imagenet_classes.txt and synset_words.txt in the folder of `weights` that has exactly `classes` lines is taken; of a
/// line with a WordNet number the first name after it. None where there is no such file.
ClassNames classNamesBeside(const std::filesystem::path& weights, std::size_t classes);

} // namespace alexscope
