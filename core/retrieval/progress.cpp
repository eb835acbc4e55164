// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retrieval/progress.h"

namespace alexscope {

void report(const GoOn& goOn, const RetrievalProgress& progress)
{
    if (goOn && !goOn(progress))
        throw Cancelled("Stopped before the end; nothing is kept of it");
}

} // namespace alexscope
