// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/augmenter.h"
#include "core/network/network_spec.h"
#include "core/session/meters.h"
#include "core/storage/moment_store.h"
#include "core/storage/temporary_folder.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace alexscope {

/// What of a network is worth keeping of every moment.
struct MomentChoice {
    std::vector<std::string> parameters, activations;
};

/// The first convolution's weights and bias, and those of other convolutions that are small. Of the activations all
/// when they fit into 4 MiB; else first the layers of the paper's figure (the outputs of the non-linearities, the fully
/// connected layers, the probabilities), then convolutions, pooling and normalisation as far as there is room.
MomentChoice chooseForMoments(const NetworkSpec& network, const std::vector<LayerGeometry>& geometry);

/// What a moment keeps of the picture it was recorded of: a photograph as the square that crops are cut from, which is
/// small, and in which the network sees the same pixels; a small picture itself.
std::shared_ptr<const Image> keptInMoments(std::shared_ptr<const Image> picture, const Augmenter& augmenter);

/// Writes a run's past beside the training, on a thread of its own that owns what it writes. The session's thread asks
/// due() and hands over immutable tensors; it never waits for the disk. All members but the constructor's functions
/// belong to that thread.
class MomentRecorder {
public:
    struct Outlet {
        /// Both are called from the recorder's thread.
        std::function<void(std::shared_ptr<const MomentList>)> published;
        std::function<void(const std::string&)> warned;
    };
    /// `folder`: of the run; empty: a temporary one, gone with the recorder. `from`: the iteration at which the run
    /// begins or goes on; what the folder holds of later ones is dropped.
    MomentRecorder(std::filesystem::path folder, std::int64_t from, std::shared_ptr<const Augmenter> augmenter,
                   Outlet outlet);
    /// Writes what was handed over, then ends.
    ~MomentRecorder();

    /// Moments are a second apart at least, and half a percent of the time trained so far: the first minutes are dense,
    /// as somebody watches them, and a day of training writes some 1,400 moments and not 86,400. Not while one waits.
    bool due(Clock::time_point now, std::int64_t iteration, double secondsTrained) const;
    /// The latest handed over; −1 before the first.
    std::int64_t latest() const { return m_latest; }
    void record(Moment moment);

    static constexpr const char* temporaryPrefix = "alexscope-moments-";

private:
    void work();
    void open();
    void write(Moment moment);
    void publish();

    std::filesystem::path m_folder;
    std::int64_t m_from;
    std::shared_ptr<const Augmenter> m_augmenter;
    Outlet m_outlet;
    std::int64_t m_latest = -1;
    std::optional<Clock::time_point> m_latestTime;

    // Of the recorder's thread
    std::optional<TemporaryFolder> m_temporary;
    std::optional<MomentStore> m_store;
    std::shared_ptr<const Image> m_picture, m_keptPicture; ///< as given, and as it is kept

    mutable std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_changed;
    std::deque<Moment> m_waiting;
    bool m_closing = false, m_failed = false;

    std::thread m_thread; ///< last: everything it uses is there before it
};

} // namespace alexscope
