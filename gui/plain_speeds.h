// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/catalogue.h"
#include "core/network/network_spec.h"
#include "gui/live/live_video.h"

#include <QString>

#include <cstdint>
#include <string>

/// What a video could go through a network at, were there nothing else to do: yardsticks for Measurement. They print
/// nothing and throw Error.
namespace alexscope::gui {

/// How fast something goes, and what of the processor's time one takes, all its cores together.
struct PlainSpeed {
    double perSecond = 0, processorSeconds = 0;
};

/// The frames of a file read and dropped, over and over.
PlainSpeed decodingAlone(const VideoOpeners& openers, const QString& file, double seconds);
/// Pictures through the network, `batch` at a time and fused, on the device that is chosen by itself.
PlainSpeed inferenceAlone(const Catalogue& catalogue, const NetworkSpec& network, const std::string& precision,
                          std::int64_t batch, double seconds);
/// Both at the same time share the cores: more than this they cannot do on this machine.
double mostTogether(const PlainSpeed& one, const PlainSpeed& other);

} // namespace alexscope::gui
