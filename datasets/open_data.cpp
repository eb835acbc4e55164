// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/open_data.h"

#include "core/error.h"
#include "datasets/textures.h"

namespace alexscope::datasets {

namespace {

DataSource openTextures(const OpenOptions& options)
{
    DataSource source;
    source.training = std::make_shared<Textures>(options.textureSeed, TextureSplit::Training, options.textureSide, options.textureTraining);
    source.validation = std::make_shared<Textures>(options.textureSeed, TextureSplit::Validation, options.textureSide, options.textureValidation);
    source.classNames = Textures::classNames();
    source.pictureSide = options.textureSide;
    return source;
}

} // namespace

DataSource openData(const std::string& specification, const OpenOptions& options)
{
    DataSource source;
    if (specification == "textures")
        source = openTextures(options);
    else
        throw Error(concat("\"", specification, "\" is not a data set; give textures."));
    source.specification = specification;
    return source;
}

} // namespace alexscope::datasets
