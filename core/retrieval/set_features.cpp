// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retrieval/set_features.h"

#include "core/retrieval/pace.h"
#include "core/retrieval/pixel_vectors.h"

#include <optional>

namespace alexscope {

VectorView SetFeatures::view() const
{
    return VectorView::of(std::span<const float>(values), static_cast<std::size_t>(shape.perPicture()));
}

VectorView SetFeatures::pixelView() const
{
    return VectorView::of(std::span<const std::uint8_t>(pixels), PixelVectors::dimension(pixelSide));
}

namespace {

/// Of the batch passed last; the first of the pass' layers is the one whose features are kept.
void takePatches(const SetPass& pass, std::vector<LayerPatches>& layers)
{
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const auto perPicture = static_cast<std::size_t>(layers[i].patches.output().perPicture());
        for (std::size_t picture = 0; picture < pass.pictures().size(); ++picture)
            layers[i].patches.take(static_cast<std::uint32_t>(pass.pictures()[picture]),
                                   pass.features(1 + i).subspan(picture * perPicture, perPicture));
    }
}

} // namespace

SetFeatures featuresOf(Backend& backend, const FrozenNetwork& frozen, FeaturesRequest request)
{
    if (request.pass.layers.size() != 1)
        throw Error(concat("Features of one layer are taken, not of ", request.pass.layers.size()));
    request.pass.layers.insert(request.pass.layers.end(), request.patchLayers.begin(), request.patchLayers.end());
    SetPass pass(backend, frozen, std::move(request.pass));
    SetFeatures features;
    for (std::size_t i = 0; i < request.patchLayers.size(); ++i)
        features.patches.push_back({request.patchLayers[i], {pass.shape(1 + i), request.patchesPerUnit}});
    features.layer = pass.request().layers.front();
    features.shape = pass.shape(0);
    features.iteration = frozen.iteration;
    features.pictures = pass.request().pictures;
    features.values.reserve(pass.total() * static_cast<std::size_t>(features.shape.perPicture()));
    features.pixelSide = PixelVectors::sideFor(pass.augmenter(), request.pixelSide);
    std::optional<PixelVectors> pixels;
    if (features.pixelSide > 0)
        pixels.emplace(pass.augmenter(), features.pixelSide);
    Pace pace(request.share);
    const auto goOn = [&] {
        return !request.goOn || request.goOn({RetrievalTask::Features, pass.done(), pass.total()});
    };
    while (pass.advance()) {
        features.labels.insert(features.labels.end(), pass.labels().begin(), pass.labels().end());
        features.values.insert(features.values.end(), pass.features(0).begin(), pass.features(0).end());
        takePatches(pass, features.patches);
        if (pixels) {
            const std::vector<std::uint8_t> batch = pixels->ofInputs(pass.inputs());
            features.pixels.insert(features.pixels.end(), batch.begin(), batch.end());
        }
        report(request.goOn, {RetrievalTask::Features, pass.done(), pass.total()});
        pace.rest(goOn);
    }
    return features;
}

} // namespace alexscope
