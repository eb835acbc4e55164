// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network_spec.h"

#include <QString>

/// What can be told of a run's parts before it is started: quick looks at the disk, no data are read. Each gives a
/// sentence that says what is wrong, or nothing. GUI thread.
namespace alexscope::gui {

/// `specification`: "textures", "cifar10:DIR" …
QString faultOfData(const QString& specification);
/// A weights file to start `network` from: its parameters are there in their shapes. The last linear layer may have
/// another number of outputs only where the network follows the classes of the data.
QString faultOfWeights(const QString& file, const NetworkSpec& network);
/// A folder a run is to be recorded in: to be made, or there and without a run.
QString faultOfNewFolder(const QString& folder);

} // namespace alexscope::gui
