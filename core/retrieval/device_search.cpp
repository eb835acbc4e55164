// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retrieval/device_search.h"

namespace alexscope {

std::unique_ptr<VectorSearch> searchOn(Backend& backend, const VectorView& set, const GoOn& goOn)
{
    std::unique_ptr<VectorSearch> search = backend.searchVectors(set);
    for (bool more = true; search && more; more = search->takeMore())
        report(goOn, {RetrievalTask::Searching, 0, 0});
    return search;
}

} // namespace alexscope
