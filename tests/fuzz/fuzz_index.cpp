// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retrieval/feature_index.h"
#include "core/retrieval/nearest.h"
#include "tests/fuzz/fuzz_input.h"

using namespace alexscope;

/// An index is used where it lies in the file: everything that was let in is read once.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const fuzz::InputFile file({data, size});
    fuzz::goodOrRefused([&] {
        const FeatureIndex index(file.path());
        std::vector<float> all(index.rows() * index.dimension());
        index.features().read(all);
        const std::span<const float> query = std::span(all).first(index.dimension());
        (void)nearest(index.features(), query, {.k = 3, .threads = 1});
        if (index.pixelSide() > 0) {
            std::vector<float> pixels(index.rows() * index.pixels().dimension);
            index.pixels().read(pixels);
        }
        if (!index.codes().empty())
            (void)nearestCodes(index.codes(), index.codeMaker().codesOf(VectorView::of(query, index.dimension()), 1),
                               3);
        for (const IndexedPatches& patches : index.patches())
            fuzz::require(patches.patches.size() == patches.perUnit * static_cast<std::size_t>(patches.output.c));
    });
    return 0;
}
