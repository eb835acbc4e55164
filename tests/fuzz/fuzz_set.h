// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "tests/fuzz/fuzz_input.h"

namespace alexscope::fuzz {

/// The corners of every picture, its label and its name.
inline void lookAtAll(const DataSource& source)
{
    Image scratch;
    for (const auto& set : {source.training, source.validation})
        for (std::size_t i = 0; i < set->size(); ++i) {
            const ImageView picture = set->image(i, scratch);
            require(picture.width > 0 && picture.height > 0);
            volatile int corners = picture.pixel(0, 0)[0] + picture.pixel(picture.width - 1, picture.height - 1)[2];
            (void)corners;
            require(set->label(i) >= 0 && static_cast<std::size_t>(set->label(i)) < source.classNames.size());
            (void)set->name(i);
        }
}

} // namespace alexscope::fuzz
