// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/backend.h"

#include <memory>

namespace alexscope {

/// The plain loops of this folder as a backend: one thread, plain NCHW, never fuses, fp32 only.
/// `inDouble`: every stored number is a double; for tests and self-tests, which take it for the exact value.
std::unique_ptr<Backend> makeReferenceBackend(bool inDouble = false);

} // namespace alexscope
