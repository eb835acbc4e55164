// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backend/catalogue.h"
#include "core/storage/moment.h"
#include "core/storage/weights_file.h"
#include "tests/core/tiny_run.h"
#include "tests/fuzz/fuzz_input.h"

using namespace alexscope;

namespace {

Network& network()
{
    static const std::unique_ptr<Backend> backend = referenceEntry().make();
    static Network trained(tiny::trainerOptions().network, *backend, NetworkOptions{8, Precision::Fp32, true, false});
    return trained;
}

} // namespace

/// Our own files of weights: finished ones, to begin a run with, checkpoints, and moments of a run.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::Bytes bytes(data, size);
    const std::size_t reader = fuzz::choice(bytes, 5);
    const fuzz::InputFile file(bytes);
    fuzz::goodOrRefused([&] {
        if (reader == 0)
            loadInto(openWeights(file.path()), network());
        else if (reader == 1)
            loadInto(openWeights(SafetensorsFile(file.path()), network().spec(), Absent::Listed), network());
        else if (reader == 2)
            (void)openKnownWeights(file.path());
        else if (reader == 3)
            (void)loadCheckpoint(file.path(), network());
        else
            (void)readMoment(file.path());
    });
    return 0;
}
