// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/host_tensor.h"

#include <QImage>

namespace alexscope::gui {

/// A layer's activation in one small picture, one pixel a position: the mean over the channels of a tower (the
/// `tower`-th of `towers` equal runs). Not negative: viridis from 0 to the largest mean; else blue, white at 0, orange.
/// Not finite: magenta. The first picture of the tensor counts.
QImage meanMap(const HostTensor& activation, int tower = 0, int towers = 1);

/// A vector's numbers as a sheet of `columns`, row by row, coloured as above; cells beyond the last are transparent.
QImage unitSheet(const HostTensor& activation, int columns);

/// Columns of unitSheet with which its cells come out square in a rectangle of this ratio of width to height.
int unitColumns(std::int64_t units, double aspect);

} // namespace alexscope::gui
