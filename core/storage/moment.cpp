// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/moment.h"

#include "core/error.h"
#include "core/storage/metrics_csv.h"
#include "core/storage/safetensors.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>
#include <system_error>

namespace alexscope {

namespace {

constexpr std::string_view parameterPrefix = "parameter.", activationPrefix = "activation.";
constexpr const char* pictureName = "picture";
constexpr std::size_t mostTensors = 4096;
constexpr std::int64_t longestSide = 4096, largestExtent = std::int64_t{1} << 31;

[[noreturn]] void fail(const std::filesystem::path& path, const std::string& fault)
{
    throw Error(concat(path.string(), ": ", fault, "; this is no moment of a run"));
}

template <typename Number>
Number numberOf(const SafetensorsFile& file, const char* key)
{
    const auto found = file.metadata().find(key);
    if (found == file.metadata().end())
        fail(file.path(), concat("there is no \"", key, "\" in the metadata"));
    Number number{};
    const char* end = found->second.data() + found->second.size();
    const auto read = std::from_chars(found->second.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end)
        fail(file.path(), concat("\"", key, "\" is no number"));
    return number;
}

SafetensorsFile openMoment(const std::filesystem::path& path)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (!error && size > largestMoment)
        fail(path, concat("it has ", size, " bytes, more than any moment"));
    SafetensorsFile file(path); // says it better when it cannot be read at all
    if (file.tensors().size() > mostTensors)
        fail(path, concat("it has ", file.tensors().size(), " tensors"));
    return file;
}

MomentInfo infoOf(const SafetensorsFile& file)
{
    MomentInfo info;
    info.iteration = numberOf<std::int64_t>(file, "iteration");
    info.epoch = numberOf<double>(file, "epoch");
    if (info.iteration < 0 || info.iteration > mostIterations || !std::isfinite(info.epoch) || info.epoch < 0)
        fail(file.path(), "its place in the run is not possible");
    return info;
}

std::shared_ptr<const HostTensor> readTensor(const SafetensorsFile& file, const StoredTensor& stored)
{
    const auto& shape = stored.shape;
    const bool good = stored.type == ElementType::F32 && shape.size() == 4 &&
                      std::all_of(shape.begin(), shape.end(), [](auto n) { return n > 0 && n < largestExtent; });
    if (!good)
        fail(file.path(), concat("\"", stored.name, "\" has not four extents of float32 numbers"));
    auto tensor = std::make_shared<HostTensor>();
    tensor->shape = {shape[0], shape[1], shape[2], shape[3]};
    tensor->values = file.readFloats(stored);
    return tensor;
}

std::shared_ptr<const Image> readPicture(const SafetensorsFile& file, const StoredTensor& stored)
{
    const auto& shape = stored.shape;
    const bool good = stored.type == ElementType::U8 && shape.size() == 3 && shape[0] > 0 && shape[0] <= longestSide &&
                      shape[1] > 0 && shape[1] <= longestSide && shape[2] == 3;
    if (!good)
        fail(file.path(), "its picture is none");
    auto picture = std::make_shared<Image>();
    picture->height = static_cast<int>(shape[0]);
    picture->width = static_cast<int>(shape[1]);
    picture->rgb = file.readBytes(stored);
    return picture;
}

void add(SafetensorsWriter& writer, std::string_view prefix, const Moment::Tensors& tensors)
{
    for (const auto& [name, tensor] : tensors) {
        const Shape& s = tensor->shape;
        writer.add(std::string(prefix) + name, {s.n, s.c, s.h, s.w}, tensor->values);
    }
}

std::string toText(double number)
{
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, number).ptr;
    return std::string(text, end);
}

} // namespace

std::uint64_t estimatedBytes(const Moment& moment)
{
    constexpr std::uint64_t forHeader = 512, forEntry = 192; // its type, extents and offsets, beside its name
    std::uint64_t bytes = forHeader;
    for (const Moment::Tensors* tensors : {&moment.parameters, &moment.activations})
        for (const auto& [name, tensor] : *tensors)
            bytes += forEntry + name.size() + tensor->values.size() * sizeof(float);
    if (moment.picture)
        bytes += forEntry + moment.picture->rgb.size();
    return bytes;
}

void writeMoment(const std::filesystem::path& path, const Moment& moment)
{
    SafetensorsWriter writer;
    writer.setMetadata("iteration", std::to_string(moment.iteration));
    writer.setMetadata("epoch", toText(moment.epoch));
    add(writer, parameterPrefix, moment.parameters);
    add(writer, activationPrefix, moment.activations);
    if (moment.picture)
        writer.add(pictureName, {moment.picture->height, moment.picture->width, 3}, moment.picture->rgb);
    writer.write(path);
}

Moment readMoment(const std::filesystem::path& path)
{
    const SafetensorsFile file = openMoment(path);
    const MomentInfo info = infoOf(file);
    Moment moment;
    moment.iteration = info.iteration;
    moment.epoch = info.epoch;
    for (const StoredTensor& stored : file.tensors()) {
        const std::string_view name = stored.name;
        if (name.starts_with(parameterPrefix))
            moment.parameters[stored.name.substr(parameterPrefix.size())] = readTensor(file, stored);
        else if (name.starts_with(activationPrefix))
            moment.activations[stored.name.substr(activationPrefix.size())] = readTensor(file, stored);
        else if (name == pictureName)
            moment.picture = readPicture(file, stored);
        // Else a newer program wrote it.
    }
    return moment;
}

MomentInfo readMomentInfo(const std::filesystem::path& path)
{
    MomentInfo info = infoOf(openMoment(path));
    std::error_code error;
    info.bytes = std::filesystem::file_size(path, error);
    if (error)
        throw Error(concat("Cannot look at ", path.string(), ": ", error.message()));
    return info;
}

} // namespace alexscope
