// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainer.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <vector>

namespace alexscope {

/// What one kernel takes for a batch. It may cover several layers, whose shares of the time nobody can tell apart.
struct KernelTime {
    int firstLayer = 0, layerCount = 0;
    double forward = 0, backward = 0; ///< seconds, running averages; NaN while not measured
};

/// What the pieces of a training step take, measured. Waiting for pictures does not count, nor does looking.
struct PieceTimes {
    std::vector<KernelTime> kernels; ///< in the order of their layers; only those measured in either direction
    double load = 0, update = 0;     ///< seconds; NaN while not measured
    std::int64_t batches = 0;        ///< whole steps measured
};

/// Keeps the times of a run's pieces: those of free running, whose kernels may cover several layers, and those of
/// stepping, layer by layer, apart. Belongs to one thread; what it hands out is immutable.
class PieceClock {
public:
    using Time = std::chrono::steady_clock::time_point;

    /// Whether the piece about to be done should be timed. Decided at a step's Load for the whole of it: waiting for a
    /// device that runs ahead costs something, so free running is timed a few steps a second at most; steps that people
    /// walk through always are.
    bool wants(const Piece& piece, bool stepwise, Time now);
    /// A piece wanted took so long, the device's own work included.
    void add(const Piece& piece, bool stepwise, double seconds);

    /// Null before the first whole step.
    const std::shared_ptr<const PieceTimes>& running() const { return m_running.shown; }
    /// Grows piece by piece; null before the first.
    const std::shared_ptr<const PieceTimes>& stepping() const { return m_stepping.shown; }

private:
    /// The first measurement counts only until there is a second: it pays for memory touched for the first time.
    struct Average {
        double value = 0;
        int count = 0;
        void add(double seconds);
        double shown() const;
    };
    struct Kernel {
        int firstLayer = 0, layerCount = 0;
        Average forward, backward;
    };
    struct Book {
        std::vector<Kernel> kernels;
        Average load, update;
        std::int64_t batches = 0;
        std::shared_ptr<const PieceTimes> shown;

        Kernel& of(const Piece& piece);
        void show();
    };

    Book m_running, m_stepping;
    bool m_timed = false, m_everTimed = false;
    Time m_lastTimed;
};

} // namespace alexscope
