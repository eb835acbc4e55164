// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <cstddef>
#include <functional>

/// How long work of this room says how far it is, and is told to end.
namespace alexscope {

enum class RetrievalTask {
    Features, ///< pictures through the network
    Codes,    ///< binary codes of the features
    Writing,  ///< the index file
    Searching ///< queries against the set
};

struct RetrievalProgress {
    RetrievalTask task = RetrievalTask::Features;
    std::size_t done = 0, total = 0; ///< pictures or, in Searching, queries
};

/// Asked between pieces of work of at most about a tenth of a second (a batch in Features), on the thread that called;
/// false: leave, and Cancelled is thrown. Empty: never asked.
using GoOn = std::function<bool(const RetrievalProgress&)>;

/// Thrown where GoOn said so. Nothing is left behind.
class Cancelled : public Error {
public:
    using Error::Error;
};

/// Throws Cancelled when `goOn` is there and says no.
void report(const GoOn& goOn, const RetrievalProgress& progress);

} // namespace alexscope
