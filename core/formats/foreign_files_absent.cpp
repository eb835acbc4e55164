// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the place of the readers and writers that need libzip and protobuf where a build has not both.
#include "core/error.h"
#include "core/formats/foreign_model.h"
#include "core/formats/onnx_export.h"

namespace alexscope {

namespace {

[[noreturn]] void fail(const std::filesystem::path& path)
{
    throw Error(concat(path.string(), ": this build knows safetensors only; install libzip-dev, libprotobuf-dev and "
                                      "protobuf-compiler and build again"));
}

} // namespace

ForeignModel readTorchModel(const std::filesystem::path& path)
{
    fail(path);
}

ForeignModel readCaffeModel(const std::filesystem::path& path)
{
    fail(path);
}

ForeignModel readOnnxModel(const std::filesystem::path& path)
{
    fail(path);
}

void exportOnnx(const WeightsFile&, const std::filesystem::path& path)
{
    fail(path);
}

} // namespace alexscope
