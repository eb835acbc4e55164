// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/image.h"
#include "datasets/texture_fields.h"

namespace alexscope::datasets {

/// Paints a field: colours, uneven light, a rough surface, something in front of it, a lens and a noisy sensor. All of
/// it is drawn from the same distributions whatever the class.
Image paint(const TextureField& field, int side, PhiloxSequence& random, NoiseSource& noise);

} // namespace alexscope::datasets
