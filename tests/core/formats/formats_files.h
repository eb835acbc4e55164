// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/catalogue.h"
#include "core/error.h"
#include "core/formats/import.h"
#include "core/storage/weights_file.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

/// The files of tests/golden/formats, and what tests do with them.
namespace alexscope::tests {

inline std::filesystem::path goldenFile(const std::string& name)
{
    return std::filesystem::path(ALEXSCOPE_TESTS_DIR) / "golden" / "formats" / name;
}

inline std::string readBytes(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// As a new file: emptying an old one makes some file systems wait for the disk when it is closed.
inline void writeBytes(const std::filesystem::path& path, const std::string& bytes)
{
    std::filesystem::remove(path);
    std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

/// What an action says when it fails; empty when it does not.
template <typename Action>
std::string fault(Action action)
{
    try {
        action();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

/// Probabilities of one preprocessed picture, by the reference backend.
inline std::vector<float> probabilities(const WeightsFile& weights, const std::vector<float>& image)
{
    const auto backend = referenceEntry().make();
    Network network(weights.network, *backend, NetworkOptions{1, Precision::Fp32, false, false});
    loadInto(weights, network);
    network.setInput(image);
    network.setLabels({});
    network.forward({Phase::Test, 0, 0});
    return network.download(network.activation(static_cast<int>(weights.network.layers.size()) - 1)).values;
}

} // namespace alexscope::tests
