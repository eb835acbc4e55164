// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/neighbour_answer.h"

#include "core/error.h"
#include "gui/data/picture_model.h"

#include <algorithm>
#include <utility>

namespace alexscope::gui {

namespace {

constexpr int largestSide = 256; ///< of a picture on the screen

/// One picture as a set, so that it goes the way all others went.
class OnePicture : public Dataset {
public:
    explicit OnePicture(ImageView picture) : m_picture(picture.width, picture.height)
    {
        std::copy_n(picture.rgb, m_picture.rgb.size(), m_picture.rgb.begin());
    }
    std::size_t size() const override { return 1; }
    ImageView image(std::size_t, Image&) const override { return m_picture; }
    int label(std::size_t) const override { return 0; }
    std::string name(std::size_t) const override { return {}; }

private:
    Image m_picture;
};

/// A query's numbers, and the row of the index that is the query itself.
struct Query {
    std::vector<float> features, pixels;
    std::int64_t row = -1;
};

std::vector<float> rowOf(const VectorView& vectors, std::size_t row)
{
    std::vector<float> numbers(vectors.dimension);
    vectors.part(row, 1).read(numbers);
    return numbers;
}

Query computed(ImageView picture, const IndexedSet& index, const std::function<std::unique_ptr<Backend>()>& makeBackend)
{
    FeaturesRequest request;
    request.pass.set = std::make_shared<OnePicture>(picture);
    request.pass.pictures = {0};
    request.pass.layers = {index.features->layer};
    request.pass.batch = 1;
    request.pixelSide = index.pixels->side;
    const std::unique_ptr<Backend> backend = makeBackend();
    const SetFeatures features = featuresOf(*backend, *index.frozen, std::move(request));
    return {features.values, {features.pixels.begin(), features.pixels.end()}, -1};
}

NeighbourPicture pictureOf(const RunDescription& run, PictureId id)
{
    const Dataset& set = setOf(run, id.set);
    NeighbourPicture picture;
    picture.id = id;
    picture.name = QString::fromStdString(set.name(id.index));
    picture.label = set.label(id.index);
    try {
        Image scratch;
        picture.image = thumbnailOf(set.image(id.index, scratch), largestSide);
    } catch (const Error&) {
        // It vanished: its place stays empty, name and distance are still true.
    }
    return picture;
}

std::vector<NeighbourPicture> nearestIn(const VectorView& vectors, const std::vector<float>& query, std::int64_t self,
                                        const NeighbourQuestion& question)
{
    NearestOptions options;
    options.k = question.k;
    options.threads = 1;
    options.exclude = {&self, 1};
    const Neighbours found = nearest(vectors, query, options).at(0);
    std::vector<NeighbourPicture> pictures;
    for (const Neighbour& one : found) {
        pictures.push_back(pictureOf(*question.index->run, question.index->picture(one.row)));
        pictures.back().distance = one.distance;
    }
    return pictures;
}

std::vector<NeighbourPicture> nearestByCodes(const std::vector<float>& query, std::int64_t self,
                                             const NeighbourQuestion& question)
{
    const IndexedCodes& codes = *question.index->codes;
    const std::vector<std::uint64_t> code = codes.maker.codesOf(VectorView::of(query, query.size()), 1);
    std::vector<NeighbourPicture> pictures;
    for (const CodeNeighbour& one : nearestCodes(codes.values, code, static_cast<std::size_t>(question.k), self)) {
        pictures.push_back(pictureOf(*question.index->run, question.index->picture(one.row)));
        pictures.back().distance = one.differing;
    }
    return pictures;
}

} // namespace

NeighbourAnswer neighboursOf(const NeighbourQuestion& question,
                             const std::function<std::unique_ptr<Backend>()>& makeBackend)
{
    const IndexedSet& index = *question.index;
    NeighbourAnswer answer;
    answer.question = question;
    Query query;
    if (question.picture) {
        answer.query = pictureOf(*index.run, *question.picture);
        query.row = index.rowOf(*question.picture);
    } else {
        answer.query.image = thumbnailOf(*question.own, largestSide);
        answer.query.name = question.ownName;
    }
    if (query.row >= 0) {
        query.features = rowOf(index.features->view(), static_cast<std::size_t>(query.row));
        query.pixels = rowOf(index.pixels->view(), static_cast<std::size_t>(query.row));
    } else if (question.picture) {
        Image scratch;
        query = computed(setOf(*index.run, question.picture->set).image(question.picture->index, scratch), index,
                         makeBackend);
    } else {
        query = computed(*question.own, index, makeBackend);
    }
    answer.byFeatures = nearestIn(index.features->view(), query.features, query.row, question);
    answer.byPixels = nearestIn(index.pixels->view(), query.pixels, query.row, question);
    if (index.codes)
        answer.byCodes = nearestByCodes(query.features, query.row, question);
    return answer;
}

} // namespace alexscope::gui
