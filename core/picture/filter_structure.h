// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/host_tensor.h"

#include <vector>

namespace alexscope {

/// How far each filter of a convolution is from noise, as a number between 0 and 1: the largest share of its spectral
/// power (two-dimensional Fourier transform of every input channel, powers added, constant part left out) that lies in
/// one 3 × 3 neighbourhood of frequencies and its mirror image. Oriented edges, gratings and blobs concentrate; white
/// noise spreads. A filter that is zero or constant has 0.
/// `weights`: [filters, channels, size, size]; one number a filter.
std::vector<double> spectralConcentration(const HostTensor& weights);

} // namespace alexscope
