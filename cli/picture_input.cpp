// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/picture_input.h"

namespace alexscope::cli {

std::vector<float> centreCrop(const Environment& environment, const std::string& file, const Augmenter& augmenter)
{
    const Image picture = environment.readPicture(file);
    std::vector<float> input(static_cast<std::size_t>(augmenter.input().perPicture()));
    augmenter.apply(picture, augmenter.centreTransform(), input);
    return input;
}

} // namespace alexscope::cli
