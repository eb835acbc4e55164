// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "gui/live/pinned_picture.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace alexscope::gui {

/// One picture of a run's data.
struct PictureId {
    PictureSet set = PictureSet::Training;
    std::uint32_t index = 0;
    bool operator==(const PictureId&) const = default;
};

/// Which pictures belong to which class: the labels of both sets, sorted once. Immutable.
struct SetIndex {
    std::vector<std::vector<std::uint32_t>> training, validation; ///< by class, indices ascending
    std::size_t trainingSize = 0, validationSize = 0;

    /// `label` −1: every class. The order: training before validation, each in the order of the set.
    std::vector<PictureId> pictures(int label, bool withTraining, bool withValidation) const;
};

/// Asks every picture for its label; labels outside the classes are left out. Any thread.
std::shared_ptr<const SetIndex> indexOf(const DataSource& data);

} // namespace alexscope::gui
