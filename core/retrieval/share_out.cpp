// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retrieval/share_out.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace alexscope {

std::size_t workersFor(std::size_t count, int threads)
{
    const std::size_t processors = std::clamp(std::thread::hardware_concurrency(), 1u, 64u);
    const std::size_t wanted = threads > 0 ? static_cast<std::size_t>(threads) : processors;
    return std::max<std::size_t>(1, std::min(count, wanted));
}

void shareOut(std::size_t count, int threads, const std::function<void(std::size_t, std::size_t)>& body,
              const std::function<void(std::size_t)>& tick)
{
    std::atomic<std::size_t> next{0};
    std::exception_ptr failure;
    std::mutex failureMutex;
    const auto work = [&](std::size_t worker) {
        try {
            for (std::size_t i = next++; i < count; i = next++) {
                body(worker, i);
                if (worker == 0 && tick)
                    tick(std::min(next.load(), count));
            }
        } catch (...) {
            next = count; // nothing more is begun
            const std::lock_guard lock(failureMutex);
            if (!failure)
                failure = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t worker = 1; worker < workersFor(count, threads); ++worker)
            others.emplace_back(work, worker);
        work(0);
    }
    if (failure)
        std::rethrow_exception(failure);
}

} // namespace alexscope
