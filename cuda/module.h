// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/backend.h"

#include <memory>
#include <string>

/// What the program and the CUDA module, a library opened at run time, agree on.
namespace alexscope::cuda {

/// The module's one exported function returns this. `stamp` stands first and is looked at first: it tells the headers
/// and the compiler both sides were built with, and only if it is the program's own does the rest mean what is written
/// here.
struct Module {
    const char* stamp;
    /// Why the GPU cannot be used, as a sentence; empty when it can.
    std::string (*unavailable)();
    std::unique_ptr<Backend> (*make)();
};

constexpr const char* moduleFunction = "alexscopeCudaModule";
using ModuleFunction = const Module* (*)();

} // namespace alexscope::cuda
