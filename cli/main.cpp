// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"
#include "cuda/loader/cuda_loader.h"
#include "datasets/open_data.h"
#include "datasets/picture_file.h"

#ifdef ALEXSCOPE_HAVE_ONEDNN
#include "cpu/cpu_backend.h"
#include "cpu/waiting_threads.h"
#endif

#include <csignal>
#include <iostream>
#include <unistd.h>

using namespace alexscope;

namespace {

std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may only touch lock-free memory");

/// The first signal asks for an orderly end, a second one ends at once.
void onSignal(int signal)
{
    interrupted = true;
    std::signal(signal, SIG_DFL);
}

Catalogue catalogueOfThisBuild()
{
    Catalogue catalogue;
#ifdef ALEXSCOPE_HAVE_ONEDNN
    catalogue.add(cpu::catalogueEntry());
#else
    catalogue.add({"cpu", "This build has no oneDNN: install libdnnl-dev and build again.", nullptr});
#endif
    catalogue.add(cuda::catalogueEntry());
    catalogue.add(referenceEntry());
    return catalogue;
}

cli::Environment::Packed pack(const std::filesystem::path& folder, const std::filesystem::path& file, int side,
                              const std::function<bool(std::size_t, std::size_t)>& goOn)
{
    datasets::PackResult packed = datasets::packFolder(
        folder, file, side, [&](datasets::PackProgress progress) { return goOn(progress.done, progress.total); });
    return {packed.pictures, std::move(packed.warnings)};
}

} // namespace

int main(int argc, char** argv)
{
#ifdef ALEXSCOPE_HAVE_ONEDNN
    cpu::letWaitingThreadsSleep(argv);
#endif
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
    if (std::signal(SIGHUP, onSignal) == SIG_IGN) // nohup: the run is to outlive its terminal
        std::signal(SIGHUP, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN); // a run does not end because nobody reads its progress any more
    cli::Environment environment{
        .out = std::cout,
        .err = std::cerr,
        .terminal = isatty(STDERR_FILENO) == 1,
        .catalogue = catalogueOfThisBuild(),
        .openData = datasets::openDataFor,
        .readPicture = [](const std::filesystem::path& file) { return datasets::readPicture(file); },
        .packFolder = pack,
        .interrupted = &interrupted,
    };
    return cli::runCommandLine(environment, {argv + 1, argv + argc});
}
