// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/picture_feeding.h"

namespace alexscope {

void feedPictures(const Batch& batch, const Augmenter& augmenter, PictureStore* store, Network& network)
{
    if (!batch.pictures.empty()) {
        network.setInput(batch.pictures);
        return;
    }
    std::vector<PictureCrop> crops;
    crops.reserve(batch.transforms.size());
    for (const SampleTransform& transform : batch.transforms)
        crops.push_back(augmenter.cropOf(transform));
    network.setPictures({augmenter.rule(), batch.bytes, crops, store, batch.indices});
}

} // namespace alexscope
