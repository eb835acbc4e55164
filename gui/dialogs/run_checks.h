// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/starting_weights.h"

#include <QString>

#include <utility>
#include <vector>

/// What can be told of a run's parts before it is started: quick looks at the disk, no data are read. Each gives a
/// sentence that says what is wrong, or nothing. GUI thread.
namespace alexscope::gui {

/// `specification`: "textures", "cifar10:DIR" …
QString faultOfData(const QString& specification);
/// Weights to begin `network` with, and what of them it takes, layer by layer.
struct WeightsCheck {
    QString fault;
    std::vector<LayerStart> layers;
};
/// `place`: a weights file of any kind or the folder of a run. Any thread: files of other programs are read whole.
WeightsCheck checkWeights(const QString& place, const NetworkSpec& network);
/// Whether that takes longer than a look at a header.
bool takesLongToCheck(const QString& place);
/// What becomes of one layer, in a word and in a sentence. `decidedByData`: the classes of the data are not known yet.
std::pair<QString, QString> beginningInWords(const LayerStart& start, bool decidedByData);
/// A folder a run is to be recorded in: to be made, or there and without a run.
QString faultOfNewFolder(const QString& folder);

} // namespace alexscope::gui
