// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainer.h"

#include <cstdint>
#include <string>
#include <vector>

namespace alexscope {

/// A change somebody made to the network by hand, to see what follows.
struct WhatIfChange {
    std::string layer;
    int unit = 0;               ///< output channel (or unit of a linear layer)
    std::ptrdiff_t weight = -1; ///< which of the unit's weights, counted c · h · w; −1: the whole unit was switched off
    float before = 0, after = 0; ///< that weight
    std::int64_t iteration = 0;  ///< made after so many updates

    bool operator==(const WhatIfChange&) const = default;
};

/// Switches units off and sets single weights of a network under training, and takes that back.
/// A unit is off when its weights, its bias and their momentum are 0. Behind a ReLU it stays so: no gradient reaches
/// it. Elsewhere training may bring it back, as it may change a weight that was set. Taking back restores that unit as
/// it was before the change; what training did to others meanwhile stays. Throws Error naming the layer or unit that is
/// not there. Thread: the backend's.
class WhatIf {
public:
    /// Keeps references to both.
    WhatIf(Trainer& trainer, Backend& backend) : m_trainer(trainer), m_backend(backend) {}

    void switchOff(const std::string& layer, int unit);
    void setWeight(const std::string& layer, int unit, std::ptrdiff_t weight, float value);
    /// Takes the latest change back; nothing when there is none.
    void undo();
    /// Forgets all changes and leaves the weights as they are.
    void forget();

    const std::vector<WhatIfChange>& changes() const { return m_changes; }

private:
    /// What one unit holds of one tensor.
    struct Piece {
        Tensor tensor;
        std::int64_t unit = 0;
        std::vector<float> values;
    };
    using Unit = std::vector<Piece>; ///< weights, bias and their momentum

    Unit read(const std::string& layer, int unit) const;
    void write(const Unit& unit);

    Trainer& m_trainer;
    Backend& m_backend;
    std::vector<WhatIfChange> m_changes;
    std::vector<Unit> m_before; ///< one a change
};

} // namespace alexscope
