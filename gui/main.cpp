// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backend/catalogue.h"
#include "cuda/loader/cuda_loader.h"
#include "datasets/open_data.h"
#include "datasets/picture_file.h"
#include "datasets/video.h"
#include "gui/application.h"

#ifdef ALEXSCOPE_HAVE_ONEDNN
#include "cpu/cpu_backend.h"
#include "cpu/waiting_threads.h"
#endif

using namespace alexscope;

int main(int argc, char** argv)
{
#ifdef ALEXSCOPE_HAVE_ONEDNN
    cpu::letWaitingThreadsSleep(argv);
#endif
    datasets::quietVideoLibraries();
    Catalogue catalogue;
#ifdef ALEXSCOPE_HAVE_ONEDNN
    catalogue.add(cpu::catalogueEntry());
    catalogue.addBeside(cpu::entryBeside());
#else
    catalogue.add({"cpu", "This build has no oneDNN: install libdnnl-dev and build again.", nullptr});
#endif
    catalogue.add(cuda::catalogueEntry());
    catalogue.add(referenceEntry());
    return gui::runApplication(
        argc, argv, std::move(catalogue), datasets::openDataFor,
        [](const std::filesystem::path& file) { return datasets::readPicture(file, gui::shorterSideKept); },
        {datasets::openVideoFile, datasets::openCamera, [] { return datasets::cameras(); }});
}
