// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/augmenter.h"
#include "core/data/dataset.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace alexscope {

struct Batch {
    std::int64_t number = 0;         ///< k: batches of the run so far
    std::vector<float> pictures;     ///< batch × c × h × w
    std::vector<std::uint8_t> bytes; ///< with Options::bytes, instead: batch × side × side × 3, what crops are cut
                                     ///< from; none from Options::bytesUntil on
    std::vector<std::int32_t> labels;
    std::vector<std::size_t> indices; ///< which pictures of the set
    std::vector<SampleTransform> transforms;
};

/// The order in which epoch `epoch` visits a set of `size` pictures: a permutation, a function of the arguments alone.
std::vector<std::uint32_t> epochOrder(std::uint64_t seed, std::uint32_t epoch, std::size_t size);

/// Prepares training batches ahead on worker threads. The run is one endless row of shuffled epochs; batch k holds its
/// samples k·B … k·B+B−1, whatever the number of workers, so epochs need not be multiples of B.
/// next() and setAugmenter() belong to one thread. An Error of a worker (a file vanished) is thrown by next() once the
/// batches finished before it are used up, and by every call after that.
class BatchLoader {
public:
    struct Options {
        std::int64_t batch = 128;
        std::uint64_t seed = 0;
        std::int64_t firstBatch = 0; ///< go on from here after a resume
        int workers = 1;
        int ahead = 3;            ///< batches kept ready
        std::int64_t batches = 0; ///< prepare no more than this many, asking for more is an error; 0: endless
        bool shuffle = true;
        bool bytes = false; ///< resize only; cropping, mirroring and what follows are left to the device
        std::int64_t bytesUntil =
            -1; ///< batches from this number on come without pictures: the device has them; −1: none
    };
    BatchLoader(std::shared_ptr<const Dataset> set, std::shared_ptr<const Augmenter> augmenter, Options options);
    ~BatchLoader(); ///< stops the workers; within one picture's time
    BatchLoader(const BatchLoader&) = delete;
    BatchLoader& operator=(const BatchLoader&) = delete;

    /// The next batch, waiting for it if need be. The reference is valid until the following call.
    const Batch& next();
    /// Waits at most `seconds` for next() to return (or throw) without waiting; whether it now would. Lets a caller
    /// stay responsive while slow pictures are read.
    bool waitForNext(double seconds);
    /// From the next call on the augmentation is this (e.g. colour noise ends). Batches prepared ahead are redone.
    void setAugmenter(std::shared_ptr<const Augmenter> augmenter);
    /// Seconds next() spent waiting since the start: what the first batch took, and no more when loading is hidden
    /// behind computing.
    double secondsWaited() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace alexscope
