// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/moment.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace alexscope {

struct MomentLimits {
    std::size_t count = 256;          ///< files
    std::uint64_t bytes = 256u << 20; ///< of all of them together
};

/// The moments there are, oldest first; a value others may keep. A file may be gone by the time it is read.
struct MomentList {
    std::filesystem::path folder;
    std::vector<MomentInfo> moments;
};

/// The file of the moment at an iteration: moment-000000001240.safetensors.
std::filesystem::path momentFile(const std::filesystem::path& folder, std::int64_t iteration);

/// Which moment a full store gives up before one of iteration `newest` comes in: the one whose loss leaves the smallest
/// gap for its age. Gaps so become a constant share of their age: recent time is dense, old time sparse but never
/// absent, however long the run (256 moments of a million iterations: about 1/20). Never the first. At least two
/// moments.
std::size_t leastMissed(const std::vector<MomentInfo>& moments, std::int64_t newest);

/// A run's past as a folder of small files, bounded in number and bytes; when it is full the least missed go. The first
/// and the newest always stay, so two moments are kept however small the limits are. One thread; members throw Error.
class MomentStore {
public:
    /// Creates the folder, or takes up what is in it. Files that are no moments (cut off, made by somebody else) are
    /// left out, left alone and counted; half-written ones of a program that was killed are removed.
    explicit MomentStore(std::filesystem::path folder, MomentLimits limits = {});

    const MomentList& list() const { return m_list; }
    std::size_t leftOut() const { return m_leftOut; }
    /// Why the first of them was; empty when none was.
    const std::string& firstFault() const { return m_firstFault; }

    /// Makes room, then writes. A moment of the same iteration is replaced.
    void add(const Moment& moment);
    /// Removes what comes after an iteration: a run that goes on from its checkpoint will live through it anew.
    void dropAfter(std::int64_t iteration);

private:
    void takeUp(const std::filesystem::path& file);
    void remove(std::size_t index);

    MomentList m_list;
    MomentLimits m_limits;
    std::uint64_t m_bytes = 0;
    std::size_t m_leftOut = 0;
    std::string m_firstFault;
};

} // namespace alexscope
