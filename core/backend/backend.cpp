// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backend/backend.h"

#include "core/error.h"

namespace alexscope {

void Kernel::setDropout(double)
{
    throw Error("This device cannot change the dropout of a network that is already prepared; set p in its text.");
}

void Backend::uploadPictures(const Tensor&, const PictureBatch&)
{
    throw Error("This device takes the numbers of pictures, not the pictures; prepare them first.");
}

void Backend::upload(const Tensor& to, std::span<const double> values)
{
    std::vector<float> rounded(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        rounded[i] = static_cast<float>(values[i]);
    upload(to, std::span<const float>(rounded));
}

void Backend::download(const Tensor& from, std::span<double> values)
{
    std::vector<float> rounded(values.size());
    download(from, std::span<float>(rounded));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<double>(rounded[i]);
}

} // namespace alexscope
