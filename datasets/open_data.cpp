// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/open_data.h"

#include "core/data/shuffled_labels.h"
#include "core/error.h"
#include "datasets/cifar10.h"
#include "datasets/folder.h"
#include "datasets/idx.h"
#include "datasets/packed.h"
#include "datasets/textures.h"

namespace alexscope::datasets {

namespace {

DataSource openTextures(const OpenOptions& options)
{
    DataSource source;
    source.training = std::make_shared<Textures>(options.textureSeed, TextureSplit::Training, options.textureSide,
                                                 options.textureTraining);
    source.validation = std::make_shared<Textures>(options.textureSeed, TextureSplit::Validation, options.textureSide,
                                                   options.textureValidation);
    source.classNames = Textures::classNames();
    source.pictureSide = options.textureSide;
    return source;
}

DataSource openKind(const std::string& specification, const OpenOptions& options)
{
    const std::size_t colon = specification.find(':');
    const std::string kind = specification.substr(0, colon),
                      place = colon == std::string::npos ? "" : specification.substr(colon + 1);
    if (kind == "textures" && place.empty())
        return openTextures(options);
    if (!place.empty() && kind == "cifar10")
        return openCifar10(place);
    if (!place.empty() && kind == "folder")
        return openFolder(place);
    if (!place.empty() && kind == "idx")
        return openIdx(place);
    if (!place.empty() && kind == "packed")
        return openPacked(place);
    throw Error(concat("\"", specification,
                       "\" does not name data; give textures, cifar10:DIR, folder:DIR, idx:DIR or packed:FILE, "
                       "and shuffled: before it for labels dealt out at random."));
}

constexpr std::string_view shuffledPrefix = "shuffled:";
constexpr std::uint64_t shuffleSeed = 1;

} // namespace

DataSource openData(const std::string& specification, const OpenOptions& options)
{
    if (specification.starts_with(shuffledPrefix)) {
        DataSource source = openData(specification.substr(shuffledPrefix.size()), options);
        source.training = std::make_shared<ShuffledLabels>(source.training, shuffleSeed);
        source.specification = specification;
        return source;
    }
    DataSource source = openKind(specification, options);
    source.specification = specification;
    return source;
}

DataSource openDataFor(const std::string& specification, const NetworkSpec& network)
{
    OpenOptions options;
    options.textureSide =
        network.preprocessing.resize > 0 ? network.preprocessing.resize : static_cast<int>(network.input.h);
    return openData(specification, options);
}

} // namespace alexscope::datasets
