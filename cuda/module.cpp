// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/module.h"

#include "cuda/cuda_backend.h"
#include "cuda/device.h"

using namespace alexscope;

extern "C" __attribute__((visibility("default"))) const cuda::Module* alexscopeCudaModule()
{
    static constexpr cuda::Module module{
        ALEXSCOPE_MODULE_STAMP, [] { return cuda::whyNoDevice().value_or(std::string()); }, cuda::makeCudaBackend};
    return &module;
}
