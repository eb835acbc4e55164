// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/probe.h"
#include "core/session/session.h"

#include <string>

namespace alexscope::gui {

enum class TensorKind {
    Parameter,      ///< a weight or bias
    Gradient,       ///< of a parameter, from the latest backward pass
    Update,         ///< what the latest update added to a parameter (v of §5)
    Activation,     ///< of a layer, pinned picture, test mode
    StepActivation, ///< of a layer, picture of the step's own batch, training mode; only while holding inside a step
    StepGradient,   ///< dL/d(that), as soon as the backward pass has reached the layer
};

/// One tensor of the device, by what it is and whose.
struct TensorSource {
    TensorKind kind = TensorKind::Parameter;
    std::string name; ///< the parameter's ("conv1.weight") or the layer's ("relu1"); empty: none

    bool isEmpty() const { return name.empty(); }
    bool operator==(const TensorSource&) const = default;
};

/// Its shape, one picture of it where it has pictures; 0 elements when the run knows no such tensor.
Shape shapeOf(const TensorSource& source, const RunDescription& run);
/// Adds it to what a snapshot is asked for.
void askFor(const TensorSource& source, ProbeRequest& request);
/// The snapshot's, or null.
const SnapshotTensor* findIn(const Snapshot& snapshot, const TensorSource& source);
/// Why it is not there and will not come by itself, as a sentence: nothing goes backward to what is frozen, and nothing
/// was computed of a run that is only shown. Empty: it comes.
QString whyAbsent(const TensorSource& source, const RunDescription& run, const SessionStatus& status);
/// Name of the tensor in an exported file: "conv1.weight", "conv1.weight.gradient", "relu1.activation" …
std::string exportName(const TensorSource& source);

} // namespace alexscope::gui
