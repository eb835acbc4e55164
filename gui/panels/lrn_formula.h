// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reference/response_normalisation.h"

#include <QString>

#include <span>

namespace alexscope::gui {

/// §3.3 written out with the numbers of one place, as rich text: b₄ = a₄ / (k + α Σ a²)^β = 200 / (2 + 0.0001 ·
/// (…))^0.75 = …, in either convention of α. `column`: a of every channel there. Long sums are shortened in the middle.
QString writtenOut(const ResponseTerms& terms, std::span<const float> column, const LrnSpec& spec, int channel);

} // namespace alexscope::gui
