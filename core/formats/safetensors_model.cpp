// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/formats/foreign_model.h"
#include "core/network/network_text.h"
#include "core/readable_text.h"
#include "core/storage/safetensors.h"

#include <algorithm>
#include <cctype>
#include <memory>

namespace alexscope {

namespace {

std::string metadataOf(const SafetensorsFile& file, const char* key)
{
    const auto found = file.metadata().find(key);
    return found == file.metadata().end() ? std::string() : found->second;
}

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
    return text;
}

/// A bare file's shapes fit several of the paper's relatives; the words in its metadata may tell which it is.
void readMarks(const SafetensorsFile& file, ForeignModel& model)
{
    struct Mark {
        const char *word, *network;
    };
    constexpr Mark marks[] = {{"caffenet", "caffenet"},
                              {"bvlc", "alexnet-caffe"},
                              {"caffe", "alexnet-caffe"},
                              {"torchvision", "alexnet-torchvision"}};
    for (const Mark& mark : marks)
        for (const auto& [key, value] : file.metadata())
            if (model.builtIn.empty() && lowered(value).find(mark.word) != std::string::npos) {
                model.builtIn = mark.network;
                model.marks = concat("its metadata says \"", readable(value), "\"");
            }
}

} // namespace

ForeignModel readSafetensorsModel(const std::filesystem::path& path)
{
    ForeignModel model;
    model.path = path;
    model.format = WeightFormat::Safetensors;
    const auto file = std::make_shared<const SafetensorsFile>(path);
    std::vector<ForeignTensor> tensors;
    for (const StoredTensor& tensor : file->tensors()) {
        (void)checkedCount(tensor.shape, path.string(), tensor.name);
        tensors.push_back({tensor.name, tensor.shape, [file, &tensor] { return file->readFloats(tensor); }});
    }
    groupIntoLayers(std::move(tensors), model);
    if (const std::string text = metadataOf(*file, "network"); !text.empty()) {
        model.own = parseNetwork(text, path.string() + ": metadata \"network\"");
    } else {
        readMarks(*file, model);
    }
    return model;
}

} // namespace alexscope
