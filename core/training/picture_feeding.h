// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/batch_loader.h"
#include "core/network/network.h"

namespace alexscope {

/// Hands a batch to a network as the loader made it: numbers, 8-bit pictures that the device cuts, or with `store` only
/// which of the pictures it has. `augmenter`: the one the batch was made with, apart from what it leaves to chance.
void feedPictures(const Batch& batch, const Augmenter& augmenter, PictureStore* store, Network& network);

} // namespace alexscope
