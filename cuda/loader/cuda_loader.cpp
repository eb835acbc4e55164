// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/loader/cuda_loader.h"

#include "core/error.h"
#include "cuda/module.h"

#include <dlfcn.h>

#include <cstring>

namespace alexscope::cuda {

namespace {

constexpr const char* moduleFile = "alexscope-cuda.so";
#ifdef ALEXSCOPE_HAVE_CUDA
constexpr bool builtWithModule = true;
#else
constexpr bool builtWithModule = false;
#endif

BackendEntry unusable(std::string reason)
{
    return {"cuda", std::move(reason), nullptr};
}

/// Asked before the module is opened: it brings cuDNN and cuBLAS along, hundreds of megabytes that a machine without a
/// driver need not read at every start.
bool hasDriver()
{
    void* const driver = dlopen("libcuda.so.1", RTLD_LAZY | RTLD_LOCAL);
    if (driver)
        dlclose(driver);
    return driver != nullptr;
}

std::string lastError()
{
    const char* const text = dlerror();
    return text ? text : "no reason given";
}

BackendEntry open(const std::filesystem::path& file)
{
    void* const library = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (!library)
        return unusable(concat("The CUDA module cannot be opened (", lastError(),
                               "); install cuDNN 9 and cuBLAS, or build again."));
    const auto function = reinterpret_cast<ModuleFunction>(dlsym(library, moduleFunction));
    const Module* const module = function ? function() : nullptr;
    if (!module || std::strcmp(module->stamp, ALEXSCOPE_MODULE_STAMP) != 0)
        return unusable(
            concat("The CUDA module ", file.string(), " is of another version than the program; build again."));
    if (std::string reason = module->unavailable(); !reason.empty())
        return unusable(std::move(reason));
    return {"cuda", "", [module] { return module->make(); }};
}

} // namespace

BackendEntry entryFrom(const std::vector<std::filesystem::path>& folders)
{
    std::error_code ignored; // what cannot be looked at is not there
    for (const std::filesystem::path& folder : folders)
        if (std::filesystem::exists(folder / moduleFile, ignored))
            return open(folder / moduleFile);
    return unusable(builtWithModule ? "The CUDA module alexscope-cuda.so is not where it was built; build again."
                                    : "This build has no CUDA backend: install the CUDA toolkit 12 and cuDNN 9, or "
                                      "newer, and build again.");
}

BackendEntry catalogueEntry()
{
    if (builtWithModule && !hasDriver())
        return unusable("There is no NVIDIA driver on this machine; with an NVIDIA GPU, install its driver.");
    std::error_code error;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
    if (error)
        return unusable(
            concat("The program cannot tell where it lies, and so not find its CUDA module (", error.message(), ")."));
    return entryFrom({program.parent_path(), program.parent_path().parent_path() / "lib"});
}

} // namespace alexscope::cuda
