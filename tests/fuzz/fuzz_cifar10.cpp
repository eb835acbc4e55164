// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/cifar10.h"
#include "tests/fuzz/fuzz_input.h"
#include "tests/fuzz/fuzz_set.h"

using namespace alexscope;

/// Only files of exactly 30,730,000 bytes are read at all: the first byte says whether this is one (filled up with
/// zeros), as one of the six, or the names.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr std::uintmax_t whole = 30'730'000;
    static const fuzz::InputFolder folder;
    static const bool filled = [] {
        for (const char* name :
             {"data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4", "data_batch_5", "test_batch"}) {
            folder.put(concat(name, ".bin").c_str(), {});
            std::filesystem::resize_file(folder.path() / concat(name, ".bin"), whole);
        }
        return true;
    }();
    fuzz::require(filled);
    fuzz::Bytes bytes(data, size);
    const std::size_t place = fuzz::choice(bytes, 3);
    const std::string name = place == 2 ? "batches.meta.txt" : "data_batch_1.bin";
    folder.put(name.c_str(), bytes);
    if (place == 0)
        std::filesystem::resize_file(folder.path() / name, whole);
    fuzz::goodOrRefused([&] {
        const DataSource source = datasets::openCifar10(folder.path());
        fuzz::require(source.classNames.size() == 10 && source.training->label(0) < 10);
    });
    folder.put(name.c_str(), {});
    if (place < 2)
        std::filesystem::resize_file(folder.path() / name, whole);
    return 0;
}
