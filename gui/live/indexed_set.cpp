// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/indexed_set.h"

#include "core/data/spread_pictures.h"
#include "core/error.h"
#include "core/retrieval/feature_layers.h"
#include "core/retrieval/pixel_vectors.h"

#include <algorithm>
#include <utility>

namespace alexscope::gui {

namespace {

/// Small: between two batches the job looks whether it is still wanted.
constexpr std::int64_t batch = 16;

int classesOf(const RunDescription& run)
{
    return static_cast<int>(run.data.classNames.size());
}

constexpr std::uint64_t codeSeed = 1;

PrecisionAtK precisionIn(const VectorView& vectors, const std::vector<std::int32_t>& labels, const IndexOrder& order,
                         std::vector<Neighbours>* found = nullptr)
{
    LeaveOneOut options;
    options.labels = labels;
    options.classes = classesOf(*order.run);
    options.k = order.k;
    options.queries = labels.size();
    options.threads = 1;
    options.goOn = order.goOn;
    return precisionLeaveOneOut(vectors, options, found);
}

/// `exact`: the neighbours of every row.
std::shared_ptr<const IndexedCodes> codesOf(const VectorView& vectors, const std::vector<Neighbours>& exact,
                                            const IndexOrder& order)
{
    if (vectors.dimension > CodeMaker::mostNumbers)
        return nullptr;
    CodeMaker maker = CodeMaker::forSet(vectors, CodeMaker::usualBits, codeSeed, order.goOn);
    std::vector<std::uint64_t> codes = maker.codesOf(vectors, 1, order.goOn);
    std::vector<std::vector<CodeNeighbour>> found;
    for (std::size_t row = 0; row < exact.size(); ++row)
        found.push_back(nearestCodes(codes, std::span(codes).subspan(row * maker.words(), maker.words()),
                                     static_cast<std::size_t>(order.k), static_cast<std::int64_t>(row)));
    const double recall = recallOf(exact, found);
    return std::make_shared<const IndexedCodes>(IndexedCodes{std::move(maker), std::move(codes), recall});
}

std::shared_ptr<const SetFeatures> passFeatures(const IndexOrder& order, std::shared_ptr<IndexedPixels>& pixels)
{
    const Dataset& set = setOf(*order.run, order.choice.set);
    FeaturesRequest request;
    request.pass.set = order.choice.set == PictureSet::Training ? order.run->data.training : order.run->data.validation;
    request.pass.pictures = spreadPictures(set.size(), order.choice.pictures);
    request.pass.layers = {order.choice.layer.toStdString()};
    request.pass.batch = batch;
    const bool known = order.knownPixels && order.knownPixels->pictures == request.pass.pictures;
    request.pixelSide = known ? 0 : PixelVectors::usualSide;
    if (order.withPatches)
        request.patchLayers = unitLayers(order.frozen->network);
    request.share = order.share;
    request.goOn = order.goOn;
    const std::unique_ptr<Backend> backend = order.makeBackend();
    auto features = std::make_shared<SetFeatures>(featuresOf(*backend, *order.frozen, std::move(request)));
    if (!known) {
        pixels = std::make_shared<IndexedPixels>();
        pixels->pictures = features->pictures;
        pixels->side = std::exchange(features->pixelSide, 0);
        pixels->values = std::exchange(features->pixels, {});
    }
    return features;
}

/// The last hidden layer that known weights reach.
std::string lastKnownLayer(const RunDescription& run)
{
    if (run.missing.empty())
        return lastHiddenLayer(run.network);
    const int end = run.network.indexOf(run.missing.front());
    std::string known;
    for (const std::string& layer : featureLayers(run.network))
        if (featureOutput(run.network, layer) < end)
            known = layer;
    return known.empty() ? lastHiddenLayer(run.network) : known;
}

} // namespace

const Dataset& setOf(const RunDescription& run, PictureSet set)
{
    return set == PictureSet::Training ? *run.data.training : *run.data.validation;
}

IndexChoice resolved(const IndexChoice& choice, const RunDescription& run)
{
    IndexChoice result = choice;
    const std::vector<std::string> layers = featureLayers(run.network);
    if (std::find(layers.begin(), layers.end(), choice.layer.toStdString()) == layers.end())
        result.layer = QString::fromStdString(lastKnownLayer(run));
    if (!run.data.validation || run.data.validation->size() == 0)
        result.set = PictureSet::Training;
    return result;
}

std::ptrdiff_t IndexedSet::rowOf(PictureId picture) const
{
    if (picture.set != choice.set)
        return -1;
    const auto& all = features->pictures;
    const auto found = std::lower_bound(all.begin(), all.end(), std::size_t{picture.index});
    return found == all.end() || *found != picture.index ? -1 : found - all.begin();
}

std::shared_ptr<const IndexedSet> buildIndexed(const IndexOrder& order)
{
    auto result = std::make_shared<IndexedSet>();
    result->run = order.run;
    result->choice = order.choice;
    result->frozen = order.frozen;
    std::shared_ptr<IndexedPixels> pixels;
    result->withPatches = order.features ? order.features->withPatches : order.withPatches;
    result->features = order.features ? order.features->features : passFeatures(order, pixels);
    result->pixels = order.features && !pixels ? order.features->pixels : order.knownPixels;
    const std::vector<std::int32_t>& labels = result->features->labels;
    std::vector<Neighbours> exact;
    result->precision = precisionIn(result->features->view(), labels, order, &exact);
    result->codes = codesOf(result->features->view(), exact, order);
    if (!pixels && result->pixels->precision.k != order.k)
        pixels = std::make_shared<IndexedPixels>(*result->pixels);
    if (pixels) {
        pixels->precision = precisionIn(pixels->view(), labels, order);
        result->pixels = std::move(pixels);
    }
    return result;
}

} // namespace alexscope::gui
