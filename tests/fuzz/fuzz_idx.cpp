// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/idx.h"
#include "tests/fuzz/fuzz_input.h"
#include "tests/fuzz/fuzz_set.h"

using namespace alexscope;

/// The input's first byte says, in fours, how much of it is the file of labels; the rest are the pictures.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const fuzz::InputFolder folder;
    fuzz::Bytes bytes(data, size);
    const std::size_t labels = std::min(4 * fuzz::choice(bytes, 256), bytes.size());
    for (const char* set : {"train", "t10k"}) {
        folder.put(concat(set, "-labels-idx1-ubyte").c_str(), bytes.first(labels));
        folder.put(concat(set, "-images-idx3-ubyte").c_str(), bytes.subspan(labels));
    }
    fuzz::goodOrRefused([&] { fuzz::lookAtAll(datasets::openIdx(folder.path())); });
    return 0;
}
