// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>

namespace alexscope {

/// Calls body(worker, i) once for each i = 0 … count−1, on `threads` threads (0: one a processor) of which the calling
/// one is number 0; returns when all are done. `tick`, when given, is called on the calling thread between its pieces
/// with the number begun so far. The first exception of body or tick ends the others and is thrown. Private to
/// core/retrieval.
void shareOut(std::size_t count, int threads, const std::function<void(std::size_t worker, std::size_t i)>& body,
              const std::function<void(std::size_t begun)>& tick = {});

/// How many workers that will be.
std::size_t workersFor(std::size_t count, int threads);

} // namespace alexscope
